import type { ClockStatus } from "@entente/ir";
import type { Context } from "../plan/context.ts";
import type { Occurrence } from "../records/facts.ts";
import { type Allowance, dueOf } from "./allowance.ts";
import type { Answer } from "./answer.ts";
import type { CommitmentPlan } from "./commitment-plan.ts";
import { isBy } from "./is-by.ts";
import type { LeadView } from "./lead-view.ts";
import { countsFrom, recordedAt } from "./match-events.ts";
import { type Opening, supersededAt } from "./openings.ts";
import { pausesOf } from "./pauses.ts";
import type { Reckoning } from "./reckoning.ts";
import type { Pause } from "./stopwatch.ts";
import type { AnswerQuery, Strand } from "./strand.ts";

/** A clock run up to now: its deadline, what answered it, what stopped it. `due` may be Infinity. */
export interface ClockRun {
  readonly query: AnswerQuery;
  readonly allowance: Allowance;
  readonly due: number;
  readonly pauses: readonly Pause[];
  readonly answer: Answer;
  /** The first `until` event at or after the start, or the trigger that took the clock's place, whichever is earlier. */
  readonly stop: number | null;
  /** The first `until` event alone. */
  readonly until: Stop | null;
}

/** An event that ends a clock, and the instant from which it counts. */
export interface Stop {
  readonly at: number;
  readonly event: Occurrence;
}

/**
 * Runs one clock by its terms as they were when it started. Where running clocks move to new terms, each
 * change that finds the clock still running sets a new deadline, never before the change; so does a later version of
 * the contract that takes the clock over.
 *
 * @throws CannotJudgeError or RangeError where the deadline cannot be told
 */
export function runClock(plan: CommitmentPlan, strand: Strand, view: LeadView, opening: Opening): ClockRun {
  const terms = view.context(opening.start, opening.known);
  const reckoning = plan.reckoning(terms);
  const amended = view.amended?.(plan.commitment.name, strand.id, opening.start) ?? opening.start;
  let run = runUnder(plan, strand, view, opening, reckoning, terms, amended);
  for (const change of strand.termChanges) {
    const over = [run.due, run.answer.done, run.stop].some((at) => at !== null && at < change);
    if (change <= opening.start || change > view.now || over) continue;
    run = runUnder(plan, strand, view, opening, reckoning, view.context(change, change), change);
  }
  return run;
}

function runUnder(
  plan: CommitmentPlan,
  strand: Strand,
  view: LeadView,
  opening: Opening,
  reckoning: Reckoning,
  terms: Context,
  notBefore: number,
): ClockRun {
  const { start } = opening;
  const allowance = strand.allowance(reckoning, start, terms);
  const dueWith = (pauses: readonly Pause[]): number => dueOf(reckoning, start, allowance, pauses).due;
  const pauses = pausesOf(plan.pauses, view.facts, reckoning, start, view.now, dueWith);
  const deadline = dueOf(reckoning, start, allowance, pauses);
  const due = Math.max(deadline.due, notBefore);
  const query: AnswerQuery = { view, opening, reckoning, due, terms };
  const answer = strand.answer(query);
  const until = untilOf(plan, view, opening, due);
  const superseded = supersededAt(opening, due);
  const stop = until === null || (superseded !== null && superseded < until.at) ? superseded : until.at;
  return { query, allowance, due, pauses: deadline.pauses, answer, stop, until };
}

function untilOf(plan: CommitmentPlan, view: LeadView, opening: Opening, due: number): Stop | null {
  let stop: Stop | null = null;
  for (const one of view.facts.events) {
    if (one.at < opening.start || recordedAt(one) > view.now) continue;
    if (opening.triggers.includes(one) || !plan.until(one, view.facts)) continue;
    const at = countsFrom(one, due);
    if (stop === null || at < stop.at) stop = { at, event: one };
  }
  return stop;
}

/** When the clock was over by now: done, ended by a new trigger, or stopped in time; null while it is not. */
export function endOf(run: ClockRun, restarts: boolean): number | null {
  const { answer, stop, due, query } = run;
  if (answer.done !== null && (stop === null || !isBy(stop, due) || answer.done <= stop)) return answer.done;
  if (stop !== null && isBy(stop, due)) return stop;
  return restarts ? supersededAt(query.opening, due) : null;
}

/**
 * Until when a clock's time is counted: its end, or now. A breached clock that a new trigger ended stops there; an
 * excused one counts to its deadline at most.
 */
export function countedUntil(run: ClockRun, status: ClockStatus, restarts: boolean): number {
  const { now } = run.query.view;
  switch (status) {
    case "met":
    case "late":
      return run.answer.done ?? now;
    case "discharged":
      return run.stop ?? now;
    case "excused":
    case "unknown":
      return Math.min(run.due, now);
    default:
      return endOf(run, restarts) ?? now;
  }
}
