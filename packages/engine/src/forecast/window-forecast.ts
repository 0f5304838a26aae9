import { Fraction } from "fraction.js";
import type { GoalAttainment, GoalWindowAttainment } from "../goals/attainment.ts";

/** Where a window may end. Figures are in the unit of the goal: leads, percent (34 is 34%), minor units of money, points. */
export interface GoalForecast {
  readonly kind: "forecast";
  readonly method: "binomial" | "beta-binomial" | "negative binomial" | "resampled days";
  /**
   * What it is about: all that the window ends with, or of a rate or share that is running the leads that are in it so far.
   * Those that still begin in it may change the figure a good deal.
   */
  readonly covers: "window" | "leads so far";
  /** The chance that the window ends with the goal met, its tolerance included; from 0 to 1. */
  readonly reach: number;
  readonly median: Fraction;
  /** The ends of the range that holds in 80, and in 95, of 100 cases or more. */
  readonly range80: ForecastRange;
  readonly range95: ForecastRange;
  /** What the forecast takes for granted, one sentence each. */
  readonly assumptions: readonly string[];
}

export interface ForecastRange {
  readonly low: Fraction;
  readonly high: Fraction;
}

/** Nothing can be said of the window's end, and why. */
export interface NoForecast {
  readonly kind: "none";
  readonly reason: string;
}

export function none(reason: string): NoForecast {
  return { kind: "none", reason };
}

/** The median and the ranges of what is at most so much with a given chance. */
export function rangesOf(
  atChance: (chance: number) => Fraction,
): Pick<GoalForecast, "median" | "range80" | "range95"> {
  return {
    median: atChance(0.5),
    range80: { low: atChance(0.1), high: atChance(0.9) },
    range95: { low: atChance(0.025), high: atChance(0.975) },
  };
}

/** The least figure that is met for `at least`, the greatest for `at most`: the target with its tolerance. */
export function metFrom(
  { tolerance }: GoalAttainment,
  { bound }: GoalWindowAttainment,
  asked: Fraction,
): Fraction {
  if (tolerance === null) return asked;
  const slack = asked.mul(new Fraction(tolerance.percent).div(100));
  if (bound === "atLeast") return tolerance.side === "above" ? asked : asked.sub(slack);
  return tolerance.side === "below" ? asked : asked.add(slack);
}
