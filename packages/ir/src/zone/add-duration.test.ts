import { describe, expect, it } from "vitest";
import type { TimeUnit } from "../policy/values.ts";
import { addDuration, addToLocal, type DateUnit } from "./add-duration.ts";
import { resolveZone } from "./resolve-zone.ts";
import { Zone } from "./zone.ts";

const newYork = new Zone(
  "America/New_York",
  resolveZone("America/New_York", Date.parse("2019-01-01T00:00:00Z"), Date.parse("2029-01-01T00:00:00Z")),
);
const plain = (amount: number, unit: TimeUnit) => ({ amount, unit, business: false });

describe("a date and a time of day moved by", () => {
  const cases: { amount: number; unit: DateUnit; from: string; to: string }[] = [
    { amount: 1, unit: "day", from: "2026-02-28T10:15", to: "2026-03-01T10:15" },
    { amount: 2, unit: "week", from: "2026-12-25T10:15", to: "2027-01-08T10:15" },
    { amount: 1, unit: "month", from: "2026-01-31T23:59:59.999", to: "2026-02-28T23:59:59.999" },
    { amount: 1, unit: "month", from: "2024-01-31T00:00", to: "2024-02-29T00:00" },
    { amount: 1, unit: "month", from: "2026-02-28T09:00", to: "2026-03-28T09:00" },
    { amount: 13, unit: "month", from: "2026-12-31T09:00", to: "2028-01-31T09:00" },
    { amount: -1, unit: "month", from: "2026-03-31T09:00", to: "2026-02-28T09:00" },
    { amount: -2, unit: "month", from: "2026-01-15T09:00", to: "2025-11-15T09:00" },
    { amount: 1, unit: "quarter", from: "2026-11-30T09:00", to: "2027-02-28T09:00" },
    { amount: 1, unit: "year", from: "2024-02-29T09:00", to: "2025-02-28T09:00" },
    { amount: 4, unit: "year", from: "2024-02-29T09:00", to: "2028-02-29T09:00" },
    { amount: 1, unit: "month", from: "1969-12-31T23:00", to: "1970-01-31T23:00" },
  ];
  it.each(cases)("$amount $unit from $from is $to", ({ amount, unit, from, to }) => {
    expect(addToLocal(Date.parse(`${from}Z`), amount, unit)).toBe(Date.parse(`${to}Z`));
  });

  it("must be whole", () => {
    expect(() => addToLocal(0, 1.5, "day")).toThrow("1.5 days is not a whole number of days");
  });
});

describe("a duration after an instant", () => {
  const cases: { name: string; amount: number; unit: TimeUnit; from: string; to: string }[] = [
    {
      name: "24 hours are elapsed",
      amount: 24,
      unit: "hour",
      from: "2026-03-07T12:00-05:00",
      to: "2026-03-08T13:00-04:00",
    },
    {
      name: "1 day is by the clock",
      amount: 1,
      unit: "day",
      from: "2026-03-07T12:00-05:00",
      to: "2026-03-08T12:00-04:00",
    },
    {
      name: "90 seconds",
      amount: 90,
      unit: "second",
      from: "2026-03-08T01:59-05:00",
      to: "2026-03-08T03:00:30-04:00",
    },
    {
      name: "1.5 hours",
      amount: 1.5,
      unit: "hour",
      from: "2026-11-01T01:00-04:00",
      to: "2026-11-01T01:30-05:00",
    },
    {
      name: "a skipped time moves forward",
      amount: 1,
      unit: "day",
      from: "2026-03-07T02:30-05:00",
      to: "2026-03-08T03:30-04:00",
    },
    {
      name: "a repeated time is the first",
      amount: 1,
      unit: "week",
      from: "2026-10-25T01:30-04:00",
      to: "2026-11-01T01:30-04:00",
    },
    {
      name: "from the second of two",
      amount: 1,
      unit: "day",
      from: "2026-11-01T01:30-05:00",
      to: "2026-11-02T01:30-05:00",
    },
    {
      name: "nothing after the second of two",
      amount: 0,
      unit: "day",
      from: "2026-11-01T01:30-05:00",
      to: "2026-11-01T01:30-05:00",
    },
    {
      name: "a month across the change",
      amount: 1,
      unit: "month",
      from: "2026-02-15T09:00-05:00",
      to: "2026-03-15T09:00-04:00",
    },
    {
      name: "31 January and a month",
      amount: 1,
      unit: "month",
      from: "2026-01-31T09:00-05:00",
      to: "2026-02-28T09:00-05:00",
    },
    {
      name: "a quarter",
      amount: 1,
      unit: "quarter",
      from: "2026-01-01T00:00-05:00",
      to: "2026-04-01T00:00-04:00",
    },
    { name: "a year", amount: 1, unit: "year", from: "2024-02-29T09:00-05:00", to: "2025-02-28T09:00-05:00" },
  ];
  it.each(cases)("$name: $amount $unit", ({ amount, unit, from, to }) => {
    expect(addDuration(newYork, Date.parse(from), plain(amount, unit))).toBe(Date.parse(to));
  });

  it("is a whole number of milliseconds", () => {
    expect(addDuration(newYork, 1000, plain(2.006666666666667, "minute"))).toBe(121_400);
  });

  it("is not for business time", () => {
    expect(() => addDuration(newYork, 0, { amount: 1, unit: "hour", business: true })).toThrow(
      "business hours are counted on a calendar",
    );
  });
});
