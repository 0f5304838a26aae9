import type { EventType, Policy } from "@entente/ir";
import type { Condition, ExpressionPlan } from "../plan/expression-plan.ts";
import type { LeadFacts, Occurrence } from "../records/facts.ts";
import type { ClockVerdict } from "../verdict.ts";
import { sourcesOf } from "./references.ts";

/** An event that follows from the verdicts of some commitments: `event accept, also when verdict is breached`. */
export interface DerivedEvent {
  readonly event: EventType;
  readonly sources: ReadonlySet<string>;
  readonly condition: Condition;
}

export function derivedEvents(plan: ExpressionPlan, policy: Policy): readonly DerivedEvent[] {
  return policy.events.flatMap((event) =>
    event.alsoWhen === null
      ? []
      : [{ event, sources: sourcesOf(policy, event), condition: plan.condition(event.alsoWhen) }],
  );
}

/**
 * The occurrences that the verdicts on one commitment bring about: at the deadline of a breached clock (also
 * where it was done later), at the end of a met or discharged one.
 */
export function occurrencesFrom(
  derived: readonly DerivedEvent[],
  commitment: string,
  verdicts: readonly ClockVerdict[],
  facts: LeadFacts,
): readonly Occurrence[] {
  return derived
    .filter(({ sources }) => sources.has(commitment))
    .flatMap(({ event, condition }) =>
      verdicts.flatMap((verdict) => {
        const at = instantOf(verdict);
        if (at === null) return [];
        const status = verdict.status === "late" ? "breached" : verdict.status;
        const statuses = new Map([
          ["", status],
          [commitment, status],
          [`${commitment}.${verdict.clause}`, status],
        ]);
        const context = { facts, at, knownAt: at, occurrence: null, statuses, missing: null };
        return condition(context) === true ? [occurrence(event.name, at)] : [];
      }),
    );
}

function instantOf(verdict: ClockVerdict): number | null {
  switch (verdict.status) {
    case "late":
    case "breached":
      return verdict.due;
    case "met":
      return verdict.done;
    case "discharged":
      return verdict.stop;
    default:
      return null;
  }
}

function occurrence(event: string, at: number): Occurrence {
  return { event, at, recorded: null, owner: null, attributes: new Map() };
}

/** The facts with further occurrences, in order of time; the same object where there are none. */
export function withOccurrences(facts: LeadFacts, added: readonly Occurrence[]): LeadFacts {
  if (added.length === 0) return facts;
  return { ...facts, events: [...facts.events, ...added].sort((a, b) => a.at - b.at) };
}
