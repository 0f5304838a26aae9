import { describe, expect, it } from "vitest";
import { type CalendarOptions, createCalendar, type Hours } from "./create-calendar.ts";

const HOUR = 3_600_000;

const everyDay = (hours: Hours): CalendarOptions["hours"] => ({
  mon: hours,
  tue: hours,
  wed: hours,
  thu: hours,
  fri: hours,
  sat: hours,
  sun: hours,
});
const calendar = (timeZone: string, hours: Hours) =>
  createCalendar({ timeZone, hours: everyDay(hours), from: "2026-01-01", to: "2027-12-31" });

const day: Hours = [["09:00", "17:00"]];
const night: Hours = [["22:00", "06:00"]];
const whole: Hours = [["00:00", "24:00"]];

/** 2026: New York 8 March and 1 November, London 29 March and 25 October; the others in April and September or October. */
describe("open hours of the night and the day of a clock change", () => {
  it.each([
    {
      zone: "America/New_York",
      from: "2026-03-07T12:00-05:00",
      to: "2026-03-08T12:00-04:00",
      nightly: 7,
      whole: 23,
    },
    {
      zone: "America/New_York",
      from: "2026-10-31T12:00-04:00",
      to: "2026-11-01T12:00-05:00",
      nightly: 9,
      whole: 25,
    },
    { zone: "Europe/London", from: "2026-03-28T12:00Z", to: "2026-03-29T12:00+01:00", nightly: 7, whole: 23 },
    { zone: "Europe/London", from: "2026-10-24T12:00+01:00", to: "2026-10-25T12:00Z", nightly: 9, whole: 25 },
    {
      zone: "Australia/Sydney",
      from: "2026-10-03T12:00+10:00",
      to: "2026-10-04T12:00+11:00",
      nightly: 7,
      whole: 23,
    },
    {
      zone: "Australia/Sydney",
      from: "2026-04-04T12:00+11:00",
      to: "2026-04-05T12:00+10:00",
      nightly: 9,
      whole: 25,
    },
    {
      zone: "Australia/Lord_Howe",
      from: "2026-10-03T12:00+10:30",
      to: "2026-10-04T12:00+11:00",
      nightly: 7.5,
      whole: 23.5,
    },
    {
      zone: "Australia/Lord_Howe",
      from: "2026-04-04T12:00+11:00",
      to: "2026-04-05T12:00+10:30",
      nightly: 8.5,
      whole: 24.5,
    },
    {
      zone: "Pacific/Chatham",
      from: "2026-09-26T12:00+12:45",
      to: "2026-09-27T12:00+13:45",
      nightly: 7,
      whole: 23,
    },
    {
      zone: "Pacific/Chatham",
      from: "2026-04-04T12:00+13:45",
      to: "2026-04-05T12:00+12:45",
      nightly: 9,
      whole: 25,
    },
  ])("$zone from $from", ({ zone, from, to, nightly, whole: all }) => {
    const [start, end] = [Date.parse(from), Date.parse(to)];
    expect(calendar(zone, night).openBetween(start, end) / HOUR).toBe(nightly);
    expect(calendar(zone, whole).openBetween(start, end) / HOUR).toBe(all);
    expect(calendar(zone, day).openBetween(start, end) / HOUR).toBe(8);
    expect(calendar(zone, day).addOpen(start, 8 * HOUR)).toBe(end);
    expect(calendar(zone, day).addWorkingDays(start, 1)).toBe(end);
    expect(calendar(zone, night).addOpen(start, nightly * HOUR)).toBe(
      calendar(zone, night).nextClosing(start),
    );
  });
});

