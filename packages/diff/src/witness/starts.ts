import { dateOfDay, dayNumber, type Policy } from "@entente/ir";
import type { Both } from "../strictness/both.ts";
import { datesNamed, minutesNamed } from "./named.ts";

/** Hours of a day at which a calendar, a deadline or a clock change may tell two versions apart. */
const minutes = [10 * 60, 17 * 60 + 30, 8 * 60, 12 * 60 + 30, 22 * 60];

/**
 * Instants at which something may start (epoch milliseconds): days of a week in both terms at several hours, and the days
 * around every date that the parts name.
 */
export function startsFor(
  { base, head, baseModel }: Both,
  before: unknown,
  after: unknown,
): readonly number[] {
  const around = datesNamed(before, after)
    .slice(0, 12)
    .flatMap((date) => shifted(date, [-1, 0, 1]));
  const first = dayNumber(laterStart(base.policy, head.policy));
  const monday = first + ((11 - (first % 7)) % 7);
  const week = [0, 4, 5, 6, 2].map((day) => dateOfDay(monday + day));
  const { zone } = baseModel.engine.plan;
  const days = [...week.slice(0, 1), ...around, ...week.slice(1)];
  const hours = [...new Set([...minutes.slice(0, 1), ...minutesNamed([before, after]), ...minutes])];
  return hours
    .flatMap((minute, hour) => days.map((date, day) => ({ date, minute, place: day + 2 * hour })))
    .toSorted((a, b) => a.place - b.place)
    .map(({ date, minute }) => zone.instantOf(date, minute));
}

function shifted(date: string, by: readonly number[]): readonly string[] {
  try {
    return by.map((days) => dateOfDay(dayNumber(date) + days));
  } catch {
    return [];
  }
}

function laterStart(...policies: readonly Policy[]): string {
  const starts = policies.map(({ agreement, horizon }) => agreement.effective?.from ?? horizon.from);
  return starts.toSorted().at(-1) ?? "";
}
