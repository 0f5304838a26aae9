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
import type { Amended, LeadView } from "./lead-view.ts";
import { type Person, ReckoningChoices } from "./reckoning-choice.ts";
import { agreementTerm, type TermOf } from "./term.ts";

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

/**
 * Compiles the commitments of a policy.
 *
 * @param people the rows of the people table
 * @param termFor the term of each commitment; that of the agreement unless given
 */
export function planClocks(
  plan: ExpressionPlan,
  people: readonly Person[],
  termFor: TermOf = () => agreementTerm(plan.zone, plan.policy.agreement),
): ClockPlan {
  const { policy, zone } = plan;
  const choices = new ReckoningChoices(plan, people);
  const boundariesOf = conditionBoundaries(plan);
  const ordered = judgingOrder(policy);
  const places = new Map(ordered.map(({ commitment }, place) => [commitment.name, place]));
  return {
    plan,
    judging: { zone, excuseWords: (commitment, index) => excuseWords(policy, commitment, index) },
    steps: ordered.map(({ commitment, asks }, place) => ({
      plan: planCommitment(plan, choices, boundariesOf, commitment, termFor(commitment)),
      asks: [...asks].map((name) => places.get(name) ?? place).filter((asked) => asked < place),
      declared: policy.commitments.indexOf(commitment),
    })),
    derived: derivedEvents(plan, policy),
  };
}

/**
 * Judges all clocks of a lead as known at `now`. Verdicts come in the order of the contract.
 *
 * @param amended tells of clocks that moved to this contract's terms while they ran
 */
export function judgeLead(
  clocks: ClockPlan,
  facts: LeadFacts,
  now: number,
  amended: Amended | null = null,
): JudgedLead {
  const history: History = { clocks, given: facts, amended, instants: new Map() };
  const { known, verdicts } = judgeUpTo(history, now, clocks.steps.length);
  const byDeclaration = clocks.steps
    .map((step, place) => ({ declared: step.declared, judged: verdicts[place] ?? [] }))
    .sort((a, b) => a.declared - b.declared);
  return { facts: known, clocks: byDeclaration.flatMap(({ judged }) => judged) };
}

/**
 * One lead judged at several instants: a commitment may ask what another's status was earlier. What has been judged is kept,
 * since a chain of commitments that ask for one another would be judged again for each of them.
 */
interface History {
  readonly clocks: ClockPlan;
  /** The facts of the record. */
  readonly given: LeadFacts;
  readonly amended: Amended | null;
  readonly instants: Map<number, AtInstant>;
}

/** The first commitments, judged at an instant, and the facts with what was derived from them. */
interface AtInstant {
  readonly verdicts: (readonly Judged[])[];
  known: LeadFacts;
}

/** Judges at least the first `count` commitments; each sees the events that were derived from those before it. */
function judgeUpTo(history: History, at: number, count: number): AtInstant {
  const { clocks, given, instants } = history;
  const judged = instants.get(at) ?? { verdicts: [], known: given };
  instants.set(at, judged);
  for (const step of clocks.steps.slice(judged.verdicts.length, count)) {
    const view = viewOf(history, judged.verdicts.length, judged.known, at);
    const own = judgeCommitment(clocks.judging, step.plan, view);
    judged.verdicts.push(own);
    if (clocks.derived.length > 0) {
      const { name } = step.plan.commitment;
      const verdicts = own.map(({ verdict }) => verdict);
      judged.known = withOccurrences(
        judged.known,
        occurrencesFrom(clocks.derived, name, verdicts, judged.known),
      );
    }
  }
  return judged;
}

/** `facts` are those of the record with what was derived by earlier commitments. */
function viewOf(history: History, place: number, facts: LeadFacts, now: number): LeadView {
  const { plan, steps } = history.clocks;
  const asks = steps[place]?.asks ?? [];
  const statuses = new Map<number, Context["statuses"]>();
  const statusesAt = (at: number): Context["statuses"] => {
    if (asks.length === 0) return null;
    const known = statuses.get(at) ?? askedStatuses(history, asks, at);
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
    ...(history.amended === null ? {} : { amended: history.amended }),
  };
}

/** The statuses that some commitments had at an earlier instant, from what was known then. */
function askedStatuses(history: History, asks: readonly number[], at: number): Context["statuses"] {
  const { verdicts } = judgeUpTo(history, at, Math.max(...asks) + 1);
  const asked: ClockVerdict[] = asks.flatMap((place) =>
    (verdicts[place] ?? []).map(({ verdict }) => verdict),
  );
  return statusesOf(asked);
}

function excuseWords(policy: Policy, { commitment }: CommitmentPlan, index: number): string {
  const span = commitment.excuses[index]?.span;
  return (span === undefined ? "" : sourceText(policy, span)) || "an excuse holds";
}
