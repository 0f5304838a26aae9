/**
 * How likely each whole number is: `chances[i]` is that of `least + i`. The chances add up to 1; numbers whose chance is
 * below about 1e-18 of the likeliest are left out.
 */
export interface Distribution {
  readonly least: number;
  readonly chances: Float64Array;
}

/** Below this share of the greatest chance, a number is left out. */
const NEGLIGIBLE = 1e-18;

/**
 * A distribution from the ratios of neighbouring chances, which need neither factorials nor logarithms: the likeliest
 * number has the weight 1, the others follow from it in both directions, and the sum is brought to 1. Each weight is as
 * exact as the product of a few roundings.
 *
 * @param mode a likeliest number: the ratio is at most 1 above it and at least 1 below it
 * @param ratio the chance of `k + 1` over that of `k`
 * @param from the least number that can come out, and `to` the greatest (which may be infinite)
 */
export function fromRatios(
  mode: number,
  ratio: (k: number) => number,
  from: number,
  to: number,
): Distribution {
  const below: number[] = [];
  for (let k = mode - 1, weight = 1; k >= from; k -= 1) {
    weight /= ratio(k);
    if (!(weight > NEGLIGIBLE)) break;
    below.push(weight);
  }
  const above: number[] = [];
  for (let k = mode, weight = 1; k < to; k += 1) {
    weight *= ratio(k);
    if (!(weight > NEGLIGIBLE)) break;
    above.push(weight);
  }
  return normalised(mode - below.length, [...below.reverse(), 1, ...above]);
}

/** Always the same number. */
export function certainly(value: number): Distribution {
  return { least: value, chances: Float64Array.of(1) };
}

/** The sum of two independent numbers. */
export function convolve(a: Distribution, b: Distribution): Distribution {
  const sums = new Float64Array(a.chances.length + b.chances.length - 1);
  a.chances.forEach((chance, i) => {
    b.chances.forEach((other, j) => {
      sums[i + j] = (sums[i + j] ?? 0) + chance * other;
    });
  });
  return normalised(a.least + b.least, sums);
}

/** The same number once it is known to be at least `k`; just `k` where that was all but impossible. */
export function knownAtLeast({ least, chances }: Distribution, k: number): Distribution {
  const from = k - least;
  if (from <= 0) return { least, chances };
  return from >= chances.length ? certainly(k) : normalised(k, chances.subarray(from));
}

/** The sum of a random and a known number. */
export function shiftedBy({ least, chances }: Distribution, by: number): Distribution {
  return { least: least + by, chances };
}

/** The chance of at most `k`. */
export function chanceAtMost({ least, chances }: Distribution, k: number): number {
  if (k < least) return 0;
  const upTo = Math.floor(k) - least + 1;
  return upTo >= chances.length ? 1 : Math.min(1, sum(chances.subarray(0, upTo)));
}

/** The chance of at least `k`; summed from above, so that small chances keep their digits. */
export function chanceAtLeast({ least, chances }: Distribution, k: number): number {
  const from = Math.ceil(k) - least;
  if (from <= 0) return 1;
  return from >= chances.length ? 0 : Math.min(1, sum(chances.subarray(from)));
}

/** The least number that is reached or stayed below with at least this chance. */
export function quantile({ least, chances }: Distribution, chance: number): number {
  let total = 0;
  for (let i = 0; i < chances.length; i += 1) {
    total += chances[i] ?? 0;
    if (total >= chance) return least + i;
  }
  return least + chances.length - 1;
}

function normalised(least: number, weights: Iterable<number>): Distribution {
  const chances = Float64Array.from(weights);
  const total = sum(chances);
  return { least, chances: chances.map((weight) => weight / total) };
}

/** Adds small numbers first, from both ends inwards, since the great ones stand in the middle. */
function sum(weights: Float64Array): number {
  let low = 0;
  let high = 0;
  const middle = weights.length >> 1;
  for (let i = 0; i < middle; i += 1) low += weights[i] ?? 0;
  for (let i = weights.length - 1; i >= middle; i -= 1) high += weights[i] ?? 0;
  return low + high;
}
