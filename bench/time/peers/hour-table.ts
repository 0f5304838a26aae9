import type { Clockwork } from "./clockwork.ts";
import { openingTable } from "./opening-table.ts";

const { opens, closes, before } = openingTable();
const HOUR = 3_600_000;
const start = opens[0] as number;
const byHour = indexByHour(opens, start, (closes.at(-1) as number) - start);
const byOpenHour = indexByHour(before, 0, (before.at(-1) as number) + 24 * HOUR);

/**
 * The table of `cumulative-table.ts`, with an entry for each hour of time and for each hour of open time instead of the
 * searches: each says which opening to look at first.
 */
export const hourTable: Clockwork = {
  addOpen(at, ms) {
    const open = openBefore(at) + ms;
    let i = byOpenHour[((open - 1) / HOUR) | 0] as number;
    while ((before[i + 1] as number) < open) i += 1;
    return (opens[i] as number) + (open - (before[i] as number));
  },
  openBetween: (from, to) => openBefore(to) - openBefore(from),
  addWorkingDays(at, days) {
    const i = openingAt(at);
    if (at >= (closes[i] as number)) return opens[i + 1 + days] as number;
    return (opens[i + days] as number) + (at - (opens[i] as number));
  },
};

function openBefore(at: number): number {
  const i = openingAt(at);
  return (before[i] as number) + Math.min(at, closes[i] as number) - (opens[i] as number);
}

function openingAt(at: number): number {
  let i = byHour[((at - start) / HOUR) | 0] as number;
  while ((opens[i + 1] as number) <= at) i += 1;
  return i;
}

function indexByHour(values: Float64Array, origin: number, length: number): Int32Array {
  const index = new Int32Array(Math.ceil(length / HOUR) + 1);
  let found = 0;
  for (let hour = 0; hour < index.length; hour += 1) {
    while ((values[found + 1] as number) <= origin + hour * HOUR) found += 1;
    index[hour] = found;
  }
  return index;
}
