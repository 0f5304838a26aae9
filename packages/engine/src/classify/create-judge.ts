import { assertNever, invariant } from "@entente/ir";
import type { Context, Truth } from "../plan/context.ts";
import type { Judge, Scope, StageOutcome } from "../plan/scope.ts";
import { compileClass, missingOfClass } from "./classes.ts";
import { createMoments } from "./moments.ts";
import { compileScore, missingOfScore, type ScoreOutcome, scoreNamed } from "./scores.ts";
import {
  compileStages,
  isFurther,
  judgeStage,
  missingOfStage,
  type StageBook,
  stageNamed,
} from "./stages.ts";

/** Compiles the scores, classes and stages of a policy; each is computed once per lead and instant. */
export function createJudge(scope: Scope): Judge {
  const momentOf = createMoments(scope);
  const scores = new Map(scope.policy.scores.map((score) => [score.name, compileScore(scope, score)]));
  const classes = new Map(scope.policy.classes.map((one) => [one.name, compileClass(scope, one)]));
  const book = compileStages(scope);

  const scoreOutcome = (name: string, context: Context): ScoreOutcome =>
    remembered(momentOf(context).scores, name, () => named(scores, "score", name)(context));
  const stage = (name: string, context: Context): StageOutcome =>
    remembered(momentOf(context).stages, name, () =>
      judgeStage(book, stageNamed(book, name), context, (other) => stage(other, context)),
    );
  return {
    score: (name, context) => scoreOutcome(name, context).total,
    class: (name, context) =>
      remembered(momentOf(context).classes, name, () => named(classes, "class", name)(context)),
    stage,
    stageReached: (name, context) => stage(name, context).reached,
    stageIs: (name, context) => stageIs(book, name, context, stage),
    currentStage: (context) => currentStage(book, context, stage),
    missing: (kind, name, context) =>
      remembered(momentOf(context).missing, `${kind} ${name}`, () => findMissing(scope, kind, name, context)),
  };
}

type StageAt = (name: string, context: Context) => StageOutcome;

function currentStage(book: StageBook, context: Context, stageAt: StageAt): string | null {
  const held = [...book.values()]
    .map(({ stage }) => stage)
    .filter((one) => stageAt(one.name, context).held === true);
  const [first, ...rest] = held;
  return first === undefined
    ? null
    : rest.reduce((best, one) => (isFurther(one, best) ? one : best), first).name;
}

/** Unknown only where the stage itself is, and no further stage is certain. */
function stageIs(book: StageBook, name: string, context: Context, stageAt: StageAt): Truth {
  const asked = stageNamed(book, name).stage;
  const { held } = stageAt(name, context);
  if (held === false) return false;
  const current = currentStage(book, context, stageAt);
  if (current !== null && current !== name && isFurther(stageNamed(book, current).stage, asked)) return false;
  return held;
}

function findMissing(
  scope: Scope,
  kind: "score" | "class" | "stage",
  name: string,
  context: Context,
): ReadonlySet<string> {
  switch (kind) {
    case "score":
      return missingOfScore(scope, scoreNamed(scope, name), context);
    case "class": {
      const one = scope.policy.classes.find((candidate) => candidate.name === name);
      return one === undefined ? new Set() : missingOfClass(scope, one, context);
    }
    case "stage": {
      const stage = scope.policy.stages.find((candidate) => candidate.name === name);
      return stage === undefined ? new Set() : missingOfStage(scope, stage, context);
    }
    default:
      return assertNever(kind);
  }
}

function remembered<T>(memory: Map<string, T>, name: string, compute: () => T): T {
  const known = memory.get(name);
  if (known !== undefined || memory.has(name)) return known as T;
  const computed = compute();
  memory.set(name, computed);
  return computed;
}

function named<T>(items: ReadonlyMap<string, T>, kind: string, name: string): T {
  const item = items.get(name);
  invariant(item !== undefined, `the policy has no ${kind} named ${name}`);
  return item;
}
