import { type Policy, Zone } from "@entente/ir";
import { Fraction } from "fraction.js";
import type { GoalAttainment, GoalWindowAttainment } from "../goals/attainment.ts";
import { arrivals } from "./arrivals.ts";
import { betaBinomial, binomial } from "./binomial.ts";
import { agreedConversion, type Conversion, observedConversion } from "./conversion.ts";
import {
  chanceAtLeast,
  chanceAtMost,
  type Distribution,
  knownAtLeast,
  quantile,
  shiftedBy,
} from "./distribution.ts";
import { forecastSum } from "./forecast-sum.ts";
import { type GoalForecast, metFrom, type NoForecast, none, rangesOf } from "./window-forecast.ts";

export interface ForecastOptions {
  /** The chance of open leads; else what earlier windows show, else what a funnel agrees on. */
  readonly conversion?: Conversion;
}

/**
 * How a window that is running or pending may end, with its probability. docs/forecast.md says how and under which
 * assumptions. The same input always gives the same forecast.
 *
 * - A rate or share: each open lead comes through with a chance of its own, so their number is binomial.
 * - A number of leads: further ones arrive at the rate per working day seen so far.
 * - A sum, worth or points: the working days to come are drawn from those seen so far.
 */
export function forecastGoal(
  policy: Policy,
  goal: GoalAttainment,
  window: GoalWindowAttainment,
  options: ForecastOptions = {},
): GoalForecast | NoForecast {
  if (window.status !== "running" && window.status !== "pending") return none("the window is settled");
  if (window.goal === null) return none("its target is not known");
  if (goal.measure === "rate" || goal.measure === "share")
    return forecastRatio(policy, goal, window, window.goal, options);
  if (goal.measure === "time")
    return none("times are not forecast: how long the leads that are on their way still take is not known");
  if (goal.measure === "reach" && goal.unit === "leads") return forecastCount(goal, window, window.goal);
  return forecastSum(goal, window, window.goal);
}

function forecastRatio(
  policy: Policy,
  goal: GoalAttainment,
  window: GoalWindowAttainment,
  asked: Fraction,
  options: ForecastOptions,
): GoalForecast | NoForecast {
  const total = (window.of ?? 0) + (goal.measure === "share" ? window.open : 0);
  if (total === 0) return none("nothing has begun in the window yet");
  const conversion = options.conversion ?? observedConversion(goal, window) ?? agreed(policy, goal, window);
  if (conversion === null && window.open > 0)
    return none(
      "nothing is known of the chance of open leads: no earlier window is settled, no funnel agrees on it",
    );
  const further = openOnes(window.open, conversion);
  const least = (share: Fraction): Fraction => share.mul(total).div(100);
  const percent = (count: number): Fraction => new Fraction((window.counted + count) * 100, total);
  return {
    kind: "forecast",
    method: conversion?.kind === "observed" ? "beta-binomial" : "binomial",
    covers: window.status === "running" ? "leads so far" : "window",
    reach: reachOf(goal, window, further, least(asked)),
    ...rangesOf((chance) => percent(quantile(further, chance))),
    assumptions: [
      "the open leads come through independently of one another",
      conversionWords(conversion),
      ...(window.status === "running" ? ["leads that have not begun yet are not in it"] : []),
    ],
  };
}

function agreed(
  policy: Policy,
  { goal: name }: GoalAttainment,
  { window }: GoalWindowAttainment,
): Conversion | null {
  const goal = policy.goals.find((one) => one.name === name);
  const { timeZone } = policy.agreement;
  const table = policy.zones[timeZone];
  if (goal === undefined || table === undefined) return null;
  return agreedConversion(policy, goal, new Zone(timeZone, table).localDate(window.from));
}

function openOnes(open: number, conversion: Conversion | null): Distribution {
  if (conversion === null) return binomial(0, 0);
  return conversion.kind === "agreed"
    ? binomial(open, conversion.chance)
    : betaBinomial(open, conversion.came, conversion.of);
}

function conversionWords(conversion: Conversion | null): string {
  if (conversion === null) return "no lead is open any more";
  if (conversion.kind === "observed")
    return `each comes through as the ${conversion.of} leads of earlier windows did, of which ${conversion.came} came through`;
  return `each comes through with the chance of ${(conversion.chance * 100).toFixed(2)}% that was agreed`;
}

function forecastCount(
  goal: GoalAttainment,
  window: GoalWindowAttainment,
  asked: Fraction,
): GoalForecast | NoForecast {
  const working = window.days.filter((day) => day.working);
  const remaining = window.remaining?.days ?? working.filter(({ actual }) => actual === null).length;
  const elapsed = working.length - remaining;
  if (elapsed <= 0) return none("no working day of the window is over yet");
  const before = countBefore(window, elapsed);
  // Today is still to come, but what it has brought already is known.
  const today = window.counted - before;
  const further = shiftedBy(knownAtLeast(arrivals(before, elapsed, remaining), today), -today);
  return {
    kind: "forecast",
    method: "negative binomial",
    covers: "window",
    reach: reachOf(goal, window, further, asked),
    ...rangesOf((chance) => new Fraction(window.counted + quantile(further, chance))),
    assumptions: [
      `leads go on arriving as they did on the ${elapsed} working ${elapsed === 1 ? "day that is" : "days that are"} over`,
      "they arrive independently of one another, and no day is unlike the others",
    ],
  };
}

/** The leads of the days that are over: without those of today, where it is a working day that has begun. */
function countBefore({ days, counted }: GoalWindowAttainment, elapsed: number): number {
  const begun = days.filter(({ actual }) => actual !== null);
  if (begun.filter(({ working }) => working).length <= elapsed) return counted;
  return begun.at(-2)?.actual?.valueOf() ?? 0;
}

/** The chance that the count ends where the goal is met: `asked` as a number of leads, or of those that come through. */
function reachOf(
  goal: GoalAttainment,
  window: GoalWindowAttainment,
  further: Distribution,
  asked: Fraction,
): number {
  const limit = metFrom(goal, window, asked).sub(window.counted);
  return window.bound === "atLeast"
    ? chanceAtLeast(further, limit.ceil().valueOf())
    : chanceAtMost(further, limit.floor().valueOf());
}
