import type { Policy } from "@entente/ir";
import { type Lookup, lookupIn, readBinding } from "./binding.ts";
import { isMissing } from "./codec.ts";
import { readOccurrence, readTimestamps } from "./event-codec.ts";
import type { LeadFacts, Occurrence, RecordIssue, Value } from "./facts.ts";
import { foundInWords } from "./found-in-words.ts";
import { createLeadCodec, type LeadCodec } from "./lead-codec.ts";
import { orderEvents } from "./merge-events.ts";

/** The cells of one row of a table by the column's header. */
export type Cells = ReadonlyMap<string, string> | Readonly<Record<string, string>>;

/** A lead as read, or everything that is wrong with its record. `id` is null where not even that was readable. */
export type LeadReading =
  | { readonly ok: true; readonly facts: LeadFacts }
  | { readonly ok: false; readonly id: string | null; readonly issues: readonly RecordIssue[] };

/** An event of an event table as read, or everything that is wrong with its row. */
export type EventReading =
  | { readonly ok: true; readonly lead: string; readonly occurrence: Occurrence }
  | { readonly ok: false; readonly lead: string | null; readonly issues: readonly RecordIssue[] };

/**
 * Reads the records of one policy. Nothing here throws on data. Fields stand under their column or their
 * name; unknown keys are ignored; null and blank text mean missing.
 */
export interface LeadReader {
  /** Reads a lead from a parsed JSON value; it may hold `events: [{ event, at, … }]`. */
  readObject(raw: unknown): LeadReading;
  /** Reads a lead from a row of a table, by the same rules; a column named `events` means nothing there. */
  readRow(cells: Cells): LeadReading;
  /** Reads a row `{ lead, event, at, recorded?, owner?, …attributes }`, from JSON or from a table. */
  readEventRow(raw: unknown): EventReading;
}

/** A reader for the records of `policy`. */
export function createLeadReader(policy: Policy): LeadReader {
  const codec = createLeadCodec(policy);
  return {
    readObject(raw) {
      if (!isObject(raw)) return { ok: false, id: null, issues: [notAnObject("a lead record", raw)] };
      const lookup = lookupIn(raw);
      return readLead(codec, lookup, codec.nested ? lookup("events") : undefined);
    },
    readRow: (cells) => readLead(codec, cellLookup(cells), undefined),
    readEventRow(raw) {
      if (!isObject(raw)) return { ok: false, lead: null, issues: [notAnObject("an event", raw)] };
      return readEvent(codec, raw instanceof Map ? (key) => raw.get(key) : lookupIn(raw));
    },
  };
}

function cellLookup(cells: Cells): Lookup {
  return cells instanceof Map ? (key) => cells.get(key) : lookupIn(cells);
}

function isObject(raw: unknown): raw is object {
  return typeof raw === "object" && raw !== null && !Array.isArray(raw);
}

function notAnObject(what: string, raw: unknown): RecordIssue {
  return {
    field: null,
    column: null,
    message: `expected ${what} (a JSON object), found ${foundInWords(raw)}`,
  };
}

function readLead(codec: LeadCodec, lookup: Lookup, nested: unknown): LeadReading {
  const issues: RecordIssue[] = [];
  const values = new Map<string, Value>();
  for (const binding of codec.fields) {
    const value = readBinding(binding, lookup, issues);
    if (value !== undefined) values.set(binding.name, value);
  }
  const events = [...readTimestamps(codec.events, lookup, issues), ...readNested(codec, nested, issues)];
  const key = codec.key === null ? undefined : values.get(codec.key.name);
  if (codec.key === null) issues.push(noKey);
  const id = key === undefined ? null : String(key);
  if (issues.length > 0 || id === null) return { ok: false, id, issues };
  return { ok: true, facts: { id, values, events: orderEvents(events) } };
}

const noKey: RecordIssue = {
  field: null,
  column: null,
  message: "the contract's lead has no field that identifies it; declare one as key",
};

function readNested(codec: LeadCodec, raw: unknown, issues: RecordIssue[]): Occurrence[] {
  if (isMissing(raw)) return [];
  if (!Array.isArray(raw)) {
    const message = `events: expected a list of events, found ${foundInWords(raw)}; write it as [{"event": …, "at": …}]`;
    issues.push({ field: "events", column: "events", message });
    return [];
  }
  return raw.flatMap((item: unknown, index) => {
    const prefix = `events[${index}]`;
    if (!isObject(item)) {
      const { message } = notAnObject("an event", item);
      issues.push({ field: prefix, column: null, message: `${prefix}: ${message}` });
      return [];
    }
    const occurrence = readOccurrence(codec.events, lookupIn(item), issues, `${prefix}.`);
    return occurrence === undefined ? [] : [occurrence];
  });
}

function readEvent(codec: LeadCodec, lookup: Lookup): EventReading {
  const issues: RecordIssue[] = [];
  const { key } = codec;
  const lead =
    key === null ? undefined : readBinding({ ...key, name: "lead", keys: ["lead"] }, lookup, issues);
  if (key === null) issues.push(noKey);
  const occurrence = readOccurrence(codec.events, lookup, issues);
  const id = lead === undefined ? null : String(lead);
  if (id === null || occurrence === undefined) return { ok: false, lead: id, issues };
  return { ok: true, lead: id, occurrence };
}
