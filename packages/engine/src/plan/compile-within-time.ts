import {
  addDuration,
  addToLocal,
  dayNumber,
  type ExpressionOf,
  isCalendarDate,
  isElapsedUnit,
  MS_PER_DAY,
  type Zone,
} from "@entente/ir";
import type { Cell } from "./cell.ts";
import type { Truth } from "./context.ts";
import type { Scope, Test } from "./scope.ts";

type Length = ExpressionOf<"withinTime">["duration"];

/**
 * Whether two times lie at most a duration apart, in either order: the duration is laid from the earlier one,
 * by the agreement's wall clock. Where one is a date alone, the local dates are compared: no time of day is made up,
 * and hours, of which dates know nothing, leave it unknown. So does a business duration, which needs a calendar.
 */
export function compileWithinTime(scope: Scope, node: ExpressionOf<"withinTime">): Test {
  const { zone } = scope;
  const { duration } = node;
  const subject = scope.term(node.subject);
  const of = scope.term(node.of);
  return (context) => {
    const a = subject(context);
    const b = of(context);
    if (a === null || b === null) return false;
    if (duration.business) return undefined;
    if (typeof a === "number" && typeof b === "number")
      return Math.max(a, b) <= addDuration(zone, Math.min(a, b), duration);
    return datesWithin(duration, dayOf(zone, a), dayOf(zone, b));
  };
}

function datesWithin(duration: Length, a: number | undefined, b: number | undefined): Truth {
  const { amount, unit } = duration;
  if (a === undefined || b === undefined || isElapsedUnit(unit)) return undefined;
  return Math.max(a, b) * MS_PER_DAY <= addToLocal(Math.min(a, b) * MS_PER_DAY, amount, unit);
}

function dayOf(zone: Zone, cell: Cell): number | undefined {
  if (typeof cell === "number") return zone.localDay(cell);
  return typeof cell === "string" && isCalendarDate(cell) ? dayNumber(cell) : undefined;
}
