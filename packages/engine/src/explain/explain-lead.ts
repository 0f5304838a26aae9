import type { Score } from "@entente/ir";
import { NO_CASE } from "../classify/classes.ts";
import { rangeOf } from "../classify/classify-lead.ts";
import { compileScore } from "../classify/scores.ts";
import { between } from "../plan/cell.ts";
import type { Context } from "../plan/context.ts";
import type { Scope } from "../plan/scope.ts";
import type { LeadFacts } from "../records/facts.ts";
import type { ScoreRange } from "../verdict.ts";
import { explainCondition, type Reason, type TruthWord, truthWord } from "./explain-condition.ts";
import { type NearestMiss, nearestMiss } from "./nearest-miss.ts";
import { sourceText } from "./source-text.ts";

/** Why a lead is at a stage or not. */
export interface StageExplanation {
  readonly stage: string;
  /** Whether the lead is at the stage now. */
  readonly holds: TruthWord;
  readonly current: boolean;
  /** When it was first reached, epoch milliseconds; null where it was not. */
  readonly reachedAt: number | null;
  readonly when: Reason | null;
  readonly unless: Reason | null;
  readonly nearestMiss: NearestMiss | null;
}

/** Which case of a `classify` the lead falls into; `case` is null where it is unknown or where none holds. */
export interface ClassExplanation {
  readonly name: string;
  readonly case: string | null;
  readonly cases: readonly { readonly name: string; readonly reason: Reason | null }[];
}

/** What each line adds to a score, before fading and bounds. */
export interface ScoreExplanation {
  readonly name: string;
  readonly total: ScoreRange;
  /** The instant of the reset that holds, epoch milliseconds. */
  readonly resetAt: number | null;
  readonly lines: readonly {
    readonly text: string;
    readonly points: ScoreRange;
    readonly reason: Reason | null;
  }[];
}

/** A lead's facts as of an instant, with everything known that was recorded by then. */
function contextAt(facts: LeadFacts, at: number): Context {
  return { facts, at, knownAt: at, occurrence: null, statuses: null, missing: null };
}

/**
 * Explains every stage for a lead as of an instant (epoch milliseconds), in the order of the contract.
 *
 * @param plan an ExpressionPlan of the policy
 */
export function explainStages(plan: Scope, facts: LeadFacts, at: number): StageExplanation[] {
  const context = contextAt(facts, at);
  const current = plan.judge.currentStage(context);
  return plan.policy.stages.map((stage) => {
    const outcome = plan.judge.stage(stage.name, context);
    return {
      stage: stage.name,
      holds: truthWord(outcome.held),
      current: stage.name === current,
      reachedAt: outcome.at,
      when: stage.when === null ? null : explainCondition(plan, stage.when, context),
      unless: stage.unless === null ? null : explainCondition(plan, stage.unless, context),
      nearestMiss: nearestMiss(plan, stage, context),
    };
  });
}

/** Explains every `classify`: the case, and the conditions of all of them. `otherwise` has no reason. */
export function explainClasses(plan: Scope, facts: LeadFacts, at: number): ClassExplanation[] {
  const context = contextAt(facts, at);
  return plan.policy.classes.map(({ name, cases }) => {
    const found = plan.judge.class(name, context);
    return {
      name,
      case: found === undefined || found === NO_CASE ? null : found,
      cases: cases.map((one) => ({
        name: one.name,
        reason: one.when === null ? null : explainCondition(plan, one.when, context),
      })),
    };
  });
}

/** Explains every score line by line. */
export function explainScores(plan: Scope, facts: LeadFacts, at: number): ScoreExplanation[] {
  const context = contextAt(facts, at);
  return plan.policy.scores.map((score) => explainScore(plan, score, context));
}

function explainScore(plan: Scope, score: Score, context: Context): ScoreExplanation {
  const outcome = compileScore(plan, score)(context);
  return {
    name: score.name,
    total: rangeOf(outcome.total),
    resetAt: outcome.reset,
    lines: score.lines.map((line, index) => {
      const points = outcome.lines[index] ?? { minimum: 0, maximum: 0 };
      const { basis } = line;
      return {
        text: sourceText(plan.policy, line.span),
        points: rangeOf(between(points.minimum, points.maximum)),
        reason: basis.kind === "when" ? explainCondition(plan, basis.condition, context) : null,
      };
    }),
  };
}
