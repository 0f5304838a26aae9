import { assertNever } from "../assert.ts";
import type { Duration, TimeUnit } from "../policy/values.ts";
import {
  civilFromDays,
  daysFromCivil,
  daysInMonth,
  MS_PER_DAY,
  MS_PER_HOUR,
  MS_PER_MINUTE,
} from "./civil-date.ts";
import type { Zone } from "./zone.ts";

/** Units that are a fixed length of elapsed (or open) time. */
export type ElapsedUnit = "second" | "minute" | "hour";
/** Units that keep the clock time and move the date. */
export type DateUnit = Exclude<TimeUnit, ElapsedUnit>;

export function isElapsedUnit(unit: TimeUnit): unit is ElapsedUnit {
  return unit === "second" || unit === "minute" || unit === "hour";
}

/** The length of an amount of elapsed or open time, in whole milliseconds (the nearest). */
export function elapsedMs(amount: number, unit: ElapsedUnit): number {
  switch (unit) {
    case "second":
      return Math.round(amount * 1000);
    case "minute":
      return Math.round(amount * MS_PER_MINUTE);
    case "hour":
      return Math.round(amount * MS_PER_HOUR);
    default:
      return assertNever(unit);
  }
}

/**
 * The same time of day that many days, weeks, months, quarters or years later (earlier where negative). Local
 * times as in {@link Zone}. A day that the month does not have becomes its last: 31 January and one month
 * is 28 or 29 February. Throws a RangeError where `amount` is not whole.
 */
export function addToLocal(local: number, amount: number, unit: DateUnit): number {
  if (!Number.isInteger(amount)) throw new RangeError(`${amount} ${unit}s is not a whole number of ${unit}s`);
  switch (unit) {
    case "day":
      return local + amount * MS_PER_DAY;
    case "week":
      return local + amount * 7 * MS_PER_DAY;
    case "month":
      return addMonths(local, amount);
    case "quarter":
      return addMonths(local, amount * 3);
    case "year":
      return addMonths(local, amount * 12);
    default:
      return assertNever(unit);
  }
}

/**
 * The instant a duration after an instant: seconds, minutes and hours are elapsed time; days and above keep the
 * clock time in the zone. A duration of nothing is the instant itself, also where its clock time occurs twice.
 *
 * Throws a RangeError for business durations, which only a calendar can count.
 */
export function addDuration(zone: Zone, at: number, duration: Omit<Duration, "kind">): number {
  if (duration.business) throw new RangeError(`business ${duration.unit}s are counted on a calendar`);
  if (isElapsedUnit(duration.unit)) return at + elapsedMs(duration.amount, duration.unit);
  if (duration.amount === 0) return at;
  return zone.toInstant(addToLocal(zone.toLocal(at), duration.amount, duration.unit));
}

function addMonths(local: number, months: number): number {
  const days = Math.floor(local / MS_PER_DAY);
  const { year, month, day } = civilFromDays(days);
  const target = year * 12 + (month - 1) + months;
  const targetYear = Math.floor(target / 12);
  const targetMonth = target - targetYear * 12 + 1;
  const targetDay = Math.min(day, daysInMonth(targetYear, targetMonth));
  return daysFromCivil(targetYear, targetMonth, targetDay) * MS_PER_DAY + (local - days * MS_PER_DAY);
}
