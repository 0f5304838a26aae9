import { assertNever, type Clause, type Commitment, type Ladder } from "@entente/ir";
import type { Condition, ExpressionPlan } from "../plan/expression-plan.ts";
import type { Boundaries } from "./boundaries/boundaries.ts";
import type { ConditionBoundaries } from "./boundaries/condition-boundaries.ts";
import { followStrands } from "./follow.ts";
import { leaveStrand } from "./leave.ts";
import { compileMatcher, type Matcher } from "./match-events.ts";
import { type PausePlan, planPauses } from "./pauses.ts";
import { provideStrand } from "./provide.ts";
import type { ChooseReckoning, ReckoningChoices } from "./reckoning-choice.ts";
import { recurStrand } from "./recur.ts";
import { respondStrand } from "./respond.ts";
import type { Strand, StrandSource } from "./strand.ts";
import { type Term, termOf } from "./term.ts";

/** An exemption that holds on some dates. */
export interface Waiver {
  readonly for: Condition | null;
  readonly term: Term;
  readonly because: string | null;
}

export interface ClausePlan {
  readonly clause: Clause;
  readonly strands: readonly Strand[];
}

/** A commitment, compiled once per policy. Its limits and shares are judged elsewhere: over many leads. */
export interface CommitmentPlan {
  readonly commitment: Commitment;
  readonly clauses: readonly ClausePlan[];
  readonly appliesTo: Condition | null;
  readonly excuses: readonly Condition[];
  readonly waivers: readonly Waiver[];
  /** When excuses and waivers turn by the passing of time; null where they do not. */
  readonly excuseBoundaries: Boundaries | null;
  readonly until: Matcher;
  readonly pauses: readonly PausePlan[];
  readonly ladder: Ladder | null;
  readonly reckoning: ChooseReckoning;
}

export function planCommitment(
  plan: ExpressionPlan,
  choices: ReckoningChoices,
  boundariesOf: ConditionBoundaries,
  commitment: Commitment,
  term: Term,
): CommitmentPlan {
  const { policy, zone } = plan;
  return {
    commitment,
    clauses: commitment.clauses.map((clause) => ({
      clause,
      strands: strandsOf({ plan, policy, clause, term }),
    })),
    appliesTo: commitment.appliesTo === null ? null : plan.condition(commitment.appliesTo),
    excuses: commitment.excuses.map((excuse) => plan.condition(excuse)),
    waivers: commitment.waivers.map((waiver) => ({
      for: waiver.for === null ? null : plan.condition(waiver.for),
      term: termOf(zone, waiver),
      because: waiver.because,
    })),
    excuseBoundaries: boundariesOf(
      [...commitment.excuses, ...commitment.waivers.map((waiver) => waiver.for)],
      null,
    ),
    until: compileMatcher(plan, commitment.until),
    pauses: planPauses(plan, commitment),
    ladder: policy.ladders.find((ladder) => ladder.name === commitment.ladder) ?? null,
    reckoning: choices.compile(commitment.calendar),
  };
}

function strandsOf(source: StrandSource): readonly Strand[] {
  const { duty } = source.clause;
  switch (duty.kind) {
    case "respond":
      return [respondStrand(source, duty)];
    case "provide":
      return [provideStrand(source, duty)];
    case "follow":
      return followStrands(source, duty);
    case "leave":
      return [leaveStrand(source, duty)];
    case "recur":
      return [recurStrand(source, duty)];
    case "limit":
    case "share":
      return [];
    default:
      return assertNever(duty);
  }
}
