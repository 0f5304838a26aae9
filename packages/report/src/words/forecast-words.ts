import type { GoalForecast, GoalWindowAttainment } from "@entente/engine";
import type { ReportedGoal } from "../report.ts";
import { type AmountStyle, amountWords } from "./amount.ts";

/** The forecast of a window of a goal; null where nothing can be said of its end, or it is settled. */
export function forecastOf(goal: ReportedGoal, window: GoalWindowAttainment): GoalForecast | null {
  return goal.forecasts[goal.windows.indexOf(window)] ?? null;
}

/**
 * How a window may end: `72% likely to be reached; it ends between 8 and 12 in 80 of 100 cases`. Of a rate that is running:
 * `by the leads so far, 72% likely …`.
 */
export function forecastWords(forecast: GoalForecast, style: AmountStyle): string {
  const chance = `${chanceWords(forecast)} likely to be reached`;
  const range = rangeWords(forecast, style);
  const ends = range.includes(" to ") ? `between ${range.replace(" to ", " and ")}` : `at ${range}`;
  return `${forecast.covers === "window" ? "" : "by the leads so far, "}${chance}; it ends ${ends} in 80 of 100 cases`;
}

/** The range that holds in 80 of 100 cases: `8 to 12`; one figure where both ends read the same. */
export function rangeWords({ range80 }: GoalForecast, style: AmountStyle): string {
  const [low, high] = [amountWords(range80.low, style), amountWords(range80.high, style)];
  return low === high ? low : `${low} to ${high}`;
}

/** A chance from 0 to 1 as a percentage; nothing that is not certain is called certain. */
export function chanceWords({ reach }: GoalForecast): string {
  if (reach < 0.01) return "less than 1%";
  if (reach > 0.99) return "more than 99%";
  return `${Math.round(reach * 100)}%`;
}
