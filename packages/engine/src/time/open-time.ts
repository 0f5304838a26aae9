import { upperBound } from "@entente/ir";

/** A stretch of open time in epoch milliseconds; `opens` belongs to it, `closes` does not. */
export interface Stretch {
  readonly opens: number;
  readonly closes: number;
}

/**
 * Open time as an axis of its own: sorted stretches with the open milliseconds before each, so that every
 * question is a binary search. Beyond the last opening the answer is Infinity, before the first -Infinity.
 */
export class OpenTime {
  readonly #opens: Float64Array;
  readonly #closes: Float64Array;
  /** Open milliseconds before stretch `i`; one element more than there are stretches. */
  readonly #before: Float64Array;

  /** Stretches in any order; those that overlap or touch become one. */
  constructor(stretches: readonly Stretch[]) {
    const merged = merge(stretches);
    this.#opens = Float64Array.from(merged, (stretch) => stretch.opens);
    this.#closes = Float64Array.from(merged, (stretch) => stretch.closes);
    this.#before = new Float64Array(merged.length + 1);
    let total = 0;
    for (const [i, stretch] of merged.entries()) {
      total += stretch.closes - stretch.opens;
      this.#before[i + 1] = total;
    }
  }

  isOpen(at: number): boolean {
    return at < this.#close(upperBound(this.#opens, at) - 1);
  }

  /** The instant itself where it is open, else the first opening after it. */
  nextOpening(at: number): number {
    const next = upperBound(this.#opens, at);
    return at < this.#close(next - 1) ? at : (this.#opens[next] ?? Number.POSITIVE_INFINITY);
  }

  /** The first closing after the instant. */
  nextClosing(at: number): number {
    return this.#closes[upperBound(this.#closes, at)] ?? Number.POSITIVE_INFINITY;
  }

  /** The instant itself where it is open, else the last closing at or before it. */
  previousClosing(at: number): number {
    const last = upperBound(this.#opens, at) - 1;
    return Math.min(at, this.#close(last));
  }

  /** Open milliseconds from the beginning of all to the instant. */
  before(at: number): number {
    const last = upperBound(this.#opens, at) - 1;
    if (last < 0) return 0;
    return (this.#before[last] as number) + Math.min(at, this.#close(last)) - (this.#opens[last] as number);
  }

  /** The earliest instant with that much open time (more than none) before it: between two stretches the closing. */
  earliest(open: number): number {
    const reached = upperBound(this.#before, open) - 1;
    return this.#inStretch(this.#before[reached] === open ? reached - 1 : reached, open);
  }

  /** The latest instant with that much open time before it: between two stretches the next opening. */
  latest(open: number): number {
    return this.#inStretch(upperBound(this.#before, open) - 1, open);
  }

  #inStretch(index: number, open: number): number {
    if (index < 0) return Number.NEGATIVE_INFINITY;
    const opens = this.#opens[index];
    return opens === undefined ? Number.POSITIVE_INFINITY : opens + (open - (this.#before[index] as number));
  }

  #close(index: number): number {
    return this.#closes[index] ?? Number.NEGATIVE_INFINITY;
  }
}

function merge(stretches: readonly Stretch[]): Stretch[] {
  const merged: { opens: number; closes: number }[] = [];
  for (const { opens, closes } of stretches.toSorted((a, b) => a.opens - b.opens)) {
    const last = merged.at(-1);
    if (last !== undefined && opens <= last.closes) last.closes = Math.max(last.closes, closes);
    else merged.push({ opens, closes });
  }
  return merged;
}
