import type { Duration, Score, ScoreLine } from "@entente/ir";
import { rangeOf } from "../../classify/classify-lead.ts";
import { after } from "../../classify/score-line.ts";
import { compileScore, fullPeriods, type ScoreOutcome } from "../../classify/scores.ts";
import type { Context } from "../../plan/context.ts";
import { looksAtEvents } from "../../plan/mentions.ts";
import type { Scope } from "../../plan/scope.ts";
import { isVisible } from "../../plan/visibility.ts";
import { type Boundaries, joinBoundaries } from "./boundaries.ts";
import type { ConditionBoundaries } from "./condition-boundaries.ts";

/** When a score changes by itself: an event expires, points fade, a condition on the time passed turns. */
export function scoreBoundaries(scope: Scope, score: Score, of: ConditionBoundaries): Boundaries | null {
  const compute = compileScore(scope, score);
  const lines = joinBoundaries(
    score.lines.flatMap((line) => {
      const expiry = line.expiresAfter ?? score.expiresAfter;
      return [expiryBoundaries(scope, line, expiry), lineBoundaries(scope, line, expiry, compute, of)];
    }),
  );
  return joinBoundaries([lines, fadeBoundaries(scope, score, compute), resetBoundaries(score, of)]);
}

type Compute = (context: Context) => ScoreOutcome;

/** An event is in force up to and including the end of its time. */
function expiryBoundaries(scope: Scope, { basis }: ScoreLine, expiry: Duration | null): Boundaries | null {
  if (expiry === null || basis.kind === "perField") return null;
  if (basis.kind === "when" && !looksAtEvents(scope, basis.condition)) return null;
  const only = basis.kind === "perEvent" ? basis.match.event : null;
  return (context, report) => {
    for (const one of context.facts.events) {
      if ((only === null || one.event === only) && isVisible(one, context))
        report(after(scope.zone, one.at, expiry) + 1);
    }
  };
}

/** A line's condition is judged without the events that have expired or lie before the last reset. */
function lineBoundaries(
  scope: Scope,
  { basis }: ScoreLine,
  expiry: Duration | null,
  compute: Compute,
  of: ConditionBoundaries,
): Boundaries | null {
  if (basis.kind === "perField") return null;
  if (basis.kind === "perEvent") return of([basis.match.where], basis.match.event);
  const inner = of([basis.condition], null);
  if (inner === null || !looksAtEvents(scope, basis.condition)) return inner;
  return (context, report) => {
    const reset = compute(context).reset ?? Number.NEGATIVE_INFINITY;
    const events = context.facts.events.filter(
      ({ at }) => at >= reset && (expiry === null || context.at <= after(scope.zone, at, expiry)),
    );
    inner({ ...context, facts: { ...context.facts, events } }, report);
  };
}

function resetBoundaries({ resets }: Score, of: ConditionBoundaries): Boundaries | null {
  return resets === null ? null : of([resets.on.where], resets.on.event);
}

/** The end of the next period, unless the score is at its floor, from which it only rises again by an event. */
function fadeBoundaries(scope: Scope, score: Score, compute: Compute): Boundaries | null {
  const { fades, minimum } = score;
  if (fades === null || fades.every.amount === 0) return null;
  const { every } = fades;
  return (context, report) => {
    const { total, lines, reset } = compute(context);
    const range = rangeOf(total);
    if (minimum !== null && range.maximum <= Number(minimum)) return;
    const instants = lines.flatMap(({ certain, possible }) => [certain, possible]);
    for (const since of new Set([reset, ...instants])) {
      if (since === null) continue;
      const count = fullPeriods(scope.zone, since, context.at, every) + 1;
      report(after(scope.zone, since, { ...every, amount: every.amount * count }));
    }
  };
}
