import { Fraction } from "fraction.js";
import { localWords } from "../clocks/clock-words.ts";
import { eventWords, triggerWords } from "../clocks/event-words.ts";
import type { ExpressionPlan } from "../plan/expression-plan.ts";
import type { Value } from "../records/facts.ts";
import { type Earliest, inTimeOrder } from "./earliest.ts";
import type { LimitPlan } from "./limit-plan.ts";
import type { Excess, LimitVerdict } from "./limit-verdict.ts";
import type { Stretch } from "./period-of.ts";

/** What was counted in one period, for one value of `per`. */
export interface Cell {
  readonly period: Stretch;
  readonly per: Value | null;
  readonly limit: number | null;
  count: number;
  of: number;
  readonly earliest: Earliest;
  readonly violations: Excess[];
}

/**
 * The verdict on a cell as of `at`. An event over a cap is a violation at once; everything else is settled
 * when the period, or the agreement's term in it, has ended. A share of nothing is met.
 */
export function judgeCell(plan: ExpressionPlan, limit: LimitPlan, cell: Cell, at: number): LimitVerdict {
  const { commitment, clause, duty } = limit;
  const ended = at >= Math.min(cell.period.to, limit.term.to);
  return {
    commitment: commitment.name,
    clause: clause.id,
    party: clause.party,
    per: cell.per,
    period: cell.period,
    status: statusOf(limit, cell, ended),
    limit: cell.limit,
    count: cell.count,
    of: duty.kind === "share" ? cell.of : null,
    violations: cell.violations.toSorted(inTimeOrder),
    reasons: [reasonOf(plan, limit, cell)],
    span: clause.span,
  };
}

function statusOf({ duty }: LimitPlan, cell: Cell, ended: boolean): LimitVerdict["status"] {
  if (cell.limit === null) return "unknown";
  if (cell.violations.length > 0) return "breached";
  if (!ended) return "running";
  const kept =
    duty.kind === "share"
      ? keepsShare(duty.bound, cell, cell.limit)
      : keepsTimes(duty.bound, cell, cell.limit);
  return kept ? "met" : "breached";
}

function keepsTimes(bound: "atMost" | "atLeast", { count }: Cell, limit: number): boolean {
  return bound === "atMost" ? count <= limit : count >= limit;
}

function keepsShare(bound: "atMost" | "atLeast", { count, of }: Cell, percent: number): boolean {
  if (of === 0) return true;
  const asked = new Fraction(percent).mul(of);
  return bound === "atMost" ? asked.gte(count * 100) : asked.lte(count * 100);
}

function reasonOf({ zone }: ExpressionPlan, { duty }: LimitPlan, cell: Cell): string {
  const what = eventWords(duty.events);
  const whose = cell.per === null ? "" : ` for ${String(cell.per)}`;
  const when = `from ${localWords(zone, cell.period.from)} until ${localWords(zone, cell.period.to)}`;
  const bound = duty.bound === "atMost" ? "at most" : "at least";
  if (duty.kind === "share") {
    return `${cell.count} of ${cell.of} ${triggerWords(duty.of)} had ${what}${whose} ${when}, ${bound} ${cell.limit ?? "an unknown share"}% agreed`;
  }
  return `${cell.count} ${what}${whose} ${when}, ${bound} ${cell.limit ?? "an unknown number"} agreed`;
}
