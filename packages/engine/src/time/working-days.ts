import { MS_PER_DAY, MS_PER_MINUTE, type Zone } from "@entente/ir";
import { RankIndex } from "./rank-index.ts";

/** A date on which an opening starts: its day number, its first opening and the last closing of what opened on it. */
export interface WorkingDay {
  readonly day: number;
  readonly opens: number;
  readonly closes: number;
}

/** What the arrays begin as, so that reading them never has to look out for undefined. */
const NONE = new Float64Array(0);

/**
 * The working days of a calendar, in order. A night shift belongs to the day on which it starts. An answer beyond
 * the last known working day is Infinity, before the first -Infinity.
 */
export class WorkingDays {
  readonly #zone: Zone;
  readonly #days: Float64Array = NONE;
  readonly #opens: Float64Array = NONE;
  readonly #closes: Float64Array = NONE;
  /** How long a day lasts at most: to its closing or, where that is sooner, to the next day's opening. */
  readonly #ends: Float64Array = NONE;
  /** The instant of each day's midnight, for days far enough from a clock change that its clock runs evenly; else NaN. */
  readonly #midnights: Float64Array = NONE;
  readonly #numbered: RankIndex;
  readonly #opened: RankIndex;
  /** Of the closings in order of time: where a night shift overlaps the next day's hours, that is not the days' order. */
  readonly #closed: RankIndex;

  /** Working days in order of their dates. */
  constructor(zone: Zone, days: readonly WorkingDay[]) {
    this.#zone = zone;
    this.#days = Float64Array.from(days, ({ day }) => day);
    this.#opens = Float64Array.from(days, ({ opens }) => opens);
    this.#closes = Float64Array.from(days, ({ closes }) => closes);
    this.#ends = this.#closes.map((closes, i) => Math.min(closes, this.#opens[i + 1] ?? closes));
    this.#midnights = Float64Array.from(days, ({ day }) => evenMidnight(zone, day));
    this.#numbered = new RankIndex(this.#days);
    this.#opened = new RankIndex(this.#opens);
    this.#closed = new RankIndex(this.#closes.toSorted());
  }

  /** Whether a day, given as its day number, is a working day. */
  has(day: number): boolean {
    return this.#days[this.#upTo(day) - 1] === day;
  }

  /** The working days met on the way from one day to another, the first not counted, the last counted; negative backwards. */
  between(fromDay: number, toDay: number): number {
    if (toDay >= fromDay) return this.#upTo(toDay) - this.#upTo(fromDay);
    return this.#upTo(toDay - 1) - this.#upTo(fromDay - 1);
  }

  /** The working days that close after the first instant, up to and including the second. */
  closingsBetween(from: number, to: number): number {
    return this.#closed.rank(to) - this.#closed.rank(from);
  }

  /**
   * The same clock time `n` working days later (earlier where negative), counted from midnight of the working day
   * that `start` belongs to, so that 02:00 in a night shift stays 02:00 of the night. Never outside that
   * day: at the earliest its opening, at the latest its closing or, where that is sooner, the next day's opening.
   * `start` is open, or a closing.
   */
  shift(start: number, n: number): number {
    const own = this.#opened.rank(start) - 1;
    const target = own + n;
    if (own < 0 || target < 0 || target >= this.#days.length) return beyond(target);
    const evenly = (this.#midnights[target] as number) + (start - (this.#midnights[own] as number));
    const end = this.#ends[target] as number;
    // `min` on either side: it keeps the instant a plain number, where a choice between two calls would box it.
    const same = Number.isNaN(evenly)
      ? Math.min(this.#sameTime(start, own, target), end)
      : Math.min(evenly, end);
    return Math.max(this.#opens[target] as number, same);
  }

  /** The close of the nth working day after a day; see {@link WorkingDays.timeOn} for `n`. */
  closeOf(day: number, n: number): number {
    return this.#closes[this.#nth(day, n)] ?? Number.POSITIVE_INFINITY;
  }

  /** A minute of the clock on the nth working day after a day; with 0 the day itself, or the first working day after it. */
  timeOn(day: number, n: number, minute: number): number {
    const target = this.#days[this.#nth(day, n)];
    if (target === undefined) return Number.POSITIVE_INFINITY;
    return this.#zone.toInstant(target * MS_PER_DAY + minute * MS_PER_MINUTE);
  }

  /** The clock time of `start`, as many days later as the working day `target` is after the working day `own`. */
  #sameTime(start: number, own: number, target: number): number {
    const days = (this.#days[target] as number) - (this.#days[own] as number);
    return this.#zone.toInstant(this.#zone.toLocal(start) + days * MS_PER_DAY);
  }

  #nth(day: number, n: number): number {
    return n === 0 ? this.#upTo(day - 1) : this.#upTo(day) - 1 + n;
  }

  #upTo(day: number): number {
    return this.#numbered.rank(day);
  }
}

function beyond(target: number): number {
  return target < 0 ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY;
}

/** How far before and after its midnight a day's clock must run evenly: hours may reach to the end of the next day. */
const EVEN_BEFORE = MS_PER_DAY;
const EVEN_AFTER = 3 * MS_PER_DAY;

/** The midnight of a day, where the zone has one offset from the day before to the end of the next; else NaN. */
function evenMidnight(zone: Zone, day: number): number {
  const midnight = zone.toInstant(day * MS_PER_DAY);
  const before = zone.offsetAt(midnight - EVEN_BEFORE);
  return before === zone.offsetAt(midnight + EVEN_AFTER) ? midnight : Number.NaN;
}
