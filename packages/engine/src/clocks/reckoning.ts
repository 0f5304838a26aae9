import { addDuration, type Duration, elapsedMs, isElapsedUnit, type Zone } from "@entente/ir";
import type { BusinessCalendar } from "../time/business-calendar.ts";

/** Whose time a clock counts in: a zone, and opening hours where the contract gives any. */
export interface Reckoning {
  readonly zone: Zone;
  readonly calendar: BusinessCalendar | null;
}

/** A clock that cannot be judged from what is known; the message says what is lacking, as one sentence. */
export class CannotJudgeError extends Error {
  override readonly name = "CannotJudgeError";
  /** The fields whose absence is the cause, where that is it. */
  readonly missing: readonly string[];

  constructor(message: string, missing: readonly string[] = []) {
    super(message);
    this.missing = missing;
  }
}

/** @throws CannotJudgeError where there are no opening hours to count in */
export function calendarOf(reckoning: Reckoning): BusinessCalendar {
  if (reckoning.calendar === null)
    throw new CannotJudgeError("no calendar says which hours are business hours");
  return reckoning.calendar;
}

/** The milliseconds of a duration in seconds, minutes or hours; null for days and above. */
export function exactMilliseconds(duration: Duration): number | null {
  return isElapsedUnit(duration.unit) ? elapsedMs(duration.amount, duration.unit) : null;
}

/**
 * The instant a duration after `at`: elapsed time, wall-clock days, open time or working days, by its unit.
 *
 * @throws CannotJudgeError for business time without a calendar
 * @throws RangeError past the calendar's horizon
 */
export function addSpan(reckoning: Reckoning, at: number, duration: Duration): number {
  if (!duration.business) return addDuration(reckoning.zone, at, duration);
  const exact = exactMilliseconds(duration);
  if (exact !== null) return calendarOf(reckoning).addOpen(at, exact);
  if (duration.unit === "day") return calendarOf(reckoning).addWorkingDays(at, duration.amount);
  return addDuration(reckoning.zone, at, { ...duration, business: false });
}
