import { type OfficeCalendar, resolveZone, Zone } from "@entente/ir";
import { expect, it } from "vitest";
import { compileCalendar } from "./compile-calendar.ts";

const HOUR = 3_600_000;
const span = { file: "office.sla", start: 0, end: 0, line: 1, column: 1 };
const office: OfficeCalendar = {
  kind: "office",
  name: "office",
  timeZone: "Asia/Tokyo",
  weekly: [
    { days: [1, 2, 3, 4, 5], intervals: [{ opens: 540, closes: 720 }], span },
    { days: [1, 3], intervals: [{ opens: 660, closes: 1080 }], span },
    { days: [6], intervals: [{ opens: 1320, closes: 1800 }], span },
  ],
  holidays: [
    { set: "JP", source: "test", dates: [{ date: "2026-03-20", name: "春分の日" }], span },
    { set: "own", source: "test", dates: [{ date: "2026-03-19", name: "" }], span },
  ],
  closed: [{ from: "2026-03-05", to: "2026-03-06", label: null, span }],
  open: [
    { date: "2026-03-20", intervals: [{ opens: 600, closes: 660 }], span },
    { date: "2026-03-20", intervals: [{ opens: 780, closes: 840 }], span },
    { date: "2026-03-05", intervals: [{ opens: 600, closes: 660 }], span },
  ],
  span,
};
const tokyo = new Zone("Asia/Tokyo", resolveZone("Asia/Tokyo", 0, 1));
const calendar = compileCalendar(office, tokyo, { from: "2026-03-01", to: "2026-03-31" });
const hoursOn = (date: string) =>
  calendar.openBetween(tokyo.instantOf(date, 0), tokyo.instantOf(date, 1440)) / HOUR;

it.each([
  { date: "2026-03-02", hours: 9, why: "the hours of two lines, which overlap, are one" },
  { date: "2026-03-03", hours: 3, why: "one line" },
  { date: "2026-03-05", hours: 0, why: "a closed range beats an open line" },
  { date: "2026-03-06", hours: 0, why: "the end of a closed range is closed" },
  { date: "2026-03-07", hours: 2, why: "a night shift starts" },
  { date: "2026-03-08", hours: 6, why: "a night shift ends" },
  { date: "2026-03-19", hours: 0, why: "a holiday of the second set" },
  { date: "2026-03-20", hours: 2, why: "two open lines for a holiday" },
])("$date is open for $hours hours: $why", ({ date, hours }) => {
  expect(hoursOn(date)).toBe(hours);
});

it("compiles a policy's calendar under its name, in its zone, for its horizon", () => {
  expect(calendar.name).toBe("office");
  expect(calendar.horizon.start).toBe(Date.parse("2026-03-01T00:00+09:00"));
  expect(calendar.horizon.end).toBe(Date.parse("2026-04-01T00:00+09:00"));
});

it("refuses a horizon that ends before it begins", () => {
  expect(() => compileCalendar(office, tokyo, { from: "2026-03-02", to: "2026-03-01" })).toThrow(
    "a horizon cannot run from 2026-03-02 to 2026-03-01: it ends before it begins",
  );
});
