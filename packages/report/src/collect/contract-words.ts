import type { Policy, Span } from "@entente/ir";

/** The words of the contract that a span covers, on one line and without comments; empty where the policy lacks them. */
export function contractWords(policy: Policy, span: Span): string {
  const source = policy.sources.find(({ file }) => file === span.file);
  if (source === undefined) return "";
  const text = source.text.slice(span.start, span.end);
  return withoutComments(text).replace(/\s+/gu, " ").trim();
}

/** A `#` begins a comment, but not in a text. */
function withoutComments(text: string): string {
  return text.replace(/("(?:[^"\\\n]|\\.)*")|#[^\n]*/gu, (_, quoted: string | undefined) => quoted ?? "");
}
