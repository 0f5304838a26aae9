import type { Commitment, Duration } from "@entente/ir";
import type { ExpressionPlan } from "../plan/expression-plan.ts";
import type { LeadFacts } from "../records/facts.ts";
import { compileMatcher, type Matcher, recordedAt } from "./match-events.ts";
import { addSpan, calendarOf, exactMilliseconds, type Reckoning } from "./reckoning.ts";
import type { Pause } from "./stopwatch.ts";

/** A pause as the data tell it, with the instant at which its beginning was known. */
interface Hold extends Pause {
  readonly known: number;
}

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
 * A pause that was written down only after the deadline it would have moved is left out: `dueWith` gives the
 * deadline under a list of pauses.
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
  const holds = plans.flatMap((plan) => capped(reckoning, plan.cap, holdsOf(plan, facts, start, now)));
  holds.sort((a, b) => a.from - b.from);
  const accepted: Hold[] = [];
  for (const hold of holds) {
    if (hold.known <= hold.from || hold.known <= dueWith(merge(accepted))) accepted.push(hold);
  }
  return merge(accepted);
}

/** Where a resumption and a hold share an instant, the hold comes second. */
function holdsOf(plan: PausePlan, facts: LeadFacts, start: number, now: number): Hold[] {
  const visible = facts.events.filter((one) => recordedAt(one) <= now);
  const opening = visible.filter((one) => plan.opens(one, facts));
  const ending = visible.filter((one) => plan.ends(one, facts)).map((one) => one.at);
  const holds: Hold[] = [];
  let free = Number.NEGATIVE_INFINITY;
  for (const one of opening) {
    if (one.at < free) continue;
    const to = ending.find((at) => at > one.at) ?? Number.POSITIVE_INFINITY;
    const known = Math.min(...opening.filter((other) => other.at === one.at).map(recordedAt));
    if (to > start && one.at < to) holds.push({ from: Math.max(one.at, start), to, known });
    free = to;
  }
  return holds;
}

/** What is left of a cap: an amount of elapsed or open time, or a number of working days. */
interface Budget {
  readonly kind: "elapsed" | "open" | "workingDays";
  left: number;
}

function capped(reckoning: Reckoning, cap: Duration | null, holds: readonly Hold[]): Hold[] {
  const first = holds[0];
  if (cap === null || first === undefined) return [...holds];
  const budget = budgetOf(reckoning, cap, first.from);
  const result: Hold[] = [];
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
