import type { Score, ScoreLine, Stage } from "@entente/ir";
import { compileScoreLine } from "../classify/score-line.ts";
import { compileScore, type ScoreOutcome, scoreNamed } from "../classify/scores.ts";
import { lookingAt } from "../plan/compile-events.ts";
import type { Context } from "../plan/context.ts";
import { numberOf } from "../plan/exact.ts";
import { looksAtEvents } from "../plan/mentions.ts";
import { visibleOccurrences } from "../plan/visibility.ts";
import { observeCondition, observeValue } from "./observe-condition.ts";
import type { Recording } from "./recording.ts";

/** Records which case a lead falls into, and the conditions on the way: those after the case that holds decide nothing. */
export function observeClass(recording: Recording, name: string, context: Context): void {
  const { plan, ledger } = recording;
  const found = plan.policy.classes.find((one) => one.name === name);
  if (found === undefined || !recording.first(found, context)) return;
  const chosen = plan.judge.class(name, context);
  const held = found.cases.find((one) => one.name === chosen);
  if (held !== undefined) ledger.mark(held, "case");
  for (const { when } of found.cases) {
    if (when === null) continue;
    observeCondition(recording, when, context);
    const truth = plan.condition(when)(context);
    if (truth === true || (truth === undefined && found.firstMatch)) return;
  }
}

/** Records what a lead's worth is read from: the first `classify` whose case gives one. */
export function observeWorth(recording: Recording, context: Context): void {
  const { plan } = recording;
  for (const one of plan.policy.classes) {
    if (one.cases.every(({ worth }) => worth === null)) continue;
    observeClass(recording, one.name, context);
    const name = plan.judge.class(one.name, context);
    const worth = one.cases.find((candidate) => candidate.name === name)?.worth ?? null;
    if (worth === null) continue;
    return observeValue(recording, worth.value, context);
  }
}

/** Records what a score's lines add, whether its caps and bounds were reached, and its conditions. */
export function observeScore(recording: Recording, name: string, context: Context): void {
  const { plan, ledger } = recording;
  const score = scoreNamed(plan, name);
  if (!recording.first(score, context)) return;
  const outcome = compileScore(plan, score)(context);
  if (score.resets !== null) observeResets(recording, score, outcome, context);
  for (const [place, line] of score.lines.entries()) {
    const points = outcome.lines[place];
    if (points !== undefined && (numberOf(points.minimum) !== 0 || numberOf(points.maximum) !== 0))
      ledger.mark(line, "points");
    observeCap(recording, score, line, outcome, context);
    observeLine(recording, line, outcome, context);
  }
  observeBounds(recording, score, context);
}

function observeLine(
  recording: Recording,
  { basis }: ScoreLine,
  { reset }: ScoreOutcome,
  context: Context,
): void {
  switch (basis.kind) {
    case "when":
      if (reset === null || looksAtEvents(recording.plan, basis.condition))
        observeCondition(recording, basis.condition, context);
      return;
    case "perEvent":
      observeWhere(recording, basis.match, context);
      return;
    case "perField":
      return;
  }
}

function observeWhere(
  recording: Recording,
  match: { event: string; where: Parameters<typeof observeCondition>[1] | null },
  context: Context,
): void {
  if (match.where === null) return;
  for (const one of visibleOccurrences(context, match.event)) {
    observeCondition(recording, match.where, lookingAt(context, one));
  }
}

function observeResets(
  recording: Recording,
  { resets }: Score,
  { reset }: ScoreOutcome,
  context: Context,
): void {
  if (resets === null) return;
  observeWhere(recording, resets.on, context);
  if (reset === null) return;
  recording.ledger.mark(resets, "reset");
  observeValue(recording, resets.to, { ...context, at: reset });
}

/** What the line would have added without its cap tells whether the cap was just used up, or took something away. */
function observeCap(
  recording: Recording,
  score: Score,
  line: ScoreLine,
  { reset }: ScoreOutcome,
  context: Context,
): void {
  if (line.cap === null) return;
  const free = compileScoreLine(recording.plan, { ...line, cap: null }, score.expiresAfter)(context, reset);
  const [low, high] = [numberOf(free.minimum), numberOf(free.maximum)].map(Math.abs);
  if (low !== high || low === undefined) return;
  if (low === Number(line.cap)) recording.ledger.mark(line, "at cap");
  if (low > Number(line.cap)) recording.ledger.mark(line, "above cap");
}

function observeBounds(recording: Recording, score: Score, context: Context): void {
  if (score.minimum === null && score.maximum === null) return;
  const { total } = compileScore(recording.plan, { ...score, minimum: null, maximum: null })(context);
  if (typeof total !== "number" && !("n" in total)) return;
  const free = numberOf(total);
  if (score.minimum !== null && free < Number(score.minimum)) recording.ledger.mark(score, "below");
  if (score.minimum !== null && free === Number(score.minimum)) recording.ledger.mark(score, "minimum");
  if (score.maximum !== null && free === Number(score.maximum)) recording.ledger.mark(score, "maximum");
  if (score.maximum !== null && free > Number(score.maximum)) recording.ledger.mark(score, "above");
}

/** Records what decides on the current stage: the conditions of all stages. */
export function observeStages(recording: Recording, context: Context): void {
  for (const { name } of recording.plan.policy.stages) observeStage(recording, name, context);
}

/**
 * Records a stage, with those before it. Its conditions decide nothing while no stage before it was reached, or
 * while the event or time that it is reached `at` is missing.
 */
export function observeStage(recording: Recording, name: string, context: Context): void {
  const { plan, ledger } = recording;
  const stage = plan.policy.stages.find((one) => one.name === name);
  if (stage === undefined || !recording.first(stage, context)) return;
  for (const before of stage.after) observeStage(recording, before, context);
  const outcome = plan.judge.stage(name, context);
  if (outcome.reached === true) ledger.mark(stage, "reached");
  if (!isOpen(recording, stage, context)) return;
  if (stage.at !== null) observeValue(recording, stage.at, context);
  observeStageConditions(recording, stage, context);
  if (outcome.at !== null && outcome.held !== true)
    observeStageConditions(recording, stage, { ...context, at: outcome.at });
}

function isOpen({ plan }: Recording, { after, at }: Stage, context: Context): boolean {
  const entered =
    after.length === 0 || after.some((before) => plan.judge.stage(before, context).reached !== false);
  if (!entered || at === null) return entered;
  const instant = plan.term(at)(context);
  return typeof instant === "number" && instant <= context.at;
}

function observeStageConditions(recording: Recording, { when, unless }: Stage, context: Context): void {
  const { plan } = recording;
  const holds = when === null || plan.condition(when)(context);
  const excluded = unless !== null && plan.condition(unless)(context);
  if (when !== null && excluded !== true) observeCondition(recording, when, context);
  if (unless !== null && holds !== false) observeCondition(recording, unless, context);
}
