import type { BusinessCalendar } from "@entente/engine";
import {
  addDays,
  addDuration,
  type Duration,
  dayNumber,
  MS_PER_DAY,
  type Period,
  weekday,
  type Zone,
} from "@entente/ir";
import { periodsIn } from "./period-starts.ts";
import { common, type Stretch } from "./term.ts";

/** A meeting that takes place. With `allDay` no hour is known: `from` is the midnight its date begins with. */
export interface Occurrence extends Stretch {
  readonly date: string;
  readonly allDay: boolean;
}

/** How often, how long, and by which hours something recurs. */
export interface Rhythm {
  readonly every: Period;
  readonly duration: Duration;
  /** The agreement's term: the first period is the one that it begins in. */
  readonly term: Stretch;
  /** Null where there are no hours to meet in. */
  readonly calendar: BusinessCalendar | null;
  /** The clock of the calendar, or of the agreement where there is none. */
  readonly zone: Zone;
}

/**
 * When meetings take place within a stretch of time and the term, in order. A contract says how often, not at which
 * hour: a meeting is held at the first opening of its period, and a period in which nothing opens has none. Without
 * a calendar it is a day without an hour: the period's first, and for business days Monday to Friday.
 */
export function occurrencesOf(rhythm: Rhythm, within: Stretch): readonly Occurrence[] {
  const { calendar, term } = rhythm;
  const meeting = common(within, term);
  if (meeting.from >= meeting.to) return [];
  const days = rhythm.every.business && rhythm.every.unit === "day" ? businessDays(rhythm) : null;
  const periods = days ?? periodStarts(rhythm, meeting.to);
  return periods
    .map((period) => (calendar === null ? dayOf(rhythm, period) : openingOf(rhythm, calendar, period)))
    .filter((each): each is Occurrence => each !== null)
    .filter(({ from }) => meeting.from <= from && from < meeting.to);
}

/** The part of each period that lies in the term. */
function periodStarts({ zone, every, term }: Rhythm, to: number): readonly Stretch[] {
  return [...periodsIn(zone, every, term.from, { from: term.from, to })].map((period) =>
    common(period, term),
  );
}

/** Every nth working day of the term. */
function businessDays({ zone, every, term, calendar }: Rhythm): readonly Stretch[] {
  const days: Stretch[] = [];
  for (let date = zone.localDate(term.from); ; date = addDays(date, 1)) {
    const from = zone.instantOf(date, 0);
    if (from >= term.to) break;
    const works = calendar === null ? weekday(dayNumber(date)) <= 5 : calendar.isWorkingDay(from);
    if (works) days.push({ from, to: zone.instantOf(addDays(date, 1), 0) });
  }
  return days.filter((_, index) => index % every.count === 0);
}

function openingOf(
  { zone, duration }: Rhythm,
  calendar: BusinessCalendar,
  period: Stretch,
): Occurrence | null {
  const opens = withinHorizon(() => calendar.nextOpening(period.from));
  if (opens === null || opens >= period.to) return null;
  return { from: opens, to: endOf(zone, opens, duration), date: zone.localDate(opens), allDay: false };
}

function dayOf({ zone }: Rhythm, { from }: Stretch): Occurrence {
  const date = zone.localDate(from);
  return { from: zone.instantOf(date, 0), to: zone.instantOf(addDays(date, 1), 0), date, allDay: true };
}

function endOf(zone: Zone, from: number, duration: Duration): number {
  const end = addDuration(zone, from, { ...duration, business: false });
  return Math.min(end, from + 30 * MS_PER_DAY);
}

/** What lies beyond the days that the policy has calendars for cannot be placed. */
function withinHorizon(ask: () => number): number | null {
  try {
    return ask();
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}
