import { certainly, type Distribution, fromRatios } from "./distribution.ts";

/**
 * How many more arrive in `remaining` days, if `count` arrived in `elapsed` ones: arrivals at a steady rate per day, which
 * is known only from those days (negative binomial: Poisson arrivals whose rate has the prior of Jeffreys). With few days
 * gone it is wide.
 *
 * @param elapsed above 0
 */
export function arrivals(count: number, elapsed: number, remaining: number): Distribution {
  if (remaining <= 0) return certainly(0);
  const shape = count + 0.5;
  const share = remaining / (elapsed + remaining);
  const mode = Math.max(0, Math.floor(((shape - 1) * share) / (1 - share)));
  return fromRatios(mode, (k) => ((k + shape) / (k + 1)) * share, 0, Number.POSITIVE_INFINITY);
}
