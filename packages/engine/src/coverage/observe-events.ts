import type { EventMatch } from "@entente/ir";
import { recordedAt } from "../clocks/match-events.ts";
import type { Context } from "../plan/context.ts";
import type { LeadFacts, Occurrence } from "../records/facts.ts";
import { observeCondition } from "./observe-condition.ts";
import type { Recording } from "./recording.ts";

/** What the `where` of a clause sees: the lead as it was known when the event was written down. */
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

/** Records the `where` of some events on those that happened from `start` to now. */
export function observeWheres(recording: Recording, matches: readonly EventMatch[], start: number): void {
  const { facts } = recording.judged;
  for (const { event, where } of matches) {
    if (where === null) continue;
    for (const one of facts.events) {
      const seen = one.event === event && one.at >= start && recordedAt(one) <= recording.context.at;
      if (seen) observeCondition(recording, where, whereContext(one, facts));
    }
  }
}

/** Marks which of several events that a clause names was the one that counted. */
export function markAlternatives(
  { plan, ledger, judged }: Recording,
  matches: readonly EventMatch[],
  counted: readonly Occurrence[],
): void {
  for (const match of matches) {
    const { where } = match;
    const fits = (one: Occurrence): boolean =>
      one.event === match.event &&
      (where === null || plan.condition(where)(whereContext(one, judged.facts)) === true);
    if (counted.some(fits)) ledger.mark(match, "counted");
  }
}
