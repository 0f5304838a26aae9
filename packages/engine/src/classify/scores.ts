import { type Duration, invariant, type Score, type Zone } from "@entente/ir";
import { between, type Range } from "../plan/cell.ts";
import { endsOf } from "../plan/compare-cells.ts";
import { lookingAt } from "../plan/compile-events.ts";
import type { Context } from "../plan/context.ts";
import { add, type Exact, greatest, least, multiply, subtract } from "../plan/exact.ts";
import { collectMissing } from "../plan/missing-fields.ts";
import { nominalMs } from "../plan/nominal-duration.ts";
import type { Scope } from "../plan/scope.ts";
import { isVisible, visibleOccurrences } from "../plan/visibility.ts";
import type { Occurrence } from "../records/facts.ts";
import { after, compileScoreLine, type Points } from "./score-line.ts";

/** A score at one instant: the total, and what each line adds before fading and bounds. */
export interface ScoreOutcome {
  readonly total: Exact | Range;
  readonly lines: readonly Points[];
  /** The instant of the reset that holds, epoch milliseconds; null without one. */
  readonly reset: number | null;
}

/**
 * Compiles a score to a function of the facts at an instant. In this order:
 *
 * 1. The last visible event of `resets on` sets the score to the value that `to` had at that instant; earlier
 *    events no longer count. An event whose `where` is unknown resets nothing.
 * 2. The lines add their points ({@link compileScoreLine}).
 * 3. `fades` takes its points for each full period since the last event that added to a line, or since the
 *    reset where that is later. Without such an event nothing fades.
 * 4. `never below` and `never above` bound the result.
 *
 * The total is a range where a missing field leaves a line open.
 */
export function compileScore(scope: Scope, score: Score): (context: Context) => ScoreOutcome {
  const lines = score.lines.map((line) => compileScoreLine(scope, line, score.expiresAfter));
  const findReset = compileReset(scope, score);
  return (context) => {
    const reset = findReset(context);
    const since = reset?.at ?? null;
    const points = lines.map((line) => line(context, since));
    const [low, high] = reset?.base ?? [0, 0];
    const minimum = points.reduce((sum, line) => add(sum, line.minimum), low);
    const maximum = points.reduce((sum, line) => add(sum, line.maximum), high);
    const certain = latest([since, ...points.map((line) => line.certain)]);
    const possible = latest([since, ...points.map((line) => line.possible)]);
    const ends = [
      bounded(score, faded(scope.zone, score, minimum, certain, context.at)),
      bounded(score, faded(scope.zone, score, maximum, possible, context.at)),
    ];
    return { total: between(ends.reduce(least), ends.reduce(greatest)), lines: points, reset: since };
  };
}

interface Reset {
  readonly at: number;
  readonly base: readonly [Exact, Exact];
}

function compileReset(scope: Scope, score: Score): (context: Context) => Reset | null {
  if (score.resets === null) return () => null;
  const { on, to } = score.resets;
  const where = on.where === null ? null : scope.test(on.where);
  const value = scope.term(to);
  const counts = (one: Occurrence, context: Context): boolean =>
    one.event === on.event &&
    isVisible(one, context) &&
    (where === null || where(lookingAt(context, one)) === true);
  return (context) => {
    const last = context.facts.events.findLast((one) => counts(one, context));
    if (last === undefined) return null;
    const cell = value({ ...context, at: last.at });
    const open = [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY] as const;
    return { at: last.at, base: cell === null ? [0, 0] : (endsOf(cell) ?? open) };
  };
}

function latest(instants: readonly (number | null)[]): number | null {
  return instants.reduce<number | null>(
    (last, at) => (at === null ? last : last === null ? at : Math.max(last, at)),
    null,
  );
}

function faded(zone: Zone, score: Score, total: Exact, since: number | null, at: number): Exact {
  if (score.fades === null || since === null) return total;
  const periods = fullPeriods(zone, since, at, score.fades.every);
  return subtract(total, multiply(Number(score.fades.points), periods));
}

/** How many periods have passed in full, each laid from the beginning so that month ends do not drift. */
export function fullPeriods(zone: Zone, from: number, at: number, every: Duration): number {
  if (every.amount === 0 || at < from) return 0;
  const end = (count: number): number => after(zone, from, { ...every, amount: every.amount * count });
  let count = Math.floor((at - from) / nominalMs(every));
  while (end(count + 1) <= at) count++;
  while (count > 0 && end(count) > at) count--;
  return count;
}

function bounded(score: Score, total: Exact): Exact {
  const raised = score.minimum === null ? total : greatest(total, Number(score.minimum));
  return score.maximum === null ? raised : least(raised, Number(score.maximum));
}

/** The fields whose absence leaves a score open. */
export function missingOfScore(scope: Scope, score: Score, context: Context): Set<string> {
  const found = new Set<string>();
  for (const { basis } of score.lines) {
    if (basis.kind === "when") collectMissing(scope, basis.condition, context, found);
    if (basis.kind === "perField" && !context.facts.values.has(basis.field)) found.add(basis.field);
    if (basis.kind === "perEvent" && basis.match.where !== null) {
      for (const one of visibleOccurrences(context, basis.match.event)) {
        collectMissing(scope, basis.match.where, lookingAt(context, one), found);
      }
    }
  }
  return found;
}

/** The score of that name. */
export function scoreNamed(scope: Scope, name: string): Score {
  const score = scope.policy.scores.find((one) => one.name === name);
  invariant(score !== undefined, `the policy has no score named ${name}`);
  return score;
}