describe("in New York", () => {
  const days = calendar("America/New_York", day);
  const nights = calendar("America/New_York", night);
  const early = calendar("America/New_York", [["02:30", "04:00"]]);
  const repeated = calendar("America/New_York", [["01:30", "03:00"]]);

  it.each([
    {
      name: "4 business hours keep the wall's opening in spring",
      of: days,
      start: "2026-03-07T15:00-05:00",
      hours: 4,
      due: "2026-03-08T11:00-04:00",
    },
    {
      name: "4 business hours keep the wall's opening in autumn",
      of: days,
      start: "2026-10-31T15:00-04:00",
      hours: 4,
      due: "2026-11-01T11:00-05:00",
    },
    {
      name: "a night shift loses the skipped hour",
      of: nights,
      start: "2026-03-08T01:00-05:00",
      hours: 2,
      due: "2026-03-08T04:00-04:00",
    },
    {
      name: "a night shift works the repeated hour twice",
      of: nights,
      start: "2026-11-01T01:00-04:00",
      hours: 2,
      due: "2026-11-01T02:00-05:00",
    },
    {
      name: "a shift exactly fits the short night",
      of: nights,
      start: "2026-03-07T22:00-05:00",
      hours: 7,
      due: "2026-03-08T06:00-04:00",
    },
    {
      name: "a skipped opening moves forward by the gap",
      of: early,
      start: "2026-03-08T00:00-05:00",
      hours: 0,
      due: "2026-03-08T03:30-04:00",
    },
    {
      name: "a skipped opening shortens the shift",
      of: early,
      start: "2026-03-08T00:00-05:00",
      hours: 0.5,
      due: "2026-03-08T04:00-04:00",
    },
    {
      name: "a repeated opening is the first",
      of: repeated,
      start: "2026-11-01T00:00-04:00",
      hours: 0,
      due: "2026-11-01T01:30-04:00",
    },
    {
      name: "a repeated opening lengthens the shift",
      of: repeated,
      start: "2026-11-01T00:00-04:00",
      hours: 2.5,
      due: "2026-11-01T03:00-05:00",
    },
  ])("$name", ({ of, start, hours, due }) => {
    expect(of.addOpen(Date.parse(start), hours * HOUR)).toBe(Date.parse(due));
    if (hours > 0)
      expect(of.subtractOpen(Date.parse(due), hours * HOUR)).toBe(of.nextOpening(Date.parse(start)));
  });

  it.each([
    {
      name: "1 business day to a skipped time",
      of: nights,
      start: "2026-03-07T02:30-05:00",
      n: 1,
      due: "2026-03-08T03:30-04:00",
    },
    {
      name: "1 business day to a repeated time",
      of: nights,
      start: "2026-10-31T01:30-04:00",
      n: 1,
      due: "2026-11-01T01:30-04:00",
    },
    {
      name: "1 business day from a repeated time",
      of: nights,
      start: "2026-11-01T01:30-05:00",
      n: 1,
      due: "2026-11-02T01:30-05:00",
    },
    {
      name: "no business day after the second of two equal times",
      of: nights,
      start: "2026-11-01T01:30-05:00",
      n: 0,
      due: "2026-11-01T01:30-05:00",
    },
    {
      name: "3 business days over the change",
      of: days,
      start: "2026-03-06T16:30-05:00",
      n: 3,
      due: "2026-03-09T16:30-04:00",
    },
    {
      name: "back over the change",
      of: days,
      start: "2026-03-09T16:30-04:00",
      n: -3,
      due: "2026-03-06T16:30-05:00",
    },
  ])("$name", ({ of, start, n, due }) => {
    expect(of.addWorkingDays(Date.parse(start), n)).toBe(Date.parse(due));
  });

  it("a named time and a close are those of the wall", () => {
    expect(days.timeOnWorkingDay(Date.parse("2026-03-07T12:00-05:00"), 1, 150)).toBe(
      Date.parse("2026-03-08T03:30-04:00"),
    );
    expect(days.closeOfWorkingDay(Date.parse("2026-03-07T12:00-05:00"), 1)).toBe(
      Date.parse("2026-03-08T17:00-04:00"),
    );
    expect(nights.closeOfWorkingDay(Date.parse("2026-03-06T12:00-05:00"), 1)).toBe(
      Date.parse("2026-03-08T06:00-04:00"),
    );
  });

  it("an interval that ends before its skipped opening is none, and makes no working day", () => {
    const inGap = calendar("America/New_York", [["02:30", "03:15"]]);
    expect(inGap.isWorkingDay(Date.parse("2026-03-08T12:00-04:00"))).toBe(false);
    expect(inGap.nextOpening(Date.parse("2026-03-08T00:00-05:00"))).toBe(
      Date.parse("2026-03-09T02:30-04:00"),
    );
  });
});

it("a midnight that is skipped opens a whole day at 01:00", () => {
  const saoPaulo = createCalendar({
    timeZone: "America/Sao_Paulo",
    hours: { sun: whole },
    from: "2015-10-01",
    to: "2015-10-31",
  });
  expect(saoPaulo.nextOpening(Date.parse("2015-10-17T12:00-03:00"))).toBe(
    Date.parse("2015-10-18T01:00-02:00"),
  );
  expect(
    saoPaulo.openBetween(Date.parse("2015-10-17T12:00-03:00"), Date.parse("2015-10-19T12:00-02:00")),
  ).toBe(23 * HOUR);
});

it("a date that a place skipped is no working day", () => {
  const apia = createCalendar({
    timeZone: "Pacific/Apia",
    hours: everyDay(day),
    from: "2011-12-01",
    to: "2012-01-31",
  });
  const before = Date.parse("2011-12-29T12:00-10:00");
  expect(apia.addWorkingDays(before, 1)).toBe(Date.parse("2011-12-31T12:00+14:00"));
  expect(apia.workingDaysBetween(before, Date.parse("2012-01-01T12:00+14:00"))).toBe(2);
});
