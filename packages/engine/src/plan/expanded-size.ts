import type { Expression } from "@entente/ir";
import { childrenOf } from "./children-of.ts";

/**
 * Whether an expression has more than `limit` nodes once every define in it is written out. Defines of defines
 * can double with every line, so whatever walks them must share its work beyond some size.
 */
export function expandsBeyond(
  limit: number,
  node: Expression,
  defineOf: (name: string) => Expression,
): boolean {
  let left = limit;
  const walk = (one: Expression): void => {
    left -= 1;
    if (left < 0) return;
    if (one.kind === "define") walk(defineOf(one.name));
    for (const child of childrenOf(one)) {
      if (left < 0) return;
      walk(child);
    }
  };
  walk(node);
  return left < 0;
}
