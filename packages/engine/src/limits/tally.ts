import { recordedAt } from "../clocks/match-events.ts";
import { agreementTerm } from "../clocks/term.ts";
import type { Context } from "../plan/context.ts";
import type { ExpressionPlan } from "../plan/expression-plan.ts";
import type { LeadFacts, Value } from "../records/facts.ts";
import { Earliest } from "./earliest.ts";
import { type Cell, judgeCell } from "./judge-cell.ts";
import { type LimitPlan, type LimitTermOf, planLimits } from "./limit-plan.ts";
import type { LimitVerdict } from "./limit-verdict.ts";

/**
 * Counts the events of many leads against the caps and shares of a policy. What is kept grows with the
 * periods, the values of `per`, the caps and the violations, never with the number of leads.
 */
export interface Tally {
  /** Takes in one lead, as known at `at` (epoch milliseconds; the same for all leads of a tally). */
  add(facts: LeadFacts, at: number): void;
  /** The verdicts as of `at`, by clause, period and value of `per`. */
  finish(at: number): LimitVerdict[];
}

/**
 * A tally of the clauses `EVENT at most N times …` and `EVENT at least P% of TRIGGER …`.
 *
 * - An event counts in the period of its instant, for leads that `for` includes then.
 * - A share is that of the triggers in the period which the lead answered at or after the trigger and before
 *   the period's end.
 * - An agreement's `effective` from date fixes which periods there are where none had an event; without `per`, a
 *   missed minimum shows in them too.
 *
 * @param termFor the term in which the events of a clause count; that of the agreement unless given
 */
export function createTally(
  plan: ExpressionPlan,
  termFor: LimitTermOf = () => agreementTerm(plan.zone, plan.policy.agreement),
): Tally {
  const books = planLimits(plan, termFor).map((limit) => ({ limit, cells: new Map<string, Cell>() }));
  return {
    add(facts, at) {
      for (const { limit, cells } of books) {
        if (limit.base === null) addTimes(limit, cells, facts, at);
        else addShares(limit, cells, facts, at);
      }
    },
    finish: (at) =>
      books.flatMap(({ limit, cells }) => {
        addEmptyPeriods(limit, cells, at);
        return [...cells.values()]
          .sort((a, b) => a.period.from - b.period.from || compareText(a.per, b.per))
          .map((cell) => judgeCell(plan, limit, cell, at));
      }),
  };
}

function addTimes(limit: LimitPlan, cells: Map<string, Cell>, facts: LeadFacts, now: number): void {
  for (const one of facts.events) {
    if (recordedAt(one) > now || !limit.events(one, facts)) continue;
    const cell = cellAt(limit, cells, facts, one.at);
    if (cell === null) continue;
    cell.count += 1;
    const over = limit.duty.bound === "atMost" ? cell.earliest.add({ lead: facts.id, at: one.at }) : null;
    if (over !== null) cell.violations.push(over);
  }
}

function addShares(limit: LimitPlan, cells: Map<string, Cell>, facts: LeadFacts, now: number): void {
  for (const { start, triggers } of limit.base?.(facts, now) ?? []) {
    const cell = cellAt(limit, cells, facts, start);
    if (cell === null) continue;
    cell.of += 1;
    const answered = facts.events.some(
      (one) =>
        !triggers.includes(one) &&
        one.at >= start &&
        one.at < cell.period.to &&
        recordedAt(one) <= now &&
        limit.events(one, facts),
    );
    if (answered) cell.count += 1;
  }
}

/** The cell that an event at an instant counts in; null where the clause does not count it. */
function cellAt(limit: LimitPlan, cells: Map<string, Cell>, facts: LeadFacts, at: number): Cell | null {
  if (!limit.term.includes(at)) return null;
  const context: Context = { facts, at, knownAt: at, occurrence: null, statuses: null, missing: null };
  if (limit.appliesTo !== null && limit.appliesTo(context) !== true) return null;
  return cellOf(cells, limit, limit.per(context), limit.limit(context), at);
}

function cellOf(
  cells: Map<string, Cell>,
  { period }: LimitPlan,
  per: Value | null,
  limit: number | null,
  at: number,
): Cell {
  const stretch = period(at);
  const key = JSON.stringify([stretch.from, per, limit]);
  const known = cells.get(key);
  if (known !== undefined) return known;
  const cell: Cell = {
    period: stretch,
    per,
    limit,
    count: 0,
    of: 0,
    earliest: new Earliest(limit ?? Number.POSITIVE_INFINITY),
    violations: [],
  };
  cells.set(key, cell);
  return cell;
}

/** A minimum without `per` is missed in a period without any event, too. */
function addEmptyPeriods(limit: LimitPlan, cells: Map<string, Cell>, now: number): void {
  const { duty, term } = limit;
  if (duty.kind === "share" || duty.bound === "atMost" || duty.per !== null) return;
  if (term.from === Number.NEGATIVE_INFINITY) return;
  const facts: LeadFacts = { id: "", values: new Map(), events: [] };
  for (let at = term.from; at <= now && at < term.to; at = limit.period(at).to) {
    const { from } = limit.period(at);
    if ([...cells.values()].some((cell) => cell.period.from === from)) continue;
    const context: Context = { facts, at, knownAt: at, occurrence: null, statuses: null, missing: null };
    cellOf(cells, limit, null, limit.limit(context), at);
  }
}

function compareText(a: Value | null, b: Value | null): number {
  const [left, right] = [String(a), String(b)];
  return left < right ? -1 : left > right ? 1 : 0;
}
