import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type CalendarOptions, createCalendar, type Hours } from "./create-calendar.ts";
import { HorizonError } from "./horizon.ts";

/**
 * A calendar that is plainly right and slow: it reads the wall clock of every minute from Intl, marks the open ones
 * and counts them one by one. Instants are minutes since the start of its window.
 */
const MINUTE = 60_000;
const DAY = 1440;

/** A fortnight around a clock change, in minutes since the epoch, and what the wall shows in each of them. */
interface Window {
  readonly zone: string;
  readonly dates: readonly string[];
  readonly start: number;
  readonly wall: readonly number[];
}

function windowOf(zone: string, middle: string): Window {
  const noon = Date.parse(`${middle}T12:00Z`);
  const dates = Array.from({ length: 13 }, (_, i) => isoDate(noon + (i - 6) * DAY * MINUTE));
  const start = (noon - 9 * DAY * MINUTE) / MINUTE;
  const format = new Intl.DateTimeFormat("sv-SE", { timeZone: zone, dateStyle: "short", timeStyle: "short" });
  const read = (minute: number) =>
    Date.parse(`${format.format(minute * MINUTE).replace(" ", "T")}Z`) / MINUTE;
  return { zone, dates, start, wall: Array.from({ length: 18 * DAY }, (_, i) => read(start + i)) };
}

const isoDate = (at: number) => new Date(at).toISOString().slice(0, 10);
const midnight = (date: string) => Date.parse(`${date}T00:00Z`) / MINUTE;

/** The first minute that shows a time; a time that none shows is as far after the gap's end as it lies in the gap. */
function minuteShowing(window: Window, time: number): number {
  const exact = window.wall.indexOf(time);
  if (exact >= 0) return exact;
  const end = window.wall.findIndex((shown, i) => shown > time && (window.wall[i - 1] ?? shown) < time);
  return end + (time - ((window.wall[end - 1] ?? 0) + 1));
}

interface Day {
  readonly date: string;
  readonly opens: number;
  readonly closes: number;
}

interface Reference {
  readonly window: Window;
  readonly open: readonly boolean[];
  readonly days: readonly Day[];
  readonly first: number;
  readonly last: number;
}

function referenceOf(window: Window, options: CalendarOptions): Reference {
  const open = window.wall.map(() => false);
  const days: Day[] = [];
  const before = isoDate((midnight(window.dates[0] ?? "") - DAY) * MINUTE);
  for (const date of [before, ...window.dates]) {
    const shifts = hoursOn(options, date)
      .map(([from, to]) => [minutes(from), minutes(to)] as const)
      .map(([from, to]) => [from, to > from ? to : to + DAY] as const)
      .map(
        ([from, to]) =>
          [minuteShowing(window, midnight(date) + from), minuteShowing(window, midnight(date) + to)] as const,
      )
      .filter(([from, to]) => from < to);
    for (const [from, to] of shifts) open.fill(true, from, to);
    if (shifts.length > 0) {
      days.push({
        date,
        opens: Math.min(...shifts.map(([from]) => from)),
        closes: Math.max(...shifts.map(([, to]) => to)),
      });
    }
  }
  const first = minuteShowing(window, midnight(window.dates[0] ?? ""));
  const last = minuteShowing(window, midnight(window.dates.at(-1) ?? "") + DAY);
  return { window, open, days, first, last };
}

function hoursOn(options: CalendarOptions, date: string): Hours {
  if (options.closed?.includes(date)) return [];
  const own = options.open?.[date];
  if (own !== undefined) return own;
  if (options.holidays?.includes(date)) return [];
  return options.hours[days[new Date(date).getUTCDay()] ?? "sun"] ?? [];
}

const days = ["sun", "mon", "tue", "wed", "thu", "fri", "sat"] as const;
const minutes = (time: string) => Number(time.slice(0, 2)) * 60 + Number(time.slice(3));

