import type { ClockVerdict } from "@entente/engine";
import { compareNames } from "./move-count.ts";
import type { ViolationCount } from "./replay.ts";

/** The violations of one lead that both versions see, and those that only one sees. */
export interface ViolationPairs {
  readonly kept: readonly ClockVerdict[];
  readonly appeared: readonly ClockVerdict[];
  readonly vanished: readonly ClockVerdict[];
}

/** Pairs the violations of one lead in two versions: the same clause of the same commitment, started at the same instant. */
export function pairViolations(
  before: readonly ClockVerdict[],
  after: readonly ClockVerdict[],
): ViolationPairs {
  if (before.length === 0) return { kept: [], appeared: after, vanished: [] };
  const left = new Map<string, ClockVerdict[]>();
  for (const clock of before) {
    const key = keyOf(clock);
    const same = left.get(key);
    if (same === undefined) left.set(key, [clock]);
    else same.push(clock);
  }
  const kept: ClockVerdict[] = [];
  const appeared: ClockVerdict[] = [];
  for (const clock of after) {
    const match = left.get(keyOf(clock))?.pop();
    if (match === undefined) appeared.push(clock);
    else kept.push(clock);
  }
  const unmatched = new Set([...left.values()].flat());
  return { kept, appeared, vanished: before.filter((clock) => unmatched.has(clock)) };
}

function keyOf({ commitment, clause, start }: ClockVerdict): string {
  return JSON.stringify([commitment, clause, start]);
}

/** `commitment`, or `commitment/clause` where the clause has a label or is not the first. */
export function clauseName({ commitment, clause }: Pick<ClockVerdict, "commitment" | "clause">): string {
  return clause === "1" ? commitment : `${commitment}/${clause}`;
}

interface Counts {
  before: number;
  after: number;
  appeared: number;
  vanished: number;
}

/** Counts violations by a name, such as the party's. */
export class ViolationTable {
  readonly #counts = new Map<string | null, Counts>();
  readonly #nameOf: (clock: ClockVerdict) => string | null;

  constructor(nameOf: (clock: ClockVerdict) => string | null) {
    this.#nameOf = nameOf;
  }

  add({ kept, appeared, vanished }: ViolationPairs): void {
    for (const clock of kept) {
      const counts = this.#of(clock);
      counts.before += 1;
      counts.after += 1;
    }
    for (const clock of appeared) {
      const counts = this.#of(clock);
      counts.after += 1;
      counts.appeared += 1;
    }
    for (const clock of vanished) {
      const counts = this.#of(clock);
      counts.before += 1;
      counts.vanished += 1;
    }
  }

  /** The names for which something changed, the most changes first. */
  changed(): ViolationCount[] {
    return [...this.#counts]
      .map(([name, counts]) => ({ name, ...counts }))
      .filter(({ appeared, vanished }) => appeared + vanished > 0)
      .sort((a, b) => b.appeared + b.vanished - (a.appeared + a.vanished) || compareNames(a.name, b.name));
  }

  #of(clock: ClockVerdict): Counts {
    const name = this.#nameOf(clock);
    const known = this.#counts.get(name);
    if (known !== undefined) return known;
    const counts = { before: 0, after: 0, appeared: 0, vanished: 0 };
    this.#counts.set(name, counts);
    return counts;
  }
}
