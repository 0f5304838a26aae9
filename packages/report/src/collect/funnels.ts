import type { FunnelActuals } from "@entente/engine";
import { type FunnelPlan, planFunnel } from "@entente/engine";
import type { Period, Policy } from "@entente/ir";
import type Fraction from "fraction.js";

/** What came through a funnel, beside what the contract plans. */
export interface ReportedFunnel extends FunnelActuals {
  /** Null where the funnel has no quota to plan from, or its sum cannot be done. */
  readonly plan: {
    readonly every: Period;
    readonly needs: readonly { readonly stage: string; readonly leads: Fraction }[];
  } | null;
}

/** Adds the plan of each funnel, by the terms that hold on a date (`YYYY-MM-DD`). */
export function reportedFunnels(
  policy: Policy,
  actuals: readonly FunnelActuals[],
  on: string,
): readonly ReportedFunnel[] {
  return actuals.map((funnel) => ({ ...funnel, plan: planOf(policy, funnel.funnel, on) }));
}

function planOf(policy: Policy, name: string, on: string): ReportedFunnel["plan"] {
  const plan = planOrNull(policy, name, on);
  if (plan === null) return null;
  return { every: plan.every, needs: [...plan.needs].map(([stage, leads]) => ({ stage, leads })) };
}

/** A funnel without a quota, or one that differs from lead to lead, has no plan, but still has actuals. */
function planOrNull(policy: Policy, name: string, on: string): FunnelPlan | null {
  try {
    return planFunnel(policy, name, on);
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}
