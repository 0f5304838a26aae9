import { dayNumber, weekday } from "@entente/ir";

/** Opening hours of one date, in minutes after its midnight on the wall; `closes` beyond 1440 is the next day. */
export interface Opening {
  readonly opens: number;
  readonly closes: number;
}

/** The rules of one place's hours. The office calendar of a policy is one. */
export interface OpeningRules {
  readonly name: string;
  /** Days of the week, 1 is Monday. */
  readonly weekly: readonly { readonly days: readonly number[]; readonly intervals: readonly Opening[] }[];
  readonly holidays: readonly { readonly dates: readonly { readonly date: string }[] }[];
  /** Ranges of dates, both ends included. */
  readonly closed: readonly { readonly from: string; readonly to: string }[];
  readonly open: readonly { readonly date: string; readonly intervals: readonly Opening[] }[];
}

/**
 * The opening hours that start on a day (given as its day number): none where it is closed; else those of the `open`
 * lines for that date; else none on a holiday; else the weekly ones. They may overlap and are in no order.
 */
export function openingsByDay(rules: OpeningRules): (day: number) => readonly Opening[] {
  const closed = rules.closed.map((range) => ({ from: dayNumber(range.from), to: dayNumber(range.to) }));
  const holidays = new Set(rules.holidays.flatMap((set) => set.dates.map(({ date }) => dayNumber(date))));
  const open = new Map<number, readonly Opening[]>();
  for (const { date, intervals } of rules.open) {
    const day = dayNumber(date);
    open.set(day, [...(open.get(day) ?? []), ...intervals]);
  }
  const weekly = [1, 2, 3, 4, 5, 6, 7].map((day) =>
    rules.weekly.filter((hours) => hours.days.includes(day)).flatMap((hours) => hours.intervals),
  );
  return (day) => {
    if (closed.some((range) => range.from <= day && day <= range.to)) return [];
    const special = open.get(day);
    if (special !== undefined) return special;
    return holidays.has(day) ? [] : (weekly[weekday(day) - 1] ?? []);
  };
}
