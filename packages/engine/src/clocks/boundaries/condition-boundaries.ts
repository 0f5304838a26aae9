import type { Expression } from "@entente/ir";
import { scoreNamed } from "../../classify/scores.ts";
import { compileOwnInstant } from "../../classify/stage-instant.ts";
import type { Scope } from "../../plan/scope.ts";
import { type Boundaries, joinBoundaries } from "./boundaries.ts";
import { elapsedBoundaries } from "./elapsed-boundaries.ts";
import { scoreBoundaries } from "./score-boundaries.ts";
import { type TimeLeaf, timeLeaves } from "./time-leaves.ts";

/**
 * The {@link Boundaries} of some conditions or values taken together; null where the passing of time changes none.
 * `event` is the one whose occurrences they look at, where they are a `where`.
 */
export type ConditionBoundaries = (
  nodes: readonly (Expression | null)[],
  event: string | null,
) => Boundaries | null;

/** Finds the boundaries of a policy's conditions; every score is looked through once. */
export function conditionBoundaries(scope: Scope): ConditionBoundaries {
  const scores = new Map<string, Boundaries | null>();
  const ofScore = (name: string): Boundaries | null => {
    const known = scores.get(name);
    if (known !== undefined) return known;
    scores.set(name, null);
    const found = scoreBoundaries(scope, scoreNamed(scope, name), of);
    scores.set(name, found);
    return found;
  };
  const ofLeaf = (leaf: TimeLeaf): Boundaries | null =>
    leaf.kind === "score" ? ofScore(leaf.name) : elapsedBoundaries(scope, leaf);
  const of: ConditionBoundaries = (nodes, event) =>
    joinBoundaries(timeLeaves(scope, nodes, event).map(ofLeaf));
  return of;
}

/** When the classification of a lead changes by itself: its scores, its classes, the stages it is at or reaches. */
export function classificationBoundaries(scope: Scope, of: ConditionBoundaries): Boundaries | null {
  const { scores, classes, stages } = scope.policy;
  const named = scores.map(({ name, span }): Expression => ({ kind: "score", name, span }));
  const cases = classes.flatMap((one) =>
    one.cases.flatMap(({ when, worth }) => [when, worth?.value ?? null]),
  );
  const conditions = stages.flatMap(({ when, unless, at }) => [when, unless, at]);
  return joinBoundaries([of([...named, ...cases, ...conditions], null), stageInstants(scope)]);
}

/** A stage with a computed instant, such as `created + 30 days`, is reached when that has come. */
function stageInstants(scope: Scope): Boundaries | null {
  const computed = scope.policy.stages
    .filter(({ at }) => at !== null && at.kind !== "occurrence" && at.kind !== "happened")
    .map((stage) => compileOwnInstant(scope, stage));
  if (computed.length === 0) return null;
  return (context, report) => {
    for (const instantOf of computed) {
      const at = instantOf(context);
      if (at !== null) report(at);
    }
  };
}
