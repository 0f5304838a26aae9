import { createCalendar } from "@entente/engine";
import { Temporal } from "temporal-polyfill";
import { describe, expect, it } from "vitest";
import { compareCase } from "./reference/compare-case.ts";
import { dice } from "./reference/dice.ts";
import { transitionsOf, ZONES } from "./reference/transitions.ts";
import { WalkingCalendar } from "./reference/walking-calendar.ts";

/**
 * The engine's calendars beside a slow one. `node bench/time/long-run.ts` goes on from here: every clock change of every
 * zone from 2020 to 2035. That adding and taking away are inverse, that open time adds up and that a later start is never
 * due earlier is tested in packages/engine/src/time/calendar-properties.test.ts.
 */
describe("a random calendar in each zone of the platform", () => {
  const third = Math.ceil(ZONES.length / 3);

  it.each([0, 1, 2])("answers as the slow one does, around a clock change (part %i)", (part) => {
    const results = ZONES.slice(part * third, (part + 1) * third).map((timeZone, index) => {
      const roll = dice(part * third + index);
      const year = roll.whole(2020, 2035);
      const [change] = transitionsOf(timeZone, year, year);
      return compareCase(roll, timeZone, change?.at ?? Date.UTC(year, 5, 15, 12), 1);
    });
    expect(results.flatMap(({ mismatches }) => mismatches)).toEqual([]);
    expect(results.reduce((sum, { asked }) => sum + asked, 0)).toBeGreaterThan(1900);
  });

  it("has the clock changes that Temporal has, in zones of every kind", () => {
    const zones = [
      "America/New_York",
      "Europe/London",
      "Africa/Casablanca",
      "Africa/Cairo",
      "America/Nuuk",
      "Asia/Beirut",
      "Asia/Gaza",
      "Australia/Lord_Howe",
      "Pacific/Chatham",
      "America/Mexico_City",
      "Asia/Tokyo",
    ];
    for (const timeZone of zones) {
      const { zone } = createCalendar({ timeZone, hours: {}, from: "2020-01-01", to: "2035-12-31" });
      const shown = transitionsOf(timeZone, 2020, 2035).map(({ at }) => [
        at,
        zone.offsetAt(at - 1),
        zone.offsetAt(at),
      ]);
      expect(shown).toEqual(
        transitionsOf(timeZone, 2020, 2035).map(({ at }) => [at, offset(at - 1), offset(at)]),
      );
      function offset(at: number): number {
        const moment = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(timeZone);
        return moment.offsetNanoseconds / 1e6;
      }
    }
  });
});

describe("the slow calendar can be trusted", () => {
  const slow = new WalkingCalendar({
    timeZone: "America/New_York",
    hours: { mon: [["09:00", "17:00"]], fri: [["09:00", "17:00"]], sat: [["22:00", "06:00"]] },
    closed: ["2026-03-20"],
    from: "2026-03-01",
    to: "2026-03-31",
  });
  const at = (text: string) => Date.parse(text);
  const HOUR = 3_600_000;

  it.each([
    {
      name: "into the first hour of Monday",
      is: slow.addOpen(at("2026-03-06T16:30-05:00"), HOUR * 8.5),
      due: "2026-03-09T10:00-04:00",
    },
    {
      name: "an exact fit",
      is: slow.addOpen(at("2026-03-06T09:00-05:00"), HOUR * 8),
      due: "2026-03-06T17:00-05:00",
    },
    {
      name: "a night of seven hours",
      is: slow.nextClosing(at("2026-03-08T00:00-05:00")),
      due: "2026-03-08T06:00-04:00",
    },
    {
      name: "over a closed Friday",
      is: slow.addWorkingDays(at("2026-03-16T11:00-04:00"), 2),
      due: "2026-03-23T11:00-04:00",
    },
    {
      name: "back over the weekend",
      is: slow.subtractOpen(at("2026-03-09T10:00-04:00"), HOUR),
      due: "2026-03-09T09:00-04:00",
    },
  ])("$name", ({ is, due }) => {
    expect(is).toBe(at(due));
  });
});
