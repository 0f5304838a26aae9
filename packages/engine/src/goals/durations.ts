import type Fraction from "fraction.js";
import { fractionOf } from "../plan/exact.ts";

/** The values that a quantile is taken of, eight bytes each: exactness needs all of them. */
export class Durations {
  #values = new Float64Array(16);
  #size = 0;

  get size(): number {
    return this.#size;
  }

  push(value: number): void {
    if (this.#size === this.#values.length) {
      const larger = new Float64Array(this.#size * 2);
      larger.set(this.#values);
      this.#values = larger;
    }
    this.#values[this.#size] = value;
    this.#size += 1;
  }

  /** A copy in ascending order. */
  sorted(): Float64Array {
    return this.#values.slice(0, this.#size).sort();
  }
}

/**
 * The quantile of values in ascending order: the smallest value that at least `percent` of them do not exceed
 * (nearest rank). The 50th is the median, which of an even number of values is the mean of the two in the middle.
 * Null of no values.
 */
export function quantile(sorted: Float64Array, percent: number): Fraction | null {
  const size = sorted.length;
  if (size === 0) return null;
  const rank = Math.ceil((size * percent) / 100);
  const value = fractionOf(sorted[rank - 1] as number);
  if (percent !== 50 || size % 2 === 1) return value;
  return value.add(fractionOf(sorted[rank] as number)).div(2);
}

/** Two ascending lists as one. */
export function merged(a: Float64Array, b: Float64Array): Float64Array {
  const all = new Float64Array(a.length + b.length);
  let [left, right] = [0, 0];
  for (let index = 0; index < all.length; index += 1) {
    const fromLeft = right >= b.length || (left < a.length && (a[left] as number) <= (b[right] as number));
    all[index] = (fromLeft ? a[left++] : b[right++]) as number;
  }
  return all;
}
