import { assertNever, type Measure } from "@entente/ir";
import { CannotJudgeError, calendarOf } from "../clocks/reckoning.ts";
import type { ChooseReckoning } from "../clocks/reckoning-choice.ts";
import type { ExpressionPlan } from "../plan/expression-plan.ts";
import type { TimeCounting } from "./attainment.ts";
import type { LeadLook } from "./lead-look.ts";
import { compileNarrowing } from "./narrowing.ts";
import type { Observe } from "./observation.ts";

/**
 * `median time from A to B`: from the first A to the first B at or after it, by the instant of that B. A lead is open
 * from its A on until it comes to B.
 *
 * @param hours whose hours business time is counted in, as of A
 */
export function observeTime(
  plan: ExpressionPlan,
  measure: Extract<Measure, { kind: "time" }>,
  counting: TimeCounting,
  hours: ChooseReckoning,
): Observe {
  const { where, per } = compileNarrowing(plan, measure);
  return (look, emit) => {
    const from = look.first(measure.from);
    if (from === null) return;
    const to = look.firstFrom(measure.to, from);
    if (where(look, from.at) === true) {
      const group = per(look, from.at);
      emit({ kind: "entered", at: from.at, per: group });
      if (to !== null) emit({ kind: "left", at: to.at, per: group });
    }
    if (to === null) return;
    const counts = where(look, to.at);
    if (counts === false) return;
    const amount = counts === undefined ? null : timeBetween(look, from.at, to.at, counting, hours);
    const common = { at: to.at, per: per(look, to.at) };
    emit(amount === null ? { ...common, kind: "unknown" } : { ...common, kind: "amount", amount });
  };
}

/** Null where nothing says whose hours count, or the calendar does not reach that far. */
function timeBetween(
  look: LeadLook,
  from: number,
  to: number,
  counting: TimeCounting,
  hours: ChooseReckoning,
): number | null {
  if (counting === "elapsed") return to - from;
  try {
    const calendar = calendarOf(hours(look.context(from)));
    switch (counting) {
      case "open":
        return calendar.openBetween(from, to);
      case "workingDays":
        return calendar.workingDaysBetween(from, to);
      default:
        return assertNever(counting);
    }
  } catch (error) {
    if (error instanceof CannotJudgeError || error instanceof RangeError) return null;
    throw error;
  }
}
