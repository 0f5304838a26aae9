import { dayNumber, MS_PER_DAY, resolveZone, Zone } from "@entente/ir";
import type { BusinessCalendar } from "./business-calendar.ts";
import { compileCalendar } from "./compile-calendar.ts";
import type { Opening } from "./opening-rules.ts";

const WEEKDAYS = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"] as const;

export type Weekday = (typeof WEEKDAYS)[number];

/** `["09:00", "17:00"]`. A closing at or before the opening is on the next day; `24:00` is the end of the day. */
export type Hours = readonly (readonly [opens: string, closes: string])[];

/** What {@link createCalendar} is made from. Dates are `YYYY-MM-DD`, times `HH:MM` on the wall. */
export interface CalendarOptions {
  /** How errors call the calendar. */
  readonly name?: string;
  /** An IANA name such as `America/New_York`. */
  readonly timeZone: string;
  readonly hours: Partial<Readonly<Record<Weekday, Hours>>>;
  /** Dates, or ranges with both ends, that are closed whatever else is said. */
  readonly closed?: readonly (string | { readonly from: string; readonly to: string })[];
  /** Dates that are closed unless `open` names them. */
  readonly holidays?: readonly string[];
  /** Dates with hours of their own instead of the week's. */
  readonly open?: Readonly<Record<string, Hours>>;
  /** The first and the last day that the calendar knows; whatever lies outside is a RangeError. */
  readonly from: string;
  readonly to: string;
}

/**
 * A calendar of working hours, with the platform's rules for its time zone.
 *
 * Throws a RangeError for an unknown zone or day of the week, for a date that does not exist, for a time that is none,
 * and where `to` lies before `from`.
 */
export function createCalendar(options: CalendarOptions): BusinessCalendar {
  const margin = 2 * MS_PER_DAY;
  const from = dayNumber(options.from) * MS_PER_DAY - margin;
  const to = dayNumber(options.to) * MS_PER_DAY + margin;
  const zone = new Zone(options.timeZone, resolveZone(options.timeZone, from, to));
  const rules = {
    name: options.name ?? "of working hours",
    weekly: Object.entries(options.hours).map(([name, hours]) => ({
      days: [weekdayNumber(name)],
      intervals: readHours(hours),
    })),
    holidays: [{ dates: (options.holidays ?? []).map((date) => ({ date })) }],
    closed: (options.closed ?? []).map(readRange),
    open: Object.entries(options.open ?? {}).map(([date, hours]) => ({ date, intervals: readHours(hours) })),
  };
  return compileCalendar(rules, zone, options);
}

function weekdayNumber(name: string): number {
  const index = (WEEKDAYS as readonly string[]).indexOf(name);
  if (index < 0) throw new RangeError(`"${name}" is not a day of the week: write ${WEEKDAYS.join(", ")}`);
  return index + 1;
}

function readRange(range: string | { readonly from: string; readonly to: string }) {
  const { from, to } = typeof range === "string" ? { from: range, to: range } : range;
  if (dayNumber(to) < dayNumber(from))
    throw new RangeError(`closed from ${from} to ${to}: it ends before it begins`);
  return { from, to };
}

function readHours(hours: Hours): Opening[] {
  return hours.map(([start, end]) => {
    const opens = readTime(start);
    const closes = readTime(end);
    if (opens === 1440)
      throw new RangeError(`"24:00" is the end of a day: hours that start there start at 00:00`);
    return { opens, closes: closes > opens ? closes : closes + 1440 };
  });
}

function readTime(text: string): number {
  const parts = /^(\d{1,2}):(\d{2})$/.exec(text);
  const minutes = parts === null ? Number.NaN : Number(parts[1]) * 60 + Number(parts[2]);
  if (!(minutes <= 1440) || Number(parts?.[2]) > 59) {
    throw new RangeError(`"${text}" is not a time of day: write HH:MM, from 00:00 to 24:00`);
  }
  return minutes;
}
