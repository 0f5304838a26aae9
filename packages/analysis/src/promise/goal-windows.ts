import type { DateSpan } from "@entente/engine";
import { addToLocal, dateOfDay, dayNumber, type Goal, MS_PER_DAY } from "@entente/ir";

type Target = Goal["targets"][number];

/**
 * The windows of a target that lie in the term whole, for windows made of months. Weeks and days do not fit the months
 * of a plan, and a window that the term cuts has no agreed target: both have none.
 */
export function windowsOf({ targets }: Goal, target: Target, term: DateSpan): readonly DateSpan[] {
  const { window } = target;
  switch (window.kind) {
    case "every": {
      const { unit, count, business } = window.period;
      if (business || (unit !== "month" && unit !== "quarter" && unit !== "year")) return [];
      const months = { month: 1, quarter: 3, year: 12 }[unit] * count;
      const from = target.from !== null && target.from > term.from ? target.from : term.from;
      return monthWindows(months, unit === "month" ? 1 : months, { from, to: term.to });
    }
    case "in": {
      const year = { from: `${window.year}-01-01`, to: `${window.year}-12-31` };
      return within(year, term) ? [year] : [];
    }
    case "by": {
      const before = targets
        .flatMap((other) =>
          other.window.kind === "by" && other.window.date < window.date ? [other.window.date] : [],
        )
        .toSorted()
        .at(-1);
      const from = before === undefined ? term.from : dateOfDay(dayNumber(before) + 1);
      return within({ from, to: window.date }, term) ? [{ from, to: window.date }] : [];
    }
    case "last":
      return [];
  }
}

/** Whole windows of so many months, the first of which begins with a month that `align` divides. */
function monthWindows(months: number, align: number, term: DateSpan): DateSpan[] {
  const windows: DateSpan[] = [];
  let from = firstAligned(align, term.from);
  for (;;) {
    const next = laterBy(from, months);
    const to = dateOfDay(dayNumber(next) - 1);
    if (to > term.to) return windows;
    windows.push({ from, to });
    from = next;
  }
}

/** The first of the first month on or after a date from which a quarter or year can begin. */
function firstAligned(align: number, date: string): string {
  let first = date.endsWith("-01") ? date : laterBy(`${date.slice(0, 7)}-01`, 1);
  while ((Number(first.slice(5, 7)) - 1) % Math.min(align, 12) !== 0) first = laterBy(first, 1);
  return first;
}

function laterBy(date: string, months: number): string {
  return dateOfDay(addToLocal(dayNumber(date) * MS_PER_DAY, months, "month") / MS_PER_DAY);
}

function within(inner: DateSpan, outer: DateSpan): boolean {
  return inner.from >= outer.from && inner.to <= outer.to;
}
