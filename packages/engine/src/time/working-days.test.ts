import { describe, expect, it } from "vitest";
import { always, at, calendar, dated, nights, office, read, split, weekdays } from "./sample-calendars.ts";

const HOUR = 3_600_000;

describe("addWorkingDays", () => {
  it.each([
    {
      name: "the same time on the second day after",
      of: office,
      start: "03-02T10:15",
      n: 2,
      due: "03-04T10:15",
    },
    { name: "over a weekend", of: office, start: "03-06T10:15", n: 1, due: "03-09T10:15" },
    {
      name: "before hours counts from the opening",
      of: office,
      start: "03-02T06:00",
      n: 1,
      due: "03-03T09:00",
    },
    {
      name: "after hours counts from the next opening",
      of: office,
      start: "03-02T17:00",
      n: 1,
      due: "03-04T09:00",
    },
    { name: "on a weekend counts from Monday", of: office, start: "03-07T12:00", n: 2, due: "03-11T09:00" },
    { name: "none within hours", of: office, start: "03-02T10:15", n: 0, due: "03-02T10:15" },
    {
      name: "none outside hours is the next opening",
      of: office,
      start: "03-07T12:00",
      n: 0,
      due: "03-09T09:00",
    },
    {
      name: "after that day's close is its close",
      of: split,
      start: "03-05T16:00",
      n: 1,
      due: "03-06T15:00",
    },
    {
      name: "before that day's opening is its opening",
      of: split,
      start: "03-05T09:15",
      n: 1,
      due: "03-06T10:30",
    },
    { name: "in a break of that day stays", of: split, start: "03-06T12:20", n: 1, due: "03-09T12:20" },
    { name: "from a break counts from its end", of: split, start: "03-02T12:20", n: 1, due: "03-03T13:00" },
    {
      name: "holidays and closed days do not count, open days do",
      of: dated,
      start: "03-02T11:00",
      n: 2,
      due: "03-06T11:00",
    },
    { name: "an open day closes earlier", of: dated, start: "03-02T16:00", n: 1, due: "03-04T14:00" },
    {
      name: "after midnight the shift of the day before counts",
      of: nights,
      start: "03-03T02:00",
      n: 1,
      due: "03-04T02:00",
    },
    {
      name: "a Friday night's 02:00 is a Monday night's 02:00",
      of: nights,
      start: "03-07T02:00",
      n: 1,
      due: "03-10T02:00",
    },
    { name: "before midnight", of: nights, start: "03-06T23:00", n: 1, due: "03-09T23:00" },
    { name: "whole days", of: always, start: "03-06T23:00", n: 1, due: "03-09T23:00" },
    {
      name: "midnight belongs to the day it begins",
      of: always,
      start: "03-03T00:00",
      n: 1,
      due: "03-04T00:00",
    },
    { name: "back", of: office, start: "03-09T10:15", n: -1, due: "03-06T10:15" },
    {
      name: "back from outside hours counts from the closing",
      of: office,
      start: "03-08T10:15",
      n: -1,
      due: "03-05T17:00",
    },
    { name: "back from the end of 24:00", of: always, start: "03-08T00:00", n: -5, due: "02-28T00:00" },
  ])("$name ($start, $n)", ({ of, start, n, due }) => {
    expect(read(of.addWorkingDays(at(start), n))).toBe(due);
  });

  it("refuses parts of days", () => {
    expect(() => office.addWorkingDays(at("03-02T10:00"), 0.5)).toThrow(
      "0.5 is not a whole number of working days",
    );
  });

  it("ends a day at the next day's opening where a shift overlaps it", () => {
    const uneven = calendar({
      mon: [["00:30", "08:00"]],
      tue: [["22:00", "06:00"]],
      wed: [["00:30", "08:00"]],
      fri: [["22:00", "06:00"]],
    });
    expect(read(uneven.addWorkingDays(at("03-07T05:00"), 2))).toBe("03-11T00:30");
    expect(read(uneven.addWorkingDays(at("03-09T00:30"), 2))).toBe("03-11T00:30");
  });
});

describe("closeOfWorkingDay", () => {
  it.each([
    {
      name: "the start's own day is never counted",
      of: office,
      start: "03-02T08:00",
      n: 1,
      due: "03-03T17:00",
    },
    { name: "after hours", of: office, start: "03-02T23:00", n: 2, due: "03-04T17:00" },
    {
      name: "from a weekend Monday is the first",
      of: office,
      start: "03-07T12:00",
      n: 1,
      due: "03-09T17:00",
    },
    { name: "none is the same day", of: office, start: "03-02T23:00", n: 0, due: "03-02T17:00" },
    { name: "none on a weekend is Monday", of: office, start: "03-07T12:00", n: 0, due: "03-09T17:00" },
    { name: "the last closing of the day", of: split, start: "03-02T10:00", n: 1, due: "03-03T17:00" },
    { name: "a night shift ends its day", of: nights, start: "03-02T12:00", n: 1, due: "03-04T06:00" },
    { name: "24:00", of: always, start: "03-02T12:00", n: 1, due: "03-04T00:00" },
    { name: "an open day", of: dated, start: "03-02T12:00", n: 1, due: "03-04T14:00" },
  ])("$name ($start, $n)", ({ of, start, n, due }) => {
    expect(read(of.closeOfWorkingDay(at(start), n))).toBe(due);
  });
});

