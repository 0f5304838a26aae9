import { type CalendarOptions, createCalendar } from "./create-calendar.ts";

/** Calendars that tests ask. Local times are in UTC, so that the tables show nothing but the hours: Monday is 2026-03-02. */
export const at = (reading: string) => Date.parse(`2026-${reading}Z`);
export const read = (instant: number) => new Date(instant).toISOString().slice(5, 16);

export const weekdays = (hours: CalendarOptions["hours"]["mon"] & object) => ({
  mon: hours,
  tue: hours,
  wed: hours,
  thu: hours,
  fri: hours,
});
export const calendar = (hours: CalendarOptions["hours"], more: Partial<CalendarOptions> = {}) =>
  createCalendar({ timeZone: "UTC", hours, from: "2026-01-01", to: "2026-12-31", ...more });

export const office = calendar(weekdays([["09:00", "17:00"]]));
export const split = calendar({
  ...weekdays([
    ["09:00", "12:00"],
    ["13:00", "17:00"],
  ]),
  fri: [["10:30", "15:00"]],
});
export const nights = calendar({ ...weekdays([["22:00", "06:00"]]) });
export const always = calendar(weekdays([["00:00", "24:00"]]));
export const dated = calendar(weekdays([["09:00", "17:00"]]), {
  holidays: ["2026-03-03", "2026-03-04", "2026-03-05"],
  open: {
    "2026-03-04": [["10:00", "14:00"]],
    "2026-03-05": [["10:00", "14:00"]],
    "2026-03-07": [["10:00", "14:00"]],
  },
  closed: ["2026-03-05", { from: "2026-12-24", to: "2027-01-06" }],
});
