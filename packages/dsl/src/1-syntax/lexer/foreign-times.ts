const pad = (digits: string): string => digits.padStart(2, "0");

/**
 * The dates, as `YYYY-MM-DD`, that another notation may mean: `01/02/2020` is two, `13.02.2020` one. An instant
 * `2020-01-02T10:00Z` loses its zone, which is the agreement's.
 */
export function isoDates(found: string): string[] {
  const [date = "", time] = found.split("T");
  if (time !== undefined) return [`${date} ${time.slice(0, 5)}`];
  const [a = "", b = "", c = ""] = date.split(/[-/.]/);
  if (a.length === 4) return [`${a}-${pad(b)}-${pad(c)}`];
  const year = c.length === 2 ? `20${c}` : c;
  const readings = new Set<string>();
  if (Number(a) <= 12) readings.add(`${year}-${pad(a)}-${pad(b)}`);
  if (Number(b) <= 12) readings.add(`${year}-${pad(b)}-${pad(a)}`);
  return readings.size > 0 ? [...readings] : [`${year}-12-31`];
}

/** `9am` as `09:00`, `5:30 pm` as `17:30`. */
export function mended24Hours(found: string): string {
  const [, hours = "0", minutes = "00", half = "a"] = /^(\d+)(?:[:：](\d\d))? ?([ap])/.exec(found) ?? [];
  const hour = (Number(hours) % 12) + (half === "p" ? 12 : 0);
  return `${pad(String(hour))}:${minutes}`;
}
