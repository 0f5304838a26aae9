import { asPhrase, type GrammaticalCase, type Part, type Phrase } from "../../phrase/say.ts";

/** A part in a case, where it is inflected at all. */
export function inCase(part: Part, form: GrammaticalCase): Phrase {
  return typeof part === "function" ? part(form) : asPhrase(part);
}

export const accusative = (part: Part): Phrase => inCase(part, "accusative");
export const genitive = (part: Part): Phrase => inCase(part, "genitive");
