import { assertNever, type Duration, dateOfDay, dayNumber, elapsedMs, MS_PER_DAY } from "@entente/ir";
import type { HoursOnDemand } from "./agreement-hours.ts";
import { type DateSpan, shifted } from "./date-span.ts";

/**
 * The days in which leads are needed for customers in `span`: a cycle earlier. A cycle of hours counts in whole days,
 * rounded up; one of business time is counted back on the agreement's calendar.
 *
 * @throws RangeError where a business cycle has no calendar, or leaves its horizon
 */
export function neededIn(span: DateSpan, cycle: Duration | null, onDemand: HoursOnDemand): DateSpan {
  if (cycle === null) return span;
  if (cycle.business) return businessEarlier(span, cycle, onDemand);
  switch (cycle.unit) {
    case "second":
    case "minute":
    case "hour":
      return shifted(span, -Math.ceil(elapsedMs(cycle.amount, cycle.unit) / MS_PER_DAY), "day");
    case "day":
    case "week":
    case "month":
    case "quarter":
    case "year":
      return shifted(span, -cycle.amount, cycle.unit);
    default:
      return assertNever(cycle.unit);
  }
}

function businessEarlier(span: DateSpan, cycle: Duration, onDemand: HoursOnDemand): DateSpan {
  const hours = onDemand();
  if (hours === null)
    throw new RangeError(
      "A cycle in business time needs the agreement's calendar: declare one, or write the cycle in days.",
    );
  const earlier = (date: string): string => {
    const at = hours.zone.instantOf(date, 0);
    const { unit, amount } = cycle;
    if (unit === "second" || unit === "minute" || unit === "hour")
      return hours.zone.localDate(hours.subtractOpen(at, elapsedMs(amount, unit)));
    if (unit === "day") return hours.zone.localDate(hours.addWorkingDays(at, -amount));
    return shifted({ from: date, to: date }, -amount, unit).from;
  };
  const next = dateOfDay(dayNumber(span.to) + 1);
  return { from: earlier(span.from), to: dateOfDay(dayNumber(earlier(next)) - 1) };
}
