import type { Commitment, Duration } from "@entente/ir";
import type { ExpressionPlan } from "../plan/expression-plan.ts";
import type { LeadFacts, Occurrence } from "../records/facts.ts";
import { compileMatcher, type Matcher, recordedAt } from "./match-events.ts";
import { addSpan, calendarOf, exactMilliseconds, type Reckoning } from "./reckoning.ts";
import type { Pause } from "./stopwatch.ts";

/** One `pause` line of a commitment, ready to be applied. */
export interface PausePlan {
  readonly opens: Matcher;
  readonly ends: Matcher;
  readonly cap: Duration | null;
}

export function planPauses(plan: ExpressionPlan, commitment: Commitment): readonly PausePlan[] {
  return commitment.pauses.map((pause) => ({
    opens: compileMatcher(plan, pause.from),
    ends: compileMatcher(plan, pause.to),
    cap: pause.cap,
  }));
}

/**
 * The pauses of a clock that started at `start`, as known at `now`: merged, in order, clipped to begin at
 * the start, each line cut where its cap is used up. One that has not ended and has no cap ends at Infinity.
 *
 * A hold or a resumption that was written down only after the deadline, as it stood by then, is left out: what is over
 * stays as it was. `dueWith` gives the deadline under a list of pauses.
 */
export function pausesOf(
  plans: readonly PausePlan[],
  facts: LeadFacts,
  reckoning: Reckoning,
  start: number,
  now: number,
  dueWith: (pauses: readonly Pause[]) => number,
): readonly Pause[] {
  if (plans.length === 0) return [];
  const visible = facts.events.filter((one) => recordedAt(one) <= now);
  const built = (events: readonly Occurrence[]): readonly Pause[] =>
    merge(plans.flatMap((plan) => capped(reckoning, plan.cap, holdsOf(plan, facts, events, start))));
  const concerns = (one: Occurrence): boolean =>
    plans.some((plan) => plan.opens(one, facts) || plan.ends(one, facts));
  const late = visible.filter((one) => recordedAt(one) > one.at && concerns(one));
  if (late.length === 0) return built(visible);
  const left = new Set(late);
  const counting = (): readonly Pause[] => built(visible.filter((one) => !left.has(one)));
  for (const one of late.toSorted((a, b) => recordedAt(a) - recordedAt(b))) {
    if (recordedAt(one) <= dueWith(counting())) left.delete(one);
  }
  return counting();
}

/** Where a resumption and a hold share an instant, the hold comes second. */
function holdsOf(
  plan: PausePlan,
  facts: LeadFacts,
  events: readonly Occurrence[],
  start: number,
): readonly Pause[] {
  const ending = events.filter((one) => plan.ends(one, facts)).map((one) => one.at);
  const holds: Pause[] = [];
  let free = Number.NEGATIVE_INFINITY;
  for (const one of events) {
    if (one.at < free || !plan.opens(one, facts)) continue;
    const to = ending.find((at) => at > one.at) ?? Number.POSITIVE_INFINITY;
    if (to > start) holds.push({ from: Math.max(one.at, start), to });
    free = to;
  }
  return holds;
}

/** What is left of a cap: an amount of elapsed or open time, or a number of working days. */
interface Budget {
  readonly kind: "elapsed" | "open" | "workingDays";
  left: number;
}

function capped(reckoning: Reckoning, cap: Duration | null, holds: readonly Pause[]): Pause[] {
  const first = holds[0];
  if (cap === null || first === undefined) return [...holds];
  const budget = budgetOf(reckoning, cap, first.from);
  const result: Pause[] = [];
  for (const hold of holds) {
    if (budget.left <= 0) break;
    const to = Math.min(hold.to, exhaustion(reckoning, budget, hold.from));
    result.push({ ...hold, to });
    budget.left -= spent(reckoning, budget, hold.from, to);
  }
  return result;
}

/** Wall-clock days and months are measured once, from the first pause on. */
function budgetOf(reckoning: Reckoning, cap: Duration, from: number): Budget {
  if (cap.business && cap.unit === "day") return { kind: "workingDays", left: cap.amount };
  const exact = exactMilliseconds(cap);
  if (exact !== null) return { kind: cap.business ? "open" : "elapsed", left: exact };
  return { kind: "elapsed", left: addSpan(reckoning, from, cap) - from };
}

function exhaustion(reckoning: Reckoning, budget: Budget, from: number): number {
  if (budget.kind === "elapsed") return from + budget.left;
  const calendar = calendarOf(reckoning);
  return budget.kind === "open"
    ? calendar.addOpen(from, budget.left)
    : calendar.addWorkingDays(from, budget.left);
}

function spent(reckoning: Reckoning, budget: Budget, from: number, to: number): number {
  if (budget.kind === "elapsed") return to - from;
  const calendar = calendarOf(reckoning);
  return budget.kind === "open" ? calendar.openBetween(from, to) : calendar.closingsBetween(from, to);
}

function merge(holds: readonly Pause[]): readonly Pause[] {
  const merged: { from: number; to: number }[] = [];
  for (const { from, to } of holds.toSorted((a, b) => a.from - b.from)) {
    const last = merged.at(-1);
    if (last !== undefined && from <= last.to) last.to = Math.max(last.to, to);
    else merged.push({ from, to });
  }
  return merged;
}
