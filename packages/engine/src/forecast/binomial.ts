import { certainly, convolve, type Distribution, fromRatios } from "./distribution.ts";

/**
 * How many of `trials` come through, each with the same `chance` and none depending on another.
 *
 * @param chance from 0 to 1
 */
export function binomial(trials: number, chance: number): Distribution {
  if (trials === 0 || chance <= 0) return certainly(0);
  if (chance >= 1) return certainly(trials);
  const odds = chance / (1 - chance);
  const mode = Math.min(trials, Math.floor((trials + 1) * chance));
  return fromRatios(mode, (k) => ((trials - k) / (k + 1)) * odds, 0, trials);
}

/** Leads with the same chance. */
export interface Group {
  readonly trials: number;
  readonly chance: number;
}

/** How many come through of several groups, each with its own chance (Poisson-binomial): the sum of binomials. */
export function binomialOfGroups(groups: readonly Group[]): Distribution {
  return groups.reduce((sum, { trials, chance }) => convolve(sum, binomial(trials, chance)), certainly(0));
}

/**
 * How many of `trials` come through where the chance itself is known only from experience: `came` of `of` earlier ones
 * did (beta-binomial, with the prior of Jeffreys).
 */
export function betaBinomial(trials: number, came: number, of: number): Distribution {
  if (trials === 0) return certainly(0);
  const a = came + 0.5;
  const b = of - came + 0.5;
  const ratio = (k: number): number => (((trials - k) / (k + 1)) * (k + a)) / (trials - k - 1 + b);
  return fromRatios(betaMode(trials, a, b), ratio, 0, trials);
}

/** The likeliest number; where both ends are likelier than the middle, either end serves, since nothing is negligible. */
function betaMode(trials: number, a: number, b: number): number {
  if (a < 1) return 0;
  if (b < 1) return trials;
  return Math.min(trials, Math.max(0, Math.floor(((trials + 1) * (a - 1)) / (a + b - 2))));
}
