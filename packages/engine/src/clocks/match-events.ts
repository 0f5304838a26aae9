import type { EventMatch } from "@entente/ir";
import type { Context } from "../plan/context.ts";
import type { ExpressionPlan } from "../plan/expression-plan.ts";
import type { LeadFacts, Occurrence } from "../records/facts.ts";

/** Whether an occurrence is one of the events that a clause names. A `where` that is unknown does not match. */
export type Matcher = (occurrence: Occurrence, facts: LeadFacts) => boolean;

/** Compiles the alternatives of a clause: an occurrence matches if one of them does. */
export function compileMatcher(plan: ExpressionPlan, matches: readonly EventMatch[]): Matcher {
  const compiled = matches.map((match) => ({
    event: match.event,
    where: match.where === null ? null : plan.condition(match.where),
  }));
  return (occurrence, facts) =>
    compiled.some(
      ({ event, where }) =>
        event === occurrence.event && (where === null || where(whereContext(occurrence, facts)) === true),
    );
}

/** What a `where` sees: the lead as it was known when the event was written down. */
function whereContext(occurrence: Occurrence, facts: LeadFacts): Context {
  return {
    facts,
    at: occurrence.at,
    knownAt: recordedAt(occurrence),
    occurrence,
    statuses: null,
    missing: null,
  };
}

/** When an occurrence became known, never before it happened. */
export function recordedAt(occurrence: Occurrence): number {
  return Math.max(occurrence.at, occurrence.recorded ?? occurrence.at);
}

/**
 * The instant from which an occurrence counts for a deadline: when it happened, if that was recorded by the
 * deadline; else when it was recorded (language.md, section 8).
 */
export function countsFrom(occurrence: Occurrence, due: number): number {
  const recorded = recordedAt(occurrence);
  return recorded <= due ? occurrence.at : recorded;
}
