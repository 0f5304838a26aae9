import type { Clause, Commitment, DutyOf, Expression } from "@entente/ir";
import { compileMatcher, type Matcher } from "../clocks/match-events.ts";
import type { Term } from "../clocks/term.ts";
import type { Context } from "../plan/context.ts";
import type { Condition, ExpressionPlan } from "../plan/expression-plan.ts";
import { ownerAt } from "../plan/owner-at.ts";
import type { Value } from "../records/facts.ts";
import { periodOf, type Stretch } from "./period-of.ts";
import { compileShareBase, type ShareBase } from "./share-base.ts";

/** A clause that is judged over many leads, compiled. */
export interface LimitPlan {
  readonly commitment: Commitment;
  readonly clause: Clause;
  readonly duty: DutyOf<"limit"> | DutyOf<"share">;
  readonly appliesTo: Condition | null;
  readonly events: Matcher;
  /** What a share is taken of; null for a number of times. */
  readonly base: ShareBase | null;
  readonly term: Term;
  /** The limit as of a lead and instant; null where a missing field decides. */
  readonly limit: (context: Context) => number | null;
  readonly per: (context: Context) => Value | null;
  readonly period: (at: number) => Stretch;
}

/** The term in which the events of a clause count. */
export type LimitTermOf = (commitment: Commitment, clause: Clause) => Term;

/** The clauses of a policy that are judged over many leads. */
export function planLimits(plan: ExpressionPlan, termFor: LimitTermOf): readonly LimitPlan[] {
  return plan.policy.commitments.flatMap((commitment) =>
    commitment.clauses.flatMap((clause) => {
      const { duty } = clause;
      return duty.kind === "limit" || duty.kind === "share"
        ? [planLimit(plan, commitment, clause, duty, termFor(commitment, clause))]
        : [];
    }),
  );
}

function planLimit(
  plan: ExpressionPlan,
  commitment: Commitment,
  clause: Clause,
  duty: LimitPlan["duty"],
  term: Term,
): LimitPlan {
  const { policy, zone } = plan;
  const limit = plan.value(duty.kind === "limit" ? duty.times : duty.percent);
  const anchor = policy.agreement.effective?.from ?? null;
  return {
    commitment,
    clause,
    duty,
    appliesTo: commitment.appliesTo === null ? null : plan.condition(commitment.appliesTo),
    events: compileMatcher(plan, duty.events),
    base: duty.kind === "share" ? compileShareBase(plan, duty.of, term) : null,
    term,
    limit: (context) => {
      const result = limit(context);
      return result.kind === "value" && typeof result.value === "number" ? result.value : null;
    },
    per: compilePer(plan, duty.per),
    period: (at) => periodOf(zone, duty.every, anchor, at),
  };
}

/** `per owner` is the owner at the instant of the event. */
function compilePer(plan: ExpressionPlan, per: Expression | null): LimitPlan["per"] {
  if (per === null) return () => null;
  if (per.kind === "field" && per.name === "owner") {
    return ({ facts, at, knownAt }) => ownerAt(facts, at, plan.policy, knownAt);
  }
  const value = plan.value(per);
  return (context) => {
    const result = value(context);
    return result.kind === "value" ? result.value : null;
  };
}
