import { describe, expect, it } from "vitest";
import { type CalendarOptions, createCalendar } from "./create-calendar.ts";

const HOUR = 3_600_000;

describe("createCalendar", () => {
  const calendar = createCalendar({
    name: "office",
    timeZone: "America/New_York",
    hours: {
      mon: [
        ["9:00", "12:00"],
        ["13:00", "17:00"],
      ],
      sat: [["22:00", "06:00"]],
      sun: [["18:00", "24:00"]],
      wed: [["22:00", "22:00"]],
    },
    closed: ["2026-12-25", { from: "2026-03-09", to: "2026-03-10" }],
    holidays: ["2026-03-16", "2026-03-23"],
    open: { "2026-03-23": [["10:00", "14:00"]] },
    from: "2026-01-01",
    to: "2026-12-31",
  });
  const open = (from: string, to: string) => calendar.openBetween(Date.parse(from), Date.parse(to)) / HOUR;

  it.each([
    {
      name: "two intervals of a day",
      from: "2026-03-02T00:00-05:00",
      to: "2026-03-03T00:00-05:00",
      hours: 7,
    },
    {
      name: "a closing at or before the opening is on the next day",
      from: "2026-03-21T00:00-04:00",
      to: "2026-03-22T12:00-04:00",
      hours: 8,
    },
    { name: "24:00", from: "2026-03-22T12:00-04:00", to: "2026-03-23T09:00-04:00", hours: 6 },
    { name: "a day and a night", from: "2026-03-18T00:00-04:00", to: "2026-03-20T00:00-04:00", hours: 24 },
    { name: "a closed range", from: "2026-03-09T00:00-04:00", to: "2026-03-10T00:00-04:00", hours: 0 },
    { name: "a holiday", from: "2026-03-16T00:00-04:00", to: "2026-03-17T00:00-04:00", hours: 0 },
    {
      name: "a holiday with hours of its own",
      from: "2026-03-23T00:00-04:00",
      to: "2026-03-24T00:00-04:00",
      hours: 4,
    },
  ])("$name", ({ from, to, hours }) => {
    expect(open(from, to)).toBe(hours);
  });

  it("keeps its name, zone and horizon", () => {
    expect(calendar.name).toBe("office");
    expect(calendar.zone.name).toBe("America/New_York");
    expect(calendar.horizon).toEqual({
      from: "2026-01-01",
      to: "2026-12-31",
      start: Date.parse("2026-01-01T00:00-05:00"),
      end: Date.parse("2027-01-01T00:00-05:00"),
    });
  });

  it("knows the zone up to the end of a horizon that ends on a clock change", () => {
    const short = createCalendar({
      timeZone: "America/New_York",
      hours: { sun: [["00:00", "24:00"]] },
      from: "2026-03-08",
      to: "2026-03-08",
    });
    expect(short.horizon.end - short.horizon.start).toBe(23 * HOUR);
    expect(short.openBetween(short.horizon.start, short.horizon.end)).toBe(23 * HOUR);
  });
});

describe("what createCalendar refuses", () => {
  const good: CalendarOptions = { timeZone: "UTC", hours: {}, from: "2026-01-01", to: "2026-12-31" };
  const at = (opens: string, closes: string): CalendarOptions => ({
    ...good,
    hours: { mon: [[opens, closes]] },
  });
  const wrong: { name: string; options: CalendarOptions; says: string }[] = [
    {
      name: "a zone",
      options: { ...good, timeZone: "Mars/Olympus_Mons" },
      says: 'no time zone "Mars/Olympus_Mons"',
    },
    {
      name: "a first date",
      options: { ...good, from: "2026-02-30" },
      says: '"2026-02-30" is not a calendar date',
    },
    { name: "a last date", options: { ...good, to: "2026" }, says: '"2026" is not a calendar date' },
    { name: "an order of dates", options: { ...good, to: "2025-12-31" }, says: "it ends before it begins" },
    {
      name: "a day of the week",
      options: { ...good, hours: JSON.parse('{ "monday": [] }') },
      says: '"monday" is not a day of the week',
    },
    {
      name: "a closed date",
      options: { ...good, closed: ["25.12."] },
      says: '"25.12." is not a calendar date',
    },
    {
      name: "a closed range",
      options: { ...good, closed: [{ from: "2026-12-26", to: "2026-12-24" }] },
      says: "closed from 2026-12-26 to 2026-12-24: it ends before it begins",
    },
    {
      name: "a holiday",
      options: { ...good, holidays: ["2026-02-29"] },
      says: '"2026-02-29" is not a calendar date',
    },
    {
      name: "an open date",
      options: { ...good, open: { tomorrow: [] } },
      says: '"tomorrow" is not a calendar date',
    },
    { name: "an hour", options: at("25:00", "26:00"), says: '"25:00" is not a time of day' },
    { name: "a minute", options: at("09:60", "17:00"), says: '"09:60" is not a time of day' },
    { name: "words", options: at("nine", "five"), says: '"nine" is not a time of day' },
    { name: "a minute past 24:00", options: at("09:00", "24:01"), says: '"24:01" is not a time of day' },
    { name: "an opening at 24:00", options: at("24:00", "06:00"), says: '"24:00" is the end of a day' },
  ];
  it.each(wrong)("$name", ({ options, says }) => {
    expect(() => createCalendar(options)).toThrow(RangeError);
    expect(() => createCalendar(options)).toThrow(says);
  });
});
