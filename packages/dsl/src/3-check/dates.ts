import { daysInMonth } from "@entente/ir";

/** Whether a date is written as one: any other notation was told where it was read. */
export function isWrittenAsDate(date: string): boolean {
  return /^\d{4}-\d{2}-\d{2}$/.test(date);
}

/** Why a written date does not exist; null where it does. */
export function dateProblem(date: string): string | null {
  const [year = 0, month = 0, day = 0] = date.split("-").map(Number);
  if (month < 1 || month > 12) return "a year has 12 months";
  const last = daysInMonth(year, month);
  return day < 1 || day > last ? `that month has ${last} days` : null;
}

/** Minutes after midnight of `HH:MM`; null where that is no time of day (`24:00` counts as 1440). */
export function minuteOfDay(time: string): number | null {
  const [hour = 0, minute = 0] = time.split(":").map(Number);
  const minutes = hour * 60 + minute;
  return minute > 59 || minutes > 1440 ? null : minutes;
}
