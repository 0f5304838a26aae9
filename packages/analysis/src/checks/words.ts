import type { Expression, Span } from "@entente/ir";
import type { Model } from "../model.ts";

const LONGEST = 60;

/** The text of a condition between backticks, cut where it is long. */
export function quoted(model: Model, { span }: Pick<Expression, "span">): string {
  const text = model.text(span);
  return `\`${text.length > LONGEST ? `${text.slice(0, LONGEST - 1).trimEnd()}…` : text}\``;
}

/** The span of a declaration's first line, up to what it opens. */
export function headOf(model: Model, span: Span): Span {
  const source = model.policy.sources.find(({ file }) => file === span.file)?.text ?? "";
  const text = source.slice(span.start, span.end);
  const head = /^[^{\n;#]*/.exec(text)?.[0].trimEnd() ?? "";
  return head === "" ? span : { ...span, end: span.start + head.length };
}

/** Whether two places are the same. */
export function samePlace(a: Span, b: Span): boolean {
  return a.file === b.file && a.start === b.start && a.end === b.end;
}
