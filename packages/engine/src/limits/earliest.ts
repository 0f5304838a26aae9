import type { Excess } from "./limit-verdict.ts";

/** Keeps the earliest events up to a cap; what is over it comes out, whatever the order in which they came. */
export class Earliest {
  readonly #cap: number;
  readonly #kept: Excess[] = [];

  constructor(cap: number) {
    this.#cap = cap;
  }

  /** Takes an event in, and gives back the one that is now over the cap; null where none is. */
  add(event: Excess): Excess | null {
    let low = 0;
    let high = this.#kept.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      const other = this.#kept[middle];
      if (other !== undefined && inTimeOrder(other, event) <= 0) low = middle + 1;
      else high = middle;
    }
    if (low >= this.#cap) return event;
    this.#kept.splice(low, 0, event);
    return this.#kept.length > this.#cap ? (this.#kept.pop() ?? null) : null;
  }
}

/** By instant; in a tie by lead, so that the order of arrival decides nothing. */
export function inTimeOrder(a: Excess, b: Excess): number {
  if (a.at !== b.at) return a.at - b.at;
  return a.lead < b.lead ? -1 : a.lead > b.lead ? 1 : 0;
}
