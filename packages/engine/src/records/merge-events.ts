import type { LeadFacts, Occurrence } from "./facts.ts";

/** The facts with further events, as if the record had brought them. See {@link orderEvents}. */
export function mergeEvents(facts: LeadFacts, occurrences: readonly Occurrence[]): LeadFacts {
  if (occurrences.length === 0) return facts;
  return { ...facts, events: orderEvents([...facts.events, ...occurrences]) };
}

/**
 * Events in order of `at`; those of one instant keep the order in which they came. Of duplicates (same event,
 * instant, owner and attributes) the first stays, with the earliest recording that any of them states.
 */
export function orderEvents(occurrences: readonly Occurrence[]): Occurrence[] {
  const ordered = occurrences.toSorted((a, b) => a.at - b.at);
  const unique: Occurrence[] = [];
  let positions = new Map<string, number>();
  let instant = Number.NaN;
  for (const [index, occurrence] of ordered.entries()) {
    if (occurrence.at !== instant) {
      instant = occurrence.at;
      positions = new Map();
      if (ordered[index + 1]?.at !== instant) {
        unique.push(occurrence);
        continue;
      }
    }
    addUnlessKnown(unique, positions, occurrence);
  }
  return unique;
}

function addUnlessKnown(unique: Occurrence[], positions: Map<string, number>, occurrence: Occurrence): void {
  const key = identityOf(occurrence);
  const position = positions.get(key);
  const known = position === undefined ? undefined : unique[position];
  if (position === undefined || known === undefined) {
    positions.set(key, unique.length);
    unique.push(occurrence);
  } else if (recordedAt(occurrence) < recordedAt(known)) {
    unique[position] = { ...known, recorded: occurrence.recorded };
  }
}

const recordedAt = ({ at, recorded }: Occurrence) => recorded ?? at;

function identityOf({ event, owner, attributes }: Occurrence): string {
  return JSON.stringify([event, owner, [...attributes].sort(([a], [b]) => (a < b ? -1 : 1))]);
}
