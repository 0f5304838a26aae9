import { z } from "zod";
import { Span } from "../span.ts";
import { Expression } from "./expression.ts";
import { CalendarDate, Literal } from "./values.ts";

/**
 * The offsets of a time zone as the compiler's platform knew them: `initial` holds before the first change,
 * each change from its instant on. Instants are epoch milliseconds, offsets milliseconds east of UTC.
 */
export const ZoneTable = z.object({
  initial: z.int(),
  changes: z.array(z.object({ at: z.int(), offset: z.int() })),
});
export type ZoneTable = z.infer<typeof ZoneTable>;

/**
 * Opening hours in minutes after midnight on the wall, closing exclusive. A closing at or before the
 * opening's minute of the next day is written beyond 1440: `22:00-06:00` is 1320 to 1800.
 */
export const OpenInterval = z.object({ opens: z.int().min(0).max(1439), closes: z.int().min(1).max(2880) });
export type OpenInterval = z.infer<typeof OpenInterval>;

/** Opening hours with the days of the week they hold on: 1 is Monday, 7 is Sunday. */
export const WeeklyHours = z.object({
  days: z.array(z.int().min(1).max(7)).min(1),
  intervals: z.array(OpenInterval).min(1),
  span: Span,
});

/** A public-holiday set, resolved to dates when the contract was compiled. */
export const HolidaySet = z.object({
  set: z.string(),
  source: z.string(),
  dates: z.array(z.object({ date: CalendarDate, name: z.string() })),
  span: Span,
});

export type HolidaySet = z.infer<typeof HolidaySet>;

/** Working hours of one place. A `closed` range beats everything; an `open` line beats holidays and weekly hours. */
export const OfficeCalendar = z.object({
  kind: z.literal("office"),
  name: z.string(),
  timeZone: z.string(),
  weekly: z.array(WeeklyHours),
  holidays: z.array(HolidaySet),
  closed: z.array(
    z.object({ from: CalendarDate, to: CalendarDate, label: z.string().nullable(), span: Span }),
  ),
  open: z.array(z.object({ date: CalendarDate, intervals: z.array(OpenInterval).min(1), span: Span })),
  span: Span,
});
export type OfficeCalendar = z.infer<typeof OfficeCalendar>;

/** A calendar that is chosen by a value of the lead: `calendar local by region { EMEA -> london … }`. */
export const ChosenCalendar = z.object({
  kind: z.literal("chosen"),
  name: z.string(),
  by: Expression,
  cases: z.array(z.object({ values: z.array(Literal).min(1), calendar: z.string() })),
  otherwise: z.string().nullable(),
  span: Span,
});
export type ChosenCalendar = z.infer<typeof ChosenCalendar>;

export const Calendar = z.discriminatedUnion("kind", [OfficeCalendar, ChosenCalendar]);
export type Calendar = z.infer<typeof Calendar>;

/** Whose hours count: a named calendar, the hours of the rep who holds the lead, or the lead's own zone. */
export const CalendarChoice = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("named"), name: z.string() }),
  z.object({ kind: z.literal("owner") }),
  z.object({ kind: z.literal("lead") }),
]);
export type CalendarChoice = z.infer<typeof CalendarChoice>;
