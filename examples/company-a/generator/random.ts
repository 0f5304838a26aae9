/** A stream of pseudo-random numbers that is the same for the same seed on every machine. */
export interface Random {
  /** A number from 0 up to, but not including, 1. */
  next(): number;
  /** True with the given probability. */
  chance(probability: number): boolean;
  /** A whole number from `from` to `to`, both included. */
  between(from: number, to: number): number;
  /** One of the weights' keys, each as likely as its weight. */
  pick<K extends string>(weights: Readonly<Record<K, number>>): K;
  /** A positive number that is skewed to the right; half of them lie below `median`. */
  around(median: number, spread: number): number;
}

/** Mulberry32: 32 bits of state, a period of 2^32, far more than a year of leads needs. */
export function createRandom(seed: number): Random {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  return {
    next,
    chance: (probability) => next() < probability,
    between: (from, to) => from + Math.floor(next() * (to - from + 1)),
    pick: (weights) => pick(weights, next()),
    around: (median, spread) => median * exponential(spread * bell(next)),
  };
}

function pick<K extends string>(weights: Readonly<Record<K, number>>, share: number): K {
  const entries = Object.entries(weights) as [K, number][];
  let left = share * entries.reduce((sum, [, weight]) => sum + weight, 0);
  for (const [key, weight] of entries) {
    left -= weight;
    if (left < 0) return key;
  }
  throw new RangeError("there is nothing to pick from");
}

/** Nearly normal, mean 0, standard deviation 1, from additions alone. */
function bell(next: () => number): number {
  let sum = 0;
  for (let i = 0; i < 12; i++) sum += next();
  return sum - 6;
}

/** e to the power of x by its series: `Math.exp` may differ in its last digit between machines. */
function exponential(x: number): number {
  let sum = 1;
  let term = 1;
  for (let n = 1; n <= 40; n++) {
    term *= x / n;
    sum += term;
  }
  return sum;
}
