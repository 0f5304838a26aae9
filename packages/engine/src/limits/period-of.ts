import { addToLocal, assertNever, civilFromDays, daysFromCivil, type Period, type Zone } from "@entente/ir";

/** A stretch of time, epoch milliseconds, its end excluded. */
export interface Stretch {
  readonly from: number;
  readonly to: number;
}

const HOUR = 3_600_000;
const DAY = 86_400_000;
/** The day number of a Monday: 1970-01-05. */
const FIRST_MONDAY = 4;

/**
 * The period that an instant lies in, on the clock of a zone: weeks start on Monday, months and above on
 * their first day. Periods of several units are counted on from the one that `anchor` (a date) lies in, or else
 * from 1970. A business period is the calendar period around it.
 */
export function periodOf(zone: Zone, period: Period, anchor: string | null, at: number): Stretch {
  const unit = (local: number): number => unitNumber(period.unit, local);
  const first = anchor === null ? 0 : unit(zone.toLocal(zone.instantOf(anchor, 0)));
  const index = Math.floor((unit(zone.toLocal(at)) - first) / period.count);
  const start = first + index * period.count;
  return {
    from: zone.toInstant(unitStart(period.unit, start)),
    to: zone.toInstant(unitStart(period.unit, start + period.count)),
  };
}

/** How many units lie between 1970 and a local time. */
function unitNumber(unit: Period["unit"], local: number): number {
  const days = Math.floor(local / DAY);
  switch (unit) {
    case "hour":
      return Math.floor(local / HOUR);
    case "day":
      return days;
    case "week":
      return Math.floor((days - FIRST_MONDAY) / 7);
    case "month":
    case "quarter":
    case "year": {
      const { year, month } = civilFromDays(days);
      const months = (year - 1970) * 12 + month - 1;
      return Math.floor(months / monthsIn(unit));
    }
    default:
      return assertNever(unit);
  }
}

/** The local time at which a unit begins. */
function unitStart(unit: Period["unit"], index: number): number {
  switch (unit) {
    case "hour":
      return index * HOUR;
    case "day":
      return index * DAY;
    case "week":
      return (index * 7 + FIRST_MONDAY) * DAY;
    case "month":
    case "quarter":
    case "year":
      return addToLocal(daysFromCivil(1970, 1, 1) * DAY, index * monthsIn(unit), "month");
    default:
      return assertNever(unit);
  }
}

function monthsIn(unit: "month" | "quarter" | "year"): number {
  return { month: 1, quarter: 3, year: 12 }[unit];
}
