import type { Duration, TimeUnit } from "@entente/ir";

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const unitMs: Readonly<Record<TimeUnit, number>> = {
  second: 1000,
  minute: 60_000,
  hour: HOUR,
  day: DAY,
  week: 7 * DAY,
  month: 30 * DAY,
  quarter: 91 * DAY,
  year: 365 * DAY,
};

/**
 * A length in milliseconds for putting durations in order and for first guesses: a month counts as 30 days.
 * Never a due date: those go by the wall clock.
 */
export function nominalMs(duration: Duration): number {
  return duration.amount * unitMs[duration.unit];
}
