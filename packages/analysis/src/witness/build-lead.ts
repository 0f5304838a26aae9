import type { Value } from "@entente/engine";
import type { EventType, Field } from "@entente/ir";
import type { Model } from "../model.ts";
import { candidates, noDemand } from "../space/candidates.ts";
import type { Attributes, Part } from "../space/variable.ts";
import { instantsOf } from "./instants.ts";
import { type Json, jsonValue } from "./json-value.ts";

/** A record in JSON, and which of its fields were asked for. */
export interface BuiltLead {
  readonly record: Readonly<Record<string, Json>>;
  readonly events: readonly Readonly<Record<string, Json>>[];
  readonly at: number;
  readonly shows: Readonly<Record<string, Json>>;
}

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

const onTime = { backwards: false, gap: MINUTE, wait: 0 };

interface Happening {
  readonly event: EventType;
  readonly at: number;
  readonly attributes: Attributes;
}

/**
 * The smallest lead that has the parts: other fields are missing, or plain where a valid record needs them. What
 * nothing puts elsewhere in time happens after all time fields, event by event as declared.
 *
 * @param lookedAt an event that happens last, with the attributes among the parts
 */
export function buildLead(model: Model, parts: readonly Part[], lookedAt: string | null): BuiltLead {
  const instants = instantsOf(model, parts);
  const timing = parts.find((part) => part.kind === "timing") ?? onTime;
  const happenings = parts.flatMap((part) =>
    part.kind === "history" ? historyOf(model, part, instants, timing) : [],
  );
  const latest = Math.max(model.start, ...instants.values(), ...happenings.map(({ at }) => at));
  if (lookedAt !== null) {
    happenings.push({ event: model.event(lookedAt), at: latest + HOUR, attributes: attributesOf(parts) });
  }
  const inOrder = happenings.toSorted((a, b) => a.at - b.at);
  const asked = askedFields(model, parts, instants);
  const { columns, rows } = spelled(model, inOrder);
  return {
    record: { ...requiredFields(model), ...asked, ...columns },
    events: rows,
    at: Math.max(latest, ...happenings.map(({ at }) => at)) + Math.max(MINUTE, timing.wait),
    shows: asked,
  };
}

function requiredFields(model: Model): Record<string, Json> {
  const needed = model.policy.lead.fields.filter((field) => field.required || field.key);
  return Object.fromEntries(needed.map((field) => [field.name, plainest(model, field)]));
}

function plainest(model: Model, field: Field): Json {
  if (field.key && field.type.kind === "text") return "1";
  const values = candidates(model, field.type, noDemand);
  const plain = field.type.kind === "boolean" ? false : values[0];
  return plain === undefined ? null : jsonValue(field.type, plain, model.digits);
}

function askedFields(
  model: Model,
  parts: readonly Part[],
  instants: ReadonlyMap<string, number>,
): Record<string, Json> {
  const asked: Record<string, Json> = {};
  for (const part of parts) {
    if (part.kind !== "field") continue;
    const { type } = model.field(part.name);
    const value = part.value === undefined ? undefined : (instants.get(`field ${part.name}`) ?? part.value);
    asked[part.name] = value === undefined ? null : jsonValue(type, value, model.digits);
  }
  for (const [key, at] of instants) {
    const name = key.startsWith("field ") ? key.slice(6) : null;
    if (name !== null && !Object.hasOwn(asked, name)) asked[name] = new Date(at).toISOString();
  }
  return asked;
}

function attributesOf(parts: readonly Part[]): Attributes {
  const known = new Map<string, Value>();
  for (const part of parts) {
    if (part.kind === "attribute" && part.value !== undefined) known.set(part.name, part.value);
  }
  return known;
}

/** An ordered first occurrence is followed by the others at once, an ordered last one comes right after them. */
function historyOf(
  model: Model,
  { event, occurrences }: Extract<Part, { kind: "history" }>,
  instants: ReadonlyMap<string, number>,
  { backwards, gap }: Pick<Extract<Part, { kind: "timing" }>, "backwards" | "gap">,
): Happening[] {
  const type = model.event(event);
  const first = instants.get(`first ${event}`);
  const last = instants.get(`last ${event}`);
  const step = first === undefined && last === undefined ? gap : 1000;
  const { events } = model.policy;
  const place = backwards ? events.length - events.indexOf(type) : 1 + events.indexOf(type);
  const usual = model.start + HOUR * place;
  const begin = first ?? (last === undefined ? usual : last - step * (occurrences.length - 1));
  return occurrences.map((attributes, index) => ({
    event: type,
    at: index > 0 && index === occurrences.length - 1 && last !== undefined ? last : begin + index * step,
    attributes,
  }));
}

/** An event without an attribute that its rows need comes from its column in the lead record. */
function spelled(
  model: Model,
  happenings: readonly Happening[],
): { columns: Record<string, Json>; rows: Record<string, Json>[] } {
  const columns: Record<string, Json> = {};
  const rows: Record<string, Json>[] = [];
  for (const { event, at, attributes } of happenings) {
    const iso = new Date(at).toISOString();
    const asked = event.attributes.filter(({ name }) => attributes.has(name));
    if (event.column !== null && asked.length === 0 && event.attributes.some(({ required }) => required)) {
      columns[event.column] = iso;
      continue;
    }
    const needed = event.attributes.filter((field) => field.required && !attributes.has(field.name));
    const row: Record<string, Json> = { event: event.name, at: iso };
    for (const field of needed) row[field.name] = plainest(model, field);
    for (const field of asked) {
      const value = attributes.get(field.name);
      if (value !== undefined) row[field.name] = jsonValue(field.type, value, model.digits);
    }
    rows.push(row);
  }
  return { columns, rows };
}
