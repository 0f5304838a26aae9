import type { Policy } from "@entente/ir";
import { rangeOf } from "../classify/classify-lead.ts";
import type { Context } from "../plan/context.ts";
import { ownerAt } from "../plan/owner-at.ts";
import type { Scope } from "../plan/scope.ts";
import { composed, folded } from "../plan/text.ts";
import { visibleOccurrences } from "../plan/visibility.ts";
import type { LeadFacts, Occurrence, Value } from "../records/facts.ts";

/** Plain JSON. Every declared name is there; null is unknown, or an event that has not happened. */
export type JsonData =
  | string
  | number
  | boolean
  | null
  | readonly JsonData[]
  | { readonly [name: string]: JsonData };

/**
 * The data that a rule of `toJsonLogic` runs on, as of an instant (epoch milliseconds).
 *
 * | part | content |
 * |---|---|
 * | `at` | the instant |
 * | `fields`, `folded` | the lead's values, with `owner` who holds it at the instant; texts again in lower case |
 * | `scores` | `minimum` and `maximum`; an open end is the largest number there is |
 * | `classes` | the case's name, empty where no case holds |
 * | `stages` | `is` and `reached` |
 * | `events` | a list for each event, in order of time, with `at`, `attributes`, `folded` |
 * | `first`, `last` | the first and last of each of these |
 *
 * @param plan an ExpressionPlan of the policy
 */
export function jsonLogicData(plan: Scope, facts: LeadFacts, at: number): JsonData {
  const context: Context = { facts, at, knownAt: at, occurrence: null, statuses: null, missing: null };
  const { policy, judge } = plan;
  const fieldNames = policy.lead.fields.map((field) => field.name);
  const events = policy.events.map(({ name, attributes }) => {
    const names = attributes.map((attribute) => attribute.name);
    return { name, list: visibleOccurrences(context, name).map((one) => occurrenceData(names, one)) };
  });
  const values = withOwner(policy, facts, at);
  return {
    at,
    fields: valuesOf(fieldNames, values, composed),
    folded: valuesOf(fieldNames, values, folded),
    scores: named(policy.scores, ({ name }) => {
      const { minimum, maximum } = rangeOf(judge.score(name, context));
      return { minimum: finite(minimum), maximum: finite(maximum) };
    }),
    classes: named(policy.classes, ({ name }) => judge.class(name, context) ?? null),
    stages: named(policy.stages, ({ name }) => ({
      is: judge.stageIs(name, context) ?? null,
      reached: judge.stageReached(name, context) ?? null,
    })),
    events: named(events, ({ list }) => list),
    first: named(events, ({ list }) => list[0] ?? null),
    last: named(events, ({ list }) => list.at(-1) ?? null),
  };
}

/** The lead's values as conditions see them: the owner is who holds the lead, whatever its field says. */
function withOwner(policy: Policy, { values, ...facts }: LeadFacts, at: number): ReadonlyMap<string, Value> {
  const owner = ownerAt({ values, ...facts }, at, policy, at);
  return owner === null ? values : new Map([...values, ["owner", owner]]);
}

function occurrenceData(names: readonly string[], { at, attributes }: Occurrence): JsonData {
  return {
    at,
    attributes: valuesOf(names, attributes, composed),
    folded: valuesOf(names, attributes, folded),
  };
}

function valuesOf(
  names: readonly string[],
  values: ReadonlyMap<string, Value>,
  prepare: (text: string) => string,
): JsonData {
  const convert = (value: Value): JsonData => {
    if (typeof value === "string") return prepare(value);
    return typeof value === "object" ? value.map(convert) : value;
  };
  return named(
    names.map((name) => ({ name })),
    ({ name }) => {
      const value = values.get(name);
      return value === undefined ? null : convert(value);
    },
  );
}

/** An object whose keys are own properties, whatever they are called. */
function named<T extends { readonly name: string }>(
  items: readonly T[],
  data: (item: T) => JsonData,
): JsonData {
  return Object.fromEntries(items.map((item) => [item.name, data(item)]));
}

function finite(end: number): number {
  return Math.max(-Number.MAX_VALUE, Math.min(Number.MAX_VALUE, end));
}
