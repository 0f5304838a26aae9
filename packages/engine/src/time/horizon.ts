import { dayNumber, MS_PER_DAY, type Zone } from "@entente/ir";

/**
 * The period for which a calendar knows the zone's rules and the holidays: the days `from` to `to`, both
 * included. `start` and `end` are its first instant and the midnight after its last day.
 */
export interface Horizon {
  readonly from: string;
  readonly to: string;
  readonly start: number;
  readonly end: number;
}

/** Thrown for a question whose instant, or whose answer, lies outside what a calendar knows. */
export class HorizonError extends RangeError {
  override readonly name = "HorizonError";
}

/** The horizon of a zone's days `from` to `to`. Throws a RangeError where they are no dates, or out of order. */
export function horizonOf(zone: Zone, days: { readonly from: string; readonly to: string }): Horizon {
  if (dayNumber(days.to) < dayNumber(days.from)) {
    throw new RangeError(`a horizon cannot run from ${days.from} to ${days.to}: it ends before it begins`);
  }
  const start = zone.toInstant(dayNumber(days.from) * MS_PER_DAY);
  const end = zone.toInstant((dayNumber(days.to) + 1) * MS_PER_DAY);
  return { from: days.from, to: days.to, start, end };
}

/** Whether an instant lies within a horizon, the midnight that ends it included. */
export function isWithin(horizon: Horizon, at: number): boolean {
  return at >= horizon.start && at <= horizon.end;
}
