import { dateOfDay, dayNumber, MS_PER_DAY, weekday, Zone, type ZoneTable } from "@entente/ir";

const weekdays = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"];
const months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

/** The zone that the local times of a report are shown in. */
export interface ReportZone {
  readonly name: string;
  readonly table: ZoneTable;
}

export function zoneFrom({ name, table }: ReportZone): Zone {
  return new Zone(name, table);
}

/** `Fri 18 Sep 2020, 12:00`: an instant (epoch milliseconds) on the wall clock of a zone. */
export function dayAndTime(zone: Zone, at: number): string {
  return `${dayWords(zone.localDate(at))}, ${timeWords(zone, at)}`;
}

/** `12:00`. */
export function timeWords(zone: Zone, at: number): string {
  return new Date(zone.toLocal(at)).toISOString().slice(11, 16);
}

/** `Fri 18 Sep 2020`. */
export function dayWords(date: string): string {
  return `${weekdays[weekday(dayNumber(date)) - 1]} ${dateWords(date)}`;
}

/** `18 Sep 2020`. */
export function dateWords(date: string): string {
  return `${shortDate(date)} ${date.slice(0, 4)}`;
}

/** `18 Sep`. */
export function shortDate(date: string): string {
  return `${Number(date.slice(8))} ${monthOf(date)}`;
}

/** `Sep`. */
export function monthOf(date: string): string {
  return months[Number(date.slice(5, 7)) - 1] ?? "";
}

/** The last date of a stretch of time whose end is excluded. */
export function lastDate(zone: Zone, to: number): string {
  return dateOfDay(Math.ceil(zone.toLocal(to) / MS_PER_DAY) - 1);
}

/**
 * A stretch of time in few words: `Sep 2020`, `Q3 2020`, `2020`, `18 Sep 2020`, or its first and last day.
 * Epoch milliseconds, the end excluded.
 */
export function stretchWords(
  zone: Zone,
  { from, to }: { readonly from: number; readonly to: number },
): string {
  const first = zone.localDate(from);
  const last = lastDate(zone, to);
  if (first === last) return dateWords(first);
  const whole = wholeMonths(first, last);
  const year = first.slice(0, 4);
  if (whole === 1) return `${monthOf(first)} ${year}`;
  if (whole === 3 && Number(first.slice(5, 7)) % 3 === 1)
    return `Q${Math.ceil(Number(first.slice(5, 7)) / 3)} ${year}`;
  if (whole === 12 && first.endsWith("-01-01")) return year;
  return `${year === last.slice(0, 4) ? shortDate(first) : dateWords(first)} – ${dateWords(last)}`;
}

/** How many whole months lie between two dates, both included; null where they are not whole. */
function wholeMonths(first: string, last: string): number | null {
  const next = dateOfDay(dayNumber(last) + 1);
  if (!first.endsWith("-01") || !next.endsWith("-01")) return null;
  const index = (date: string): number => Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7));
  return index(next) - index(first);
}
