import { assertNever, dateOfDay, dayNumber, type Funnel, MS_PER_HOUR, type Period } from "@entente/ir";
import Fraction from "fraction.js";
import type { HoursOnDemand } from "./agreement-hours.ts";
import { type DateSpan, daysIn, monthsIn, monthsPer } from "./date-span.ts";
import { exactAmount } from "./exact-amount.ts";

/** How many leads the reps can work in some days, against how many there are to be. All exact. */
export interface CapacityCheck {
  readonly stage: string;
  /** The days asked about. */
  readonly during: DateSpan;
  readonly reps: Fraction;
  /** What one rep can work in each `every`. */
  readonly perRep: Fraction;
  readonly every: Period;
  /** What all reps can work in the days asked about: reps × perRep × the periods in them. */
  readonly available: Fraction;
  readonly needed: Fraction;
  readonly fits: boolean;
}

/**
 * Holds what a plan needs in some days against the reps' capacity.
 *
 * @param needs leads by stage in those days
 * @returns null where the funnel names no capacity
 * @throws RangeError where the capacity counts a stage that the funnel does not lead through
 */
export function checkCapacity(
  hours: HoursOnDemand,
  funnel: Funnel,
  needs: ReadonlyMap<string, Fraction>,
  span: DateSpan,
): CapacityCheck | null {
  const { capacity } = funnel;
  if (capacity === null) return null;
  const needed = needs.get(capacity.stage);
  if (needed === undefined) {
    const stages = [...needs.keys()].join(", ");
    throw new RangeError(
      `The capacity of the funnel ${funnel.name} is in ${capacity.stage}, which is not on its way (${stages}). Write it in one of those.`,
    );
  }
  const reps = exactAmount(capacity.reps, span.from);
  const perRep = exactAmount(capacity.count, span.from);
  const available = reps.mul(perRep).mul(periodsIn(hours, capacity.every, span));
  const fits = needed.compare(available) <= 0;
  return {
    stage: capacity.stage,
    during: span,
    reps,
    perRep,
    every: capacity.every,
    available,
    needed,
    fits,
  };
}

/**
 * How many periods some days are: months by their days, weeks of seven days, business days and hours by the agreement's
 * calendar. Without a calendar, every day is a working day of 24 hours.
 *
 * @throws RangeError beyond the calendar's horizon
 */
export function periodsIn(hours: HoursOnDemand, { unit, count, business }: Period, span: DateSpan): Fraction {
  switch (unit) {
    case "hour":
      return (business ? openHours(hours, span) : allHours(span)).div(count);
    case "day":
      return new Fraction(business ? workingDays(hours, span) : daysIn(span)).div(count);
    case "week":
      return new Fraction(daysIn(span)).div(7 * count);
    case "month":
    case "quarter":
    case "year":
      return monthsIn(span).div(monthsPer(unit) * count);
    default:
      return assertNever(unit);
  }
}

/** The working days among some days: those of the agreement's calendar, or all of them without one. */
function workingDays(hours: HoursOnDemand, span: DateSpan): number {
  const calendar = hours();
  if (calendar === null) return daysIn(span);
  const first = dayNumber(span.from);
  const days = Array.from({ length: daysIn(span) }, (_, index) => dateOfDay(first + index));
  return days.filter((date) => calendar.isWorkingDay(calendar.zone.instantOf(date, 12 * 60))).length;
}

/** Open hours in some days; all hours where the agreement has no calendar. */
export function openHours(hours: HoursOnDemand, span: DateSpan): Fraction {
  const calendar = hours();
  if (calendar === null) return allHours(span);
  const from = calendar.zone.instantOf(span.from, 0);
  const to = calendar.zone.instantOf(dateOfDay(dayNumber(span.to) + 1), 0);
  return new Fraction(calendar.openBetween(from, to)).div(MS_PER_HOUR);
}

function allHours(span: DateSpan): Fraction {
  return new Fraction(daysIn(span)).mul(24);
}
