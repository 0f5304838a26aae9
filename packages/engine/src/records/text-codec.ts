import { type Codec, Rejected } from "./codec.ts";

const beyondComposed = /[\u0300-\uffff]/;

/** The text in Unicode's composed form (NFC). Texts below U+0300 are in that form already. */
export function composed(text: string): string {
  return beyondComposed.test(text) ? text.normalize("NFC") : text;
}

/** Text, without surrounding white space, in NFC. A whole number in JSON is read as its digits: ids often are. */
export const textCodec: Codec = {
  expected: "text",
  fromText: composed,
  fromJson: (json) => (Number.isSafeInteger(json) ? String(json) : new Rejected("write it in quotes")),
  pattern: () => null,
  jsonSchemas: [{ type: "integer", minimum: Number.MIN_SAFE_INTEGER, maximum: Number.MAX_SAFE_INTEGER }],
  separators: ";,",
};
