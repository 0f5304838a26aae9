import type { Calendar, ChosenCalendar, OfficeCalendar, OpenInterval } from "@entente/ir";
import type { Json } from "../json.ts";
import type { Forms } from "./normal-match.ts";
import { normalLiteral } from "./normal-value.ts";
import { sorted, sortedOnce, textOf } from "./order.ts";

const WEEK = [1, 2, 3, 4, 5, 6, 7];

/**
 * Opening hours by day. Public holidays stand by the name of their set: their dates are what the compiler knew of
 * it, as are the rules of the zone.
 */
export function normalCalendar(forms: Forms, calendar: Calendar): Json {
  return calendar.kind === "office" ? normalOffice(calendar) : normalChosen(forms, calendar);
}

function normalOffice({ name, timeZone, weekly, holidays, closed, open }: OfficeCalendar): Json {
  const week = WEEK.map((day) =>
    merged(weekly.filter(({ days }) => days.includes(day)).flatMap(({ intervals }) => intervals)),
  );
  const dates = [...new Set(open.map(({ date }) => date))].toSorted();
  return {
    kind: "office",
    name,
    timeZone,
    weekly: week,
    holidays: [...new Set(holidays.map(({ set }) => set))].toSorted(),
    closed: sorted(closed.map(({ from, to, label }) => ({ from, to, label }))),
    open: dates.map((date) => ({
      date,
      hours: merged(open.filter((one) => one.date === date).flatMap(({ intervals }) => intervals)),
    })),
  };
}

/** Intervals of one day in order, those that touch or overlap as one. */
export function merged(intervals: readonly OpenInterval[]): readonly Json[] {
  const result: { opens: number; closes: number }[] = [];
  for (const { opens, closes } of intervals.toSorted((a, b) => a.opens - b.opens)) {
    const last = result.at(-1);
    if (last !== undefined && opens <= last.closes) last.closes = Math.max(last.closes, closes);
    else result.push({ opens, closes });
  }
  return result.map(({ opens, closes }) => [opens, closes]);
}

/** A value that an earlier case has is taken out of later ones. */
function normalChosen({ expression, refer }: Forms, { name, by, cases, otherwise }: ChosenCalendar): Json {
  const taken = new Set<string>();
  const entries = cases.flatMap(({ values, calendar }) =>
    sortedOnce(values.map(normalLiteral)).flatMap((value): Json[] => {
      const text = textOf(value);
      if (taken.has(text)) return [];
      taken.add(text);
      return [[value, refer.calendar(calendar)]];
    }),
  );
  return {
    kind: "chosen",
    name,
    by: expression.of(by),
    cases: sorted(entries),
    otherwise: otherwise === null ? null : refer.calendar(otherwise),
  };
}
