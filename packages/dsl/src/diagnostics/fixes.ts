import type { Fix, Span } from "@entente/ir";

/**
 * Fixes of a diagnostic, as {@link DiagnosticExtras} takes them. The number of fixes says how sure the mend is: a
 * diagnostic with exactly one is mended without asking, several are readings that only a person can choose from.
 */
export interface Fixes {
  readonly fixes?: readonly Fix[];
}

/** A fix that writes `text` in the place of `span`. */
export function replacing(span: Span, text: string): Fix {
  return { title: `write ${text.trim()}`, edits: [{ span, text }] };
}

/** A fix that puts `text` in before what stands at `span`. */
export function inserting(span: Span, text: string): Fix {
  return { title: `put in ${text.trim()}`, edits: [{ span: { ...span, end: span.start }, text }] };
}

/** The place just behind a span, which ends on the line where it begins. */
export function behind(span: Span): Span {
  return { ...span, start: span.end, column: span.column + (span.end - span.start) };
}

/** A fix that gives each place the text of another: `texts` are the new texts of `spans`, in their order. */
export function rearranging(title: string, spans: readonly Span[], texts: readonly string[]): Fix {
  return { title, edits: spans.map((span, index) => ({ span, text: texts[index] ?? "" })) };
}
