import type { Clockwork } from "./peers/clockwork.ts";

/** How many questions there are of each kind. */
export const INPUTS = 8192;
const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/** A number from 0 up to a limit; the same ones in every run. */
let seed = 20_260_302;
function random(limit: number): number {
  seed = (Math.imul(seed, 1_664_525) + 1_013_904_223) >>> 0;
  return Math.floor((seed / 2 ** 32) * limit);
}

const first = Date.UTC(2023, 0, 3);
const instants = Float64Array.from({ length: INPUTS }, () => first + random(4 * 365 * DAY));
const later = Float64Array.from(instants, (at) => at + random(30 * DAY));
const amounts = Float64Array.from({ length: INPUTS }, () => 1 + random(40 * HOUR));
const counts = Int32Array.from({ length: INPUTS }, () => 1 + random(10));

const instant = (index: number): number => instants[index] as number;

/** The question with a number, put to one peer. Every peer has functions of its own, which the compiler can inline. */
export type Work = (by: Clockwork) => (index: number) => number;

export const hour: Work = (by) => (i) => by.addOpen(instant(i), HOUR);
export const week: Work = (by) => (i) => by.addOpen(instant(i), amounts[i] as number);
export const elapsed: Work = (by) => (i) => by.openBetween(instant(i), later[i] as number);
export const days: Work = (by) => (i) => by.addWorkingDays(instant(i), counts[i] as number);
