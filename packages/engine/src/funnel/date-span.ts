import {
  addToLocal,
  assertNever,
  civilFromDays,
  dateOfDay,
  dayNumber,
  daysFromCivil,
  daysInMonth,
  MS_PER_DAY,
  type Period,
} from "@entente/ir";
import Fraction from "fraction.js";

/** A run of days, `YYYY-MM-DD`, both included. */
export interface DateSpan {
  readonly from: string;
  readonly to: string;
}

type DateUnit = Exclude<Period["unit"], "hour">;

/** The day number of a Monday: 1970-01-05. */
const FIRST_MONDAY = 4;

/**
 * The period that a date lies in: weeks start on Monday, months and above on their first day. Periods of several units
 * are counted on from the one that `anchor` lies in. Hours have no dates.
 */
export function spanAround(unit: DateUnit, count: number, anchor: string, date: string): DateSpan {
  const first = unitNumber(unit, dayNumber(anchor));
  const index = Math.floor((unitNumber(unit, dayNumber(date)) - first) / count);
  const start = first + index * count;
  return { from: dateOfDay(unitStart(unit, start)), to: dateOfDay(unitStart(unit, start + count) - 1) };
}

/** The periods that a stretch of days touches, uncut, in order. */
export function spansWithin(unit: DateUnit, count: number, { from, to }: DateSpan): DateSpan[] {
  const spans: DateSpan[] = [];
  for (let date = from; date <= to; ) {
    const span = spanAround(unit, count, from, date);
    spans.push(span);
    date = dateOfDay(dayNumber(span.to) + 1);
  }
  return spans;
}

/** The days that two runs have in common; null where there are none. */
export function overlap(a: DateSpan, b: DateSpan): DateSpan | null {
  const from = Math.max(dayNumber(a.from), dayNumber(b.from));
  const to = Math.min(dayNumber(a.to), dayNumber(b.to));
  return from <= to ? { from: dateOfDay(from), to: dateOfDay(to) } : null;
}

export function daysIn({ from, to }: DateSpan): number {
  return dayNumber(to) - dayNumber(from) + 1;
}

/** How many months a run of days is: a month that it cuts counts by the share of its days. Exact. */
export function monthsIn(span: DateSpan): Fraction {
  return spansWithin("month", 1, span).reduce((sum, month) => {
    const part = overlap(month, span);
    return part === null ? sum : sum.add(daysIn(part), daysIn(month));
  }, new Fraction(0));
}

/** The run of days one date unit earlier or later; a day that a month does not have becomes its last. */
export function shifted({ from, to }: DateSpan, amount: number, unit: DateUnit): DateSpan {
  const shift = (day: number): number => addToLocal(day * MS_PER_DAY, amount, unit) / MS_PER_DAY;
  return { from: dateOfDay(shift(dayNumber(from))), to: dateOfDay(shift(dayNumber(to) + 1) - 1) };
}

/** The year that begins on a date. */
export function yearFrom(date: string): DateSpan {
  const { year, month, day } = civilFromDays(dayNumber(date));
  const next = daysFromCivil(year + 1, month, Math.min(day, daysInMonth(year + 1, month)));
  return { from: date, to: dateOfDay(next - 1) };
}

/** How many months a unit is. */
export function monthsPer(unit: "month" | "quarter" | "year"): number {
  return { month: 1, quarter: 3, year: 12 }[unit];
}

function unitNumber(unit: DateUnit, day: number): number {
  switch (unit) {
    case "day":
      return day;
    case "week":
      return Math.floor((day - FIRST_MONDAY) / 7);
    case "month":
    case "quarter":
    case "year": {
      const { year, month } = civilFromDays(day);
      return Math.floor((year * 12 + month - 1) / monthsPer(unit));
    }
    default:
      return assertNever(unit);
  }
}

function unitStart(unit: DateUnit, index: number): number {
  switch (unit) {
    case "day":
      return index;
    case "week":
      return index * 7 + FIRST_MONDAY;
    case "month":
    case "quarter":
    case "year": {
      const months = index * monthsPer(unit);
      return daysFromCivil(Math.floor(months / 12), (months % 12) + 1, 1);
    }
    default:
      return assertNever(unit);
  }
}
