import { invariant, type Stage } from "@entente/ir";
import type { Context, Truth } from "../plan/context.ts";
import { isSteady } from "../plan/mentions.ts";
import { collectMissing } from "../plan/missing-fields.ts";
import type { Scope, StageOutcome, Test } from "../plan/scope.ts";
import { isVisible } from "../plan/visibility.ts";
import { compileOwnInstant, type InstantOf } from "./stage-instant.ts";

/** A stage ready to be judged. */
export interface CompiledStage {
  readonly stage: Stage;
  /** The stage's condition alone: `when` holds and `unless` does not. */
  readonly holds: Test;
  readonly ownInstant: InstantOf;
  /** Whether the condition is the same at every instant. */
  readonly steady: boolean;
}

export type StageBook = ReadonlyMap<string, CompiledStage>;

export function compileStages(scope: Scope): StageBook {
  return new Map(scope.policy.stages.map((stage) => [stage.name, compileStage(scope, stage)]));
}

function compileStage(scope: Scope, stage: Stage): CompiledStage {
  const when = stage.when === null ? null : scope.test(stage.when);
  const unless = stage.unless === null ? null : scope.test(stage.unless);
  return {
    stage,
    holds: (context) => both(when === null || when(context), unless === null || opposite(unless(context))),
    ownInstant: compileOwnInstant(scope, stage),
    steady: [stage.when, stage.unless].every((node) => node === null || isSteady(scope, node)),
  };
}

export function stageNamed(book: StageBook, name: string): CompiledStage {
  const compiled = book.get(name);
  invariant(compiled !== undefined, `the policy has no stage named ${name}`);
  return compiled;
}

const unreached: StageOutcome = { held: false, reached: false, at: null };

/**
 * Judges one stage at one instant (language.md, section 6).
 *
 * - *Held*: the condition holds, so does that of a predecessor, and the stage's instant exists and is not later
 *   than the context's.
 * - Its *instant* is the latest of its own and the earliest reached predecessor's.
 * - *Reached* never lapses: the stage is held, or its condition held at its instant or at a later event. What only
 *   the passing of time made true and false again between two events is not seen.
 *
 * @param outcomeOf the outcome of a predecessor in the same context
 */
export function judgeStage(
  book: StageBook,
  compiled: CompiledStage,
  context: Context,
  outcomeOf: (name: string) => StageOutcome,
): StageOutcome {
  const own = compiled.ownInstant(context);
  if (own === null || own > context.at) return unreached;
  const entry = entryInto(compiled.stage, outcomeOf);
  if (entry.open === false) return unreached;
  const at = entry.at === null ? own : Math.max(own, entry.at);
  const now = compiled.holds(context);
  const reached = both(entry.open, everHeld(compiled, context, at, now));
  return {
    held: both(both(entry.open, now), predecessorHolds(book, compiled.stage, context)),
    reached,
    at: reached === true ? at : null,
  };
}

/** Whether a predecessor was reached, and when the earliest was. An entry stage is always open. */
function entryInto(
  { after }: Stage,
  outcomeOf: (name: string) => StageOutcome,
): { open: Truth; at: number | null } {
  if (after.length === 0) return { open: true, at: null };
  const outcomes = after.map(outcomeOf);
  const instants = outcomes.flatMap((outcome) => outcome.at ?? []);
  if (instants.length > 0) return { open: true, at: Math.min(...instants) };
  return { open: outcomes.some(({ reached }) => reached === undefined) ? undefined : false, at: null };
}

function predecessorHolds(book: StageBook, { after }: Stage, context: Context): Truth {
  if (after.length === 0) return true;
  return anyOf(after, (name) => stageNamed(book, name).holds(context));
}

/** Whether the condition held at the stage's instant, at a visible event since, or holds now. */
function everHeld(compiled: CompiledStage, context: Context, from: number, now: Truth): Truth {
  if (now === true || compiled.steady) return now;
  const later = context.facts.events
    .filter((one) => one.at > from && one.at < context.at && isVisible(one, context))
    .map((one) => one.at);
  const before = anyOf(new Set([from, ...later]), (at) => compiled.holds({ ...context, at }));
  return before === true ? true : now === undefined ? undefined : before;
}

function anyOf<T>(items: Iterable<T>, test: (item: T) => Truth): Truth {
  let result: Truth = false;
  for (const item of items) {
    const truth = test(item);
    if (truth === true) return true;
    if (truth === undefined) result = undefined;
  }
  return result;
}

function both(a: Truth, b: Truth): Truth {
  if (a === false || b === false) return false;
  return a === undefined || b === undefined ? undefined : true;
}

const opposite = (truth: Truth): Truth => (truth === undefined ? undefined : !truth);

/** Whether `a` is further along than `b`: the longer path, in a tie the one declared last. */
export function isFurther(a: Stage, b: Stage): boolean {
  return a.rank > b.rank || (a.rank === b.rank && a.order > b.order);
}

/** The fields whose absence leaves a stage, or a predecessor that it needs, open. */
export function missingOfStage(scope: Scope, stage: Stage, context: Context): Set<string> {
  const found = new Set<string>();
  for (const node of [stage.when, stage.unless]) {
    if (node !== null) collectMissing(scope, node, context, found);
  }
  for (const name of stage.after) {
    for (const field of scope.judge.missing("stage", name, context)) found.add(field);
  }
  return found;
}
