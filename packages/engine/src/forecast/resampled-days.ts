/** Whole numbers from 0 to 2^32 - 1 in an order that the seed settles (mulberry32). Integer arithmetic throughout. */
export function wordsFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return (mixed ^ (mixed >>> 14)) >>> 0;
  };
}

/** What is simulated. Amounts are whole numbers, so that their sums are exact. */
export interface Resampling {
  /** What each day seen has brought; at least one. */
  readonly brought: readonly number[];
  /** How many days are to come. */
  readonly days: number;
  /** What the first of them brings at least. */
  readonly atLeast: number;
  readonly runs: number;
  readonly seed: number;
}

/**
 * What the days to come bring, once for each run, least first. Each is drawn from an urn of the days seen, and goes back with a
 * copy of itself (the urn of Pólya, which is the Bayesian bootstrap of Rubin, 1981): plain drawing would take the days seen for all
 * there can be, while the urn is the wider the fewer they are. Together they weigh two less than they are, at least one: with
 * that the variance of what is drawn is about the one of a prediction whose mean and variance are estimated from them.
 */
export function resampledDays({ brought, days, atLeast, runs, seed }: Resampling): Float64Array {
  const next = wordsFrom(seed);
  const below = (count: number): number => Math.floor((next() * count) / 2 ** 32);
  const weight = Math.max(1, brought.length - 2);
  const copies = new Float64Array(days);
  const sums = new Float64Array(runs);
  for (let run = 0; run < runs; run += 1) {
    let sum = 0;
    for (let day = 0; day < days; day += 1) {
      const place = below(weight + day);
      const drawn = (place < weight ? brought[below(brought.length)] : copies[place - weight]) ?? 0;
      const brings = day === 0 ? Math.max(drawn, atLeast) : drawn;
      copies[day] = brings;
      sum += brings;
    }
    sums[run] = sum;
  }
  return sums.sort();
}
