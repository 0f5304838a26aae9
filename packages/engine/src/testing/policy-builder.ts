import {
  type Classification,
  type Commitment,
  type EventType,
  type Expression,
  type Field,
  type FieldType,
  IR_VERSION,
  type Policy,
  type Score,
  type ScoreLine,
  type Span,
  type Stage,
} from "@entente/ir";
import type { Context } from "../plan/context.ts";
import type { LeadFacts, Occurrence, Value } from "../records/facts.ts";

/** A span for parts that no source text stands behind. */
export const noSpan: Span = { file: "test.sla", start: 0, end: 0, line: 1, column: 1 };

/** The span of the first `text` in `source`; an empty span at the start where it does not occur. */
export function spanOf(source: string, text: string): Span {
  const start = Math.max(0, source.indexOf(text));
  return { file: "test.sla", start, end: start + text.length, line: 1, column: start + 1 };
}

/**
 * The smallest policy, with `parts` laid over it: two parties, UTC, US dollars, no declarations. `agreement`
 * may be given in part.
 */
export function buildPolicy(
  parts: Partial<Omit<Policy, "agreement">> & { agreement?: Partial<Policy["agreement"]> } = {},
): Policy {
  const { agreement, ...rest } = parts;
  return {
    irVersion: IR_VERSION,
    sources: [{ file: "test.sla", text: "" }],
    agreement: {
      title: "Test",
      between: ["marketing", "sales"],
      effective: null,
      timeZone: "UTC",
      currency: "USD",
      calendar: null,
      inFlight: "keeps",
      because: null,
      span: noSpan,
      ...agreement,
    },
    horizon: { from: "2020-01-01", to: "2030-12-31" },
    zones: { UTC: { initial: 0, changes: [] } },
    parties: ["marketing", "sales"].map((name) => ({ name, label: null, span: noSpan })),
    ...noDeclarations(),
    ...rest,
  };
}

function noDeclarations(): Omit<
  Policy,
  "irVersion" | "sources" | "agreement" | "horizon" | "zones" | "parties"
> {
  return {
    roles: [],
    calendars: [],
    lead: { fields: [] },
    people: null,
    events: [],
    defines: [],
    scores: [],
    classes: [],
    stages: [],
    commitments: [],
    ladders: [],
    goals: [],
    funnels: [],
    rewards: [],
    meetings: [],
    disputes: [],
    responsibilities: [],
    reviews: [],
    cancellations: [],
    signatures: [],
    tests: [],
  };
}

/** The types of fields, by the word that the language has for them. */
export const fieldType = {
  text: { kind: "text" },
  boolean: { kind: "boolean" },
  money: { kind: "money" },
  percent: { kind: "percent" },
  date: { kind: "date" },
  time: { kind: "time" },
  integer: { kind: "integer", minimum: null, maximum: null },
  number: { kind: "number", minimum: null, maximum: null },
  textList: { kind: "list", of: { kind: "text" } },
} as const satisfies Record<string, FieldType>;

/** A `one of` type. */
export function choiceOf(...names: string[]): FieldType {
  return { kind: "choice", values: names.map((name) => ({ name, labels: [] })) };
}

/** An optional field or attribute; `parts` makes it required, a key, or gives it a column. */
export function fieldOf(name: string, type: FieldType, parts: Partial<Field> = {}): Field {
  return { name, type, key: false, required: false, column: null, span: noSpan, ...parts };
}

export function eventOf(name: string, attributes: Field[] = [], parts: Partial<EventType> = {}): EventType {
  return { name, attributes, column: null, alsoWhen: null, span: noSpan, ...parts };
}

/** A stage with neither predecessors nor conditions; `order` and `rank` are 0 unless given. */
export function stageOf(name: string, parts: Partial<Stage> = {}): Stage {
  return {
    name,
    label: null,
    after: [],
    when: null,
    unless: null,
    at: null,
    rank: 0,
    order: 0,
    span: noSpan,
    ...parts,
  };
}

/** A commitment that applies to every lead, without pauses, ends, excuses or ladder. */
export function commitmentOf(
  name: string,
  clauses: Commitment["clauses"],
  parts: Partial<Commitment> = {},
): Commitment {
  return {
    name,
    appliesTo: null,
    calendar: null,
    clauses,
    pauses: [],
    until: [],
    excuses: [],
    waivers: [],
    warnAt: null,
    ladder: null,
    because: null,
    span: noSpan,
    ...parts,
  };
}

/** An occurrence; `at` is epoch milliseconds, or ISO text with an offset. */
export function occurrenceOf(
  event: string,
  at: number | string,
  parts: Partial<Omit<Occurrence, "attributes">> & { attributes?: Record<string, Value> } = {},
): Occurrence {
  const { attributes, ...rest } = parts;
  return {
    event,
    at: instant(at),
    recorded: null,
    owner: null,
    attributes: new Map(Object.entries(attributes ?? {})),
    ...rest,
  };
}

/** A lead with these values and events; the events are put in order of time. */
export function factsOf(
  values: Record<string, Value> = {},
  events: readonly Occurrence[] = [],
  id = "1",
): LeadFacts {
  const ordered = events.toSorted((a, b) => a.at - b.at);
  return { id, values: new Map(Object.entries(values)), events: ordered };
}

/** The facts as of `at`, with everything known that was recorded by then. */
export function contextOf(facts: LeadFacts, at: number | string, parts: Partial<Context> = {}): Context {
  const now = instant(at);
  return { facts, at: now, knownAt: now, occurrence: null, statuses: null, missing: null, ...parts };
}

/** Epoch milliseconds of an ISO text such as `2026-03-02T09:00Z`. */
export function instant(at: number | string): number {
  return typeof at === "number" ? at : Date.parse(at);
}

/** A score without lines, fading, bounds or resets. */
export function scoreOf(name: string, lines: Score["lines"], parts: Partial<Score> = {}): Score {
  return {
    name,
    lines,
    fades: null,
    expiresAfter: null,
    minimum: null,
    maximum: null,
    resets: null,
    span: noSpan,
    ...parts,
  };
}

/** A line of a score that counts every time, without cap or expiry. */
export function scoreLineOf(
  points: number,
  basis: ScoreLine["basis"],
  parts: Partial<ScoreLine> = {},
): ScoreLine {
  return { points: String(points), basis, once: null, cap: null, expiresAfter: null, span: noSpan, ...parts };
}

/** A `classify` whose cases are given as name, condition (null is `otherwise`) and worth in minor units. */
export function classOf(
  name: string,
  cases: readonly (readonly [name: string, when: Expression | null, worthMinor?: number])[],
  firstMatch = true,
): Classification {
  return {
    name,
    firstMatch,
    cases: cases.map(([caseName, when, worth]) => ({
      name: caseName,
      when,
      worth: worth === undefined ? null : { unit: "money", value: moneyOf(worth) },
      span: noSpan,
    })),
    span: noSpan,
  };
}

function moneyOf(minor: number): Expression {
  return { kind: "literal", value: { kind: "money", minor, currency: "USD" }, span: noSpan };
}
