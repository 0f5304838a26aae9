import { Range } from "../plan/cell.ts";
import type { Context } from "../plan/context.ts";
import { type Exact, numberOf } from "../plan/exact.ts";
import type { Scope } from "../plan/scope.ts";
import type { ReachedStage, ScoreRange, Verdict } from "../verdict.ts";
import { NO_CASE } from "./classes.ts";
import { worthOf } from "./worth.ts";

/** What a lead is at one instant. */
export type LeadClassification = Pick<Verdict, "stage" | "stages" | "classes" | "scores" | "worth">;

/**
 * Classifies a lead as of the context's instant: its current stage, the stages it ever reached (in the order of
 * the contract) with their instants, its classes, scores and worth.
 *
 * @param plan an ExpressionPlan of the policy
 */
export function classifyLead(plan: Scope, context: Context): LeadClassification {
  const { policy, judge } = plan;
  const stages = reachedStages(plan, context);
  const classes = policy.classes.map(({ name }): [string, string | null] => {
    const found = judge.class(name, context);
    return [name, found === undefined || found === NO_CASE ? null : found];
  });
  const scores = policy.scores.map(({ name }): [string, ScoreRange] => [
    name,
    rangeOf(judge.score(name, context)),
  ]);
  return {
    stage: judge.currentStage(context),
    stages,
    classes: Object.fromEntries(classes),
    scores: Object.fromEntries(scores),
    worth: worthOf(plan, context, stages),
  };
}

/** The stages that the lead has reached by the context's instant, in the order of the contract. */
export function reachedStages(plan: Scope, context: Context): ReachedStage[] {
  return plan.policy.stages.flatMap(({ name }) => {
    const at = stageReachedAt(plan, name, context);
    return at === null ? [] : [{ stage: name, at }];
  });
}

/** When the lead reached a stage, epoch milliseconds; null where it has not by the context's instant. */
export function stageReachedAt(plan: Scope, stage: string, context: Context): number | null {
  return plan.judge.stage(stage, context).at;
}

/** The two ends of a score as numbers; an end that a missing field leaves open is infinite. */
export function rangeOf(total: Exact | Range): ScoreRange {
  if (total instanceof Range) return { minimum: numberOf(total.minimum), maximum: numberOf(total.maximum) };
  return { minimum: numberOf(total), maximum: numberOf(total) };
}
