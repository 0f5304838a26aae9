import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  addDays,
  civilFromDays,
  dateOfDay,
  dayNumber,
  daysFromCivil,
  isCalendarDate,
  weekday,
} from "./civil-date.ts";

describe("day numbers", () => {
  it.each([
    { date: "1970-01-01", days: 0, day: 4 },
    { date: "1969-12-31", days: -1, day: 3 },
    { date: "2000-02-29", days: 11016, day: 2 },
    { date: "2020-03-09", days: 18330, day: 1 },
    { date: "2024-12-29", days: 20086, day: 7 },
    { date: "0001-01-01", days: -719162, day: 1 },
  ])("$date is day $days and weekday $day", ({ date, days, day }) => {
    expect(dayNumber(date)).toBe(days);
    expect(dateOfDay(days)).toBe(date);
    expect(weekday(days)).toBe(day);
  });

  it("go there and back", () => {
    fc.assert(
      fc.property(fc.integer({ min: -719528, max: 2932896 }), (days) => {
        const { year, month, day } = civilFromDays(days);
        expect(daysFromCivil(year, month, day)).toBe(days);
        expect(dayNumber(dateOfDay(days))).toBe(days);
      }),
    );
  });

  it("refuse years that four digits cannot write", () => {
    expect(() => dateOfDay(2932897)).toThrow(RangeError);
  });
});

describe("calendar dates", () => {
  it.each([
    { text: "2024-02-29", valid: true },
    { text: "2023-02-29", valid: false },
    { text: "1900-02-29", valid: false },
    { text: "2000-02-29", valid: true },
    { text: "2026-04-31", valid: false },
    { text: "2026-13-01", valid: false },
    { text: "2026-00-10", valid: false },
    { text: "2026-01-00", valid: false },
    { text: "2026-1-1", valid: false },
    { text: " 2026-01-01", valid: false },
    { text: "2026-12-31", valid: true },
  ])("$text: $valid", ({ text, valid }) => {
    expect(isCalendarDate(text)).toBe(valid);
    if (!valid) expect(() => dayNumber(text)).toThrow(`"${text}" is not a calendar date: write YYYY-MM-DD`);
  });

  it.each([
    { date: "2019-12-31", days: 1, sum: "2020-01-01" },
    { date: "2020-03-01", days: -1, sum: "2020-02-29" },
    { date: "2020-03-01", days: 366, sum: "2021-03-02" },
  ])("$date and $days days is $sum", ({ date, days, sum }) => {
    expect(addDays(date, days)).toBe(sum);
  });
});
