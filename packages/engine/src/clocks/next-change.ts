import type { Policy, Zone } from "@entente/ir";
import type { ExpressionPlan } from "../plan/expression-plan.ts";
import type { LeadFacts } from "../records/facts.ts";
import { recordedAt } from "./match-events.ts";
import { agreementTerm } from "./term.ts";
import { datedInstants } from "./term-changes.ts";

/** What can change verdicts at instants that the policy or a field of the lead names. */
export interface Changes {
  /** In order: where dated values change, and where the agreement's term begins. */
  readonly instants: readonly number[];
  readonly timeFields: readonly string[];
  readonly dateFields: readonly string[];
}

export function changesOf(policy: Policy, zone: Zone): Changes {
  const { from } = agreementTerm(zone, policy.agreement);
  const fields = (kind: "time" | "date"): string[] =>
    policy.lead.fields.filter((field) => field.type.kind === kind).map((field) => field.name);
  const { tests: _tests, ...rules } = policy;
  return {
    instants: [from, ...datedInstants(rules, zone)].filter(Number.isFinite).sort((a, b) => a - b),
    timeFields: fields("time"),
    dateFields: fields("date"),
  };
}

/**
 * The earliest instant after `now` at which a verdict can change for reasons outside its clocks: an event
 * dated or recorded in the future, a time or date of the record, a dated value of the contract.
 *
 * Not foreseen: scores that fade or expire, and conditions on the time passed since an event.
 */
export function nextChange(
  plan: ExpressionPlan,
  changes: Changes,
  facts: LeadFacts,
  now: number,
): number | null {
  let earliest = Number.POSITIVE_INFINITY;
  const consider = (at: number): void => {
    if (at > now && at < earliest) earliest = at;
  };
  for (const one of facts.events) consider(recordedAt(one));
  for (const name of changes.timeFields) {
    const value = facts.values.get(name);
    if (typeof value === "number") consider(value);
  }
  for (const name of changes.dateFields) {
    const value = facts.values.get(name);
    if (typeof value === "string") consider(plan.zone.instantOf(value, 0));
  }
  for (const at of changes.instants) consider(at);
  return earliest === Number.POSITIVE_INFINITY ? null : earliest;
}
