/** Length of a day on the wall clock, in milliseconds. The elapsed length of a day differs on a clock change. */
export const MS_PER_DAY = 86_400_000;
export const MS_PER_HOUR = 3_600_000;
export const MS_PER_MINUTE = 60_000;

/** A date of the (proleptic) Gregorian calendar; `month` and `day` count from 1. */
export interface CivilDate {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

/** The number of days from 1970-01-01 to a date; a month or day out of range runs over into the next. */
export function daysFromCivil(year: number, month: number, day: number): number {
  const date = new Date(0);
  date.setUTCFullYear(year, month - 1, day);
  return date.getTime() / MS_PER_DAY;
}

/** The date that many days after 1970-01-01. */
export function civilFromDays(days: number): CivilDate {
  const date = new Date(days * MS_PER_DAY);
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() };
}

/** The number of days in a month, 1 to 12. */
export function daysInMonth(year: number, month: number): number {
  return daysFromCivil(year, month + 1, 1) - daysFromCivil(year, month, 1);
}

/** Whether `text` is `YYYY-MM-DD` and names a day that exists. */
export function isCalendarDate(text: string): boolean {
  return parseDate(text) !== null;
}

/** The number of days from 1970-01-01 to `YYYY-MM-DD`. Throws a RangeError where there is no such day. */
export function dayNumber(date: string): number {
  const days = parseDate(date);
  if (days === null) throw new RangeError(`"${date}" is not a calendar date: write YYYY-MM-DD`);
  return days;
}

/** `YYYY-MM-DD` of the day that many days after 1970-01-01. Throws a RangeError outside the years 0 to 9999. */
export function dateOfDay(days: number): string {
  const text = new Date(days * MS_PER_DAY).toISOString();
  if (text.length !== 24) throw new RangeError(`day ${days} lies outside the years 0 to 9999`);
  return text.slice(0, 10);
}

/** The day of the week of a day number: 1 is Monday, 7 is Sunday. 1970-01-01 was a Thursday. */
export function weekday(days: number): number {
  return ((((days + 3) % 7) + 7) % 7) + 1;
}

/** `YYYY-MM-DD` that many days later (earlier where negative). Throws a RangeError where `date` is no date. */
export function addDays(date: string, days: number): string {
  return dateOfDay(dayNumber(date) + days);
}

function parseDate(text: string): number | null {
  const parts = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  if (parts === null) return null;
  const [year, month, day] = [Number(parts[1]), Number(parts[2]), Number(parts[3])];
  if (month < 1 || month > 12 || day < 1 || day > daysInMonth(year, month)) return null;
  return daysFromCivil(year, month, day);
}
