import fc from "fast-check";
import Fraction from "fraction.js";
import { describe, expect, it } from "vitest";
import { arrivals } from "./arrivals.ts";
import { betaBinomial, binomial, binomialOfGroups } from "./binomial.ts";
import { chanceRange, tailsOf } from "./contradiction.ts";
import { chanceAtLeast, chanceAtMost, type Distribution, quantile } from "./distribution.ts";

/** The binomial distribution by its definition, in exact rationals. */
function exactBinomial(trials: number, chance: Fraction): Fraction[] {
  let ways = new Fraction(1);
  return Array.from({ length: trials + 1 }, (_, k) => {
    if (k > 0) ways = ways.mul(trials - k + 1).div(k);
    return ways.mul(chance.pow(k)).mul(new Fraction(1).sub(chance).pow(trials - k));
  });
}

function chanceOf({ least, chances }: Distribution, k: number): number {
  return chances[k - least] ?? 0;
}

const total = ({ chances }: Distribution): number => chances.reduce((sum, chance) => sum + chance, 0);
const mean = ({ least, chances }: Distribution): number =>
  chances.reduce((sum, chance, index) => sum + chance * (least + index), 0);

describe("binomial", () => {
  it("is the exact rational distribution, to 12 digits", () => {
    const some = fc.tuple(fc.integer({ min: 0, max: 40 }), fc.integer({ min: 0, max: 100 }));
    fc.assert(
      fc.property(some, ([trials, percent]) => {
        const exact = exactBinomial(trials, new Fraction(percent, 100));
        const ours = binomial(trials, percent / 100);
        exact.forEach((chance, k) => {
          expect(chanceOf(ours, k)).toBeCloseTo(chance.valueOf(), 12);
        });
        const upTo = exact.slice(0, Math.ceil(trials / 2) + 1);
        const atMost = upTo.reduce((sum, chance) => sum.add(chance), new Fraction(0));
        expect(chanceAtMost(ours, upTo.length - 1)).toBeCloseTo(atMost.valueOf(), 12);
      }),
    );
  });

  it("keeps the digits of chances that are very small", () => {
    const exact = exactBinomial(60, new Fraction(1, 10)).slice(20);
    const sum = exact.reduce((all, chance) => all.add(chance), new Fraction(0)).valueOf();
    expect(chanceAtLeast(binomial(60, 0.1), 20) / sum).toBeCloseTo(1, 9);
  });

  it.each([
    [1_000_000, 0.34],
    [1_000_000, 0.000_001],
    [3, 0.999_999],
  ])("adds up to 1 and to its mean for %i at %d", (trials, chance) => {
    const ours = binomial(trials, chance);
    expect(total(ours)).toBeCloseTo(1, 12);
    expect(mean(ours) / (trials * chance)).toBeCloseTo(1, 9);
  });

  it("of groups is the binomial of all where they have the same chance", () => {
    const groups = binomialOfGroups([
      { trials: 7, chance: 0.3 },
      { trials: 13, chance: 0.3 },
    ]);
    const whole = binomial(20, 0.3);
    for (let k = 0; k <= 20; k += 1) expect(chanceOf(groups, k)).toBeCloseTo(chanceOf(whole, k), 12);
  });
});

describe("beta-binomial", () => {
  it.each([
    [10, 0, 0],
    [10, 0, 30],
    [10, 30, 30],
    [500, 34, 100],
  ])("adds up to 1, with the mean of what was seen: %i trials after %i of %i", (trials, came, of) => {
    const ours = betaBinomial(trials, came, of);
    expect(total(ours)).toBeCloseTo(1, 12);
    expect(mean(ours)).toBeCloseTo((trials * (came + 0.5)) / (of + 1), 9);
  });

  it("comes near the binomial where much was seen", () => {
    const [seen, known] = [betaBinomial(50, 340_000, 1_000_000), binomial(50, 0.34)];
    for (let k = 0; k <= 50; k += 1) expect(chanceOf(seen, k)).toBeCloseTo(chanceOf(known, k), 3);
  });
});

describe("arrivals", () => {
  it.each([
    [0, 5, 10],
    [40, 10, 10],
    [4_000, 100, 150],
  ])("adds up to 1, with a mean at the rate seen: %i in %i days, %i to come", (count, elapsed, remaining) => {
    const ours = arrivals(count, elapsed, remaining);
    expect(total(ours)).toBeCloseTo(1, 12);
    expect(mean(ours)).toBeCloseTo(((count + 0.5) * remaining) / elapsed, 6);
  });

  it("is wider the fewer days are over", () => {
    const width = (days: number): number => {
      const ours = arrivals(4 * days, days, 10);
      return quantile(ours, 0.975) - quantile(ours, 0.025);
    };
    expect(width(2)).toBeGreaterThan(width(10));
    expect(width(10)).toBeGreaterThan(width(100));
  });
});

describe("contradiction", () => {
  it("has exact tails", () => {
    const exact = exactBinomial(16, new Fraction(34, 100));
    const tails = tailsOf(0, [{ trials: 16, chance: 0.34 }]);
    expect(tails.atMost).toBeCloseTo(exact[0]?.valueOf() ?? 0, 12);
    expect(tails.atLeast).toBe(1);
  });

  it("leaves open the range of chances that the exact tails do", () => {
    const { low, high } = chanceRange(20, 100, 0.01);
    expect(tailsOf(20, [{ trials: 100, chance: low }]).atLeast).toBeCloseTo(0.005, 9);
    expect(tailsOf(20, [{ trials: 100, chance: high }]).atMost).toBeCloseTo(0.005, 9);
    expect(chanceRange(0, 10, 0.01).low).toBe(0);
    expect(chanceRange(10, 10, 0.01).high).toBe(1);
  });
});
