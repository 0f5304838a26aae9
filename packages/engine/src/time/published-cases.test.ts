import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import type { BusinessCalendar } from "./business-calendar.ts";
import { type CalendarOptions, createCalendar, type Hours } from "./create-calendar.ts";

/** Calendar arithmetic that the suites of other projects assert, with what our conventions give where theirs differ. */
interface PublishedCase {
  readonly id: string;
  readonly calendar: {
    readonly timeZone: string;
    readonly hours: CalendarOptions["hours"];
    readonly holidays: readonly string[];
    readonly overrides?: Readonly<Record<string, Hours>>;
    readonly breaks?: Readonly<Record<string, Hours>>;
  };
  readonly op: string;
  readonly start?: string;
  readonly end?: string;
  readonly local?: string;
  readonly unit?: "minutes" | "days";
  readonly amountMinutes?: number;
  readonly amountDays?: number;
  readonly pauses?: readonly (readonly [string, string])[];
  readonly expected: unknown;
  readonly note: {
    readonly convention?: string;
    readonly differsFromBase?: boolean;
    readonly baseExpected?: unknown;
  };
}

const file = join(import.meta.dirname, "../../../../../shared/cases/business-time.json");
const present = existsSync(file);
const cases: readonly PublishedCase[] = present ? JSON.parse(readFileSync(file, "utf8")) : [];

const reversed = "the time from a later to an earlier instant is negative";
const exactFit = "an exact fit is due at closing";
const keepsHours = "a start outside hours first moves into them, so the result lies within hours";
const notAtClose = "business days keep the time of day; the close is written `by close of business day`";
const countsEnd = "days are counted after the first date, up to and including the last";

/** The cases whose source has another convention, with ours. They are run against what ours must give. */
const otherConvention: Readonly<Record<string, string>> = {
  "biz-019": reversed,
  "biz-089": exactFit,
  "biz-090": exactFit,
  "business_time-040": "counting back from outside hours starts at the previous closing, not at the opening",
  "business_time-086": countsEnd,
  "business_time-088": countsEnd,
  "working_hours-001": keepsHours,
  "working_hours-002": keepsHours,
  "working_hours-007": keepsHours,
  "working_hours-009": keepsHours,
  "working_hours-010": keepsHours,
  "working_hours-011": keepsHours,
  "working_hours-031": "milliseconds are kept",
  "working_hours-136": "a day with a repeated hour has 25 hours",
  "dayjs-business-time-001": keepsHours,
  "dayjs-business-time-002": keepsHours,
  "dayjs-business-time-003": keepsHours,
  "ts-business-time-121": reversed,
  "ts-business-time-198": keepsHours,
  "ts-business-time-223": keepsHours,
  "date-fns-006": keepsHours,
  "date-fns-021": countsEnd,
  "date-fns-024": countsEnd,
  "glpi-020": notAtClose,
  "glpi-028": notAtClose,
  "glpi-037": notAtClose,
  "glpi-040": notAtClose,
  "glpi-041": notAtClose,
  "glpi-045": reversed,
};

/** Cases whose `baseExpected` contradicts the rules they are stated under, with what the rules give. */
const contradictory: Readonly<Record<string, { readonly expected: string; readonly because: string }>> = {
  "date-fns-004": {
    expected: "2020-01-14T00:00:00.000Z",
    because:
      "a start on a Saturday counts from Monday's opening, so 1 business day ends on Tuesday (as date-fns-006 does)",
  },
};

describe.skipIf(!present)(
  "published cases (skipped where ../shared/cases/business-time.json is absent)",
  () => {
    it("names every case with another convention, and no other", () => {
      const differing = cases.filter((one) => one.note.differsFromBase === true).map((one) => one.id);
      expect(Object.keys(otherConvention).sort()).toEqual([...differing].sort());
      expect(cases.map((one) => one.id)).toEqual(expect.arrayContaining(Object.keys(contradictory)));
      expect(cases.length).toBeGreaterThan(200);
    });

    it.each(cases.map((one) => [`${one.id} ${one.op}`, one] as const))("%s", (_, one) => {
      const found = answer(one, calendarOf(one));
      expect(found).toEqual(contradictory[one.id]?.expected ?? normal(one.note.baseExpected ?? one.expected));
      if (one.id in otherConvention) expect(found).not.toEqual(normal(one.expected));
    });
  },
);

