import type { DueStep, GoalAttainment, Verdict } from "@entente/engine";
import type { Action, Policy } from "@entente/ir";
import { actionWords } from "../words/action-words.ts";

/** A step of a ladder that fell due, for one goal or for clocks of leads. */
export interface DueLadderStep {
  readonly ladder: string;
  /** Position in the ladder, from 1. */
  readonly step: number;
  /** The goal that is missed; null for promises to single leads. */
  readonly goal: string | null;
  /** How often it fell due, and for how many of these the miss still goes on. */
  readonly due: number;
  readonly open: number;
  /** When it fell due last, epoch milliseconds. */
  readonly latest: number;
  /** `notify owner`, one entry for each action. */
  readonly actions: readonly string[];
}

interface Entry {
  readonly ladder: string;
  readonly step: number;
  readonly goal: string | null;
  readonly actions: readonly Action[];
  due: number;
  open: number;
  latest: number;
}

/** Counts the ladder steps that fell due. What is kept grows with the ladders, not with the leads. */
export class LadderBook {
  readonly #entries = new Map<string, Entry>();
  readonly #policy: Policy;

  constructor(policy: Policy) {
    this.#policy = policy;
  }

  add({ clocks }: Verdict): void {
    for (const clock of clocks) {
      for (const step of clock.steps) count(this.#entries, step, null, clock.status === "breached");
    }
  }

  /**
   * The steps in the order of the contract's ladders: for one ladder those of promises first, then those of goals.
   *
   * @param goals with the runs of misses whose steps fell due
   */
  finish(goals: readonly GoalAttainment[]): readonly DueLadderStep[] {
    const entries = new Map([...this.#entries].map(([key, entry]) => [key, { ...entry }]));
    for (const { goal, runs } of goals) {
      for (const run of runs) {
        for (const step of run.steps) count(entries, step, goal, run.until === null);
      }
    }
    const order = new Map(this.#policy.ladders.map(({ name }, index) => [name, index]));
    return [...entries.values()]
      .toSorted(
        (a, b) =>
          (order.get(a.ladder) ?? 0) - (order.get(b.ladder) ?? 0) ||
          Number(a.goal !== null) - Number(b.goal !== null) ||
          compareNames(a.goal ?? "", b.goal ?? "") ||
          a.step - b.step,
      )
      .map((entry) => ({
        ...entry,
        actions: entry.actions.map((action) => actionWords(this.#policy, action)),
      }));
  }
}

function count(entries: Map<string, Entry>, due: DueStep, goal: string | null, open: boolean): void {
  const { ladder, step, at, actions } = due;
  const key = JSON.stringify([ladder, step, goal]);
  const entry = entries.get(key) ?? { ladder, step, goal, actions, due: 0, open: 0, latest: at };
  entry.due += 1;
  entry.open += open ? 1 : 0;
  entry.latest = Math.max(entry.latest, at);
  entries.set(key, entry);
}

function compareNames(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}
