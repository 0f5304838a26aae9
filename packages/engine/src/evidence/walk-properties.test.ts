import { type OfficeCalendar, resolveZone, Zone } from "@entente/ir";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { office, policyWith, respond, within } from "../clocks/testing/test-contract.ts";
import { createEngine } from "../engine.ts";
import { eventMatch } from "../testing/expression-builder.ts";
import { factsOf, instant, noSpan, occurrenceOf } from "../testing/policy-builder.ts";
import { compileCalendar } from "../time/compile-calendar.ts";

const MINUTE = 60_000;
const zones = ["America/New_York", "Australia/Lord_Howe", "America/Havana", "UTC"] as const;
const tables = Object.fromEntries(
  zones.map((name) => [name, resolveZone(name, instant("2019-01-01T00:00Z"), instant("2031-12-31T00:00Z"))]),
);
/** The year 2026, with the clock changes of all these places. */
const minutes = fc
  .integer({ min: 0, max: 340 * 24 * 60 })
  .map((minute) => instant("2026-01-05T00:00Z") + minute * MINUTE);
const hours = fc.constantFrom<OfficeCalendar["weekly"][number]["intervals"][]>(
  [{ opens: 540, closes: 1020 }],
  [
    { opens: 480, closes: 720 },
    { opens: 750, closes: 1110 },
  ],
  [{ opens: 1320, closes: 1800 }],
  [{ opens: 0, closes: 1440 }],
);
const dates = fc.integer({ min: 1, max: 28 }).map((day) => `2026-03-${String(day).padStart(2, "0")}`);
const calendars: fc.Arbitrary<OfficeCalendar> = fc
  .record({
    zone: fc.constantFrom(...zones),
    intervals: hours,
    weekend: hours,
    holidays: fc.array(dates, { maxLength: 3 }),
    closed: dates,
    open: fc.option(dates, { nil: null }),
  })
  .map(
    ({ zone, intervals, weekend, holidays, closed, open }): OfficeCalendar => ({
      ...office,
      timeZone: zone,
      weekly: [
        { days: [1, 2, 3, 5], intervals, span: noSpan },
        { days: [6], intervals: weekend, span: noSpan },
      ],
      holidays: [
        { set: "XX", source: "test", dates: holidays.map((date) => ({ date, name: "Rest" })), span: noSpan },
      ],
      closed: [{ from: closed, to: "2026-03-29", label: null, span: noSpan }],
      open: open === null ? [] : [{ date: open, intervals: [{ opens: 600, closes: 660 }], span: noSpan }],
    }),
  );

describe("for every calendar, start and pause", () => {
  it("the walk goes from start to due without gaps, tells open from closed, and counts the allowed time", () => {
    fc.assert(
      fc.property(
        calendars,
        minutes,
        fc.integer({ min: 0, max: 60 * 60 }),
        fc.boolean(),
        fc.array(fc.integer({ min: 0, max: 9_000 }), { maxLength: 6 }),
        (calendar, start, allowed, business, holds) => {
          const policy = policyWith(
            respond({ deadline: within(allowed, "minute", business) }),
            { pauses: [{ from: [eventMatch("hold")], to: [eventMatch("resume")], cap: null, span: noSpan }] },
            { zones: tables, agreement: { timeZone: "UTC" }, calendars: [calendar] },
          );
          const pauses = holds.map((after, index) =>
            occurrenceOf(index % 2 === 0 ? "hold" : "resume", start + after * MINUTE),
          );
          const end = occurrenceOf("resume", start + 9_001 * MINUTE);
          const lead = factsOf({}, [occurrenceOf("handoff", start), ...pauses, end]);
          const { clocks, verdict } = createEngine(policy).explain(lead, {
            at: start + 30 * 24 * 60 * MINUTE,
          });
          const walk = clocks[0]?.evidence?.walk ?? [];
          const due = verdict.clocks[0]?.due;

          expect(walk.reduce((sum, { countedMs }) => sum + countedMs, 0)).toBe(allowed * MINUTE);
          const ends = [...walk.map(({ from }) => from), due];
          expect(ends).toEqual([start, ...walk.map(({ to }) => to)]);
          const hoursOf = compileCalendar(
            calendar,
            new Zone(calendar.timeZone, tables[calendar.timeZone] ?? { initial: 0, changes: [] }),
            policy.horizon,
          );
          for (const { from, to, kind, why, countedMs } of walk) {
            const length = (to ?? from) - from;
            expect(length).toBeGreaterThan(0);
            expect(countedMs).toBe(kind === "open" ? length : 0);
            expect(why === null).toBe(kind === "open");
            if (business) expect(hoursOf.openBetween(from, to ?? from)).toBe(kind === "closed" ? 0 : length);
          }
        },
      ),
      { numRuns: 300 },
    );
  });
});
