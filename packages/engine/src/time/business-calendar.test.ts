import { describe, expect, it } from "vitest";
import { createCalendar } from "./create-calendar.ts";
import { always, at, calendar, dated, nights, office, read, split, weekdays } from "./sample-calendars.ts";

const MINUTE = 60_000;

describe("isOpen, nextOpening, nextClosing, previousClosing", () => {
  it.each([
    {
      name: "before hours",
      of: office,
      when: "03-02T08:59",
      open: false,
      next: "03-02T09:00",
      close: "03-02T17:00",
      previous: "02-27T17:00",
    },
    {
      name: "at the opening",
      of: office,
      when: "03-02T09:00",
      open: true,
      next: "03-02T09:00",
      close: "03-02T17:00",
      previous: "03-02T09:00",
    },
    {
      name: "within",
      of: office,
      when: "03-02T16:59",
      open: true,
      next: "03-02T16:59",
      close: "03-02T17:00",
      previous: "03-02T16:59",
    },
    {
      name: "at the closing",
      of: office,
      when: "03-02T17:00",
      open: false,
      next: "03-03T09:00",
      close: "03-03T17:00",
      previous: "03-02T17:00",
    },
    {
      name: "on a weekend",
      of: office,
      when: "03-07T12:00",
      open: false,
      next: "03-09T09:00",
      close: "03-09T17:00",
      previous: "03-06T17:00",
    },
    {
      name: "in a break",
      of: split,
      when: "03-02T12:30",
      open: false,
      next: "03-02T13:00",
      close: "03-02T17:00",
      previous: "03-02T12:00",
    },
    {
      name: "in a night shift after midnight",
      of: nights,
      when: "03-07T05:59",
      open: true,
      next: "03-07T05:59",
      close: "03-07T06:00",
      previous: "03-07T05:59",
    },
    {
      name: "after the last night shift",
      of: nights,
      when: "03-07T06:00",
      open: false,
      next: "03-09T22:00",
      close: "03-10T06:00",
      previous: "03-07T06:00",
    },
    {
      name: "at midnight between two whole days",
      of: always,
      when: "03-03T00:00",
      open: true,
      next: "03-03T00:00",
      close: "03-07T00:00",
      previous: "03-03T00:00",
    },
    {
      name: "at the end of the week's 24:00",
      of: always,
      when: "03-07T00:00",
      open: false,
      next: "03-09T00:00",
      close: "03-14T00:00",
      previous: "03-07T00:00",
    },
    {
      name: "on a holiday",
      of: dated,
      when: "03-03T12:00",
      open: false,
      next: "03-04T10:00",
      close: "03-04T14:00",
      previous: "03-02T17:00",
    },
    {
      name: "on a holiday with an open line",
      of: dated,
      when: "03-04T09:30",
      open: false,
      next: "03-04T10:00",
      close: "03-04T14:00",
      previous: "03-02T17:00",
    },
    {
      name: "on a closed day with an open line",
      of: dated,
      when: "03-05T11:00",
      open: false,
      next: "03-06T09:00",
      close: "03-06T17:00",
      previous: "03-04T14:00",
    },
    {
      name: "on a weekend with an open line",
      of: dated,
      when: "03-07T13:00",
      open: true,
      next: "03-07T13:00",
      close: "03-07T14:00",
      previous: "03-07T13:00",
    },
  ])("$name ($when)", ({ of, when, open, next, close, previous }) => {
    expect({
      open: of.isOpen(at(when)),
      next: read(of.nextOpening(at(when))),
      close: read(of.nextClosing(at(when))),
      previous: read(of.previousClosing(at(when))),
    }).toEqual({ open, next, close, previous });
  });
});

