import type { ZoneTable } from "../policy/calendar.ts";
import { dateOfDay, dayNumber, MS_PER_DAY, MS_PER_MINUTE } from "./civil-date.ts";
import { upperBound } from "./upper-bound.ts";

/**
 * The wall clock of a time zone, read from a table of its offsets.
 *
 * Instants are epoch milliseconds. A local time is written as if it were UTC: the epoch milliseconds at which
 * a clock in UTC shows what the clock on the wall shows. The table knows the zone only for the period it was
 * made for; before and after, its outermost offsets go on.
 *
 * Changes of the table must be in order and further apart than they shift the clock, as those of real zones are.
 */
export class Zone {
  readonly name: string;
  /** Instants of the changes. */
  readonly #changes: Float64Array;
  /** `#offsets[i]` holds before change `i`, the last one after all. */
  readonly #offsets: Float64Array;
  /** Local times from which on the offset after change `i` is meant. */
  readonly #thresholds: Float64Array;

  constructor(name: string, table: ZoneTable) {
    this.name = name;
    this.#changes = Float64Array.from(table.changes, (change) => change.at);
    this.#offsets = Float64Array.from([table.initial, ...table.changes.map((change) => change.offset)]);
    // Where the clock jumps forward, the skipped times are read with the offset before (so they move forward by
    // the gap); where it falls back, the repeated times are too (so they are the first). Either way the offset
    // after begins at the later of the two readings of the change.
    this.#thresholds = this.#changes.map((at, i) => at + Math.max(this.#offset(i), this.#offset(i + 1)));
  }

  /** Milliseconds east of UTC at an instant. */
  offsetAt(at: number): number {
    return this.#offset(upperBound(this.#changes, at));
  }

  /** What the clock on the wall shows at an instant. */
  toLocal(at: number): number {
    return at + this.offsetAt(at);
  }

  /** The instant of a local time: one that a change skips moves forward by the gap, one that occurs twice is the first. */
  toInstant(local: number): number {
    return local - this.#offset(upperBound(this.#thresholds, local));
  }

  /** The number of days from 1970-01-01 to the local date of an instant. */
  localDay(at: number): number {
    return Math.floor(this.toLocal(at) / MS_PER_DAY);
  }

  /** The local date of an instant, `YYYY-MM-DD`. */
  localDate(at: number): string {
    return dateOfDay(this.localDay(at));
  }

  /**
   * The instant of a minute after local midnight; minutes from 1440 on belong to the following days.
   * Throws a RangeError where `date` is not a calendar date.
   */
  instantOf(date: string, minuteOfDay: number): number {
    return this.toInstant(dayNumber(date) * MS_PER_DAY + minuteOfDay * MS_PER_MINUTE);
  }

  #offset(index: number): number {
    return this.#offsets[index] as number;
  }
}
