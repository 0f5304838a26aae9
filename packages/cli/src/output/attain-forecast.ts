import {
  forecastGoal,
  type GoalAttainment,
  type GoalForecast,
  type GoalWindowAttainment,
} from "@entente/engine";
import type { Policy } from "@entente/ir";
import { figureDecimal, figureWords } from "./attain-figures.ts";

type Json = Readonly<Record<string, unknown>>;

/**
 * How a window may end; null where it is settled, or nothing can be said of its end: of a rate or share that is running only the
 * leads that are in it so far are forecast, which is no chance to reach the target.
 */
export function forecastOf(
  policy: Policy,
  goal: GoalAttainment,
  window: GoalWindowAttainment,
): GoalForecast | null {
  const forecast = forecastGoal(policy, goal, window);
  return forecast.kind === "forecast" && forecast.covers === "window" ? forecast : null;
}

/** The range that holds in 80 of 100 cases: `$1,200 to $3,400`; one figure where both ends read the same. */
export function rangeWords(goal: GoalAttainment, { range80 }: GoalForecast, currency: string): string {
  const low = figureWords(goal, range80.low, currency);
  const high = figureWords(goal, range80.high, currency);
  return low === high ? low : `${low} to ${high}`;
}

/** The chance that the goal is met: `72%`; what is not certain is never called so. */
export function chanceWords({ reach }: GoalForecast): string {
  if (reach < 0.01) return "under 1%";
  if (reach > 0.99) return "over 99%";
  return `${Math.round(reach * 100)}%`;
}

/** The chance as a decimal from 0 to 1, six digits at most. */
export function chanceDecimal({ reach }: GoalForecast): string {
  return reach.toFixed(6).replace(/\.?0+$/, "");
}

/** The forecast of a window for programs, or why there is none; null once the window is settled. */
export function forecastJson(
  policy: Policy,
  goal: GoalAttainment,
  window: GoalWindowAttainment,
): Json | null {
  if (window.status !== "running" && window.status !== "pending") return null;
  const forecast = forecastGoal(policy, goal, window);
  if (forecast.kind === "none") return { ...forecast };
  const decimal = (value: GoalForecast["median"]): string =>
    figureDecimal(goal, value, policy.agreement.currency);
  const range = ({ low, high }: GoalForecast["range80"]): Json => ({
    low: decimal(low),
    high: decimal(high),
  });
  return {
    kind: forecast.kind,
    method: forecast.method,
    covers: forecast.covers,
    reach: chanceDecimal(forecast),
    median: decimal(forecast.median),
    range80: range(forecast.range80),
    range95: range(forecast.range95),
    assumptions: forecast.assumptions,
  };
}
