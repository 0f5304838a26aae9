import { addDays, dayNumber, MS_PER_DAY, type Period, weekday, type Zone } from "@entente/ir";
import type { Occurrence } from "../agenda/occurrences.ts";

/** Occurrences as a rule that repeats by the week, its exceptions, and what the rule does not give. */
export interface WeeklySeries {
  /** The first occurrence that the rule gives. */
  readonly first: Occurrence;
  /** Every how many weeks. */
  readonly interval: number;
  /** Days of the week, 1 is Monday. */
  readonly days: readonly number[];
  readonly last: Occurrence;
  /** Instants that the rule gives, but that do not take place. */
  readonly except: readonly number[];
  /** What takes place beside the rule, such as a Monday's meeting that a holiday moved to Tuesday. */
  readonly moved: readonly Occurrence[];
}

/**
 * The weekly rule behind the occurrences of a rhythm by weeks or by business days; null where there is none worth
 * saying: rhythms by the month have no rule that knows the holidays, and a rule with more exceptions than
 * occurrences would explain nothing.
 */
export function weeklySeries(
  zone: Zone,
  { unit, count, business }: Period,
  occurrences: readonly Occurrence[],
): WeeklySeries | null {
  const byDay = unit === "day" && count === 1;
  if (!byDay && (unit !== "week" || business)) return null;
  const usual = mostCommon(occurrences.map((each) => slotOf(zone, each, byDay)));
  if (usual === null) return null;
  const fits = occurrences.filter((each) => slotOf(zone, each, byDay) === usual);
  const days = byDay ? usualDays(fits) : [weekday(dayNumber(fits[0]?.date ?? "1970-01-01"))];
  const [first, last] = [fits[0], fits.at(-1)];
  if (first === undefined || last === undefined || fits.length < 3) return null;
  const given = datesBetween(first.date, last.date, days, byDay ? 1 : count);
  const held = new Map(fits.map((each) => [each.date, each]));
  const except = given.filter((date) => !held.has(date)).map((date) => instantLike(zone, date, first));
  const covered = new Set(given);
  if (fits.some(({ date }) => !covered.has(date)) || except.length >= fits.length) return null;
  const moved = occurrences.filter((each) => held.get(each.date) !== each);
  return { first, last, interval: byDay ? 1 : count, days, except, moved };
}

/** The time of day, and for a rhythm by weeks the day of the week with it. */
function slotOf(zone: Zone, { from, to, date }: Occurrence, byDay: boolean): string {
  const minute = (zone.toLocal(from) % MS_PER_DAY) / 60_000;
  const time = `${minute}+${(to - from) / 60_000}`;
  return byDay ? time : `${weekday(dayNumber(date))} ${time}`;
}

function mostCommon(slots: readonly string[]): string | null {
  const counts = [...Map.groupBy(slots, (slot) => slot)].map(([slot, all]) => [slot, all.length] as const);
  return counts.toSorted(([, a], [, b]) => b - a)[0]?.[0] ?? null;
}

function usualDays(occurrences: readonly Occurrence[]): readonly number[] {
  return [...new Set(occurrences.map(({ date }) => weekday(dayNumber(date))))].toSorted((a, b) => a - b);
}

/** The dates that a weekly rule gives, weeks beginning on Monday. */
function datesBetween(
  first: string,
  last: string,
  days: readonly number[],
  interval: number,
): readonly string[] {
  const monday = dayNumber(first) - weekday(dayNumber(first)) + 1;
  const dates: string[] = [];
  for (let date = first; date <= last; date = addDays(date, 1)) {
    const week = Math.floor((dayNumber(date) - monday) / 7);
    if (week % interval === 0 && days.includes(weekday(dayNumber(date)))) dates.push(date);
  }
  return dates;
}

/** The instant at which the rule would have it on another date: the same local time. */
function instantLike(zone: Zone, date: string, { from }: Occurrence): number {
  const local = zone.toLocal(from);
  return zone.toInstant(dayNumber(date) * MS_PER_DAY + (((local % MS_PER_DAY) + MS_PER_DAY) % MS_PER_DAY));
}
