import { MS_PER_DAY, MS_PER_MINUTE, upperBound, type Zone } from "@entente/ir";

/** A date on which an opening starts: its day number, its first opening and the last closing of what opened on it. */
export interface WorkingDay {
  readonly day: number;
  readonly opens: number;
  readonly closes: number;
}

/**
 * The working days of a calendar, in order. A night shift belongs to the day on which it starts. An answer beyond
 * the last known working day is Infinity, before the first -Infinity.
 */
export class WorkingDays {
  readonly #zone: Zone;
  readonly #days: Float64Array;
  readonly #opens: Float64Array;
  readonly #closes: Float64Array;
  /** `#closes` in order of time: where a night shift overlaps the next day's hours the two differ. */
  readonly #closings: Float64Array;

  /** Working days in order of their dates. */
  constructor(zone: Zone, days: readonly WorkingDay[]) {
    this.#zone = zone;
    this.#days = Float64Array.from(days, ({ day }) => day);
    this.#opens = Float64Array.from(days, ({ opens }) => opens);
    this.#closes = Float64Array.from(days, ({ closes }) => closes);
    this.#closings = this.#closes.toSorted();
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
    return upperBound(this.#closings, to) - upperBound(this.#closings, from);
  }

  /**
   * The same clock time `n` working days later (earlier where negative), counted from midnight of the working day
   * that `start` belongs to, so that 02:00 in a night shift stays 02:00 of the night. Never outside that
   * day: at the earliest its opening, at the latest its closing or, where that is sooner, the next day's opening.
   * `start` is open, or a closing.
   */
  shift(start: number, n: number): number {
    const own = upperBound(this.#opens, start) - 1;
    const target = own + n;
    const day = this.#days[target];
    if (own < 0 || day === undefined) return target < 0 ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY;
    const sinceMidnight = this.#zone.toLocal(start) - (this.#days[own] as number) * MS_PER_DAY;
    const same = this.#zone.toInstant(day * MS_PER_DAY + sinceMidnight);
    const opens = this.#opens[target] as number;
    const nextOpens = this.#opens[target + 1] ?? Number.POSITIVE_INFINITY;
    return Math.max(opens, Math.min(same, this.#closes[target] as number, nextOpens));
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

  #nth(day: number, n: number): number {
    return n === 0 ? this.#upTo(day - 1) : this.#upTo(day) - 1 + n;
  }

  #upTo(day: number): number {
    return upperBound(this.#days, day);
  }
}
