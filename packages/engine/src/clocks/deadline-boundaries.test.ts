import type { OfficeCalendar } from "@entente/ir";
import { describe, expect, it } from "vitest";
import type { Occurrence } from "../records/facts.ts";
import { noSpan, occurrenceOf } from "../testing/policy-builder.ts";
import { held, newYork, promiseOf } from "./testing/new-york.ts";
import { clock, evaluate, within } from "./testing/test-contract.ts";

type Deadline = ReturnType<typeof within>;
const nights: OfficeCalendar = {
  ...newYork,
  weekly: [{ days: [1, 2, 3, 4, 5, 6, 7], intervals: [{ opens: 1320, closes: 1800 }], span: noSpan }],
};
const holidays: OfficeCalendar["holidays"] = [
  { set: "US", source: "test", dates: [{ date: "2026-11-26", name: "Thanksgiving Day" }], span: noSpan },
];
const newYear = { from: "2026-12-24", to: "2027-01-03", label: "Winter break", span: noSpan };
const business = (amount: number, unit: "minute" | "hour" | "day" = "hour") => within(amount, unit, true);
const close = (day: number): Deadline => ({ kind: "closeOfDay", day, span: noSpan });
const onDay = (day: number, minute: number): Deadline => ({
  kind: "timeOfDay",
  day,
  minute,
  business: true,
  span: noSpan,
});

