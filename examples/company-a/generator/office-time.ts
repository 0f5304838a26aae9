/**
 * New York's clock and a nine-to-five office, just well enough to write plausible data: what the engine makes
 * of the same instants comes from other rules. A wall time is milliseconds, written as if the wall were UTC.
 */
export type Wall = number;

export const second = 1_000;
export const minute = 60 * second;
export const day = 24 * 60 * minute;

const opens = 9 * 60 * minute;
const closes = 17 * 60 * minute;

/** Office holidays of November 2019 to December 2020, those on a Saturday left out. */
const holidays: ReadonlySet<string> = new Set([
  "2019-11-11",
  "2019-11-28",
  "2019-12-25",
  "2020-01-01",
  "2020-01-20",
  "2020-02-17",
  "2020-05-25",
  "2020-07-03",
  "2020-09-07",
  "2020-10-12",
  "2020-11-11",
  "2020-11-26",
  "2020-12-25",
]);

/** A wall time from `2020-03-06 18:30` or `2020-03-06 18:30:15`. */
export function wallOf(text: string): Wall {
  const wall = Date.parse(`${text.replace(" ", "T")}Z`);
  if (Number.isNaN(wall)) throw new RangeError(`${text} is not a date and a time`);
  return wall;
}

/** `2020-03-06T18:30:00-05:00`; a time that the clock shows twice is the first, unless `offset` says which. */
export function isoOf(wall: Wall, offset: string = offsetAt(wall)): string {
  return `${new Date(wall).toISOString().slice(0, 19)}${offset}`;
}

function offsetAt(wall: Wall): string {
  const summer = wall >= wallOf("2020-03-08 03:00") && wall < wallOf("2020-11-01 02:00");
  return summer ? "-04:00" : "-05:00";
}

export function dateOf(wall: Wall): string {
  return new Date(wall).toISOString().slice(0, 10);
}

/** 0 is Sunday. */
export function weekdayOf(wall: Wall): number {
  return new Date(wall).getUTCDay();
}

export function isHoliday(wall: Wall): boolean {
  return holidays.has(dateOf(wall));
}

/** The instant itself while the office is open, else its next opening. */
export function whenOpen(wall: Wall): Wall {
  const midnight = wall - (wall % day);
  const workday = weekdayOf(wall) % 6 !== 0 && !isHoliday(wall);
  if (workday && wall < midnight + closes) return Math.max(wall, midnight + opens);
  return whenOpen(midnight + day);
}

/** After so many milliseconds of opening time. */
export function openTimeAfter(wall: Wall, open: number): Wall {
  const start = whenOpen(wall);
  const close = start - (start % day) + closes;
  return start + open <= close ? start + open : openTimeAfter(close, open - (close - start));
}
