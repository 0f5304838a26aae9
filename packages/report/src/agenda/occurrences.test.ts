import { createCalendar } from "@entente/engine";
import type { Duration, Period } from "@entente/ir";
import { describe, expect, it } from "vitest";
import { occurrencesOf, type Rhythm } from "./occurrences.ts";

const calendar = createCalendar({
  timeZone: "America/New_York",
  hours: {
    mon: [["09:00", "17:00"]],
    tue: [["09:00", "17:00"]],
    wed: [["10:00", "17:00"]],
    thu: [["09:00", "17:00"]],
    fri: [["09:00", "12:00"]],
  },
  closed: ["2026-01-05", "2026-02-02", "2026-02-03", "2026-02-04", "2026-02-05", "2026-02-06"],
  from: "2025-12-01",
  to: "2026-12-31",
});
const { zone } = calendar;
const day = (date: string): number => zone.instantOf(date, 0);
const half: Duration = { kind: "duration", amount: 30, unit: "minute", business: false };
const term = { from: day("2026-01-01"), to: day("2026-07-01") };

function starts(every: Period, from: string, to: string, change: Partial<Rhythm> = {}): readonly string[] {
  const rhythm: Rhythm = { every, duration: half, term, calendar, zone, ...change };
  return occurrencesOf(rhythm, { from: day(from), to: day(to) }).map(({ from: at, allDay }) => {
    const local = new Date(zone.toLocal(at)).toISOString();
    return allDay ? local.slice(0, 10) : local.slice(0, 16).replace("T", " ");
  });
}

const every = (count: number, unit: Period["unit"], business = false): Period => ({ count, unit, business });

describe("meetings take place", () => {
  const cases: readonly (readonly [string, Period, string, string, readonly string[]])[] = [
    [
      "at the first opening of the week",
      every(1, "week"),
      "2026-01-12",
      "2026-01-26",
      ["2026-01-12 09:00", "2026-01-19 09:00"],
    ],
    [
      "a day later where the first is closed",
      every(1, "week"),
      "2026-01-05",
      "2026-01-12",
      ["2026-01-06 09:00"],
    ],
    ["not at all in a week that is closed", every(1, "week"), "2026-02-02", "2026-02-09", []],
    [
      "in the term's first week on its first day",
      every(1, "week"),
      "2025-12-29",
      "2026-01-05",
      ["2026-01-01 09:00"],
    ],
    [
      "every two weeks, counted from the term's first",
      every(2, "week"),
      "2026-01-05",
      "2026-02-01",
      ["2026-01-12 09:00", "2026-01-26 09:00"],
    ],
    [
      "at the first opening of the month",
      every(1, "month"),
      "2026-01-15",
      "2026-04-01",
      ["2026-02-09 09:00", "2026-03-02 09:00"],
    ],
    [
      "of the quarter",
      every(1, "quarter"),
      "2026-01-01",
      "2026-07-01",
      ["2026-01-01 09:00", "2026-04-01 10:00"],
    ],
    [
      "on every working day",
      every(1, "day", true),
      "2026-01-02",
      "2026-01-08",
      ["2026-01-02 09:00", "2026-01-06 09:00", "2026-01-07 10:00"],
    ],
    [
      "on every other working day of the term",
      every(2, "day", true),
      "2026-01-01",
      "2026-01-10",
      ["2026-01-01 09:00", "2026-01-06 09:00", "2026-01-08 09:00"],
    ],
    [
      "never outside the term",
      every(1, "week"),
      "2026-06-22",
      "2026-07-20",
      ["2026-06-22 09:00", "2026-06-29 09:00"],
    ],
  ];
  it.each(cases)("%s", (_, period, from, to, expected) => {
    expect(starts(period, from, to)).toEqual(expected);
  });

  it.each([
    ["the first day of the week", every(1, "week"), ["2026-01-12", "2026-01-19"]],
    [
      "Monday to Friday",
      every(1, "day", true),
      [
        "2026-01-12",
        "2026-01-13",
        "2026-01-14",
        "2026-01-15",
        "2026-01-16",
        "2026-01-19",
        "2026-01-20",
        "2026-01-21",
        "2026-01-22",
        "2026-01-23",
      ],
    ],
  ] as const)("without a calendar on %s, all day", (_, period, expected) => {
    expect(starts(period, "2026-01-12", "2026-01-26", { calendar: null })).toEqual(expected);
  });

  it("at the same hour on the wall when the clocks change", () => {
    expect(starts(every(1, "week"), "2026-03-02", "2026-03-16")).toEqual([
      "2026-03-02 09:00",
      "2026-03-09 09:00",
    ]);
  });

  it("nowhere beyond what the calendar knows", () => {
    const open = { from: term.from, to: day("2030-01-01") };
    expect(starts(every(1, "month"), "2026-12-01", "2027-06-01", { term: open })).toEqual([
      "2026-12-01 09:00",
    ]);
  });
});
