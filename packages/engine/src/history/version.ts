import type { Commitment, Policy } from "@entente/ir";
import { type ClockPlan, planClocks } from "../clocks/judge-lead.ts";
import type { Person } from "../clocks/reckoning-choice.ts";
import { agreementTerm, type Term } from "../clocks/term.ts";
import { createLeadJudge, type LeadJudge } from "../judgement.ts";
import { createExpressionPlan, type ExpressionPlan } from "../plan/expression-plan.ts";

/** One version of an agreement, compiled. */
export interface Version {
  readonly policy: Policy;
  readonly plan: ExpressionPlan;
  readonly clocks: ClockPlan;
  /** The days on which it is in force: triggers in them start the clocks that it judges. */
  readonly window: Term;
  /** Whether clocks that run when it comes into force are judged by it from then on. */
  readonly takesOver: boolean;
  /** Judges a lead by this version alone, also the clocks that belong to the versions around it. */
  readonly judge: LeadJudge;
}

/**
 * Compiles the versions of an agreement. Each looks at the triggers of all versions around it that have the same
 * commitment, so that a clock may be restarted, answered or asked about across the day on which they change; which
 * version's verdict counts is decided afterwards.
 *
 * @param policies in the order in which they come into force, their terms cut so that none overlaps the next
 */
export function compileVersions(policies: readonly Policy[], people: readonly Person[]): readonly Version[] {
  const plans = policies.map(createExpressionPlan);
  const windows = plans.map(({ zone, policy }) => agreementTerm(zone, policy.agreement));
  return plans.map((plan, index) => {
    const reach = (commitment: Commitment): Term => {
      const run = runOf(index, policies.length, (at) => hasCommitment(policies[at], commitment.name));
      return spanning(windows[run.first], windows[run.last]);
    };
    const clocks = planClocks(plan, people, reach);
    return {
      policy: plan.policy,
      plan,
      clocks,
      window: windows[index] ?? agreementTerm(plan.zone, plan.policy.agreement),
      takesOver: index > 0 && plan.policy.agreement.inFlight === "moves",
      judge: createLeadJudge(clocks),
    };
  });
}

/** The unbroken run of versions around one of them that all have something. */
export function runOf(
  index: number,
  count: number,
  has: (index: number) => boolean,
): { readonly first: number; readonly last: number } {
  let first = index;
  let last = index;
  while (first > 0 && has(first - 1)) first -= 1;
  while (last < count - 1 && has(last + 1)) last += 1;
  return { first, last };
}

/** From the beginning of one term to the end of another. */
export function spanning(first: Term | undefined, last: Term | undefined): Term {
  const from = first?.from ?? Number.NEGATIVE_INFINITY;
  const to = last?.to ?? Number.POSITIVE_INFINITY;
  return { from, to, includes: (at) => from <= at && at < to };
}

function hasCommitment(policy: Policy | undefined, name: string): boolean {
  return policy?.commitments.some((one) => one.name === name) ?? false;
}
