import { type Codec, decode, isMissing, presentSchema, Rejected } from "./codec.ts";
import type { Value } from "./facts.ts";

/**
 * Lists: an array in JSON, or one text whose items stand between semicolons, or, where it has no semicolon,
 * between commas (`a; b`, `a, b`). Amounts and numbers are never cut at commas, which stand between
 * thousands there. Empty items are left out; an empty array is a list without items, not a missing value.
 */
export function listCodec(item: Codec): Codec {
  return {
    expected: `a list of items, each ${item.expected}`,
    fromText: (text) => readItems(item, splitCell(text, item.separators)),
    fromJson: (json) => (Array.isArray(json) ? readItems(item, json) : new Rejected("write it in [ ]")),
    pattern: () => cellPattern(item),
    jsonSchemas: [{ type: "array", items: { anyOf: [{ $ref: "#/$defs/missing" }, presentSchema(item)] } }],
    separators: "",
  };
}

function splitCell(text: string, separators: string): string[] {
  return text.split(text.includes(";") || !separators.includes(",") ? ";" : ",");
}

function readItems(item: Codec, raws: readonly unknown[]): Value | Rejected {
  const values: Value[] = [];
  for (const [index, raw] of raws.entries()) {
    if (isMissing(raw)) continue;
    const value = decode(item, raw);
    if (value instanceof Rejected) return new Rejected(itemHint(index, value));
    values.push(value);
  }
  return values;
}

function itemHint(index: number, { hint }: Rejected): string {
  return `item ${index + 1} is not that${hint === null ? "" : ` (${hint})`}`;
}

function cellPattern(item: Codec): string | null {
  const semicolons = itemsPattern(item, ";", ";");
  if (semicolons === null || !item.separators.includes(",")) return semicolons;
  return `(?=[^;]*;)(?:${semicolons})|(?=[^;]*$)(?:${itemsPattern(item, ",", ";,")})`;
}

/** Every run of white space can be matched in one way only, so that matching takes linear time. */
function itemsPattern(item: Codec, separator: string, without: string): string | null {
  const pattern = item.pattern(without);
  if (pattern === null) return null;
  const more = `(?:(?:\\s*${separator})+\\s*(?:${pattern}))*`;
  return `(?:${pattern}|(?=${separator}))${more}(?:\\s*${separator})*`;
}
