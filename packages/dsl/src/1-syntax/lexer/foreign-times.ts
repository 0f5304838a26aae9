import { daysInMonth } from "@entente/ir";

const pad = (digits: string): string => digits.padStart(2, "0");

/**
 * The dates, as `YYYY-MM-DD`, that another notation may mean: `01/02/2020` is two, `13.02.2020` one, `31/02/2020` none.
 * An instant `2020-01-02T10:00Z` loses its zone, which is the agreement's.
 */
export function isoDates(found: string): string[] {
  const [date = "", time] = found.split("T");
  if (time !== undefined) return [`${date} ${time.slice(0, 5)}`];
  const [a = "", b = "", c = ""] = date.split(/[-/.]/);
  if (a.length === 4) return [dateOf(a, b, c)].flatMap((reading) => reading ?? []);
  const year = c.length === 2 ? `20${c}` : c;
  const readings = [dateOf(year, a, b), dateOf(year, b, a)].flatMap((reading) => reading ?? []);
  return [...new Set(readings)];
}

/** The date, where there is such a day. */
function dateOf(year: string, month: string, day: string): string | undefined {
  if (Number(month) < 1 || Number(month) > 12) return undefined;
  if (Number(day) < 1 || Number(day) > daysInMonth(Number(year), Number(month))) return undefined;
  return `${year}-${pad(month)}-${pad(day)}`;
}

/** Whether an instant says its zone: taking that out may change which instant it is. */
export function hasZone(found: string): boolean {
  return /T.*(?:Z|[+-]\d{2}:?\d{2})$/.test(found);
}

/** `9am` as `09:00`, `5:30 pm` as `17:30`. */
export function mended24Hours(found: string): string {
  const [, hours = "0", minutes = "00", half = "a"] = /^(\d+)(?:[:：](\d\d))? ?([ap])/.exec(found) ?? [];
  const hour = (Number(hours) % 12) + (half === "p" ? 12 : 0);
  return `${pad(String(hour))}:${minutes}`;
}
