import type { Goal, Milepost, Policy } from "@entente/ir";
import { planFunnel } from "../funnel/plan-funnel.ts";
import type { GoalAttainment, GoalWindowAttainment } from "../goals/attainment.ts";
import { earlierWindows } from "./earlier-windows.ts";

/** The chance that a lead which is still open comes through, and where it is from. */
export type Conversion =
  /** Agreed in a funnel, or given by the caller: taken as it is. A ratio from 0 to 1. */
  | { readonly kind: "agreed"; readonly chance: number }
  /** Seen before: `came` of `of` leads. How far that may be from the truth is part of the forecast. */
  | { readonly kind: "observed"; readonly came: number; readonly of: number };

/** What earlier windows of the same target, all settled, show of a rate or share; null where there are none. */
export function observedConversion(goal: GoalAttainment, window: GoalWindowAttainment): Conversion | null {
  const earlier = earlierWindows(goal, window).filter(
    ({ status }) => status === "met" || status === "missed" || status === "over",
  );
  const of = earlier.reduce((sum, one) => sum + (one.of ?? 0), 0);
  if (of === 0) return null;
  return { kind: "observed", came: earlier.reduce((sum, one) => sum + one.counted, 0), of };
}

/**
 * The product of the rates that funnels agree on between the two ends of a rate goal; null where none leads there, or
 * several that differ.
 *
 * @param on the date whose values count, `YYYY-MM-DD`
 */
export function agreedConversion(policy: Policy, { measure }: Goal, on: string): Conversion | null {
  if (measure.kind !== "rate" || measure.where !== null || measure.per !== null) return null;
  const [from, to] = [stageOf(policy, measure.from), stageOf(policy, measure.to)];
  const chances = policy.funnels.flatMap(({ name }) => chanceBetween(policy, name, from, to, on) ?? []);
  const [chance] = new Set(chances);
  if (chance === undefined || chances.some((other) => other !== chance)) return null;
  return { kind: "agreed", chance };
}

function stageOf({ stages }: Policy, { kind, name }: Milepost): string | undefined {
  if (kind === "stage") return name;
  return stages.find(({ when }) => when?.kind === "happened" && when.event === name)?.name;
}

function chanceBetween(
  policy: Policy,
  name: string,
  from: string | undefined,
  to: string | undefined,
  on: string,
): number | null {
  try {
    const { steps } = planFunnel(policy, name, on);
    const start = steps.findIndex((step) => step.from === from);
    const end = steps.findIndex((step) => step.to === to);
    const [first, ...others] = start < 0 || end < start ? [] : steps.slice(start, end + 1);
    return first === undefined
      ? null
      : others.reduce((product, { rate }) => product.mul(rate), first.rate).valueOf();
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}
