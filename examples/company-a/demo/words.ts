import type { Zone } from "@entente/ir";

const minute = 60_000;
const weekdays = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"];

export function number(value: number): string {
  return value.toLocaleString("en-US");
}

export function percent(part: number, all: number): string {
  return all === 0 ? "-" : `${((100 * part) / all).toFixed(1)}%`;
}

export function bar(share: number, width: number): string {
  return "█".repeat(Math.round(share * width));
}

/** `Mon 2020-03-09 10:00`; empty for null. */
export function localTime(zone: Pick<Zone, "toLocal">, iso: string | null): string {
  if (iso === null) return "";
  const local = new Date(zone.toLocal(Date.parse(iso)));
  return `${weekdays[local.getUTCDay()]} ${local.toISOString().slice(0, 16).replace("T", " ")}`;
}

/** `344 days`, from two days on; `31 h 5 min` below. */
export function elapsedWords(ms: number): string {
  const days = Math.floor(ms / (24 * 60 * minute));
  return days >= 2 ? `${days} days` : hoursAndMinutes(ms);
}

/** Time past a deadline while the office was open: `31 h 5 min of business time`. */
export function openTimeWords(past: {
  readonly elapsedMs: number;
  readonly businessMs: number | null;
}): string {
  return past.businessMs === null
    ? hoursAndMinutes(past.elapsedMs)
    : `${hoursAndMinutes(past.businessMs)} of business time`;
}

function hoursAndMinutes(ms: number): string {
  const minutes = Math.floor(ms / minute);
  if (minutes === 0) return "less than a minute";
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60];
  return [hours > 0 ? `${hours} h` : "", rest > 0 ? `${rest} min` : ""]
    .filter((part) => part !== "")
    .join(" ");
}
