import type { Field } from "@entente/ir";
import { type Codec, decode, isMissing, Rejected } from "./codec.ts";
import { codecOf, type Setting } from "./codec-of.ts";
import type { RecordIssue, Value } from "./facts.ts";
import { foundInWords } from "./found-in-words.ts";

/** Where a value stands in a record, and how it is spelled there. */
export interface Binding {
  /** The name in the contract. */
  readonly name: string;
  /** The keys under which it may stand: the column first, then the name. */
  readonly keys: readonly string[];
  readonly required: boolean;
  readonly codec: Codec;
}

/** Looks a key up in one record; undefined where the record does not have it. */
export type Lookup = (key: string) => unknown;

/** Looks up own properties only, so that keys such as `constructor` are as good as any other. */
export function lookupIn(record: object): Lookup {
  return (key) => (Object.hasOwn(record, key) ? (record as Record<string, unknown>)[key] : undefined);
}

/**
 * Binds fields to the keys of a record. A key that some field names as its column belongs to that field: another
 * field of that very name is then found under its own column only.
 */
export function bindFields(fields: readonly Field[], setting: Setting): Binding[] {
  const columns = new Set(fields.map(({ column }) => column));
  return fields.map(({ name, column, required, key, type }) => {
    const keys = [...(column === null ? [] : [column]), ...(columns.has(name) ? [] : [name])];
    return { name, keys, required: required || key, codec: codecOf(type, setting) };
  });
}

/** Reads one value; undefined where it is missing or where an issue was added to `issues`. */
export function readBinding(
  binding: Binding,
  lookup: Lookup,
  issues: RecordIssue[],
  prefix = "",
): Value | undefined {
  let found: string | null = null;
  let raw: unknown;
  for (const key of binding.keys) {
    const value = lookup(key);
    if (isMissing(value)) continue;
    if (found !== null) {
      issues.push(issueOf(binding, prefix, found, `given twice, ${under([found, key], "and")}; keep one`));
      return undefined;
    }
    found = key;
    raw = value;
  }
  if (found === null) {
    if (binding.required) issues.push(issueOf(binding, prefix, null, missingMessage(binding)));
    return undefined;
  }
  const value = decode(binding.codec, raw);
  if (!(value instanceof Rejected)) return value;
  issues.push(issueOf(binding, prefix, found, refusedMessage(binding, raw, value)));
  return undefined;
}

function issueOf({ name, keys }: Binding, prefix: string, key: string | null, what: string): RecordIssue {
  const field = prefix + name;
  return { field, column: key ?? keys[0] ?? null, message: `${field}: ${what}` };
}

function refusedMessage({ codec }: Binding, raw: unknown, { hint }: Rejected): string {
  return `expected ${codec.expected}, found ${foundInWords(raw)}${hint === null ? "" : `; ${hint}`}`;
}

function missingMessage({ keys, codec }: Binding): string {
  const where = keys.length === 0 ? "since another field has its name as column" : under(keys, "or");
  return `expected ${codec.expected}, found nothing ${where}; fill it in, or declare it optional`;
}

function under(keys: readonly string[], joint: "and" | "or"): string {
  return `under ${keys.map((key) => JSON.stringify(key)).join(` ${joint} `)}`;
}
