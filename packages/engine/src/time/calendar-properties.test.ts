import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { BusinessCalendar } from "./business-calendar.ts";
import { type CalendarOptions, createCalendar } from "./create-calendar.ts";

const MINUTE = 60_000;
const zones = ["UTC", "America/New_York", "Europe/London", "Australia/Lord_Howe", "Pacific/Chatham"];
const days = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"] as const;

const clock = (minute: number) =>
  `${String(Math.floor(minute / 60)).padStart(2, "0")}:${String(minute % 60).padStart(2, "0")}`;
const interval = fc
  .tuple(fc.integer({ min: 0, max: 95 }), fc.integer({ min: 4, max: 96 }))
  .map(([opens, length]) => [clock(opens * 15), clock(((opens + length) * 15) % 1440)] as const);
const date = fc
  .integer({ min: 0, max: 364 })
  .map((day) => new Date(Date.UTC(2026, 0, 1 + day)).toISOString().slice(0, 10));
const closed = fc.array(date, { maxLength: 8 });

/** Open for at least an hour in most weeks of 2025 to 2027, with shifts that may cross midnight and overlap. */
function calendars(zone: fc.Arbitrary<string>): fc.Arbitrary<BusinessCalendar> {
  return fc
    .record({
      timeZone: zone,
      weekday: fc.array(fc.tuple(fc.constantFrom(...days), interval), { minLength: 1, maxLength: 10 }),
      closed,
      holidays: closed,
      open: fc.dictionary(date, fc.array(interval, { maxLength: 2 }), { maxKeys: 5 }),
    })
    .map(({ weekday, ...rest }) => {
      const hours: CalendarOptions["hours"] = Object.fromEntries(
        days.map((day) => [day, weekday.filter(([own]) => own === day).map(([, times]) => times)]),
      );
      return createCalendar({ ...rest, hours, from: "2025-01-01", to: "2027-12-31" });
    });
}
const anyCalendar = calendars(fc.constantFrom(...zones));
const instant = fc.integer({ min: Date.UTC(2026, 0, 1), max: Date.UTC(2026, 11, 31) });
const amount = fc.integer({ min: 1, max: 600 * MINUTE });

describe("open time", () => {
  it("that is added can be taken away, and the other way round", () => {
    fc.assert(
      fc.property(anyCalendar, instant, amount, (calendar, at, ms) => {
        expect(calendar.subtractOpen(calendar.addOpen(at, ms), ms)).toBe(calendar.nextOpening(at));
        expect(calendar.addOpen(calendar.subtractOpen(at, ms), ms)).toBe(calendar.previousClosing(at));
      }),
    );
  });

  it("that is added lies between", () => {
    fc.assert(
      fc.property(anyCalendar, instant, amount, (calendar, at, ms) => {
        expect(calendar.openBetween(at, calendar.addOpen(at, ms))).toBe(ms);
        expect(calendar.openBetween(calendar.subtractOpen(at, ms), at)).toBe(ms);
      }),
    );
  });

  it("adds up, is never negative forwards and never more than has elapsed", () => {
    fc.assert(
      fc.property(anyCalendar, instant, instant, instant, (calendar, a, b, c) => {
        expect(calendar.openBetween(a, b) + calendar.openBetween(b, c)).toBe(calendar.openBetween(a, c));
        const [from, to] = [Math.min(a, b), Math.max(a, b)];
        expect(calendar.openBetween(from, to)).toBeGreaterThanOrEqual(0);
        expect(calendar.openBetween(from, to)).toBeLessThanOrEqual(to - from);
      }),
    );
  });

  it("can be added in parts", () => {
    fc.assert(
      fc.property(anyCalendar, instant, amount, amount, (calendar, at, x, y) => {
        expect(calendar.addOpen(calendar.addOpen(at, x), y)).toBe(calendar.addOpen(at, x + y));
      }),
    );
  });

  it("is due no earlier for a later start or a greater amount", () => {
    fc.assert(
      fc.property(anyCalendar, instant, instant, amount, amount, (calendar, a, b, x, y) => {
        const due = calendar.addOpen(Math.min(a, b), Math.min(x, y));
        expect(calendar.addOpen(Math.max(a, b), Math.min(x, y))).toBeGreaterThanOrEqual(due);
        expect(calendar.addOpen(Math.min(a, b), Math.max(x, y))).toBeGreaterThanOrEqual(due);
      }),
    );
  });

  it("is open exactly where the next opening is now, and closes after it opens", () => {
    fc.assert(
      fc.property(anyCalendar, instant, (calendar, at) => {
        const opens = calendar.nextOpening(at);
        expect(calendar.isOpen(at)).toBe(opens === at);
        expect(calendar.isOpen(opens)).toBe(true);
        expect(calendar.nextClosing(opens)).toBeGreaterThan(opens);
        expect(calendar.isOpen(calendar.nextClosing(opens))).toBe(false);
        expect(calendar.isOpen(calendar.nextClosing(opens) - 1)).toBe(true);
      }),
    );
  });
});

describe("working days", () => {
  const count = fc.integer({ min: 0, max: 9 });

  it("are due no earlier for a later start (where no local time is skipped or repeated) or for more days", () => {
    fc.assert(
      fc.property(calendars(fc.constant("UTC")), instant, instant, count, (calendar, a, b, n) => {
        const due = calendar.addWorkingDays(Math.min(a, b), n);
        expect(calendar.addWorkingDays(Math.max(a, b), n)).toBeGreaterThanOrEqual(due);
        expect(calendar.addWorkingDays(Math.min(a, b), n + 1)).toBeGreaterThanOrEqual(due);
      }),
      { numRuns: 500 },
    );
  });

  it("are counted by the dates they lie on", () => {
    fc.assert(
      fc.property(anyCalendar, instant, fc.integer({ min: 1, max: 9 }), (calendar, at, n) => {
        const noon = calendar.timeOnWorkingDay(at, n, 720);
        expect(calendar.isWorkingDay(noon)).toBe(true);
        expect(calendar.workingDaysBetween(at, noon)).toBe(n);
        const sameDay = calendar.timeOnWorkingDay(at, 0, 720);
        if (calendar.isWorkingDay(at))
          expect(calendar.zone.localDate(sameDay)).toBe(calendar.zone.localDate(at));
        else expect(sameDay).toBe(calendar.timeOnWorkingDay(at, 1, 720));
      }),
    );
  });
});
