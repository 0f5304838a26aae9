import { assertNever, type Funnel, upperBound, type Worth } from "@entente/ir";
import type { Fraction } from "fraction.js";
import { datedInstants } from "../clocks/term-changes.ts";
import { planFunnel } from "../funnel/plan-funnel.ts";
import { isExact } from "../plan/cell.ts";
import type { Context } from "../plan/context.ts";
import { type Exact, numberOf } from "../plan/exact.ts";
import type { ExpressionPlan } from "../plan/expression-plan.ts";

/** What a lead counts for at an instant, in minor units or points; null where a missing field decides. */
export type WorthOf = (context: Context) => Exact | null;

/**
 * The worth of a lead as it reaches a stage (language, section 6): that of its case in the first `classify` that gives
 * one in the unit asked for; else what one lead at the stage is worth in the funnel that it belongs to, quota /
 * leads, exact. A lead without either is worth nothing. Two funnels that both match leave it open.
 */
export function compileWorth(plan: ExpressionPlan, unit: Worth["unit"], stage: string): WorthOf {
  const classes = plan.policy.classes.filter((one) => one.cases.some(({ worth }) => worth?.unit === unit));
  const funnels = unit === "money" ? plan.policy.funnels.map((one) => compileFunnel(plan, one, stage)) : [];
  return (context) => {
    let open = false;
    for (const { name, cases } of classes) {
      const found = plan.judge.class(name, context);
      const worth = cases.find((one) => one.name === found)?.worth;
      if (worth?.unit === unit) return amountOf(plan, worth, context);
      if (found === undefined) open = true;
    }
    if (open) return null;
    return funnelWorth(funnels, context);
  };
}

function amountOf(plan: ExpressionPlan, { unit, value }: Worth, context: Context): Exact | null {
  const cell = plan.term(value)(context);
  if (!isExact(cell)) return null;
  switch (unit) {
    case "money":
      return Math.round(numberOf(cell)); // a verdict rounds it to minor units, too
    case "points":
      return cell;
    default:
      return assertNever(unit);
  }
}

interface FunnelShare {
  readonly holds: (context: Context) => boolean | undefined;
  readonly worth: (at: number) => Fraction | null;
}

function funnelWorth(funnels: readonly FunnelShare[], context: Context): Exact | null {
  const worths: Fraction[] = [];
  for (const { holds, worth } of funnels) {
    const amount = worth(context.at);
    if (amount === null) continue;
    const truth = holds(context);
    if (truth === undefined) return null;
    if (truth) worths.push(amount);
  }
  const [only] = worths;
  if (only === undefined) return 0;
  return worths.length === 1 ? only : null;
}

/** A funnel's plan changes only where one of its dated values does. */
function compileFunnel(plan: ExpressionPlan, funnel: Funnel, stage: string): FunnelShare {
  const { policy, zone } = plan;
  const changes = Float64Array.from(datedInstants(funnel, zone));
  const known = new Map<number, Fraction | null>();
  return {
    holds: funnel.appliesTo === null ? () => true : plan.condition(funnel.appliesTo),
    worth: (at) => {
      const part = upperBound(changes, at);
      const found = known.get(part);
      if (found !== undefined) return found;
      const on = part === 0 ? undefined : zone.localDate(changes[part - 1] as number);
      const planned = worthIn(policy, funnel.name, stage, on);
      known.set(part, planned);
      return planned;
    },
  };
}

/** Null where the funnel cannot be carried back to the stage: it then gives no worth. */
function worthIn(
  policy: ExpressionPlan["policy"],
  funnel: string,
  stage: string,
  on: string | undefined,
): Fraction | null {
  try {
    return planFunnel(policy, funnel, on).worth.get(stage) ?? null;
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}
