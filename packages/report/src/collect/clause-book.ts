import type { ClockVerdict, LimitVerdict } from "@entente/engine";
import type { ClockStatus, Duty, Policy } from "@entente/ir";
import { contractWords } from "./contract-words.ts";
import { UsedCounter, type UsedHistogram } from "./used-histogram.ts";

/** One clause and what became of its clocks. */
export interface ReportedClause {
  readonly commitment: string;
  readonly clause: string;
  /** `first_contact`, with the clause's label or number where the commitment has several. */
  readonly name: string;
  readonly party: string;
  /** `sales must contact within 1 business hour of notified`. */
  readonly words: string;
  readonly because: string | null;
  readonly duty: Duty["kind"];
  /** How many clocks have each status; a status that none has is absent. */
  readonly statuses: Readonly<Partial<Record<ClockStatus, number>>>;
  /** Null for duties that no time runs for. */
  readonly used: UsedHistogram | null;
}

interface Entry {
  readonly clause: Omit<ReportedClause, "statuses" | "used">;
  readonly statuses: Map<ClockStatus, number>;
  readonly used: UsedCounter | null;
}

const timeless: ReadonlySet<Duty["kind"]> = new Set(["provide", "limit", "share"]);

/** Counts the clocks of each clause of a policy. */
export class ClauseBook {
  readonly #entries: ReadonlyMap<string, Entry>;

  constructor(policy: Policy) {
    this.#entries = new Map(entriesOf(policy).map((entry) => [keyOf(entry.clause), entry]));
  }

  add(clock: ClockVerdict): void {
    const entry = this.#entries.get(keyOf(clock));
    if (entry === undefined) return;
    entry.statuses.set(clock.status, (entry.statuses.get(clock.status) ?? 0) + 1);
    const { status } = clock;
    if (status === "met" || status === "late" || status === "breached") {
      entry.used?.add(status, clock.usedPercent);
    }
  }

  finish(): readonly ReportedClause[] {
    return [...this.#entries.values()].map(({ clause, statuses, used }) => ({
      ...clause,
      statuses: Object.fromEntries(statuses),
      used: used?.finish() ?? null,
    }));
  }
}

/**
 * Adds what was promised over many leads to its clauses: every period of such a promise counts once, as met or as
 * breached, for each value of `per`.
 */
export function withPeriods(
  clauses: readonly ReportedClause[],
  limits: readonly LimitVerdict[],
): readonly ReportedClause[] {
  const periods = Map.groupBy(limits, keyOf);
  return clauses.map((clause) => {
    const own = periods.get(keyOf(clause));
    if (own === undefined) return clause;
    const count = (status: LimitVerdict["status"]): number =>
      own.filter((each) => each.status === status).length;
    return { ...clause, statuses: { ...clause.statuses, met: count("met"), breached: count("breached") } };
  });
}

/** Whether a clause is about many leads, so that its periods are counted and not its leads. */
export function isOverManyLeads({ duty }: Pick<ReportedClause, "duty">): boolean {
  return duty === "limit" || duty === "share";
}

/** Met, and late or breached: what a share of promises kept is taken from. */
export function settledOf(statuses: ReportedClause["statuses"]): {
  readonly met: number;
  readonly missed: number;
} {
  return { met: statuses.met ?? 0, missed: (statuses.late ?? 0) + (statuses.breached ?? 0) };
}

function entriesOf(policy: Policy): readonly Entry[] {
  return policy.commitments.flatMap(({ name, clauses, because }) =>
    clauses.map(({ id, party, duty, span }) => ({
      clause: {
        commitment: name,
        clause: id,
        name: clauses.length === 1 ? name : `${name} / ${id}`,
        party,
        words: contractWords(policy, span),
        because,
        duty: duty.kind,
      },
      statuses: new Map(),
      used: timeless.has(duty.kind) ? null : new UsedCounter(),
    })),
  );
}

function keyOf({ commitment, clause }: { readonly commitment: string; readonly clause: string }): string {
  return `${commitment}/${clause}`;
}
