import type { Commitment, Policy } from "@entente/ir";
import { referencesOf, sourcesOf } from "./references.ts";

/** A commitment with the commitments whose statuses it asks for. */
export interface Ordered {
  readonly commitment: Commitment;
  readonly asks: ReadonlySet<string>;
}

/**
 * The commitments in an order in which each comes after those that it depends on: those whose status it asks
 * for, and those that events which it uses are derived from (but never itself). The checker refuses cycles; where
 * there is one nevertheless, the order of declaration decides.
 */
export function judgingOrder(policy: Policy): readonly Ordered[] {
  const sources = new Map(policy.events.map((event) => [event.name, sourcesOf(policy, event)]));
  const byName = new Map(policy.commitments.map((one) => [one.name, one]));
  const ordered = new Map<string, Ordered>();
  const entered = new Set<string>();
  const enter = (commitment: Commitment): void => {
    if (entered.has(commitment.name)) return;
    entered.add(commitment.name);
    const { events, commitments } = referencesOf(policy, commitment);
    const derived = [...events].map((event) => sources.get(event)).filter((set) => set !== undefined);
    const before = derived.filter((set) => !set.has(commitment.name)).flatMap((set) => [...set]);
    for (const name of [...commitments, ...before]) {
      const other = byName.get(name);
      if (other !== undefined) enter(other);
    }
    ordered.set(commitment.name, { commitment, asks: commitments });
  };
  for (const commitment of policy.commitments) enter(commitment);
  return [...ordered.values()];
}
