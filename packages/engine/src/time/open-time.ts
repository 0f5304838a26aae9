import { RankIndex } from "./rank-index.ts";

/** A stretch of open time in epoch milliseconds; `opens` belongs to it, `closes` does not. */
export interface Stretch {
  readonly opens: number;
  readonly closes: number;
}

/** What the arrays begin as, so that reading them never has to look out for undefined. */
const NONE = new Float64Array(0);

/**
 * Open time as an axis of its own: sorted stretches with the open milliseconds before each, and an index into both
 * axes, so that a question costs the same however long the calendar is. Beyond the last opening the answer is
 * Infinity, before the first -Infinity.
 */
export class OpenTime {
  /** The opening of stretch `i`; behind the last one Infinity. */
  readonly #opens: Float64Array = NONE;
  /** The closing of stretch `i - 1`, so that element `n` is the last closing once `n` have opened; -Infinity and Infinity around. */
  readonly #closes: Float64Array = NONE;
  /** Open milliseconds before stretch `i`; one element more than there are stretches. */
  readonly #before: Float64Array = NONE;
  readonly #opened: RankIndex;
  readonly #reached: RankIndex;

  /** Stretches in any order; those that overlap or touch become one. */
  constructor(stretches: readonly Stretch[]) {
    const merged = merge(stretches);
    const opens = merged.map((stretch) => stretch.opens);
    const closes = merged.map((stretch) => stretch.closes);
    this.#opens = Float64Array.from([...opens, Number.POSITIVE_INFINITY]);
    this.#closes = Float64Array.from([Number.NEGATIVE_INFINITY, ...closes, Number.POSITIVE_INFINITY]);
    this.#before = new Float64Array(merged.length + 1);
    let total = 0;
    for (const [i, stretch] of merged.entries()) {
      total += stretch.closes - stretch.opens;
      this.#before[i + 1] = total;
    }
    this.#opened = new RankIndex(Float64Array.from(opens));
    this.#reached = new RankIndex(this.#before);
  }

  isOpen(at: number): boolean {
    return at < (this.#closes[this.#opened.rank(at)] as number);
  }

  /** The instant itself where it is open, else the first opening after it. */
  nextOpening(at: number): number {
    const opened = this.#opened.rank(at);
    return at < (this.#closes[opened] as number) ? at : (this.#opens[opened] as number);
  }

  /** The first closing after the instant. */
  nextClosing(at: number): number {
    const opened = this.#opened.rank(at);
    const last = this.#closes[opened] as number;
    return at < last ? last : (this.#closes[opened + 1] as number);
  }

  /** The instant itself where it is open, else the last closing at or before it. */
  previousClosing(at: number): number {
    return Math.min(at, this.#closes[this.#opened.rank(at)] as number);
  }

  /** Open milliseconds from the beginning of all to the instant. */
  before(at: number): number {
    const opened = this.#opened.rank(at);
    return (this.#before[opened] as number) - Math.max(0, (this.#closes[opened] as number) - at);
  }

  /** The earliest instant with that much open time (more than none) before it: between two stretches the closing. */
  earliest(open: number): number {
    const reached = this.#reached.rank(open) - 1;
    return this.#inStretch(this.#before[reached] === open ? reached - 1 : reached, open);
  }

  /** The latest instant with that much open time before it: between two stretches the next opening. */
  latest(open: number): number {
    return open < 0 ? Number.NEGATIVE_INFINITY : this.#inStretch(this.#reached.rank(open) - 1, open);
  }

  #inStretch(index: number, open: number): number {
    return (this.#opens[index] as number) + (open - (this.#before[index] as number));
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