function answer(one: PublishedCase, calendar: BusinessCalendar): unknown {
  const start = Date.parse(one.start ?? "");
  const end = Date.parse(one.end ?? "");
  switch (one.op) {
    case "add":
      return iso(
        one.amountDays === undefined
          ? addOpen(one, calendar)
          : calendar.addWorkingDays(start, one.amountDays),
      );
    case "subtract":
      return iso(subtract(one, calendar));
    case "between":
      if (one.unit === "days") return calendar.workingDaysBetween(start, end);
      return round((calendar.openBetween(start, end) - paused(one, calendar)) / 60_000);
    case "isOpen":
      return calendar.isOpen(start);
    case "nextOpen":
      return iso(calendar.nextOpening(start));
    case "nextStart":
      return iso(calendar.nextOpening(calendar.isOpen(start) ? calendar.nextClosing(start) : start));
    case "nextClose":
      return iso(calendar.nextClosing(start));
    case "prevClose":
      return iso(calendar.previousClosing(start));
    case "periods":
      return periods(calendar, start, (one.expected as unknown[]).length);
    case "resolveLocal":
      return iso(calendar.zone.toInstant(Date.parse(`${one.local}Z`)));
    case "isWorkday":
      return calendar.isWorkingDay(start);
    case "nextWorkday":
      return iso(calendar.timeOnWorkingDay(start, 1, 0));
    default:
      throw new Error(`no such operation: ${one.op}`);
  }
}

/** Nothing taken away is the previous closing, where `addWorkingDays` of nothing would be the next opening. */
function subtract(one: PublishedCase, calendar: BusinessCalendar): number {
  const start = Date.parse(one.start ?? "");
  if (one.amountDays === undefined) return calendar.subtractOpen(start, openMs(one));
  return one.amountDays === 0
    ? calendar.previousClosing(start)
    : calendar.addWorkingDays(start, -one.amountDays);
}

/** Each pause that begins before the due instant moves it by the open time of the pause, which may bring in the next. */
function addOpen(one: PublishedCase, calendar: BusinessCalendar): number {
  const start = Date.parse(one.start ?? "");
  let due = calendar.addOpen(start, openMs(one));
  let paused = 0;
  for (const [from, to] of one.pauses ?? []) {
    if (Date.parse(from) >= due) break;
    paused += calendar.openBetween(Date.parse(from), Date.parse(to));
    due = calendar.addOpen(start, openMs(one) + paused);
  }
  return due;
}

function paused(one: PublishedCase, calendar: BusinessCalendar): number {
  const parts = (one.pauses ?? []).map(([from, to]) =>
    calendar.openBetween(Date.parse(from), Date.parse(to)),
  );
  return parts.reduce((sum, part) => sum + part, 0);
}

function openMs(one: PublishedCase): number {
  return Math.round((one.amountMinutes ?? Number.NaN) * 60_000);
}

function periods(calendar: BusinessCalendar, start: number, count: number): string[][] {
  const found: string[][] = [];
  for (let at = start; found.length < count; ) {
    const opens = calendar.nextOpening(at);
    at = calendar.nextClosing(opens);
    found.push([iso(opens), iso(at)]);
  }
  return found;
}

/** Some years around the case; a holiday of theirs is a closed date of ours, a break is cut out of its date's hours. */
function calendarOf(one: PublishedCase): BusinessCalendar {
  const { timeZone, hours, holidays, overrides = {}, breaks = {} } = one.calendar;
  const first = Number((one.start ?? one.local ?? "").slice(0, 4));
  const last = Number((one.end ?? "").slice(0, 4));
  const broken = Object.entries(breaks).map(
    ([date, pauses]) => [date, withoutBreaks(one, date, pauses)] as const,
  );
  return createCalendar({
    timeZone,
    hours,
    closed: [...holidays, ...broken.filter(([, left]) => left.length === 0).map(([date]) => date)],
    open: { ...overrides, ...Object.fromEntries(broken) },
    from: `${Math.min(first, last || first) - 2}-01-01`,
    to: `${Math.max(first, last) + 3}-12-31`,
  });
}

function withoutBreaks(one: PublishedCase, date: string, breaks: Hours): Hours {
  const weekday =
    (["sun", "mon", "tue", "wed", "thu", "fri", "sat"] as const)[new Date(date).getUTCDay()] ?? "sun";
  const own: Hours = one.calendar.overrides?.[date] ?? one.calendar.hours[weekday] ?? [];
  return breaks.reduce<Hours>((left, pause) => left.flatMap((interval) => cut(interval, pause)), own);
}

/** What a break leaves of an interval. Times of the same length compare as texts. */
function cut([opens, closes]: Hours[number], [from, to]: Hours[number]): Hours {
  if (to <= opens || from >= closes) return [[opens, closes]];
  const before: Hours = opens < from ? [[opens, from]] : [];
  return to < closes ? [...before, [to, closes]] : before;
}

function normal(expected: unknown): unknown {
  if (typeof expected === "string") return iso(Date.parse(expected));
  if (typeof expected === "number") return round(expected);
  return Array.isArray(expected) ? expected.map(normal) : expected;
}

const iso = (at: number) => new Date(at).toISOString();
const round = (minutes: number) => Math.round(minutes * 1e6) / 1e6;
