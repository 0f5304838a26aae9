import { dateOfDay, MS_PER_DAY, type Zone } from "@entente/ir";
import { Fraction } from "fraction.js";
import type { Reckoning } from "../clocks/reckoning.ts";
import type { Stretch } from "../limits/period-of.ts";
import { isWithin } from "../time/horizon.ts";

/** A local date, from its midnight to the next. Instants are epoch milliseconds. */
export interface LocalDay {
  readonly day: number;
  readonly date: string;
  readonly from: number;
  readonly to: number;
  readonly working: boolean;
}

/** A day of a window, and whether a share of the target falls on it. */
export interface TargetDay extends LocalDay {
  readonly counts: boolean;
}

/**
 * The local dates of an agreement, each looked up once. Without a calendar every day is a working day, and so is one
 * beyond the calendar's horizon: those stand only in the part of a period that the term has cut off.
 */
export class DayBook {
  readonly #zone: Zone;
  readonly #calendar: Reckoning["calendar"];
  readonly #days = new Map<number, LocalDay>();

  constructor({ zone, calendar }: Reckoning) {
    this.#zone = zone;
    this.#calendar = calendar;
  }

  /** The day number of an instant's local date. */
  dayOf(at: number): number {
    return this.#zone.localDay(at);
  }

  day(day: number): LocalDay {
    const found = this.#days.get(day);
    if (found !== undefined) return found;
    const from = this.#zone.toInstant(day * MS_PER_DAY);
    const to = this.#zone.toInstant((day + 1) * MS_PER_DAY);
    const noon = this.#zone.toInstant(day * MS_PER_DAY + MS_PER_DAY / 2);
    const known = this.#calendar !== null && isWithin(this.#calendar.horizon, noon);
    const working = !known || this.#calendar.isWorkingDay(noon);
    const made = { day, date: dateOfDay(day), from, to, working };
    this.#days.set(day, made);
    return made;
  }

  /**
   * The days of a window, the last one possibly in part. A target is spread over its working days; over all its days
   * where none is one (language, section 7). Dates that a place skipped are left out.
   */
  daysOf({ from, to }: Stretch): readonly TargetDay[] {
    const days: LocalDay[] = [];
    for (let day = this.dayOf(from); this.day(day).from < to; day += 1) {
      if (this.day(day).to > this.day(day).from) days.push(this.day(day));
    }
    const none = !days.some(({ working }) => working);
    return days.map((day) => ({ ...day, counts: none || day.working }));
  }

  /**
   * The part of a period's days that begins in a stretch of it, by the days over which its target is spread: a day that both
   * end in counts for both.
   */
  partOf(stretch: Stretch, whole: Stretch): Fraction {
    if (stretch.from === whole.from && stretch.to === whole.to) return new Fraction(1);
    const days = this.daysOf(whole).filter(({ counts }) => counts);
    const inside = days.filter(({ from }) => from >= stretch.from && from < stretch.to);
    return days.length === 0 ? new Fraction(1) : new Fraction(inside.length, days.length);
  }
}
