import type { Trigger } from "@entente/ir";
import { reachedStages } from "../classify/classify-lead.ts";
import type { LeadView } from "../clocks/lead-view.ts";
import { compileTrigger, type Opening } from "../clocks/openings.ts";
import type { Term } from "../clocks/term.ts";
import type { Context } from "../plan/context.ts";
import type { ExpressionPlan } from "../plan/expression-plan.ts";
import { ownerAt } from "../plan/owner-at.ts";
import type { LeadFacts } from "../records/facts.ts";

/** The triggers of one lead that a share is taken of, as known at `now`. */
export type ShareBase = (facts: LeadFacts, now: number) => readonly Opening[];

export function compileShareBase(plan: ExpressionPlan, trigger: Trigger, term: Term): ShareBase {
  const openings = compileTrigger(plan, trigger, term, false);
  return (facts, now) => openings(recordView(plan, facts, now));
}

/** A lead as its record tells it: without clocks, and so without statuses. */
function recordView(plan: ExpressionPlan, facts: LeadFacts, now: number): LeadView {
  const context = (at: number, knownAt: number, missing: Set<string> | null = null): Context => ({
    facts,
    at,
    knownAt,
    occurrence: null,
    statuses: null,
    missing,
  });
  return {
    facts,
    now,
    context,
    stages: () => reachedStages(plan, context(now, now)),
    stageAt: (at, known) => plan.judge.currentStage(context(at, known)),
    ownerAt: (at, known) => ownerAt(facts, at, plan.policy, known),
  };
}
