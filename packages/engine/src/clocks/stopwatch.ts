import { calendarOf, type Reckoning } from "./reckoning.ts";

/** A stretch during which a clock stands still: from `from` until just before `to`, which may be Infinity. */
export interface Pause {
  readonly from: number;
  readonly to: number;
}

/** How a clock counts: all time, or only that in which the calendar is open. */
export type Counting = "elapsed" | "open";

/** The counted milliseconds between two instants, pauses left out. `pauses` are in order and do not overlap. */
export function countedBetween(
  reckoning: Reckoning,
  counting: Counting,
  from: number,
  to: number,
  pauses: readonly Pause[],
): number {
  let counted = lengthOf(reckoning, counting, from, to);
  for (const pause of pauses) {
    const start = Math.max(pause.from, from);
    const end = Math.min(pause.to, to);
    if (start < end) counted -= lengthOf(reckoning, counting, start, end);
  }
  return counted;
}

/** The instant at which `ms` counted milliseconds have passed since `from`; Infinity where a pause never ends. */
export function advance(
  reckoning: Reckoning,
  counting: Counting,
  from: number,
  ms: number,
  pauses: readonly Pause[],
): number {
  let cursor = from;
  let remaining = ms;
  for (const pause of pauses) {
    if (pause.to <= cursor) continue;
    const start = Math.max(pause.from, cursor);
    if (start >= forward(reckoning, counting, cursor, remaining)) break;
    remaining -= lengthOf(reckoning, counting, cursor, start);
    cursor = pause.to;
    if (cursor === Number.POSITIVE_INFINITY) return cursor;
  }
  return forward(reckoning, counting, cursor, remaining);
}

function lengthOf(reckoning: Reckoning, counting: Counting, from: number, to: number): number {
  if (to <= from) return 0;
  return counting === "elapsed" ? to - from : calendarOf(reckoning).openBetween(from, to);
}

function forward(reckoning: Reckoning, counting: Counting, from: number, ms: number): number {
  return counting === "elapsed" ? from + ms : calendarOf(reckoning).addOpen(from, ms);
}
