import type { ClockVerdict } from "@entente/engine";

/** A violation with the lead that it is about. */
export interface Violation {
  readonly lead: string;
  readonly clock: ClockVerdict;
  /** The clause as a reader knows it: the commitment, with the clause where it has several. */
  readonly clause: string;
}

/** Keeps the worst violations of a run, those furthest past their deadlines, in bounded memory. */
export class WorstViolations {
  readonly #most: number;
  #kept: Violation[] = [];

  constructor(most: number) {
    this.#most = most;
  }

  add(violation: Violation): void {
    this.#kept.push(violation);
    if (this.#kept.length >= 2 * this.#most + 64) this.#kept = this.list();
  }

  /** Worst first; those equally far past, in the order in which they came. */
  list(): Violation[] {
    return this.#kept.toSorted((a, b) => overshootOf(b) - overshootOf(a)).slice(0, this.#most);
  }
}

function overshootOf({ clock }: Violation): number {
  return clock.overshoot?.elapsedMs ?? 0;
}
