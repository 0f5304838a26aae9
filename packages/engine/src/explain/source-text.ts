import type { Policy, Span } from "@entente/ir";

/** The words of the contract that a span covers, on one line; empty where the policy does not have them. */
export function sourceText(policy: Policy, span: Span): string {
  const source = policy.sources.find((one) => one.file === span.file);
  return source === undefined ? "" : source.text.slice(span.start, span.end).replace(/\s+/gu, " ").trim();
}
