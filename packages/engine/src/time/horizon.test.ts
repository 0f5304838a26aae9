import { describe, expect, it } from "vitest";
import { HorizonError } from "./horizon.ts";
import { at, calendar, read, weekdays } from "./sample-calendars.ts";

const HOUR = 3_600_000;

describe("the horizon", () => {
  const short = calendar(weekdays([["09:00", "17:00"]]), {
    name: "office",
    from: "2026-03-02",
    to: "2026-03-06",
  });
  const inside = at("03-04T12:00");

  it("includes its last day and the midnight that ends it", () => {
    expect(short.isOpen(at("03-02T00:00"))).toBe(false);
    expect(short.isOpen(at("03-07T00:00"))).toBe(false);
    expect(read(short.addOpen(at("03-06T16:00"), HOUR))).toBe("03-06T17:00");
  });

  it.each([
    { name: "isOpen before it", ask: () => short.isOpen(at("03-01T23:59")) },
    { name: "isOpen after it", ask: () => short.isOpen(at("03-07T00:01")) },
    { name: "isOpen at no instant", ask: () => short.isOpen(Number.NaN) },
    { name: "nextOpening past it", ask: () => short.nextOpening(at("03-06T17:00")) },
    { name: "nextClosing past it", ask: () => short.nextClosing(at("03-06T17:00")) },
    { name: "previousClosing before it", ask: () => short.previousClosing(at("03-02T08:00")) },
    { name: "addOpen past it", ask: () => short.addOpen(at("03-06T16:00"), HOUR + 1) },
    { name: "subtractOpen before it", ask: () => short.subtractOpen(at("03-02T10:00"), HOUR + 1) },
    { name: "openBetween to beyond it", ask: () => short.openBetween(inside, at("03-08T00:00")) },
    { name: "openBetween from before it", ask: () => short.openBetween(at("03-01T00:00"), inside) },
    { name: "addWorkingDays past it", ask: () => short.addWorkingDays(inside, 3) },
    { name: "addWorkingDays before it", ask: () => short.addWorkingDays(inside, -3) },
    { name: "closeOfWorkingDay past it", ask: () => short.closeOfWorkingDay(inside, 3) },
    { name: "timeOnWorkingDay past it", ask: () => short.timeOnWorkingDay(inside, 3, 600) },
    { name: "closingsBetween to beyond it", ask: () => short.closingsBetween(inside, at("03-08T00:00")) },
    {
      name: "workingDaysBetween to beyond it",
      ask: () => short.workingDaysBetween(inside, at("03-08T00:00")),
    },
    { name: "isWorkingDay beyond it", ask: () => short.isWorkingDay(at("03-08T00:00")) },
  ])("$name is an error", ({ ask }) => {
    expect(ask).toThrow(HorizonError);
    expect(ask).toThrow(RangeError);
  });

  it("says which calendar, what it covers and what to do", () => {
    expect(() => short.isOpen(at("04-01T00:00"))).toThrow(
      "calendar office (UTC) is known from 2026-03-02 to 2026-03-06, and 2026-04-01T00:00:00.000Z lies outside it: give it a longer horizon",
    );
    expect(() => short.addOpen(inside, 100 * HOUR)).toThrow("and the answer lies outside it");
  });

  it("is all there is of a calendar that never opens", () => {
    const never = calendar({});
    expect(never.isOpen(inside)).toBe(false);
    expect(never.openBetween(at("03-01T00:00"), inside)).toBe(0);
    expect(() => never.addOpen(inside, 0)).toThrow(HorizonError);
    expect(() => never.addWorkingDays(inside, 1)).toThrow(HorizonError);
  });
});
