import {
  type CalendarChoice,
  dateOfDay,
  dayNumber,
  isElapsedUnit,
  type OfficeCalendar,
  weekday,
} from "@entente/ir";
import type { Version } from "../version.ts";
import type { Both } from "./both.ts";
import type { Owed } from "./commitment-parts.ts";
import { resolved } from "./order-of-values.ts";
import { incomparable, looser, type Relation, stricter } from "./relation.ts";

/** Whether opening hours bear on when a clause is due. */
export function usesHours(version: Version, { commitment, clause: { duty } }: Owed): boolean {
  if (commitment.pauses.length > 0) return true;
  switch (duty.kind) {
    case "provide":
    case "limit":
    case "share":
      return false;
    case "follow":
      return duty.business;
    case "recur":
      return !isElapsed(version, duty.every);
    case "respond":
    case "leave": {
      const { deadline } = duty;
      if (duty.kind === "respond" && duty.apart?.business === true) return true;
      if (deadline.kind === "within") return !isElapsed(version, deadline.duration);
      return deadline.kind === "closeOfDay" || deadline.business;
    }
  }
}

/** Whether a clause is due on a day or at a time of day, which a zone decides, even where no opening hours count. */
export function usesZone(version: Version, { clause: { duty } }: Owed): boolean {
  const isExact = (node: Parameters<typeof resolved>[1]): boolean => {
    const length = resolved(version, node);
    return length.kind === "literal" && length.value.kind === "duration" && isElapsedUnit(length.value.unit);
  };
  switch (duty.kind) {
    case "provide":
    case "limit":
    case "share":
      return false;
    case "follow":
      return true;
    case "recur":
      return !isExact(duty.every);
    case "respond":
    case "leave":
      if (duty.kind === "respond" && duty.apart !== null && !isElapsedUnit(duty.apart.unit)) return true;
      return duty.deadline.kind !== "within" || !isExact(duty.deadline.duration);
  }
}

/** The zone of a choice of hours: without any, the agreement's; null where it depends on the lead. */
export function zoneOf(version: Version, choice: CalendarChoice | null): string | null {
  if (choice === null) return version.policy.agreement.timeZone;
  return officeOf(version, choice)?.timeZone ?? null;
}

/** Whether a duration is written without business units. */
function isElapsed(version: Version, node: Parameters<typeof resolved>[1]): boolean {
  const duration = resolved(version, node);
  return duration.kind === "literal" && duration.value.kind === "duration" && !duration.value.business;
}

/** Whether a clause is due after an amount of open time, and nothing else of it depends on the hours. */
function countsOpenTime(version: Version, { commitment, clause: { duty } }: Owed): boolean {
  if (commitment.pauses.length > 0) return false;
  const duration =
    duty.kind === "recur"
      ? duty.every
      : (duty.kind === "respond" || duty.kind === "leave") && duty.deadline.kind === "within"
        ? duty.deadline.duration
        : null;
  if (duration === null || (duty.kind === "respond" && duty.apart !== null)) return false;
  const length = resolved(version, duration);
  if (length.kind !== "literal" || length.value.kind !== "duration") return false;
  return length.value.business && ["second", "minute", "hour"].includes(length.value.unit);
}

/** Null where the same hours count. More opening hours make an amount of open time end earlier; deadlines by the day may move either way. */
export function hoursRelation(
  both: Both,
  [before, after]: readonly [CalendarChoice | null, CalendarChoice | null],
  a: Owed,
  b: Owed,
): Relation | null {
  const unclear = incomparable("other hours count");
  const [one, other] = [officeOf(both.base, before), officeOf(both.head, after)];
  if (one === null || other === null || one.timeZone !== other.timeZone) return unclear;
  const days = sharedDays(both);
  const more = days.every((day) => isWithin(openings(one, day), openings(other, day)));
  const less = days.every((day) => isWithin(openings(other, day), openings(one, day)));
  if (more && less) return null;
  if (!countsOpenTime(both.base, a) || !countsOpenTime(both.head, b)) return unclear;
  if (more) return stricter("more hours count as open, so its time is over sooner");
  return less ? looser("fewer hours count as open, so its time is over later") : unclear;
}

function officeOf({ policy }: Version, choice: CalendarChoice | null): OfficeCalendar | null {
  if (choice?.kind !== "named") return null;
  const calendar = policy.calendars.find(({ name }) => name === choice.name);
  return calendar?.kind === "office" ? calendar : null;
}

function sharedDays({ base, head }: Both): readonly string[] {
  const [a, b] = [base.policy.horizon, head.policy.horizon];
  const from = Math.max(dayNumber(a.from), dayNumber(b.from));
  const to = Math.min(dayNumber(a.to), dayNumber(b.to));
  return Array.from({ length: Math.max(0, to - from + 1) }, (_, index) => dateOfDay(from + index));
}

type Hours = readonly { readonly opens: number; readonly closes: number }[];

/** The openings that start on a date; see the language, section 7. */
function openings(calendar: OfficeCalendar, date: string): Hours {
  if (calendar.closed.some(({ from, to }) => from <= date && date <= to)) return [];
  const special = calendar.open.filter((one) => one.date === date);
  if (special.length > 0) return special.flatMap(({ intervals }) => intervals);
  if (calendar.holidays.some(({ dates }) => dates.some((holiday) => holiday.date === date))) return [];
  const day = weekday(dayNumber(date));
  return calendar.weekly.filter(({ days }) => days.includes(day)).flatMap(({ intervals }) => intervals);
}

/** Whether each of some openings lies within one of others. */
function isWithin(inner: Hours, outer: Hours): boolean {
  return inner.every(({ opens, closes }) =>
    outer.some((other) => other.opens <= opens && closes <= other.closes),
  );
}
