import { type Decision, decide, FALSE, TRUE, type TruthSet, UNKNOWN } from "@entente/analysis";
import { type Expression, invariant } from "@entente/ir";
import type { Joint } from "./joint-model.ts";

/** Combinations that one question may cost. */
const STEPS = 4000;

/** A condition of each version that stand for one another; null always holds (`for`) or never (`unless`). */
export interface ConditionPair {
  readonly base: Expression;
  readonly head: Expression;
  /** The event whose attributes they see, where they stand in its `where`. */
  readonly event: string | null;
}

/** A lead for which the condition turns out one way in the earlier version and another in the later. */
export function ask(
  joint: Joint | null,
  { base, head, event }: ConditionPair,
  inBase: TruthSet,
  inHead: TruthSet,
): Decision {
  if (joint === null) return { kind: "open", reason: "the two versions cannot be asked together" };
  if (asksVerdict(base) || asksVerdict(head))
    return { kind: "open", reason: "it depends on the verdict of a commitment" };
  if (!joint.sameStages && asksCurrentStage(joint, base, head))
    return { kind: "open", reason: "it depends on the current stage" };
  const wanted = [
    { condition: base, truths: inBase },
    { condition: joint.fromHead(head), truths: inHead },
  ];
  return decide(joint.model, { wanted, event }, STEPS);
}

function asksVerdict(condition: Expression): boolean {
  return JSON.stringify(condition).includes('"kind":"verdictIs"');
}

function asksCurrentStage({ model }: Joint, ...conditions: readonly Expression[]): boolean {
  const { defines, scores, classes, stages } = model.policy;
  return JSON.stringify({ conditions, defines, scores, classes, stages }).includes('"kind":"stageIs"');
}

/** Whether the condition is known to turn out alike in both versions for every lead. */
export function isSame(joint: Joint | null, pair: ConditionPair): boolean {
  return [TRUE, FALSE, UNKNOWN].every((truth) => ask(joint, pair, truth, other(truth)).kind === "none");
}

/** Whether the later condition holds wherever the earlier one does, and the other way round. */
export function coverage(
  joint: Joint | null,
  pair: ConditionPair,
): { readonly wider: boolean; readonly narrower: boolean } {
  return {
    wider: ask(joint, pair, TRUE, other(TRUE)).kind === "none",
    narrower: ask(joint, pair, other(TRUE), TRUE).kind === "none",
  };
}

/** As {@link coverage}, of what is not false: an excuse that may hold accuses nobody. */
export function coverageOfPossible(
  joint: Joint | null,
  pair: ConditionPair,
): { readonly wider: boolean; readonly narrower: boolean } {
  return {
    wider: ask(joint, pair, other(FALSE), FALSE).kind === "none",
    narrower: ask(joint, pair, FALSE, other(FALSE)).kind === "none",
  };
}

function other(truth: TruthSet): TruthSet {
  invariant(truth > 0, "a truth value is looked for");
  return (TRUE | FALSE | UNKNOWN) & ~truth;
}

/** The condition that always, or never, holds. */
export function fixed(value: boolean, { span }: { readonly span: Expression["span"] }): Expression {
  return { kind: "literal", value: { kind: "boolean", value }, span };
}
