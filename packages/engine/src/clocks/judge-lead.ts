import type { Policy } from "@entente/ir";
import { reachedStages } from "../classify/classify-lead.ts";
import { sourceText } from "../explain/source-text.ts";
import type { Context } from "../plan/context.ts";
import type { ExpressionPlan } from "../plan/expression-plan.ts";
import { ownerAt } from "../plan/owner-at.ts";
import type { LeadFacts } from "../records/facts.ts";
import type { ClockVerdict, ReachedStage } from "../verdict.ts";
import { conditionBoundaries } from "./boundaries/condition-boundaries.ts";
import { statusesOf } from "./combined-status.ts";
import { type CommitmentPlan, planCommitment } from "./commitment-plan.ts";
import { type DerivedEvent, derivedEvents, occurrencesFrom, withOccurrences } from "./derived-events.ts";
import type { Judging } from "./judge-clock.ts";
import { judgeCommitment } from "./judge-commitment.ts";
import type { Judged } from "./judged.ts";
import { judgingOrder } from "./judging-order.ts";
import type { LeadView } from "./lead-view.ts";
import { type Person, ReckoningChoices } from "./reckoning-choice.ts";

/** The commitments of a policy, compiled, in the order in which they are judged. */
export interface ClockPlan {
  readonly plan: ExpressionPlan;
  readonly judging: Judging;
  readonly steps: readonly JudgingStep[];
  readonly derived: readonly DerivedEvent[];
}

/** A commitment with those before it whose status it asks for. */
interface JudgingStep {
  readonly plan: CommitmentPlan;
  readonly asks: readonly number[];
  /** Its place in the contract. */
  readonly declared: number;
}

/** All verdicts on a lead, and the facts with the events that follow from them. */
export interface JudgedLead {
  readonly facts: LeadFacts;
  readonly clocks: readonly Judged[];
}

/** Compiles the commitments of a policy. `people` are the rows of the people table. */
export function planClocks(plan: ExpressionPlan, people: readonly Person[]): ClockPlan {
  const { policy, zone } = plan;
  const choices = new ReckoningChoices(plan, people);
  const boundariesOf = conditionBoundaries(plan);
  const ordered = judgingOrder(policy);
  const places = new Map(ordered.map(({ commitment }, place) => [commitment.name, place]));
  return {
    plan,
    judging: { zone, excuseWords: (commitment, index) => excuseWords(policy, commitment, index) },
    steps: ordered.map(({ commitment, asks }, place) => ({
      plan: planCommitment(plan, choices, boundariesOf, commitment),
      asks: [...asks].map((name) => places.get(name) ?? place).filter((asked) => asked < place),
      declared: policy.commitments.indexOf(commitment),
    })),
    derived: derivedEvents(plan, policy),
  };
}

/** Judges all clocks of a lead as known at `now`. Verdicts come in the order of the contract. */
export function judgeLead(clocks: ClockPlan, facts: LeadFacts, now: number): JudgedLead {
  const { facts: complete, verdicts } = judgeUpTo(clocks, facts, now, clocks.steps.length);
  const byDeclaration = clocks.steps
    .map((step, place) => ({ declared: step.declared, judged: verdicts[place] ?? [] }))
    .sort((a, b) => a.declared - b.declared);
  return { facts: complete, clocks: byDeclaration.flatMap(({ judged }) => judged) };
}

/** Judges the first `count` commitments; each sees the events that were derived from those before it. */
function judgeUpTo(clocks: ClockPlan, facts: LeadFacts, now: number, count: number) {
  const verdicts: (readonly Judged[])[] = [];
  let known = facts;
  for (const [place, step] of clocks.steps.slice(0, count).entries()) {
    const judged = judgeCommitment(clocks.judging, step.plan, viewOf(clocks, place, facts, known, now));
    verdicts.push(judged);
    if (clocks.derived.length > 0) {
      const { name } = step.plan.commitment;
      const own = judged.map(({ verdict }) => verdict);
      known = withOccurrences(known, occurrencesFrom(clocks.derived, name, own, known));
    }
  }
  return { facts: known, verdicts };
}

/** `given` are the facts of the record, `facts` those with what was derived by earlier commitments. */
function viewOf(clocks: ClockPlan, place: number, given: LeadFacts, facts: LeadFacts, now: number): LeadView {
  const { plan } = clocks;
  const asks = clocks.steps[place]?.asks ?? [];
  const statuses = new Map<number, Context["statuses"]>();
  const statusesAt = (at: number): Context["statuses"] => {
    if (asks.length === 0) return null;
    const known = statuses.get(at) ?? askedStatuses(clocks, asks, given, at);
    statuses.set(at, known);
    return known;
  };
  const context = (at: number, knownAt: number, missing: Set<string> | null = null): Context => ({
    facts,
    at,
    knownAt,
    occurrence: null,
    statuses: statusesAt(at),
    missing,
  });
  let stages: readonly ReachedStage[] | null = null;
  return {
    facts,
    now,
    stages: () => {
      stages ??= reachedStages(plan, context(now, now));
      return stages;
    },
    stageAt: (at, known) => plan.judge.currentStage(context(at, known)),
    context,
    ownerAt: (at, known) => ownerAt(facts, at, plan.policy, known),
  };
}

/** The statuses that some commitments had at an earlier instant, from what was known then. */
function askedStatuses(
  clocks: ClockPlan,
  asks: readonly number[],
  facts: LeadFacts,
  at: number,
): Context["statuses"] {
  const { verdicts } = judgeUpTo(clocks, facts, at, Math.max(...asks) + 1);
  const asked: ClockVerdict[] = asks.flatMap((place) =>
    (verdicts[place] ?? []).map(({ verdict }) => verdict),
  );
  return statusesOf(asked);
}

function excuseWords(policy: Policy, { commitment }: CommitmentPlan, index: number): string {
  const span = commitment.excuses[index]?.span;
  return (span === undefined ? "" : sourceText(policy, span)) || "an excuse holds";
}
