import type { Goal } from "@entente/ir";
import { Fraction } from "fraction.js";
import type { GoalStatus } from "./attainment.ts";

type Bound = Goal["targets"][number]["bound"];

/** How far the tolerance lets a figure stay below or go beyond its target, as factors of the target. */
interface Limits {
  readonly from: Fraction;
  /** Null without a limit. */
  readonly to: Fraction | null;
}

const WHOLE = new Fraction(1);

/**
 * The verdict on a settled figure (language, section 10). `at least` with a tolerance of 10% `below` or `either way`
 * is met from 90% of the target on; with `above` or `either way` it is `over` beyond 110%. `at most` is met up to
 * 110% with `above` or `either way`; `below` changes nothing for it, since less is what was promised.
 */
export function meetsTarget(
  bound: Bound,
  tolerance: Goal["tolerance"],
  goal: Fraction,
  actual: Fraction,
): Extract<GoalStatus, "met" | "over" | "missed"> {
  const { from, to } = limitsOf(tolerance);
  if (bound === "atMost") return actual.lte(goal.mul(to ?? WHOLE)) ? "met" : "missed";
  if (actual.lt(goal.mul(from))) return "missed";
  return to !== null && actual.gt(goal.mul(to)) ? "over" : "met";
}

function limitsOf(tolerance: Goal["tolerance"]): Limits {
  if (tolerance === null) return { from: WHOLE, to: null };
  const share = new Fraction(tolerance.percent).div(100);
  return {
    from: tolerance.side === "above" ? WHOLE : WHOLE.sub(share),
    to: tolerance.side === "below" ? null : WHOLE.add(share),
  };
}