describe("timeOnWorkingDay", () => {
  it.each([
    { name: "the first day after", of: office, start: "03-02T12:00", n: 1, minute: 600, due: "03-03T10:00" },
    { name: "over a weekend", of: office, start: "03-06T12:00", n: 1, minute: 600, due: "03-09T10:00" },
    { name: "the same day", of: office, start: "03-02T12:00", n: 0, minute: 1020, due: "03-02T17:00" },
    {
      name: "the same day, in the past",
      of: office,
      start: "03-02T18:00",
      n: 0,
      minute: 1020,
      due: "03-02T17:00",
    },
    {
      name: "the next working day where the date is none",
      of: office,
      start: "03-07T12:00",
      n: 0,
      minute: 1020,
      due: "03-09T17:00",
    },
    { name: "outside hours", of: office, start: "03-02T12:00", n: 1, minute: 1200, due: "03-03T20:00" },
    { name: "the end of the day", of: office, start: "03-02T12:00", n: 1, minute: 1440, due: "03-04T00:00" },
  ])("$name", ({ of, start, n, minute, due }) => {
    expect(read(of.timeOnWorkingDay(at(start), n, minute))).toBe(due);
  });

  it.each([-1, 0.5, Number.NaN])("refuses %d days", (n) => {
    expect(() => office.timeOnWorkingDay(at("03-02T12:00"), n, 600)).toThrow(RangeError);
    expect(() => office.closeOfWorkingDay(at("03-02T12:00"), n)).toThrow(RangeError);
  });
});

describe("counting days", () => {
  it.each([
    { name: "a day", of: office, from: "03-02T10:00", to: "03-03T10:00", days: 1, closings: 1 },
    {
      name: "over night costs nothing",
      of: office,
      from: "03-02T17:00",
      to: "03-03T09:00",
      days: 1,
      closings: 0,
    },
    { name: "up to the closing", of: office, from: "03-02T16:59", to: "03-02T17:00", days: 0, closings: 1 },
    { name: "a weekend", of: office, from: "03-06T17:00", to: "03-09T16:59", days: 1, closings: 0 },
    { name: "a week", of: office, from: "03-02T00:00", to: "03-09T00:00", days: 5, closings: 5 },
    {
      name: "a break closes no day",
      of: split,
      from: "03-02T09:00",
      to: "03-02T16:00",
      days: 0,
      closings: 0,
    },
    {
      name: "each whole day closes",
      of: always,
      from: "03-02T12:00",
      to: "03-04T12:00",
      days: 2,
      closings: 2,
    },
    { name: "backwards", of: office, from: "03-04T18:00", to: "03-02T10:00", days: -2, closings: -3 },
    {
      name: "backwards from a weekend",
      of: office,
      from: "03-08T18:00",
      to: "03-06T10:00",
      days: -1,
      closings: -1,
    },
  ])("$name", ({ of, from, to, days, closings }) => {
    expect(of.workingDaysBetween(at(from), at(to))).toBe(days);
    expect(of.closingsBetween(at(from), at(to))).toBe(closings);
  });

  it("counts a closing that comes before that of a longer shift of the day before", () => {
    const uneven = calendar({
      mon: [["12:00", "11:00"]],
      tue: [["00:00", "01:00"]],
      wed: [["00:00", "23:00"]],
    });
    const counted = ["03-03T00:59", "03-03T01:00", "03-03T11:00", "03-04T23:00"].map((to) =>
      uneven.closingsBetween(at("03-02T00:00"), at(to)),
    );
    expect(counted).toEqual([0, 1, 2, 3]);
  });

  it("knows which dates are working days", () => {
    const dates = ["02", "03", "04", "05", "06", "07", "08"].filter((day) =>
      dated.isWorkingDay(at(`03-${day}T00:00`)),
    );
    expect(dates).toEqual(["02", "04", "06", "07"]);
    expect(nights.isWorkingDay(at("03-07T02:00"))).toBe(false);
  });

  it("skips a closed range over New Year", () => {
    const year = calendar(weekdays([["09:00", "17:00"]]), {
      closed: [{ from: "2026-12-24", to: "2027-01-06" }],
      to: "2027-12-31",
    });
    expect(new Date(year.addOpen(at("12-23T16:30"), HOUR)).toISOString()).toBe("2027-01-07T09:30:00.000Z");
    expect(year.workingDaysBetween(at("12-23T12:00"), Date.parse("2027-01-06T12:00Z"))).toBe(0);
  });
});
