import {
  addToLocal,
  assertNever,
  civilFromDays,
  type DateUnit,
  daysFromCivil,
  MS_PER_DAY,
  MS_PER_HOUR,
  type Period,
  weekday,
  type Zone,
} from "@entente/ir";
import type { Stretch } from "./term.ts";

/**
 * The periods that meet a stretch of time, on the clock of a zone: weeks start on Monday, months and above on their
 * first day. Periods of several units are counted on from the one that `anchor` (an instant) lies in.
 */
export function* periodsIn(zone: Zone, period: Period, anchor: number, within: Stretch): Generator<Stretch> {
  const first = unitStart(period.unit, zone.toLocal(anchor));
  const start = (index: number): number => zone.toInstant(later(first, index * period.count, period.unit));
  let index = Math.floor((within.from - anchor) / (period.count * longest(period.unit)));
  while (start(index + 1) <= within.from) index += 1;
  for (; start(index) < within.to; index += 1) yield { from: start(index), to: start(index + 1) };
}

function later(local: number, amount: number, unit: Period["unit"]): number {
  return unit === "hour" ? local + amount * MS_PER_HOUR : addToLocal(local, amount, unit satisfies DateUnit);
}

/** A length that no such unit exceeds, so that counting by it never overshoots. Milliseconds. */
function longest(unit: Period["unit"]): number {
  return { hour: 1 / 24, day: 1, week: 7, month: 31, quarter: 92, year: 366 }[unit] * MS_PER_DAY;
}

function unitStart(unit: Period["unit"], local: number): number {
  const days = Math.floor(local / MS_PER_DAY);
  const { year, month } = civilFromDays(days);
  switch (unit) {
    case "hour":
      return Math.floor(local / MS_PER_HOUR) * MS_PER_HOUR;
    case "day":
      return days * MS_PER_DAY;
    case "week":
      return (days - weekday(days) + 1) * MS_PER_DAY;
    case "month":
      return daysFromCivil(year, month, 1) * MS_PER_DAY;
    case "quarter":
      return daysFromCivil(year, month - ((month - 1) % 3), 1) * MS_PER_DAY;
    case "year":
      return daysFromCivil(year, 1, 1) * MS_PER_DAY;
    default:
      return assertNever(unit);
  }
}
