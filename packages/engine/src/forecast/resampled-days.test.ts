import Fraction from "fraction.js";
import { describe, expect, it } from "vitest";
import { type Resampling, resampledDays } from "./resampled-days.ts";

const resampling = (parts: Partial<Resampling>): Resampling => ({
  brought: [0, 300, 300, 500, 1900],
  days: 4,
  atLeast: Number.NEGATIVE_INFINITY,
  runs: 100_000,
  seed: 5,
  ...parts,
});

/**
 * The exact chances of the sums, in rationals. A day that weighs `weight` at first is drawn k times in
 * weight (weight + 1) … (weight + k - 1) / k! ways, so the sums of `days` draws are one convolution for each day seen.
 */
function exactSums(brought: readonly number[], days: number): Map<number, Fraction> {
  const weight = new Fraction(Math.max(1, brought.length - 2), brought.length);
  const ways = [new Fraction(1)];
  for (let k = 1; k <= days; k += 1) ways.push((ways[k - 1] ?? weight).mul(weight.add(k - 1)).div(k));
  let drawn = Array.from({ length: days + 1 }, (_, k) => new Map(k === 0 ? [[0, new Fraction(1)]] : []));
  for (const amount of brought) {
    const convolved = drawn.map(() => new Map<number, Fraction>());
    drawn.forEach((sums, before) => {
      for (const [sum, count] of sums) {
        ways.slice(0, days - before + 1).forEach((way, times) => {
          const reached = sum + times * amount;
          const target = convolved[before + times];
          target?.set(reached, count.mul(way).add(target.get(reached) ?? 0));
        });
      }
    });
    drawn = convolved;
  }
  const last = [...(drawn[days] ?? [])];
  const all = last.reduce((total, [, count]) => total.add(count), new Fraction(0));
  return new Map(last.map(([sum, count]) => [sum, count.div(all)]));
}

describe("resampled days", () => {
  it.each([
    [[0, 300, 300, 500, 1900], 4],
    [[7, 11], 6],
    [[-200, 0, 0, 1000], 3],
    [[1, 2, 4, 8, 16, 32], 1],
  ])("of %j, %i to come, have the exact chances of a convolution", (brought, days) => {
    const sums = resampledDays(resampling({ brought, days }));
    const exact = exactSums(brought, days);
    const seen = Map.groupBy(sums, (sum) => sum);
    for (const sum of seen.keys()) expect(exact.has(sum)).toBe(true);
    for (const [sum, chance] of exact) {
      const share = (seen.get(sum)?.length ?? 0) / sums.length;
      expect(Math.abs(share - chance.valueOf())).toBeLessThan(0.006);
    }
  });

  it("are the same for the same seed, others for another, and in order", () => {
    const some = resampling({ runs: 50 });
    expect(resampledDays(some)).toEqual(resampledDays(some));
    expect(resampledDays({ ...some, seed: 6 })).not.toEqual(resampledDays(some));
    const sums = [...resampledDays(some)];
    expect(sums).toEqual(sums.toSorted((a, b) => a - b));
  });

  it("bring on the first day at least what it has brought already", () => {
    expect(Math.min(...resampledDays(resampling({ days: 1, atLeast: 700 })))).toBe(700);
    expect(Math.max(...resampledDays(resampling({ days: 1, atLeast: 700 })))).toBe(1900);
  });

  it("bring nothing where none is to come", () => {
    expect(new Set(resampledDays(resampling({ days: 0, atLeast: 700, runs: 10 })))).toEqual(new Set([0]));
  });

  it("are the wider the fewer days were seen", () => {
    const width = (times: number): number => {
      const brought = Array.from({ length: times }, () => [0, 100, 400]).flat();
      const sums = resampledDays(resampling({ brought, days: 20, runs: 4_000 }));
      return (sums[3_599] ?? 0) - (sums[399] ?? 0);
    };
    expect(width(2)).toBeGreaterThan(1.3 * width(20));
  });
});
