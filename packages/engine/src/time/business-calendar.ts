import type { Zone } from "@entente/ir";
import { type Horizon, HorizonError, isWithin } from "./horizon.ts";
import type { OpenTime } from "./open-time.ts";
import type { WorkingDays } from "./working-days.ts";

/**
 * The working hours of one place, as a clock that only runs while it is open (language, section 7).
 *
 * Instants are epoch milliseconds. Opening intervals include their start and exclude their end. A question
 * takes the same time however long the calendar is, and creates nothing. An instant outside the horizon, or an answer that lies outside it, is a
 * {@link HorizonError} (a RangeError): the calendar never guesses.
 */
export class BusinessCalendar {
  readonly name: string;
  readonly zone: Zone;
  readonly horizon: Horizon;
  readonly #open: OpenTime;
  readonly #days: WorkingDays;

  constructor(name: string, zone: Zone, horizon: Horizon, open: OpenTime, days: WorkingDays) {
    this.name = name;
    this.zone = zone;
    this.horizon = horizon;
    this.#open = open;
    this.#days = days;
  }

  isOpen(at: number): boolean {
    this.#ask(at);
    return this.#open.isOpen(at);
  }

  /** The instant itself where it is open, else the first opening after it. */
  nextOpening(at: number): number {
    this.#ask(at);
    return this.#answer(this.#open.nextOpening(at));
  }

  /** The first closing after an instant: the end of the interval it lies in, or of the next one. */
  nextClosing(at: number): number {
    this.#ask(at);
    return this.#answer(this.#open.nextClosing(at));
  }

  /** The instant itself where it is open, else the last closing at or before it. */
  previousClosing(at: number): number {
    this.#ask(at);
    return this.#answer(this.#open.previousClosing(at));
  }

  /**
   * The instant that many open milliseconds after another. Outside hours the count starts at the next opening;
   * what fits an interval exactly ends at its closing. Nothing added is the next opening.
   */
  addOpen(at: number, ms: number): number {
    this.#ask(at);
    requireAmount(ms);
    if (ms === 0) return this.#answer(this.#open.nextOpening(at));
    return this.#answer(this.#open.earliest(this.#open.before(at) + ms));
  }

  /**
   * The instant that many open milliseconds before another: the mirror of {@link BusinessCalendar.addOpen}. Outside
   * hours the count starts at the previous closing; what fits exactly ends at the opening.
   */
  subtractOpen(at: number, ms: number): number {
    this.#ask(at);
    requireAmount(ms);
    if (ms === 0) return this.#answer(this.#open.previousClosing(at));
    return this.#answer(this.#open.latest(this.#open.before(at) - ms));
  }

  /** The open milliseconds from one instant to another; negative where the second is the earlier. */
  openBetween(from: number, to: number): number {
    this.#ask(from);
    this.#ask(to);
    return this.#open.before(to) - this.#open.before(from);
  }

  /** Whether an opening starts on the local date of an instant. */
  isWorkingDay(at: number): boolean {
    this.#ask(at);
    return this.#days.has(this.zone.localDay(at));
  }

  /**
   * The working days met on the way from the local date of one instant to that of another: the first date is not counted,
   * the last one is. Backwards it is negative, and still the date it sets out from is not counted.
   */
  workingDaysBetween(from: number, to: number): number {
    this.#ask(from);
    this.#ask(to);
    return this.#days.between(this.zone.localDay(from), this.zone.localDay(to));
  }

  /**
   * `n business days` later: the same local time on the nth working day after the start, which outside hours first
   * moves to the next opening. It never leaves that day: a time after its close is its close, a time before
   * its opening is its opening; a time in a break stays. In a night shift the day is the one on which the shift
   * began. A later start is never due earlier, but for local times that a clock change skips or repeats.
   *
   * Negative `n` counts back, from the previous closing where `at` is outside hours. Throws a RangeError where `n`
   * is not whole.
   */
  addWorkingDays(at: number, n: number): number {
    this.#ask(at);
    requireWhole(n);
    const start = n < 0 ? this.#open.previousClosing(at) : this.#open.nextOpening(at);
    return this.#answer(n === 0 ? start : this.#days.shift(start, n));
  }

  /**
   * The close of the nth working day after the local date of an instant; the date itself is never counted. With 0 the
   * close of that date or, where it is no working day, of the next one. A night shift that started on that day ends it.
   */
  closeOfWorkingDay(at: number, n: number): number {
    this.#ask(at);
    requireCount(n);
    return this.#answer(this.#days.closeOf(this.zone.localDay(at), n));
  }

  /**
   * A minute after local midnight (0 to 1440) on the nth working day after the local date of an instant; with 0 on that
   * date itself or, where it is no working day, on the next one. It need not be within hours.
   */
  timeOnWorkingDay(at: number, n: number, minute: number): number {
    this.#ask(at);
    requireCount(n);
    return this.#answer(this.#days.timeOn(this.zone.localDay(at), n, minute));
  }

  /**
   * How many working days come to their close after `from`, up to and including `to`: what a pause takes from a count of
   * days. A day closes once, at its last closing, however many breaks it has.
   */
  closingsBetween(from: number, to: number): number {
    this.#ask(from);
    this.#ask(to);
    return this.#days.closingsBetween(from, to);
  }

  #ask(at: number): void {
    if (!isWithin(this.horizon, at)) throw this.#beyond(`${describe(at)} lies outside it`);
  }

  #answer(at: number): number {
    if (!isWithin(this.horizon, at)) throw this.#beyond("the answer lies outside it");
    return at;
  }

  #beyond(what: string): HorizonError {
    const { from, to } = this.horizon;
    return new HorizonError(
      `calendar ${this.name} (${this.zone.name}) is known from ${from} to ${to}, and ${what}: give it a longer horizon`,
    );
  }
}

function describe(at: number): string {
  return Math.abs(at) <= 8.64e15 ? new Date(at).toISOString() : String(at);
}

function requireAmount(ms: number): void {
  if (!(ms >= 0 && ms < Number.POSITIVE_INFINITY)) {
    throw new RangeError(
      `${ms} is not an amount of open time: it must be a finite number of milliseconds, 0 or more`,
    );
  }
}

function requireWhole(n: number): void {
  if (!Number.isInteger(n)) throw new RangeError(`${n} is not a whole number of working days`);
}

function requireCount(n: number): void {
  if (!Number.isInteger(n) || n < 0) throw new RangeError(`${n} is not a number of working days: 0, 1, 2, …`);
}
