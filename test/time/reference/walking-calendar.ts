import type { CalendarOptions, Hours } from "@entente/engine";
import { Temporal } from "temporal-polyfill";

interface Slice {
  readonly from: number;
  readonly to: number;
}

interface WorkingDay {
  readonly date: Temporal.PlainDate;
  readonly opens: number;
  readonly closes: number;
}

/** Our answer to a question whose answer lies beyond the horizon. */
export const BEYOND = null;
type Answer = number | typeof BEYOND;

/**
 * Working hours by another way than the engine's: local times through Temporal, and every question answered by walking
 * over all stretches of open time one after the other. Slow, and plain enough to be believed. Instants are epoch milliseconds.
 */
export class WalkingCalendar {
  readonly #zone: string;
  readonly #start: number;
  readonly #end: number;
  /** Open time cut at every opening and closing, in order. */
  readonly #slices: readonly Slice[];
  readonly #days: readonly WorkingDay[];

  constructor(options: CalendarOptions) {
    this.#zone = options.timeZone;
    const first = Temporal.PlainDate.from(options.from);
    const last = Temporal.PlainDate.from(options.to);
    this.#start = this.#instant(first.toPlainDateTime());
    this.#end = this.#instant(last.add({ days: 1 }).toPlainDateTime());
    const days: WorkingDay[] = [];
    const openings: Slice[] = [];
    // What opened on the evening before may still be open on the first day.
    for (let date = first.subtract({ days: 1 }); ; date = date.add({ days: 1 })) {
      if (Temporal.PlainDate.compare(date, last) > 0) break;
      const own = hoursOn(options, date)
        .map((hours) => this.#opening(date, hours))
        .filter(({ from, to }) => from < to);
      if (own.length === 0) continue;
      openings.push(...own);
      const opens = Math.min(...own.map(({ from }) => from));
      days.push({ date, opens, closes: Math.max(...own.map(({ to }) => to)) });
    }
    this.#days = days;
    this.#slices = slicesOf(openings);
  }

  isOpen(at: number): boolean {
    return this.#slices.some(({ from, to }) => from <= at && at < to);
  }

  nextOpening(at: number): Answer {
    const slice = this.#slices.find(({ to }) => at < to);
    return this.#known(slice === undefined ? BEYOND : Math.max(at, slice.from));
  }

  nextClosing(at: number): Answer {
    const ahead = this.#slices.filter(({ to }) => at < to);
    const last = ahead.find(({ to }, i) => ahead[i + 1]?.from !== to);
    return this.#known(last?.to ?? BEYOND);
  }

  previousClosing(at: number): Answer {
    if (this.isOpen(at)) return this.#known(at);
    return this.#known(this.#slices.findLast(({ to }) => to <= at)?.to ?? BEYOND);
  }

  addOpen(at: number, ms: number): Answer {
    if (ms === 0) return this.nextOpening(at);
    let left = ms;
    for (const { from, to } of this.#slices) {
      const room = to - Math.max(from, at);
      if (room <= 0) continue;
      if (left <= room) return this.#known(Math.max(from, at) + left);
      left -= room;
    }
    return BEYOND;
  }

  subtractOpen(at: number, ms: number): Answer {
    if (ms === 0) return this.previousClosing(at);
    let left = ms;
    for (const { from, to } of this.#slices.toReversed()) {
      const room = Math.min(to, at) - from;
      if (room <= 0) continue;
      if (left <= room) return this.#known(Math.min(to, at) - left);
      left -= room;
    }
    return BEYOND;
  }

  openBetween(from: number, to: number): number {
    if (to < from) return from === to ? 0 : -this.openBetween(to, from);
    let open = 0;
    for (const slice of this.#slices)
      open += Math.max(0, Math.min(slice.to, to) - Math.max(slice.from, from));
    return open;
  }

  isWorkingDay(at: number): boolean {
    const today = this.#date(at);
    return this.#days.some(({ date }) => date.equals(today));
  }

  workingDaysBetween(from: number, to: number): number {
    const [first, last] = [this.#date(from), this.#date(to)];
    const { compare } = Temporal.PlainDate;
    if (compare(first, last) <= 0) {
      return this.#days.filter(({ date }) => compare(first, date) < 0 && compare(date, last) <= 0).length;
    }
    const back = this.#days.filter(({ date }) => compare(last, date) <= 0 && compare(date, first) < 0).length;
    return back === 0 ? 0 : -back;
  }

  addWorkingDays(at: number, n: number): Answer {
    const start = n < 0 ? this.previousClosing(at) : this.nextOpening(at);
    if (start === BEYOND || n === 0) return start;
    const own = this.#days.findLastIndex(({ opens }) => opens <= start);
    const [from, to, next] = [this.#days[own], this.#days[own + n], this.#days[own + n + 1]];
    if (from === undefined || to === undefined) return BEYOND;
    const later = this.#wall(start).add(from.date.until(to.date));
    const last = Math.min(to.closes, next?.opens ?? to.closes);
    return this.#known(Math.max(to.opens, Math.min(this.#instant(later), last)));
  }

  closeOfWorkingDay(at: number, n: number): Answer {
    return this.#known(this.#nth(at, n)?.closes ?? BEYOND);
  }

  timeOnWorkingDay(at: number, n: number, minute: number): Answer {
    const day = this.#nth(at, n);
    if (day === undefined) return BEYOND;
    return this.#known(this.#instant(day.date.toPlainDateTime().add({ minutes: minute })));
  }

  closingsBetween(from: number, to: number): number {
    const count = (a: number, b: number) =>
      this.#days.filter(({ closes }) => a < closes && closes <= b).length;
    return from <= to ? count(from, to) : 0 - count(to, from);
  }

  #nth(at: number, n: number): WorkingDay | undefined {
    const today = this.#date(at);
    const { compare } = Temporal.PlainDate;
    if (n === 0) return this.#days.find(({ date }) => compare(date, today) >= 0);
    return this.#days.filter(({ date }) => compare(date, today) > 0)[n - 1];
  }

  #opening(date: Temporal.PlainDate, [opens, closes]: Hours[number]): Slice {
    const [from, to] = [minutesOf(opens), minutesOf(closes)];
    const midnight = date.toPlainDateTime();
    const end = to > from ? to : to + 24 * 60;
    return {
      from: this.#instant(midnight.add({ minutes: from })),
      to: this.#instant(midnight.add({ minutes: end })),
    };
  }

  #instant(wall: Temporal.PlainDateTime): number {
    return wall.toZonedDateTime(this.#zone, { disambiguation: "compatible" }).epochMilliseconds;
  }

  #wall(at: number): Temporal.PlainDateTime {
    return Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(this.#zone).toPlainDateTime();
  }

  #date(at: number): Temporal.PlainDate {
    return this.#wall(at).toPlainDate();
  }

  #known(answer: Answer): Answer {
    return answer !== BEYOND && (answer < this.#start || answer > this.#end) ? BEYOND : answer;
  }
}

const DAYS = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"] as const;

function hoursOn(options: CalendarOptions, date: Temporal.PlainDate): Hours {
  const text = date.toString();
  const isClosed = (options.closed ?? []).some((range) =>
    typeof range === "string" ? range === text : range.from <= text && text <= range.to,
  );
  if (isClosed) return [];
  const own = options.open?.[text];
  if (own !== undefined) return own;
  if (options.holidays?.includes(text)) return [];
  return options.hours[DAYS[date.dayOfWeek - 1] ?? "mon"] ?? [];
}

function minutesOf(time: string): number {
  const [hours = "", minutes = ""] = time.split(":");
  return Number(hours) * 60 + Number(minutes);
}

/** The stretches between two neighbouring boundaries in which something is open. */
function slicesOf(openings: readonly Slice[]): Slice[] {
  const bounds = [...new Set(openings.flatMap(({ from, to }) => [from, to]))].sort((a, b) => a - b);
  return bounds.flatMap((from, i) => {
    const to = bounds[i + 1];
    const isOpen = to !== undefined && openings.some((one) => one.from <= from && to <= one.to);
    return isOpen ? [{ from, to }] : [];
  });
}
