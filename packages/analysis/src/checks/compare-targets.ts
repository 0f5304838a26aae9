import type { Deadline, DutyOf, Expression } from "@entente/ir";
import { keyOf } from "../logic/key-of.ts";

/**
 * How the targets of two clauses go together: the same; steps of one cadence (more times, more time); a contradiction,
 * where one makes the other pointless; unclear, where that depends on the lead.
 */
export type TargetRelation = "same" | "steps" | "contradiction" | "unclear";

interface Target {
  readonly duty: DutyOf<"respond">;
}

/** @see TargetRelation */
export function compareTargets(a: Target, b: Target): TargetRelation {
  const times = orderOfTimes(a.duty.times, b.duty.times);
  const time = orderOfDeadlines(a.duty.deadline, b.duty.deadline);
  if (times === 0) return time === 0 ? "same" : time === null ? unclear(a, b) : "contradiction";
  if (times === null || time === null) return "unclear";
  return times === time ? "steps" : "contradiction";
}

/** With as many times asked, two deadlines of different kinds contradict; two that read the lead may agree. */
function unclear(a: Target, b: Target): TargetRelation {
  const fixed = [a, b].every(
    ({ duty: { deadline } }) => deadline.kind !== "within" || deadline.duration.kind === "literal",
  );
  return fixed ? "contradiction" : "unclear";
}

function orderOfTimes(a: Expression, b: Expression): -1 | 0 | 1 | null {
  if (keyOf(a) === keyOf(b)) return 0;
  if (a.kind !== "literal" || b.kind !== "literal") return null;
  if (a.value.kind !== "number" || b.value.kind !== "number") return null;
  return signOf(Number(a.value.value) - Number(b.value.value));
}

/** Which deadline leaves less time; null where the units, or the kinds of deadline, do not say. */
function orderOfDeadlines(a: Deadline, b: Deadline): -1 | 0 | 1 | null {
  if (keyOf(a) === keyOf(b)) return 0;
  if (a.kind === "closeOfDay" && b.kind === "closeOfDay") return signOf(a.day - b.day);
  if (a.kind === "timeOfDay" && b.kind === "timeOfDay") {
    return a.business === b.business ? signOf(a.day - b.day || a.minute - b.minute) : null;
  }
  if (a.kind !== "within" || b.kind !== "within") return null;
  const [one, other] = [a.duration, b.duration];
  if (one.kind !== "literal" || other.kind !== "literal") return null;
  if (one.value.kind !== "duration" || other.value.kind !== "duration") return null;
  if (one.value.business !== other.value.business) return null;
  return signOf(one.value.amount * seconds[one.value.unit] - other.value.amount * seconds[other.value.unit]);
}

const DAY = 86_400;
/** Nominal lengths: good enough to say which of two written durations is the longer. */
const seconds = {
  second: 1,
  minute: 60,
  hour: 3600,
  day: DAY,
  week: 7 * DAY,
  month: 30 * DAY,
  quarter: 91 * DAY,
  year: 365 * DAY,
} as const;

function signOf(value: number): -1 | 0 | 1 {
  return value < 0 ? -1 : value > 0 ? 1 : 0;
}