describe("a deadline", () => {
  it.each<[string, Deadline, OfficeCalendar, string, Occurrence[], string]>([
    [
      "from a start after hours",
      business(1),
      newYork,
      "2026-03-05T18:00-05:00",
      [],
      "2026-03-06T10:00-05:00",
    ],
    [
      "from a start exactly at opening",
      business(1),
      newYork,
      "2026-03-05T09:00-05:00",
      [],
      "2026-03-05T10:00-05:00",
    ],
    [
      "from a start a millisecond before opening",
      business(1),
      newYork,
      "2026-03-05T08:59:59.999-05:00",
      [],
      "2026-03-05T10:00-05:00",
    ],
    [
      "from a start exactly at closing",
      business(1),
      newYork,
      "2026-03-05T17:00-05:00",
      [],
      "2026-03-06T10:00-05:00",
    ],
    [
      "from a start a millisecond before closing",
      business(1),
      newYork,
      "2026-03-05T16:59:59.999-05:00",
      [],
      "2026-03-06T09:59:59.999-05:00",
    ],
    [
      "exactly at closing, not at the next opening",
      business(8),
      newYork,
      "2026-03-05T09:00-05:00",
      [],
      "2026-03-05T17:00-05:00",
    ],
    [
      "at the close of its own day is the next one's",
      close(1),
      newYork,
      "2026-03-05T17:00-05:00",
      [],
      "2026-03-06T17:00-05:00",
    ],
    [
      "at the minute of the start itself",
      onDay(0, 600),
      newYork,
      "2026-03-05T10:00-05:00",
      [],
      "2026-03-05T10:00-05:00",
    ],
    [
      "of no elapsed time",
      within(0, "minute"),
      newYork,
      "2026-03-07T10:00-05:00",
      [],
      "2026-03-07T10:00-05:00",
    ],
    [
      "of no business time, in hours",
      business(0),
      newYork,
      "2026-03-05T10:00-05:00",
      [],
      "2026-03-05T10:00-05:00",
    ],
    [
      "of no business time, outside hours",
      business(0),
      newYork,
      "2026-03-07T10:00-05:00",
      [],
      "2026-03-09T09:00-04:00",
    ],
    [
      "with a pause that begins outside hours",
      business(2),
      newYork,
      "2026-03-05T16:00-05:00",
      held("2026-03-05T20:00-05:00", "2026-03-06T10:00-05:00"),
      "2026-03-06T11:00-05:00",
    ],
    [
      "with a pause that ends outside hours",
      business(2),
      newYork,
      "2026-03-05T15:00-05:00",
      held("2026-03-05T16:00-05:00", "2026-03-05T22:00-05:00"),
      "2026-03-06T10:00-05:00",
    ],
    [
      "with a pause that lies outside hours",
      business(2),
      newYork,
      "2026-03-05T16:00-05:00",
      held("2026-03-05T18:00-05:00", "2026-03-06T08:00-05:00"),
      "2026-03-06T10:00-05:00",
    ],
    [
      "with a pause from closing to opening",
      business(2),
      newYork,
      "2026-03-05T16:00-05:00",
      held("2026-03-05T17:00-05:00", "2026-03-06T09:00-05:00"),
      "2026-03-06T10:00-05:00",
    ],
    [
      "with a pause that begins at the due instant",
      business(1),
      newYork,
      "2026-03-05T09:00-05:00",
      held("2026-03-05T10:00-05:00", "2026-03-05T12:00-05:00"),
      "2026-03-05T10:00-05:00",
    ],
    [
      "with an elapsed pause over the hour that is skipped",
      within(24, "hour"),
      newYork,
      "2026-03-07T12:00-05:00",
      held("2026-03-08T01:00-05:00", "2026-03-08T04:00-04:00"),
      "2026-03-08T15:00-04:00",
    ],
    [
      "with an elapsed pause over the hour that occurs twice",
      within(24, "hour"),
      newYork,
      "2026-10-31T12:00-04:00",
      held("2026-11-01T00:00-04:00", "2026-11-01T03:00-05:00"),
      "2026-11-01T15:00-05:00",
    ],
    [
      "in open hours with a pause over the skipped hour",
      business(6),
      nights,
      "2026-03-07T22:00-05:00",
      held("2026-03-08T01:00-05:00", "2026-03-08T04:00-04:00"),
      "2026-03-08T23:00-04:00",
    ],
    [
      "at a local time that is skipped",
      within(1, "day"),
      newYork,
      "2026-03-07T02:30-05:00",
      [],
      "2026-03-08T03:30-04:00",
    ],
    [
      "at a local time that occurs twice is the first",
      within(1, "day"),
      newYork,
      "2026-10-31T01:30-04:00",
      [],
      "2026-11-01T01:30-04:00",
    ],
    [
      "a day after the second of two equal local times",
      within(1, "day"),
      newYork,
      "2026-11-01T01:30-05:00",
      [],
      "2026-11-02T01:30-05:00",
    ],
    [
      "24 hours over the skipped hour",
      within(24, "hour"),
      newYork,
      "2026-03-07T12:00-05:00",
      [],
      "2026-03-08T13:00-04:00",
    ],
    [
      "a month from the 31st",
      within(1, "month"),
      newYork,
      "2026-01-31T12:00-05:00",
      [],
      "2026-02-28T12:00-05:00",
    ],
    [
      "a month from the 31st in a leap year",
      within(1, "month"),
      newYork,
      "2028-01-31T12:00-05:00",
      [],
      "2028-02-29T12:00-05:00",
    ],
    [
      "a year from a leap day",
      within(1, "year"),
      newYork,
      "2028-02-29T12:00-05:00",
      [],
      "2029-02-28T12:00-05:00",
    ],
    [
      "a day from the 28th of a leap year",
      within(1, "day"),
      newYork,
      "2028-02-28T12:00-05:00",
      [],
      "2028-02-29T12:00-05:00",
    ],
    [
      "a business day on a leap day",
      business(1, "day"),
      newYork,
      "2028-02-28T12:00-05:00",
      [],
      "2028-02-29T12:00-05:00",
    ],
    [
      "in a night that spills into a holiday",
      business(8),
      { ...nights, holidays },
      "2026-11-25T22:00-05:00",
      [],
      "2026-11-26T06:00-05:00",
    ],
    [
      "past a night that spills into a holiday",
      business(9),
      { ...nights, holidays },
      "2026-11-25T22:00-05:00",
      [],
      "2026-11-27T23:00-05:00",
    ],
    [
      "over a closed range across New Year",
      business(2),
      { ...newYork, closed: [newYear] },
      "2026-12-23T16:00-05:00",
      [],
      "2027-01-04T10:00-05:00",
    ],
    [
      "a business day over a closed range across New Year",
      business(1, "day"),
      { ...newYork, closed: [newYear] },
      "2026-12-23T16:00-05:00",
      [],
      "2027-01-04T16:00-05:00",
    ],
  ])("%s", (_case, deadline, calendar, start, events, due) => {
    const verdict = evaluate(
      promiseOf(deadline, calendar),
      [occurrenceOf("handoff", start), ...events],
      "2029-06-01T00:00Z",
    );
    expect(new Date(clock(verdict).due ?? Number.NaN).toISOString()).toBe(new Date(due).toISOString());
  });
});
