import type { LeadFacts, Occurrence } from "./facts.ts";

/** The facts with further events, as if the record had brought them. See {@link orderEvents}. */
export function mergeEvents(facts: LeadFacts, occurrences: readonly Occurrence[]): LeadFacts {
  if (occurrences.length === 0) return facts;
  return { ...facts, events: orderEvents([...facts.events, ...occurrences]) };
}

/**
 * Events in order of `at`; those of one instant in an order that their content gives, so that the order in
 * which they arrive never matters. Duplicates (same event, instant, owner and attributes) count once, with the
 * earliest recording that any of them states.
 */
export function orderEvents(occurrences: readonly Occurrence[]): Occurrence[] {
  const ordered = occurrences.toSorted((a, b) => a.at - b.at);
  const result: Occurrence[] = [];
  for (let from = 0; from < ordered.length; ) {
    const instant = ordered[from]?.at;
    let to = from + 1;
    while (ordered[to]?.at === instant && to < ordered.length) to += 1;
    const together = ordered.slice(from, to);
    result.push(...(together.length === 1 ? together : uniqueOf(together)));
    from = to;
  }
  return result;
}

/** Occurrences of one instant, each once, in order of their identity. */
function uniqueOf(occurrences: readonly Occurrence[]): Occurrence[] {
  const unique = new Map<string, Occurrence>();
  for (const occurrence of occurrences) {
    const identity = identityOf(occurrence);
    const known = unique.get(identity);
    if (known === undefined || recordedAt(occurrence) < recordedAt(known)) unique.set(identity, occurrence);
  }
  return [...unique].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, occurrence]) => occurrence);
}

const recordedAt = ({ at, recorded }: Occurrence): number => recorded ?? at;

function identityOf({ event, owner, attributes }: Occurrence): string {
  return JSON.stringify([event, owner, [...attributes].sort(([a], [b]) => (a < b ? -1 : 1))]);
}
