import type { Value } from "./facts.ts";

/** A JSON Schema, or a part of one. */
export type JsonSchema = Readonly<Record<string, unknown>>;

/** A value that was not understood. `hint` says what to do about it, where that is known. */
export class Rejected {
  readonly hint: string | null;
  constructor(hint: string | null = null) {
    this.hint = hint;
  }
}

/**
 * How the values of one type are spelled in data. Reading and schema stand side by side because they must
 * agree on every input.
 */
export interface Codec {
  /** What is expected, in words that follow "expected". */
  readonly expected: string;
  /** Reads text without surrounding white space that is not empty. */
  fromText(text: string): Value | Rejected;
  /** Reads a JSON value that is neither text nor null. */
  fromJson(json: unknown): Value | Rejected;
  /**
   * The regular expression, without anchors, of exactly the texts that `fromText` takes and that contain none
   * of the characters of `without`; null where it takes every text.
   */
  pattern(without: string): string | null;
  /** Schemas of exactly the values that `fromJson` takes. */
  readonly jsonSchemas: readonly JsonSchema[];
  /** The characters that may stand between the items where a cell holds a list of these. */
  readonly separators: string;
}

const SPACE = 0x20;
const DELETE = 0x7f;

/** Whether a value of a record counts as missing: absent, null, or text of nothing but white space. */
export function isMissing(raw: unknown): boolean {
  if (typeof raw !== "string") return raw === undefined || raw === null;
  const first = raw.charCodeAt(0);
  return !(first > SPACE && first < DELETE) && raw.trim() === "";
}

/** Reads any value that is not missing. */
export function decode(codec: Codec, raw: unknown): Value | Rejected {
  return typeof raw === "string" ? codec.fromText(raw.trim()) : codec.fromJson(raw);
}

/**
 * The schema of exactly the values that are not missing and that `decode` takes. The look at the first letter
 * keeps long runs of white space from being matched in many ways.
 */
export function presentSchema(codec: Codec): JsonSchema {
  const pattern = codec.pattern("");
  const text = { type: "string", pattern: pattern === null ? "\\S" : `^\\s*(?=\\S)(?:${pattern})\\s*$` };
  return codec.jsonSchemas.length === 0 ? text : { anyOf: [text, ...codec.jsonSchemas] };
}
