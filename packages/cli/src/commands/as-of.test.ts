import type { Policy } from "@entente/ir";
import { describe, expect, it } from "vitest";
import { asOf } from "./as-of.ts";

const newYork = {
  initial: -5 * 3_600_000,
  changes: [{ at: Date.UTC(2020, 2, 8, 7), offset: -4 * 3_600_000 }],
};
// Only what reading an instant needs.
const policy = {
  agreement: { timeZone: "America/New_York" },
  zones: { "America/New_York": newYork },
} as unknown as Policy;

describe("--at", () => {
  it("is now where it is not given", () => {
    expect(asOf(undefined, 42, policy)).toBe(42);
  });

  const instants: readonly (readonly [string, string])[] = [
    ["2020-03-06T23:30:00Z", "2020-03-06T23:30:00.000Z"],
    ["2020-03-06T23:30:00.5Z", "2020-03-06T23:30:00.500Z"],
    ["2020-03-06T23:30Z", "2020-03-06T23:30:00.000Z"],
    ["2020-03-07T08:30:00+09:00", "2020-03-06T23:30:00.000Z"],
    ["2020-03-06T20:00:00-0330", "2020-03-06T23:30:00.000Z"],
    ["2020-03-06 18:30", "2020-03-06T23:30:00.000Z"],
    ["2020-03-06T18:30:05.123", "2020-03-06T23:30:05.123Z"],
    ["2020-03-09 10:00", "2020-03-09T14:00:00.000Z"],
    ["2020-03-31 24:00", "2020-04-01T04:00:00.000Z"],
    ["  2020-02-29 00:00  ", "2020-02-29T05:00:00.000Z"],
  ];
  it.each(instants)("%s is %s", (text, instant) => {
    expect(new Date(asOf(text, 0, policy)).toISOString()).toBe(instant);
  });

  const refused: readonly (readonly [string, string])[] = [
    [
      "2020-03-31",
      '--at: 2020-03-31 is a day, and a verdict holds at an instant. Write "2020-03-31 24:00" for',
    ],
    ["2020-02-30 10:00", "--at: 2020-02-30 10:00 does not exist"],
    ["2020-02-30 24:00", "does not exist"],
    ["2020-03-31 24:01", "does not exist"],
    ["2020-03-31 10:60", "does not exist"],
    ["2020-03-31T10:00+15:00", "is not an instant"],
    [
      "yesterday",
      '--at: "yesterday" is not an instant. Write "2020-03-31 24:00" for the end of that day in America/New_York',
    ],
    ["1585699200000", "is not an instant"],
    ["31.03.2020 10:00", "is not an instant"],
    ["", "is not an instant"],
  ];
  it.each(refused)("refuses %j", (text, message) => {
    expect(() => asOf(text, 0, policy)).toThrow(message);
  });
});
