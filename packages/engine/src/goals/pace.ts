import { Fraction } from "fraction.js";
import type { Stretch } from "../limits/period-of.ts";
import { type Exact, fractionOf } from "../plan/exact.ts";
import type { PaceDay, RemainingDays } from "./attainment.ts";
import type { TargetDay } from "./day-book.ts";

/** What a window's figure is measured against from day to day. */
export interface Pace {
  readonly pace: Fraction;
  readonly projected: Fraction | null;
  readonly remaining: RemainingDays | null;
  readonly days: readonly PaceDay[];
}

/** A window of a measure that adds up, as far as it has come. */
export interface PacedWindow {
  readonly window: Stretch;
  /** The as-of instant. */
  readonly at: number;
  readonly bound: "atLeast" | "atMost";
  readonly goal: Fraction;
  readonly actual: Fraction;
  readonly days: readonly TargetDay[];
  /** What each day brought, by day number. */
  readonly brought: ReadonlyMap<number, Exact>;
}

/**
 * The target spread evenly over the days that count. A day counts as over when its midnight has come: the pace at noon
 * is that of the evening before. The projection goes on as the days that are over went, and never below what is there.
 */
export function paceOf(paced: PacedWindow): Pace {
  const { window, at, goal, actual, days } = paced;
  const total = days.filter(({ counts }) => counts).length;
  let passed = 0;
  let pace = new Fraction(0);
  let sum = new Fraction(0);
  let whole = new Fraction(0);
  let over = 0;
  const shown = days.map((day): PaceDay => {
    if (day.counts) passed += 1;
    const brought = paced.brought.get(day.day);
    if (brought !== undefined) sum = sum.add(fractionOf(brought));
    const cumulative = goal.mul(passed).div(total);
    if (Math.min(day.to, window.to) <= at) {
      pace = cumulative;
      whole = sum;
      over = passed;
    }
    return { date: day.date, working: day.counts, pace: cumulative, actual: day.from < at ? sum : null };
  });
  const ended = at >= window.to;
  return {
    pace,
    projected: ended ? actual : projection(whole, over, total, actual),
    remaining: ended ? null : remainingDays(paced, total - over),
    days: shown,
  };
}

function projection(whole: Fraction, over: number, total: number, actual: Fraction): Fraction | null {
  if (over === 0) return null;
  const projected = whole.mul(total).div(over);
  return projected.lt(actual) ? actual : projected;
}

function remainingDays({ bound, goal, actual }: PacedWindow, days: number): RemainingDays {
  if (bound === "atMost" || days === 0) return { days, needed: null };
  const lacking = goal.sub(actual);
  return { days, needed: lacking.lt(0) ? new Fraction(0) : lacking.div(days) };
}
