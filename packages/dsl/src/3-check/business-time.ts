import type { Span } from "@entente/ir";
import { type SyntaxNode, visit } from "../1-syntax/children.ts";

/** The first place below a node that counts on a calendar; null where nothing does. */
export function countsBusinessTime(root: SyntaxNode): { readonly span: Span } | null {
  let found: { readonly span: Span } | null = null;
  visit(root, (node) => {
    if (found !== null) return;
    const business =
      (node.kind === "Duration" && node.business) ||
      (node.kind === "ByTime" && node.business) ||
      (node.kind === "FollowDuty" && node.business) ||
      node.kind === "ByClose";
    if (business) found = { span: node.span };
  });
  return found;
}
