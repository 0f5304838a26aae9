import { assertNever, type Policy, type Worth } from "@entente/ir";
import { isExact } from "../plan/cell.ts";
import type { Context } from "../plan/context.ts";
import { numberOf } from "../plan/exact.ts";
import type { Scope } from "../plan/scope.ts";
import type { ReachedStage, WorthAmount } from "../verdict.ts";

/**
 * What the lead is worth at the context's instant: that of its case in the first declared `classify` that gives
 * one; null where none does. The worth that a funnel gives to leads without one is added by the funnels,
 * which ask here first: a `worth` in a `classify` wins.
 */
export function worthAt(scope: Scope, context: Context): WorthAmount | null {
  for (const one of scope.policy.classes) {
    if (one.cases.every((candidate) => candidate.worth === null)) continue;
    const name = scope.judge.class(one.name, context);
    const worth = one.cases.find((candidate) => candidate.name === name)?.worth ?? null;
    const amount = worth === null ? null : amountOf(scope, worth, context);
    if (amount !== null) return amount;
  }
  return null;
}

/**
 * What the lead is worth, read at the instant at which it reached its earliest stage. A lead that has reached no stage is
 * worth nothing yet (null); in a contract without stages the worth is read at the context's instant.
 */
export function worthOf(scope: Scope, context: Context, stages: readonly ReachedStage[]): WorthAmount | null {
  if (scope.policy.stages.length === 0) return worthAt(scope, context);
  if (stages.length === 0) return null;
  return worthAt(scope, { ...context, at: Math.min(...stages.map(({ at }) => at)) });
}

function amountOf(scope: Scope, worth: Worth, context: Context): WorthAmount | null {
  const cell = scope.term(worth.value)(context);
  if (!isExact(cell)) return null;
  switch (worth.unit) {
    case "money":
      return { unit: "money", minor: Math.round(numberOf(cell)), currency: currencyOf(scope.policy, worth) };
    case "points":
      return { unit: "points", points: numberOf(cell) };
    default:
      return assertNever(worth.unit);
  }
}

function currencyOf(policy: Policy, { value }: Worth): string {
  const written = value.kind === "literal" && value.value.kind === "money" ? value.value.currency : null;
  return written ?? policy.agreement.currency;
}
