import type { Zone } from "@entente/ir";
import type { Context } from "../plan/context.ts";
import type { ExpressionPlan } from "../plan/expression-plan.ts";
import type { Boundaries } from "./boundaries/boundaries.ts";
import { classificationBoundaries, conditionBoundaries } from "./boundaries/condition-boundaries.ts";
import { recordedAt } from "./match-events.ts";
import { agreementTerm } from "./term.ts";
import { datedInstants } from "./term-changes.ts";

/** What can change verdicts besides clocks that run. */
export interface Changes {
  /** In order: where dated values change, and where the agreement's term begins. */
  readonly instants: readonly number[];
  readonly timeFields: readonly string[];
  /** When scores, classes and stages change by themselves; null where they do not. */
  readonly classification: Boundaries | null;
}

export function changesOf(plan: ExpressionPlan): Changes {
  const { policy, zone } = plan;
  const { tests: _tests, ...rules } = policy;
  return {
    instants: instantsOf(rules, zone, agreementTerm(zone, policy.agreement).from),
    timeFields: policy.lead.fields.filter(({ type }) => type.kind === "time").map(({ name }) => name),
    classification: classificationBoundaries(plan, conditionBoundaries(plan)),
  };
}

function instantsOf(rules: unknown, zone: Zone, from: number): readonly number[] {
  return [from, ...datedInstants(rules, zone)].filter(Number.isFinite).sort((a, b) => a - b);
}

/**
 * The earliest instant after `now` at which a verdict can change for reasons outside its clocks: an event dated or
 * recorded in the future, a time of the record, a dated value of the contract, a score or stage that lapses.
 * `context` is the lead as it is classified now.
 */
export function nextChange(changes: Changes, context: Context): number | null {
  const { facts, at: now } = context;
  let earliest = Number.POSITIVE_INFINITY;
  const consider = (at: number): void => {
    if (at > now && at < earliest) earliest = at;
  };
  for (const one of facts.events) consider(recordedAt(one));
  for (const name of changes.timeFields) {
    const value = facts.values.get(name);
    if (typeof value === "number") consider(value);
  }
  for (const at of changes.instants) consider(at);
  changes.classification?.(context, consider);
  return earliest === Number.POSITIVE_INFINITY ? null : earliest;
}
