import type { Judged } from "../clocks/judged.ts";
import type { Judgement } from "../judgement.ts";
import type { LeadFacts } from "../records/facts.ts";
import type { ClockVerdict } from "../verdict.ts";
import type { Version } from "./version.ts";

/** A clock with the version of the agreement that judges it, by its place. */
export interface OwnedClock {
  readonly version: number;
  readonly judged: Judged;
}

/** One lead under all versions; each judges it once for an instant. */
export class LeadHistory {
  readonly #versions: readonly Version[];
  readonly #facts: LeadFacts;
  readonly #judgements = new Map<string, Judgement>();
  readonly #moved = new Map<number, ReadonlySet<string>>();

  constructor(versions: readonly Version[], facts: LeadFacts) {
    this.#versions = versions;
    this.#facts = facts;
  }

  /** The judgement of one version, which knows the clocks that moved to its terms while they ran. */
  judgement(index: number, at: number): Judgement {
    const { judge, window } = this.#version(index);
    const key = `${index}/${at}`;
    const known = this.#judgements.get(key);
    if (known !== undefined) return known;
    const moved = this.#movedTo(index);
    const judgement = judge(this.#facts, at, (commitment, clause, start) =>
      moved.has(keyOf(commitment, clause, start)) ? window.from : null,
    );
    this.#judgements.set(key, judgement);
    return judgement;
  }

  /**
   * The clocks that started up to the end of a version, as known at `at`, each judged by one version (language,
   * section 11): the one in force at its trigger; or a later one with `in flight moves` that found it still running
   * on the day on which it came into force, and has the same clause.
   */
  clocks(last: number, at: number): readonly OwnedClock[] {
    if (last < 0) return [];
    const { window } = this.#version(last);
    const moved = this.#movedTo(last);
    const own: OwnedClock[] = [];
    const taken = new Set<string>();
    for (const judged of this.judgement(last, at).judged) {
      if (judged.opened === null) continue;
      const key = clockKey(judged);
      if (!window.includes(judged.opened) && !moved.has(key)) continue;
      taken.add(key);
      own.push({ version: last, judged });
    }
    return [...this.clocks(last - 1, at).filter(({ judged }) => !taken.has(clockKey(judged))), ...own];
  }

  /** The clocks of earlier versions that a version takes over: those that ran just before it came into force. */
  #movedTo(index: number): ReadonlySet<string> {
    const known = this.#moved.get(index);
    if (known !== undefined) return known;
    const { takesOver, window } = this.#version(index);
    const before = takesOver ? this.clocks(index - 1, window.from - 1) : [];
    const running = before.filter(({ judged }) => isRunning(judged.verdict, window.from));
    const moved = new Set(running.map(({ judged }) => clockKey(judged)));
    this.#moved.set(index, moved);
    return moved;
  }

  #version(index: number): Version {
    const version = this.#versions[index];
    if (version === undefined) throw new RangeError(`there is no version ${index}`);
    return version;
  }
}

/** Whether a clock is not over just before an instant. What is unknown may still be settled until it is due. */
function isRunning({ status, due }: ClockVerdict, before: number): boolean {
  switch (status) {
    case "running":
    case "at_risk":
    case "paused":
      return true;
    case "unknown":
      return due === null || due >= before;
    default:
      return false;
  }
}

function keyOf(commitment: string, clause: string, start: number | null): string {
  return JSON.stringify([commitment, clause, start]);
}

function clockKey({ verdict, opened }: Judged): string {
  return keyOf(verdict.commitment, verdict.clause, opened);
}

/**
 * The clocks of all versions in the order of the version in force: by commitment and clause, then by start. Clauses
 * that it does not have come behind. A clause that nothing has triggered in any version waits by the one in force.
 */
export function inOrderOf(
  current: Judgement,
  owned: readonly OwnedClock[],
  version: number,
): readonly OwnedClock[] {
  const strand = ({ verdict }: Judged): string => keyOf(verdict.commitment, verdict.clause, null);
  const started = Map.groupBy(owned, ({ judged }) => strand(judged));
  const byStrand = new Map<string, readonly OwnedClock[]>();
  for (const judged of current.judged) {
    const key = strand(judged);
    const waiting = judged.opened === null ? [{ version, judged }] : [];
    byStrand.set(key, [...(byStrand.get(key) ?? []), ...waiting]);
  }
  for (const [key, clocks] of started) {
    byStrand.set(
      key,
      clocks.toSorted((a, b) => (a.judged.opened ?? 0) - (b.judged.opened ?? 0)),
    );
  }
  return [...byStrand.values()].flat();
}
