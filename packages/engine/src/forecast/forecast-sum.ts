import { Fraction } from "fraction.js";
import type { GoalAttainment, GoalWindowAttainment } from "../goals/attainment.ts";
import { resampledDays } from "./resampled-days.ts";
import { type SeenDays, seenDays } from "./seen-days.ts";
import { type GoalForecast, metFrom, type NoForecast, none, rangesOf } from "./window-forecast.ts";

/** With fewer days seen, or fewer of them that brought anything, a range would be made up. */
const FEWEST_DAYS = 5;
const FEWEST_BUSY_DAYS = 3;

const RUNS = 10_000;
const SEED = 1;

/**
 * How a running window of a sum, of worth or of points may end: a simulation in which the working days to come are like
 * those seen. docs/forecast.md states its method. The same input always gives the same forecast.
 */
export function forecastSum(
  goal: GoalAttainment,
  window: GoalWindowAttainment,
  asked: Fraction,
): GoalForecast | NoForecast {
  const { remaining, actual } = window;
  if (remaining === null || actual === null) return none("it does not add up day by day");
  const seen = seenDays(goal, window);
  const lacking = remaining.days === 0 ? null : lackingDays(seen);
  if (lacking !== null) return none(lacking);
  const steps = stepsOf(goal);
  const whole = (amount: Fraction): number => amount.mul(steps).round().valueOf();
  const brought = seen.brought.map(whole);
  const since = remaining.days === 0 ? 0 : whole(seen.since);
  if (!canBeAdded([...brought, since], remaining.days)) return none("its amounts are too large to be added");
  const sums = resampledDays({ brought, days: remaining.days, atLeast: since, runs: RUNS, seed: SEED });
  const known = actual.sub(new Fraction(since, steps));
  const ending = (chance: number): Fraction =>
    new Fraction(sums[Math.ceil(chance * RUNS) - 1] ?? 0).div(steps).add(known);
  return {
    kind: "forecast",
    method: "resampled days",
    covers: "window",
    reach: shareThatMeets(sums, window, metFrom(goal, window, asked).sub(known).mul(steps)),
    ...rangesOf(ending),
    assumptions: assumptionsOf(seen),
  };
}

/** Amounts are drawn in whole minor units of money, else in thousandths. */
function stepsOf({ unit }: GoalAttainment): number {
  return unit === "money" ? 1 : 1000;
}

/** Whether every sum of the simulation is exact. */
function canBeAdded(amounts: readonly number[], days: number): boolean {
  const greatest = amounts.reduce((most, amount) => Math.max(most, Math.abs(amount)), 0);
  return greatest * (days + 1) <= Number.MAX_SAFE_INTEGER;
}

function lackingDays({ brought }: SeenDays): string | null {
  if (brought.length < FEWEST_DAYS)
    return `fewer than ${FEWEST_DAYS} working days are over, in this window and the ones before`;
  const busy = brought.filter((amount) => !amount.equals(0)).length;
  if (busy >= FEWEST_BUSY_DAYS) return null;
  return `fewer than ${FEWEST_BUSY_DAYS} of the ${brought.length} working days seen have brought anything`;
}

function shareThatMeets(sums: Float64Array, { bound }: GoalWindowAttainment, asked: Fraction): number {
  const limit = (bound === "atLeast" ? asked.ceil() : asked.floor()).valueOf();
  const meets = sums.filter((sum) => (bound === "atLeast" ? sum >= limit : sum <= limit));
  return meets.length / sums.length;
}

function assumptionsOf({ brought, own }: SeenDays): readonly string[] {
  const earlier = brought.length - own;
  const days = (count: number): string => `${count} working ${count === 1 ? "day" : "days"}`;
  const seen =
    earlier === 0
      ? `the ${days(own)} of this window that are over`
      : own === 0
        ? `the ${days(earlier)} of windows before`
        : `the ${days(own)} of this window that ${own === 1 ? "is" : "are"} over and ${days(earlier)} of windows before`;
  return [
    `each working day to come is like one of ${seen}`,
    "the days do not depend on one another",
    `simulated ${RUNS} times from seed ${SEED}`,
  ];
}
