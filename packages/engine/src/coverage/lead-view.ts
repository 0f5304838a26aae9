import { reachedStages } from "../classify/classify-lead.ts";
import { statusesOf } from "../clocks/combined-status.ts";
import { judgeLead } from "../clocks/judge-lead.ts";
import type { LeadView } from "../clocks/lead-view.ts";
import type { Context } from "../plan/context.ts";
import { ownerAt } from "../plan/owner-at.ts";
import type { LeadFacts } from "../records/facts.ts";
import type { Recording } from "./recording.ts";

/** The lead of a test as the commitments see it; contexts of one instant are one object. */
export function viewOf({ plan, clocks, judged, context }: Recording, given: LeadFacts): LeadView {
  const { facts } = judged;
  const now = context.at;
  const contexts = new Map<string, Context>([[`${now}/${now}`, context]]);
  const contextAt = (at: number, knownAt: number, missing: Set<string> | null = null): Context => {
    const key = `${at}/${knownAt}`;
    const known = contexts.get(key);
    if (known !== undefined && missing === null) return known;
    const asked = context.statuses !== null;
    const verdicts = asked ? judgeLead(clocks, given, at).clocks.map(({ verdict }) => verdict) : [];
    const statuses = asked ? statusesOf(verdicts) : null;
    const made = { facts, at, knownAt, occurrence: null, statuses, missing };
    if (missing === null) contexts.set(key, made);
    return made;
  };
  return {
    facts,
    now,
    context: contextAt,
    stages: () => reachedStages(plan, contextAt(now, now)),
    stageAt: (at, known) => plan.judge.currentStage(contextAt(at, known)),
    ownerAt: (at, known) => ownerAt(facts, at, plan.policy, known),
  };
}
