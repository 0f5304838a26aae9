import { type BusinessCalendar, compileCalendar } from "@entente/engine";
import { addDuration, type Commitment, type Duration, elapsedMs, isElapsedUnit, Zone } from "@entente/ir";
import type { Model } from "../model.ts";

/** How soon one event may follow another. Instants are epoch milliseconds; all throw a RangeError past the horizon. */
export interface Pace {
  /** The first instant of a date at which somebody works, noon without a calendar; null on a day off. */
  startOn(date: string): number | null;
  /** The earliest instant that is far enough from another. */
  next(at: number): number;
}

/** The pace of a commitment's calendar; null where it depends on the lead or its owner. */
export function paceOf(model: Model, { calendar: own }: Commitment, apart: Duration): Pace | null {
  const { agreement, calendars, horizon, zones } = model.policy;
  const choice = own ?? agreement.calendar;
  if (choice !== null && choice.kind !== "named") return null;
  const name = choice?.name ?? (calendars.length === 1 ? calendars[0]?.name : undefined);
  const office = calendars.find((one) => one.name === name);
  if (office === undefined) return apart.business ? null : plainPace(model.engine.plan.zone, apart);
  if (office.kind !== "office") return null;
  const table = zones[office.timeZone];
  if (table === undefined) return null;
  return officePace(compileCalendar(office, new Zone(office.timeZone, table), horizon), apart);
}

function plainPace(zone: Zone, apart: Duration): Pace {
  return {
    startOn: (date) => zone.instantOf(date, 12 * 60),
    next: (at) => addDuration(zone, at, apart),
  };
}

function officePace(calendar: BusinessCalendar, apart: Duration): Pace {
  const { zone } = calendar;
  return {
    startOn(date) {
      const opening = calendar.nextOpening(zone.instantOf(date, 0));
      return zone.localDate(opening) === date ? opening : null;
    },
    next(at) {
      if (!apart.business) return addDuration(zone, at, apart);
      if (isElapsedUnit(apart.unit)) return calendar.addOpen(at, elapsedMs(apart.amount, apart.unit));
      if (apart.unit === "day") return calendar.addWorkingDays(at, apart.amount);
      return addDuration(zone, at, { ...apart, business: false });
    },
  };
}
