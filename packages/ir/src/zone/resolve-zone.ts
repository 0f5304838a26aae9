import type { ZoneTable } from "../policy/calendar.ts";
import { MS_PER_DAY, MS_PER_HOUR, MS_PER_MINUTE } from "./civil-date.ts";

/**
 * How far apart the platform is asked for a zone's offset. The shortest time between two changes in the time
 * zone database is 7 days (Recife, October 2000); Morocco's clock change for Ramadan lasts about 30.
 */
const SCAN_STEP = 3 * MS_PER_DAY;

/** Whether the platform knows a time zone of that name. */
export function isTimeZone(name: string): boolean {
  return offsetFormat(name) !== null;
}

/**
 * The offsets of a time zone between two instants (epoch milliseconds, both included), as the platform's copy of
 * the time zone database has them. Throws a RangeError for a zone that the platform does not know.
 */
export function resolveZone(timeZone: string, from: number, to: number): ZoneTable {
  const format = offsetFormat(timeZone);
  if (format === null) {
    throw new RangeError(
      `there is no time zone "${timeZone}": write an IANA name such as "America/New_York"`,
    );
  }
  const offsetAt = (at: number) => parseOffset(format.format(at));
  const initial = offsetAt(from);
  const changes: { at: number; offset: number }[] = [];
  let before = { at: from, offset: initial };
  while (before.at < to) {
    const at = Math.min(before.at + SCAN_STEP, to);
    const after = { at, offset: offsetAt(at) };
    if (after.offset !== before.offset) changes.push(firstChange(offsetAt, before, after));
    before = after;
  }
  return { initial, changes };
}

interface Reading {
  readonly at: number;
  readonly offset: number;
}

/** The instant at which the offset of `after` began, to the millisecond. */
function firstChange(offsetAt: (at: number) => number, before: Reading, after: Reading): Reading {
  let low = before.at;
  let high = after.at;
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (offsetAt(middle) === before.offset) low = middle;
    else high = middle;
  }
  return { at: high, offset: after.offset };
}

function offsetFormat(timeZone: string): Intl.DateTimeFormat | null {
  try {
    return new Intl.DateTimeFormat("en-US", { timeZone, timeZoneName: "longOffset" });
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}

/** Reads `…, GMT-05:00`, `…, GMT+05:53:28` or `…, GMT`, in milliseconds. */
function parseOffset(text: string): number {
  const parts = /GMT([+\-\u2212])(\d{2}):(\d{2})(?::(\d{2}))?$/.exec(text);
  if (parts === null) return 0;
  const size =
    Number(parts[2]) * MS_PER_HOUR + Number(parts[3]) * MS_PER_MINUTE + Number(parts[4] ?? 0) * 1000;
  return parts[1] === "+" ? size : -size;
}
