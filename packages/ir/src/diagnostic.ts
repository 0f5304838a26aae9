import type { Span } from "./span.ts";

export type Severity = "error" | "warning" | "info";

/** A place that explains a diagnostic, with a few words on what stands there. */
export interface RelatedSpan {
  readonly span: Span;
  readonly label: string;
}

/** A change of the text that would mend what the diagnostic reports. */
export interface Fix {
  readonly title: string;
  readonly edits: readonly { readonly span: Span; readonly text: string }[];
}

/**
 * A finding about a contract, as every consumer sees it.
 *
 * `id` is `phase/kebab-name`, stable, never reused. `message` is one sentence, `label` the few words beside
 * the caret, `help` what to write instead.
 */
export interface Diagnostic {
  readonly id: string;
  readonly severity: Severity;
  readonly span: Span;
  readonly message: string;
  readonly label?: string;
  readonly help?: string;
  readonly related?: readonly RelatedSpan[];
  readonly fixes?: readonly Fix[];
}
