import { binomial, binomialOfGroups, type Group } from "./binomial.ts";
import { chanceAtLeast, chanceAtMost } from "./distribution.ts";

/** How likely it is that so few, or so many, come through. */
export interface Tails {
  readonly atMost: number;
  readonly atLeast: number;
}

/** The chances of at most and of at least `came` where each lead of each group has that group's chance. Exact binomial sums. */
export function tailsOf(came: number, groups: readonly Group[]): Tails {
  const expected = binomialOfGroups(groups);
  return { atMost: chanceAtMost(expected, came), atLeast: chanceAtLeast(expected, came) };
}

/** The chances under which `came` of `of` is neither too few nor too many, as ratios from 0 to 1. */
export interface ChanceRange {
  readonly low: number;
  readonly high: number;
}

/**
 * The range of chances that `came` of `of` leaves open (Clopper and Pearson): below `low` so many, above `high` so few
 * would come through with less than half of `doubt`.
 *
 * @param doubt such as 0.01 for a range that holds in 99 of 100 cases or more
 */
export function chanceRange(came: number, of: number, doubt: number): ChanceRange {
  const half = doubt / 2;
  return {
    low: came === 0 ? 0 : bisected((chance) => chanceAtLeast(binomial(of, chance), came) >= half),
    high: came === of ? 1 : bisected((chance) => chanceAtMost(binomial(of, chance), came) < half),
  };
}

/** The chance from which on a condition holds, to 12 digits. */
function bisected(holds: (chance: number) => boolean): number {
  let [low, high] = [0, 1];
  for (let step = 0; step < 40; step += 1) {
    const middle = (low + high) / 2;
    if (holds(middle)) high = middle;
    else low = middle;
  }
  return (low + high) / 2;
}
