import type { ClockVerdict, Overshoot } from "@entente/engine";
import { WorstFirst } from "./worst-first.ts";

/** How many promises were kept, done late and not done at all. */
export interface Tally {
  readonly met: number;
  readonly late: number;
  readonly breached: number;
}

export interface OwnerTally extends Tally {
  /** Null for clocks of leads that nobody holds. */
  readonly owner: string | null;
}

/** One promise that was kept late or not at all. Instants are epoch milliseconds. */
export interface Violation {
  /** Null where the promise is about the agreement itself. */
  readonly lead: string | null;
  readonly commitment: string;
  readonly clause: string;
  readonly party: string;
  readonly owner: string | null;
  readonly due: number;
  readonly done: number | null;
  readonly overshoot: Overshoot;
}

/** What was promised for single leads, or of the agreement itself, and missed. */
export interface Violations {
  readonly total: Tally;
  readonly byParty: ReadonlyMap<string, Tally>;
  /** Those with a violation, most first; at most {@link mostOwners}. */
  readonly byOwner: readonly OwnerTally[];
  /** What the owners that are not listed make up together; null where all are. */
  readonly furtherOwners: (Tally & { readonly owners: number }) | null;
  /** Furthest past the deadline first; at most {@link mostViolations}. */
  readonly worst: readonly Violation[];
}

/** The most owners that are listed by name. */
export const mostOwners = 12;
/** The most violations that are listed one by one. */
export const mostViolations = 20;
/** The most owners that are told apart; whoever comes later counts among the others. */
const rememberedOwners = 100_000;

type Counts = { -readonly [status in keyof Tally]: number };
const none = (): Counts => ({ met: 0, late: 0, breached: 0 });

/** Counts settled promises by party and owner, and keeps the worst violations. */
export class ViolationBook {
  readonly #parties = new Map<string, Counts>();
  readonly #owners = new Map<string | null, Counts>();
  readonly #unlisted = none();
  readonly #worst = new WorstFirst<Violation>(mostViolations, worse);

  add(lead: string | null, clock: ClockVerdict): void {
    const { status } = clock;
    if (status !== "met" && status !== "late" && status !== "breached") return;
    countIn(this.#parties, clock.party)[status] += 1;
    this.#ownerCounts(clock.owner)[status] += 1;
    if (status !== "met" && clock.due !== null && clock.overshoot !== null) {
      const { commitment, clause, party, owner, due, done, overshoot } = clock;
      this.#worst.add({ lead, commitment, clause, party, owner, due, done, overshoot });
    }
  }

  finish(): Violations {
    const owners = [...this.#owners]
      .map(([owner, counts]) => ({ owner, ...counts }))
      .filter((counts) => missed(counts) > 0)
      .toSorted((a, b) => missed(b) - missed(a) || compareNames(a.owner, b.owner));
    const hidden = owners.slice(mostOwners);
    const further = sum([...hidden, this.#unlisted]);
    return {
      total: sum([...this.#parties.values()]),
      byParty: new Map(this.#parties),
      byOwner: owners.slice(0, mostOwners),
      furtherOwners: missed(further) > 0 ? { ...further, owners: hidden.length } : null,
      worst: this.#worst.finish(),
    };
  }

  #ownerCounts(owner: string | null): Counts {
    if (this.#owners.size >= rememberedOwners && !this.#owners.has(owner)) return this.#unlisted;
    return countIn(this.#owners, owner);
  }
}

/** Late and breached together. */
export function missed({ late, breached }: Tally): number {
  return late + breached;
}

function countIn<K>(counts: Map<K, Counts>, key: K): Counts {
  const found = counts.get(key);
  if (found !== undefined) return found;
  const fresh = none();
  counts.set(key, fresh);
  return fresh;
}

function sum(tallies: readonly Tally[]): Tally {
  const total = none();
  for (const { met, late, breached } of tallies) {
    total.met += met;
    total.late += late;
    total.breached += breached;
  }
  return total;
}

/** By business time, then by elapsed time, then by lead, so that the order of the file does not matter. */
function worse(a: Violation, b: Violation): number {
  return (
    (b.overshoot.businessMs ?? 0) - (a.overshoot.businessMs ?? 0) ||
    b.overshoot.elapsedMs - a.overshoot.elapsedMs ||
    compareNames(a.lead, b.lead) ||
    compareNames(a.commitment, b.commitment)
  );
}

function compareNames(a: string | null, b: string | null): number {
  if (a === b) return 0;
  if (a === null || b === null) return a === null ? 1 : -1;
  return a < b ? -1 : 1;
}
