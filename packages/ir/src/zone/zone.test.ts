import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { resolveZone } from "./resolve-zone.ts";
import { Zone } from "./zone.ts";

const from = Date.parse("2009-01-01T00:00:00Z");
const to = Date.parse("2027-01-01T00:00:00Z");
const zone = (name: string) => new Zone(name, resolveZone(name, from, to));

/** A local time as the zone writes it: the reading of the clock as if it were UTC. */
const local = (reading: string) => Date.parse(`${reading}Z`);

describe("a local time", () => {
  it.each([
    {
      name: "before a gap",
      at: "America/New_York",
      reading: "2026-03-08T01:59:59.999",
      instant: "2026-03-08T06:59:59.999Z",
    },
    {
      name: "at the start of a gap",
      at: "America/New_York",
      reading: "2026-03-08T02:00",
      instant: "2026-03-08T07:00:00Z",
    },
    {
      name: "inside a gap",
      at: "America/New_York",
      reading: "2026-03-08T02:30",
      instant: "2026-03-08T07:30:00Z",
    },
    {
      name: "after a gap",
      at: "America/New_York",
      reading: "2026-03-08T03:00",
      instant: "2026-03-08T07:00:00Z",
    },
    {
      name: "before a repeated hour",
      at: "America/New_York",
      reading: "2026-11-01T00:59",
      instant: "2026-11-01T04:59:00Z",
    },
    {
      name: "that occurs twice",
      at: "America/New_York",
      reading: "2026-11-01T01:30",
      instant: "2026-11-01T05:30:00Z",
    },
    {
      name: "after a repeated hour",
      at: "America/New_York",
      reading: "2026-11-01T02:00",
      instant: "2026-11-01T07:00:00Z",
    },
    {
      name: "in London's gap",
      at: "Europe/London",
      reading: "2026-03-29T01:15",
      instant: "2026-03-29T01:15:00Z",
    },
    {
      name: "twice in London",
      at: "Europe/London",
      reading: "2026-10-25T01:15",
      instant: "2026-10-25T00:15:00Z",
    },
    {
      name: "in Sydney's gap",
      at: "Australia/Sydney",
      reading: "2026-10-04T02:10",
      instant: "2026-10-03T16:10:00Z",
    },
    {
      name: "twice in Sydney",
      at: "Australia/Sydney",
      reading: "2026-04-05T02:10",
      instant: "2026-04-04T15:10:00Z",
    },
    {
      name: "in Lord Howe's half-hour gap",
      at: "Australia/Lord_Howe",
      reading: "2026-10-04T02:10",
      instant: "2026-10-03T15:40:00Z",
    },
    {
      name: "twice in Lord Howe's half hour",
      at: "Australia/Lord_Howe",
      reading: "2026-04-05T01:40",
      instant: "2026-04-04T14:40:00Z",
    },
    {
      name: "once in Lord Howe, half an hour on",
      at: "Australia/Lord_Howe",
      reading: "2026-04-05T02:00",
      instant: "2026-04-04T15:30:00Z",
    },
    {
      name: "in Chatham's gap",
      at: "Pacific/Chatham",
      reading: "2026-09-27T03:00",
      instant: "2026-09-26T14:15:00Z",
    },
    {
      name: "twice in Chatham",
      at: "Pacific/Chatham",
      reading: "2026-04-05T03:00",
      instant: "2026-04-04T13:15:00Z",
    },
    {
      name: "at a skipped midnight",
      at: "America/Sao_Paulo",
      reading: "2015-10-18T00:00",
      instant: "2015-10-18T03:00:00Z",
    },
    {
      name: "on a skipped date",
      at: "Pacific/Apia",
      reading: "2011-12-30T09:00",
      instant: "2011-12-30T19:00:00Z",
    },
    {
      name: "without clock changes",
      at: "Asia/Tokyo",
      reading: "2026-03-08T02:30",
      instant: "2026-03-07T17:30:00Z",
    },
  ])("$name ($at $reading)", ({ at, reading, instant }) => {
    expect(new Date(zone(at).toInstant(local(reading))).toISOString()).toBe(new Date(instant).toISOString());
  });
});

describe("an instant", () => {
  it.each([
    { at: "America/New_York", instant: "2026-03-08T06:59:59.999Z", reading: "2026-03-08T01:59:59.999Z" },
    { at: "America/New_York", instant: "2026-03-08T07:00:00.000Z", reading: "2026-03-08T03:00:00.000Z" },
    { at: "America/New_York", instant: "2026-11-01T05:59:59.999Z", reading: "2026-11-01T01:59:59.999Z" },
    { at: "America/New_York", instant: "2026-11-01T06:00:00.000Z", reading: "2026-11-01T01:00:00.000Z" },
    { at: "Pacific/Chatham", instant: "2026-01-01T00:00:00.000Z", reading: "2026-01-01T13:45:00.000Z" },
  ])("$instant reads $reading in $at", ({ at, instant, reading }) => {
    expect(new Date(zone(at).toLocal(Date.parse(instant))).toISOString()).toBe(reading);
  });

  it("has the date of the wall, also before 1970", () => {
    expect(zone("America/New_York").localDate(Date.parse("2026-03-08T04:59:59Z"))).toBe("2026-03-07");
    expect(zone("America/New_York").localDate(Date.parse("2026-03-08T05:00:00Z"))).toBe("2026-03-08");
    expect(new Zone("fixed", { initial: 0, changes: [] }).localDate(-1)).toBe("1969-12-31");
  });

  it("is found from a date and a minute, also beyond the day", () => {
    const newYork = zone("America/New_York");
    expect(newYork.instantOf("2026-03-08", 150)).toBe(Date.parse("2026-03-08T07:30:00Z"));
    expect(newYork.instantOf("2026-03-07", 1440 + 180)).toBe(Date.parse("2026-03-08T07:00:00Z"));
    expect(() => newYork.instantOf("2026-02-30", 0)).toThrow(RangeError);
  });
});

describe("there and back", () => {
  const names = [
    "America/New_York",
    "Europe/London",
    "Australia/Lord_Howe",
    "Pacific/Chatham",
    "Africa/Casablanca",
  ];
  it.each(names)(
    "an instant keeps its reading in %s, and is itself or the same reading an hour earlier",
    (name) => {
      const clock = zone(name);
      fc.assert(
        fc.property(fc.integer({ min: from, max: to }), (at) => {
          const again = clock.toInstant(clock.toLocal(at));
          expect(again).toBeLessThanOrEqual(at);
          expect(clock.toLocal(again)).toBe(clock.toLocal(at));
        }),
        { numRuns: 300 },
      );
    },
  );
});
