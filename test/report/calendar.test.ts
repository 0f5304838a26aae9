import { calendarOf } from "@entente/report";
import { DateTime } from "luxon";
import { describe, expect, it } from "vitest";
import { type CalendarEntry, entriesOf, startsOf } from "./read-calendar.ts";
import { AT, CONTRACT, policyOf } from "./reported.ts";

const policy = policyOf(CONTRACT);
const text = calendarOf(policy, { at: AT });
const entries = entriesOf(text);
const named = (name: string): readonly CalendarEntry[] => entries.filter(({ summary }) => summary === name);
const starts = (name: string): readonly string[] => named(name).flatMap(startsOf).toSorted();

/** The federal holidays of the United States in 2026 that fall on a working day. */
const holidays = new Set([
  "2026-01-01",
  "2026-01-19",
  "2026-02-16",
  "2026-05-25",
  "2026-06-19",
  "2026-07-03",
  "2026-09-07",
  "2026-10-12",
  "2026-11-11",
  "2026-11-26",
  "2026-12-25",
]);

const dateOf = (date: DateTime): string => date.toFormat("yyyy-MM-dd");

/** The working days of 2026, counted day by day. */
const workingDays = Array.from({ length: 365 }, (_, day) => DateTime.utc(2026).plus({ days: day }))
  .filter((date) => date.weekday <= 5 && !holidays.has(dateOf(date)))
  .map(dateOf);

/** The first working day of each week or month. */
function firstOf(unit: "week" | "month"): readonly string[] {
  const periods = Map.groupBy(workingDays, (date) => DateTime.fromISO(date).startOf(unit).toISODate() ?? "");
  return [...periods.values()].flatMap(([first]) => (first === undefined ? [] : [`${first}T09:00`]));
}

describe("the calendar of an agreement", () => {
  it("has a meeting by the week on the first working day of every week", () => {
    expect(starts("weekly")).toEqual(firstOf("week"));
  });

  it("has a meeting by the business day on every working day", () => {
    expect(starts("standup")).toEqual(workingDays.map((date) => `${date}T09:00`));
  });

  it("has a meeting by the month on the first working day of every month", () => {
    expect(starts("monthly")).toEqual(firstOf("month"));
  });

  it("has the reviews, all day, counted from the first day of the term", () => {
    expect(starts("Review of the agreement: Handoff <2026> & more")).toEqual([
      "2026-04-01",
      "2026-07-01",
      "2026-10-01",
    ]);
  });

  it("says a rhythm by a rule with exceptions, and what a holiday moved beside it", () => {
    const [series, ...moved] = named("weekly");
    expect(series?.lines.filter((line) => line.startsWith("RRULE"))).toEqual([
      "RRULE:FREQ=WEEKLY;UNTIL=20261228T140000Z;BYDAY=MO;WKST=MO",
    ]);
    expect(moved.flatMap(startsOf)).toEqual(
      ["2026-01-02", "2026-01-20", "2026-02-17", "2026-05-26", "2026-09-08", "2026-10-13"].map(
        (date) => `${date}T09:00`,
      ),
    );
    expect(named("standup")).toHaveLength(1);
    expect(named("monthly")).toHaveLength(12);
  });

  it("stamps every entry with the as-of instant, in UTC", () => {
    for (const { lines } of entries) expect(lines).toContain("DTSTAMP:20260320T160000Z");
  });

  it("gives every entry an id of its own, which another run gives again", () => {
    const ids = (calendar: string) => entriesOf(calendar).map(({ uid }) => uid);
    expect(new Set(ids(text)).size).toBe(entries.length);
    expect(ids(calendarOf(policy, { at: AT + 86_400_000 }))).toEqual(ids(text));
    const other = policyOf(CONTRACT.replace("& more", "& less"));
    expect(ids(calendarOf(other, { at: AT })).filter((id) => ids(text).includes(id))).toEqual([]);
  });

  it("carries the rules of its zone, so that 9:00 stays 9:00 when the clocks change", () => {
    const zone = text.slice(text.indexOf("BEGIN:VTIMEZONE"), text.indexOf("END:VTIMEZONE"));
    expect(zone).toContain("TZID:America/New_York");
    for (const line of [
      "DTSTART:20260308T020000",
      "TZOFFSETFROM:-0500\r\nTZOFFSETTO:-0400",
      "DTSTART:20261101T020000",
    ]) {
      expect(zone).toContain(line);
    }
  });

  it("keeps lines to 75 bytes, ends them as the format asks, and escapes texts", () => {
    const bytes = text.split("\r\n").map((line) => Buffer.byteLength(line));
    expect(Math.max(...bytes)).toBeLessThanOrEqual(75);
    expect(text.replaceAll("\r\n", "")).not.toMatch(/[\r\n]/);
    const hostile = policyOf(
      CONTRACT.replace(
        '"Goals"',
        '"a;b,c\\\\n END:VEVENT 会議の議題会議の議題会議の議題会議の議題会議の議題"',
      ),
    );
    const [weekly] = entriesOf(calendarOf(hostile, { at: AT })).filter(({ summary }) => summary === "weekly");
    expect(weekly?.lines.find((line) => line.startsWith("DESCRIPTION"))).toContain("a\\;b\\,c");
  });

  it.each([
    ["an agreement without meetings has none", /^(meeting|review).*\n/gm, 0],
    [
      "a contract without a calendar has meetings by the day",
      /^calendar.*\n|commitment first_contact \{[\s\S]*?\n\}\n|^meeting standup.*\n|^goal speed.*\n/gm,
      52 + 1 + 12 + 3,
    ],
  ])("%s", (_, taken, count) => {
    const calendar = calendarOf(policyOf(CONTRACT.replace(taken, "")), { at: AT });
    expect(entriesOf(calendar).flatMap(startsOf)).toHaveLength(count);
  });

  it("can be made for a part of the term", () => {
    const within = { from: Date.parse("2026-05-18T00:00-04:00"), to: Date.parse("2026-06-01T00:00-04:00") };
    const part = entriesOf(calendarOf(policy, { at: AT, ...within }));
    expect(part.filter(({ summary }) => summary === "weekly").flatMap(startsOf)).toEqual([
      "2026-05-18T09:00",
      "2026-05-26T09:00",
    ]);
  });
});
