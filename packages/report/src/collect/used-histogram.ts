/**
 * How much of the allowed time things took, in percent: ten bins up to the deadline, then wider ones. A bin includes
 * its upper end, as a deadline does; the last has none.
 */
export const usedEdges = [
  10,
  20,
  30,
  40,
  50,
  60,
  70,
  80,
  90,
  100,
  125,
  150,
  200,
  300,
  500,
  Infinity,
] as const;

/** The number of bins that lie within the deadline. */
export const binsInTime = 10;

/** Of the clocks of a clause that are settled: when what was promised was done. */
export interface UsedHistogram {
  /** Counts, one for each of {@link usedEdges}. */
  readonly bins: readonly number[];
  /** Past the deadline and not done. */
  readonly notDone: number;
  /** Settled, but at a share of the time that cannot be said, as beyond the calendar's horizon. */
  readonly unmeasured: number;
}

/** Counts into bins; what is kept does not grow with what is counted. */
export class UsedCounter {
  readonly #bins: number[] = usedEdges.map(() => 0);
  #notDone = 0;
  #unmeasured = 0;

  /**
   * Takes a settled clock.
   *
   * @param usedPercent the share of the allowed time that was used, in percent; its rounding never moves a clock over
   *   the deadline: on which side of it a clock lies is what its status says
   */
  add(status: "met" | "late" | "breached", usedPercent: number | null): void {
    if (status === "breached") {
      this.#notDone += 1;
      return;
    }
    if (usedPercent === null) {
      this.#unmeasured += 1;
      return;
    }
    const found = usedEdges.findIndex((edge) => usedPercent <= edge);
    const bin = status === "met" ? Math.min(found, binsInTime - 1) : Math.max(found, binsInTime);
    this.#bins[bin] = (this.#bins[bin] ?? 0) + 1;
  }

  finish(): UsedHistogram {
    return { bins: [...this.#bins], notDone: this.#notDone, unmeasured: this.#unmeasured };
  }
}