describe("addOpen", () => {
  it.each([
    { name: "within the day", of: office, start: "03-02T10:00", minutes: 90, due: "03-02T11:30" },
    {
      name: "an exact fit is due at closing",
      of: office,
      start: "03-02T16:00",
      minutes: 60,
      due: "03-02T17:00",
    },
    {
      name: "a minute more runs into the next day",
      of: office,
      start: "03-02T16:00",
      minutes: 61,
      due: "03-03T09:01",
    },
    { name: "a whole day at closing", of: office, start: "03-02T17:00", minutes: 480, due: "03-03T17:00" },
    {
      name: "before hours counts from the opening",
      of: office,
      start: "03-02T06:00",
      minutes: 60,
      due: "03-02T10:00",
    },
    {
      name: "on Friday evening counts from Monday",
      of: office,
      start: "03-06T18:30",
      minutes: 60,
      due: "03-09T10:00",
    },
    { name: "across a weekend", of: office, start: "03-06T16:30", minutes: 60, due: "03-09T09:30" },
    {
      name: "from a break counts from its end",
      of: split,
      start: "03-02T12:15",
      minutes: 30,
      due: "03-02T13:30",
    },
    { name: "an exact fit before a break", of: split, start: "03-02T11:00", minutes: 60, due: "03-02T12:00" },
    { name: "over a break", of: split, start: "03-02T11:00", minutes: 61, due: "03-02T13:01" },
    { name: "several days", of: split, start: "03-02T09:00", minutes: 7 * 60 * 4 + 60, due: "03-06T11:30" },
    { name: "over midnight", of: nights, start: "03-02T23:00", minutes: 120, due: "03-03T01:00" },
    {
      name: "a night shift of Friday ends on Saturday",
      of: nights,
      start: "03-06T22:00",
      minutes: 480,
      due: "03-07T06:00",
    },
    {
      name: "across 24:00 without a stop",
      of: always,
      start: "03-02T23:00",
      minutes: 120,
      due: "03-03T01:00",
    },
    { name: "nothing within hours", of: office, start: "03-02T10:00", minutes: 0, due: "03-02T10:00" },
    {
      name: "nothing outside hours is the next opening",
      of: office,
      start: "03-07T10:00",
      minutes: 0,
      due: "03-09T09:00",
    },
    {
      name: "over holidays and a closed day",
      of: dated,
      start: "03-02T16:00",
      minutes: 5 * 60,
      due: "03-04T14:00",
    },
    {
      name: "over a holiday, an open and a closed day",
      of: dated,
      start: "03-02T16:00",
      minutes: 5 * 60 + 1,
      due: "03-06T09:01",
    },
  ])("$name", ({ of, start, minutes, due }) => {
    expect(read(of.addOpen(at(start), minutes * MINUTE))).toBe(due);
  });

  it("keeps milliseconds", () => {
    expect(office.addOpen(at("03-02T16:59:59.999"), 2)).toBe(at("03-03T09:00:00.001"));
  });
});

describe("subtractOpen", () => {
  it.each([
    { name: "within the day", of: office, start: "03-02T11:30", minutes: 90, from: "03-02T10:00" },
    {
      name: "an exact fit is the opening",
      of: office,
      start: "03-03T10:00",
      minutes: 60,
      from: "03-03T09:00",
    },
    {
      name: "a minute more is on the day before",
      of: office,
      start: "03-03T10:00",
      minutes: 61,
      from: "03-02T16:59",
    },
    {
      name: "outside hours counts from the closing",
      of: office,
      start: "03-08T10:00",
      minutes: 60,
      from: "03-06T16:00",
    },
    {
      name: "nothing outside hours is the previous closing",
      of: office,
      start: "03-08T10:00",
      minutes: 0,
      from: "03-06T17:00",
    },
    { name: "over a break", of: split, start: "03-02T13:30", minutes: 60, from: "03-02T11:30" },
    { name: "over midnight", of: nights, start: "03-03T01:00", minutes: 120, from: "03-02T23:00" },
  ])("$name", ({ of, start, minutes, from }) => {
    expect(read(of.subtractOpen(at(start), minutes * MINUTE))).toBe(from);
  });
});

describe("openBetween", () => {
  it.each([
    { name: "within the day", of: office, from: "03-02T10:00", to: "03-02T11:30", minutes: 90 },
    { name: "over night costs nothing", of: office, from: "03-02T17:00", to: "03-03T09:00", minutes: 0 },
    { name: "a week", of: office, from: "03-02T00:00", to: "03-09T00:00", minutes: 5 * 480 },
    { name: "over a break", of: split, from: "03-02T11:30", to: "03-02T13:30", minutes: 60 },
    { name: "backwards is negative", of: office, from: "03-02T11:30", to: "03-02T10:00", minutes: -90 },
    {
      name: "holidays, open and closed days",
      of: dated,
      from: "03-02T00:00",
      to: "03-08T00:00",
      minutes: 480 + 240 + 480 + 240,
    },
  ])("$name", ({ of, from, to, minutes }) => {
    expect(of.openBetween(at(from), at(to))).toBe(minutes * MINUTE);
  });
});

describe("a night shift and its dates", () => {
  const nightsWithHoliday = calendar(weekdays([["22:00", "06:00"]]), { closed: ["2026-03-04"] });

  it("stays open into a closed date, and does not start on one", () => {
    expect(nightsWithHoliday.isOpen(at("03-04T05:00"))).toBe(true);
    expect(nightsWithHoliday.isOpen(at("03-04T23:00"))).toBe(false);
    expect(nightsWithHoliday.isOpen(at("03-05T05:00"))).toBe(false);
  });

  it("reaches into the first day of the horizon", () => {
    const late = createCalendar({
      timeZone: "UTC",
      hours: { sun: [["22:00", "06:00"]] },
      from: "2026-03-02",
      to: "2026-03-31",
    });
    expect(late.isOpen(at("03-02T05:59"))).toBe(true);
    expect(read(late.nextClosing(at("03-02T00:00")))).toBe("03-02T06:00");
  });
});

describe("amounts of open time", () => {
  it.each([-1, Number.NaN, Number.POSITIVE_INFINITY])("%d is refused", (ms) => {
    expect(() => office.addOpen(at("03-02T10:00"), ms)).toThrow(`${ms} is not an amount of open time`);
    expect(() => office.subtractOpen(at("03-02T10:00"), ms)).toThrow(`${ms} is not an amount of open time`);
  });
});
