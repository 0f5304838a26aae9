import type { Clockwork } from "./clockwork.ts";
import { openingTable } from "./opening-table.ts";

const { opens, closes, before } = openingTable();

/**
 * What a program for this one office would hold: its openings with the open time before each, and a binary search. It
 * checks nothing, knows no zone, and takes the same clock time to be as long after the opening of every day.
 */
export const cumulativeTable: Clockwork = {
  addOpen(at, ms) {
    const open = openBefore(at) + ms;
    const i = find(before, open - 1);
    return (opens[i] as number) + (open - (before[i] as number));
  },
  openBetween: (from, to) => openBefore(to) - openBefore(from),
  addWorkingDays(at, days) {
    const i = find(opens, at);
    if (at >= (closes[i] as number)) return opens[i + 1 + days] as number;
    return (opens[i + days] as number) + (at - (opens[i] as number));
  },
};

function openBefore(at: number): number {
  const i = find(opens, at);
  return (before[i] as number) + Math.min(at, closes[i] as number) - (opens[i] as number);
}

/** The last value that is at most `value`. */
function find(ascending: Float64Array, value: number): number {
  let low = 0;
  let high = ascending.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((ascending[middle] as number) <= value) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}
