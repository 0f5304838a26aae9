import type { CommitmentWords } from "./commitment-words.ts";
import type { ConditionWords } from "./condition-words.ts";
import type { DocumentWords } from "./document-words.ts";
import type { PromiseWords } from "./promise-words.ts";
import type { ValueWords } from "./value-words.ts";

export const LANGUAGE_CODES = ["en", "ja", "zh", "pl"] as const;
/** The languages that a document can be written in. */
export type LanguageCode = (typeof LANGUAGE_CODES)[number];

/** Everything that a language says in a document. */
export interface Language {
  /** What the `lang` attribute of a page says. */
  readonly tag: string;
  /** The locale of numbers, money and dates. */
  readonly locale: string;
  readonly values: ValueWords;
  readonly conditions: ConditionWords;
  readonly commitments: CommitmentWords;
  readonly promises: PromiseWords;
  readonly document: DocumentWords;
}
