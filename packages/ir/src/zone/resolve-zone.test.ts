import { describe, expect, it } from "vitest";
import { isTimeZone, resolveZone } from "./resolve-zone.ts";

const HOUR = 3_600_000;
const changesOf = (name: string, from: string, to: string) => {
  const { initial, changes } = resolveZone(name, Date.parse(from), Date.parse(to));
  const written = changes.map(({ at, offset }) => `${new Date(at).toISOString()} ${offset / HOUR}`);
  return { initial: initial / HOUR, changes: written };
};

describe("the offsets of a zone", () => {
  it.each([
    {
      name: "America/New_York",
      from: "2026-01-01",
      to: "2027-01-01",
      initial: -5,
      changes: ["2026-03-08T07:00:00.000Z -4", "2026-11-01T06:00:00.000Z -5"],
    },
    {
      name: "Europe/London",
      from: "2026-06-01",
      to: "2027-06-01",
      initial: 1,
      changes: ["2026-10-25T01:00:00.000Z 0", "2027-03-28T01:00:00.000Z 1"],
    },
    {
      name: "Australia/Lord_Howe",
      from: "2026-01-01",
      to: "2027-01-01",
      initial: 11,
      changes: ["2026-04-04T15:00:00.000Z 10.5", "2026-10-03T15:30:00.000Z 11"],
    },
    {
      name: "Pacific/Chatham",
      from: "2026-01-01",
      to: "2027-01-01",
      initial: 13.75,
      changes: ["2026-04-04T14:00:00.000Z 12.75", "2026-09-26T14:00:00.000Z 13.75"],
    },
    {
      name: "America/Recife",
      from: "2000-10-01",
      to: "2000-11-01",
      initial: -3,
      changes: ["2000-10-08T03:00:00.000Z -2", "2000-10-15T02:00:00.000Z -3"],
    },
    {
      name: "Africa/Casablanca",
      from: "2025-01-01",
      to: "2026-01-01",
      initial: 1,
      changes: ["2025-02-23T02:00:00.000Z 0", "2025-04-06T02:00:00.000Z 1"],
    },
    {
      name: "Pacific/Apia",
      from: "2011-12-01",
      to: "2012-01-31",
      initial: -10,
      changes: ["2011-12-30T10:00:00.000Z 14"],
    },
    { name: "Asia/Tokyo", from: "2020-01-01", to: "2035-01-01", initial: 9, changes: [] },
    { name: "UTC", from: "2020-01-01", to: "2035-01-01", initial: 0, changes: [] },
  ])("$name from $from to $to", ({ name, from, to, initial, changes }) => {
    expect(changesOf(name, from, to)).toEqual({ initial, changes });
  });

  it("are those at the ends of the period, both included", () => {
    const change = Date.parse("2026-03-08T07:00:00Z");
    expect(resolveZone("America/New_York", change, change)).toEqual({ initial: -4 * HOUR, changes: [] });
    expect(resolveZone("America/New_York", change - 1, change)).toEqual({
      initial: -5 * HOUR,
      changes: [{ at: change, offset: -4 * HOUR }],
    });
  });

  it("may count seconds", () => {
    const at = Date.parse("1970-01-01T00:00:00Z");
    expect(resolveZone("Africa/Monrovia", at, at).initial).toBe(-(44 * 60 + 30) * 1000);
  });
});

describe("a zone's name", () => {
  it.each([
    { name: "Europe/Warsaw", known: true },
    { name: "UTC", known: true },
    { name: "Mars/Olympus_Mons", known: false },
    { name: "", known: false },
    { name: "New York", known: false },
  ])("$name: $known", ({ name, known }) => {
    expect(isTimeZone(name)).toBe(known);
  });

  it("is explained where there is none such", () => {
    expect(() => resolveZone("Amerika/New_York", 0, 1)).toThrow(
      new RangeError(
        'there is no time zone "Amerika/New_York": write an IANA name such as "America/New_York"',
      ),
    );
  });
});
