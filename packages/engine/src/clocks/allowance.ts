import { addDuration, assertNever, type Deadline, type Duration } from "@entente/ir";
import { addSpan, calendarOf, exactMilliseconds, type Reckoning } from "./reckoning.ts";
import { advance, type Counting, countedBetween, type Pause } from "./stopwatch.ts";

/**
 * How much time a clock gives (language.md, section 7). An amount of counted time, or a day: then `due`
 * gives the deadline with `lost` more days. `counting` says in which time its use is measured.
 */
export type Allowance =
  | { readonly kind: "amount"; readonly counting: Counting; readonly ms: number }
  | { readonly kind: "day"; readonly counting: Counting; readonly due: (lost: number) => number };

/** The allowance of `within DURATION` from `start`. */
export function withinAllowance(reckoning: Reckoning, start: number, duration: Duration): Allowance {
  const exact = exactMilliseconds(duration);
  const counting: Counting = duration.business ? "open" : "elapsed";
  if (exact !== null) return { kind: "amount", counting, ms: exact };
  if (duration.business && duration.unit === "day") {
    const calendar = calendarOf(reckoning);
    return { kind: "day", counting, due: (lost) => calendar.addWorkingDays(start, duration.amount + lost) };
  }
  const due = addSpan(reckoning, start, duration);
  return { kind: "day", counting: "elapsed", due: (lost) => addDays(reckoning, due, lost) };
}

/** The allowance of a deadline that names a day and a time of it. */
export function dayAllowance(
  reckoning: Reckoning,
  start: number,
  deadline: Exclude<Deadline, { kind: "within" }>,
): Allowance {
  const { day } = deadline;
  switch (deadline.kind) {
    case "closeOfDay": {
      const calendar = calendarOf(reckoning);
      return notBefore(start, "open", (lost) => calendar.closeOfWorkingDay(start, day + lost));
    }
    case "timeOfDay": {
      const { minute } = deadline;
      if (!deadline.business) return calendarDayAllowance(reckoning, start, day, minute);
      const calendar = calendarOf(reckoning);
      return notBefore(start, "open", (lost) => calendar.timeOnWorkingDay(start, day + lost, minute));
    }
    default:
      return assertNever(deadline);
  }
}

/** The n-th calendar day after the local date of `start`, at a minute of the wall clock (1440 is its end). */
export function calendarDayAllowance(
  reckoning: Reckoning,
  start: number,
  day: number,
  minute: number,
): Allowance {
  const { zone } = reckoning;
  const noon = zone.instantOf(zone.localDate(start), 12 * 60);
  return notBefore(start, "elapsed", (lost) =>
    zone.instantOf(zone.localDate(addDays(reckoning, noon, day + lost)), minute),
  );
}

/** A day whose time had passed when the clock started gives way to the next one. */
function notBefore(start: number, counting: Counting, due: (lost: number) => number): Allowance {
  let skipped = 0;
  while (due(skipped) < start) skipped += 1;
  return { kind: "day", counting, due: (lost) => due(skipped + lost) };
}

/**
 * When the allowance runs out, and the pauses that had a part in it: those that began before.
 *
 * `pauses` are merged, in order, and none begins before `start`. Days are extended by the closings inside a
 * pause (by the midnights, where there is no calendar). An endless pause makes the deadline Infinity.
 */
export function dueOf(
  reckoning: Reckoning,
  start: number,
  allowance: Allowance,
  pauses: readonly Pause[],
): { readonly due: number; readonly pauses: readonly Pause[] } {
  if (allowance.kind === "amount") {
    const due = advance(reckoning, allowance.counting, start, allowance.ms, pauses);
    return { due, pauses: pauses.filter((pause) => pause.from < due) };
  }
  let due = allowance.due(0);
  let lost = 0;
  const taken: Pause[] = [];
  for (const pause of pauses) {
    if (pause.from >= due) break;
    taken.push(pause);
    if (pause.to === Number.POSITIVE_INFINITY) return { due: pause.to, pauses: taken };
    lost += dayEndsBetween(reckoning, pause.from, pause.to);
    due = allowance.due(lost);
  }
  return { due, pauses: taken };
}

/** The counted time that the clock gives in all; Infinity where its deadline is. */
export function allowedMs(
  reckoning: Reckoning,
  start: number,
  allowance: Allowance,
  due: number,
  pauses: readonly Pause[],
): number {
  if (allowance.kind === "amount") return allowance.ms;
  if (due === Number.POSITIVE_INFINITY)
    return countedBetween(reckoning, allowance.counting, start, allowance.due(0), []);
  return countedBetween(reckoning, allowance.counting, start, due, pauses);
}

function addDays(reckoning: Reckoning, at: number, days: number): number {
  if (days === 0) return at;
  return addDuration(reckoning.zone, at, { amount: days, unit: "day", business: false });
}

function dayEndsBetween(reckoning: Reckoning, from: number, to: number): number {
  if (reckoning.calendar !== null) return reckoning.calendar.closingsBetween(from, to);
  const day = (at: number): number => Math.floor(reckoning.zone.toLocal(at) / 86_400_000);
  return day(to) - day(from);
}