/** Minutes counted one by one. Null where the answer lies outside the horizon. */
const slow = {
  isOpen: (of: Reference, at: number) => of.open[at] === true,
  nextOpening(of: Reference, at: number): number | null {
    for (let i = at; i <= of.last; i += 1) if (of.open[i]) return i;
    return null;
  },
  previousClosing(of: Reference, at: number): number | null {
    if (of.open[at]) return at;
    for (let i = at; i >= of.first; i -= 1) if (of.open[i - 1]) return i;
    return null;
  },
  addOpen(of: Reference, at: number, amount: number): number | null {
    let left = amount;
    if (left === 0) return slow.nextOpening(of, at);
    for (let i = at; i < of.last; i += 1) {
      if (of.open[i]) left -= 1;
      if (left === 0) return i + 1;
    }
    return null;
  },
  subtractOpen(of: Reference, at: number, amount: number): number | null {
    let left = amount;
    if (left === 0) return slow.previousClosing(of, at);
    for (let i = at - 1; i >= of.first; i -= 1) {
      if (of.open[i]) left -= 1;
      if (left === 0) return i;
    }
    return null;
  },
  openBetween: (of: Reference, from: number, to: number) => of.open.slice(from, to).filter(Boolean).length,
  addWorkingDays(of: Reference, at: number, n: number): number | null {
    const start = slow.nextOpening(of, at);
    if (start === null || n === 0) return start;
    const own = of.days.findLastIndex((day) => day.opens <= start);
    const [from, to, next] = [of.days[own], of.days[own + n], of.days[own + n + 1]];
    if (from === undefined || to === undefined) return null;
    const time = (of.window.wall[start] ?? 0) - midnight(from.date);
    const due = minuteShowing(of.window, midnight(to.date) + time);
    const within = Math.max(to.opens, Math.min(due, to.closes, next?.opens ?? Number.POSITIVE_INFINITY));
    return within > of.last ? null : within;
  },
  closeOfWorkingDay(of: Reference, at: number, n: number): number | null {
    const today = isoDate((of.window.wall[at] ?? 0) * MINUTE);
    const day = of.days.filter(({ date }) => (n === 0 ? date >= today : date > today))[Math.max(n - 1, 0)];
    return day === undefined || day.closes > of.last ? null : day.closes;
  },
  closingsBetween: (of: Reference, from: number, to: number) =>
    of.days.filter(({ closes }) => from < closes && closes <= to).length,
};

const windows = [
  windowOf("America/New_York", "2026-03-08"),
  windowOf("America/New_York", "2026-11-01"),
  windowOf("Europe/London", "2026-10-25"),
  windowOf("Australia/Lord_Howe", "2026-10-04"),
  windowOf("Australia/Lord_Howe", "2026-04-05"),
  windowOf("Pacific/Chatham", "2026-09-27"),
];

const time = (step: number) =>
  `${String(Math.floor(step / 4)).padStart(2, "0")}:${String((step % 4) * 15).padStart(2, "0")}`;
const shift = fc.tuple(fc.integer({ min: 0, max: 95 }).map(time), fc.integer({ min: 0, max: 96 }).map(time));
const shifts = fc.array(shift, { maxLength: 2 });

describe.each(windows)("counted minute by minute in $zone from $dates.0", (window) => {
  const someDates = fc.uniqueArray(fc.constantFrom(...window.dates), { maxLength: 2 });
  const options = fc.record({
    timeZone: fc.constant(window.zone),
    hours: fc.record(
      Object.fromEntries(days.map((day) => [day, shifts])) as Record<(typeof days)[number], typeof shifts>,
    ),
    closed: someDates,
    holidays: someDates,
    open: fc.dictionary(fc.constantFrom(...window.dates), shifts, { maxKeys: 2 }),
    from: fc.constant(window.dates[0] ?? ""),
    to: fc.constant(window.dates.at(-1) ?? ""),
  });
  const minute = fc.integer({ min: 4 * DAY, max: 14 * DAY });

  it("every question has the same answer", () => {
    fc.assert(
      fc.property(
        options,
        minute,
        minute,
        fc.integer({ min: 0, max: 1500 }),
        fc.integer({ min: 0, max: 4 }),
        check,
      ),
      { numRuns: 60 },
    );
  });

  function check(chosen: CalendarOptions, a: number, b: number, amount: number, n: number): void {
    const reference = referenceOf(window, chosen);
    const calendar = createCalendar(chosen);
    const at = (minutes: number) => (window.start + minutes) * MINUTE;
    const fast = (ask: () => number) => outcome(() => ask() / MINUTE - window.start);
    const [from, to] = [Math.min(a, b), Math.max(a, b)];
    expect({
      isOpen: calendar.isOpen(at(a)),
      nextOpening: fast(() => calendar.nextOpening(at(a))),
      previousClosing: fast(() => calendar.previousClosing(at(a))),
      addOpen: fast(() => calendar.addOpen(at(a), amount * MINUTE)),
      subtractOpen: fast(() => calendar.subtractOpen(at(a), amount * MINUTE)),
      openBetween: calendar.openBetween(at(from), at(to)) / MINUTE,
      addWorkingDays: fast(() => calendar.addWorkingDays(at(a), n)),
      closeOfWorkingDay: fast(() => calendar.closeOfWorkingDay(at(a), n)),
      closingsBetween: calendar.closingsBetween(at(from), at(to)),
    }).toEqual({
      isOpen: slow.isOpen(reference, a),
      nextOpening: slow.nextOpening(reference, a),
      previousClosing: slow.previousClosing(reference, a),
      addOpen: slow.addOpen(reference, a, amount),
      subtractOpen: slow.subtractOpen(reference, a, amount),
      openBetween: slow.openBetween(reference, from, to),
      addWorkingDays: slow.addWorkingDays(reference, a, n),
      closeOfWorkingDay: slow.closeOfWorkingDay(reference, a, n),
      closingsBetween: slow.closingsBetween(reference, from, to),
    });
  }
});

function outcome(ask: () => number): number | null {
  try {
    return ask();
  } catch (error) {
    if (error instanceof HorizonError) return null;
    throw error;
  }
}
