import { upperBound } from "@entente/ir";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { RankIndex } from "./rank-index.ts";

const grids = fc.constantFrom(1, 7, 900_000, 3_600_000, 86_400_000);
const ascending = fc
  .tuple(
    grids,
    fc.array(fc.oneof(fc.integer({ min: -50, max: 50 }), fc.integer({ min: -1e6, max: 1e6 })), {
      maxLength: 40,
    }),
  )
  .map(([grid, values]) => Float64Array.from(values, (value) => value * grid).toSorted());

describe("a rank index", () => {
  it("finds what a binary search finds", () => {
    fc.assert(
      fc.property(ascending, fc.array(fc.integer({ min: -1e14, max: 1e14 })), (values, others) => {
        const index = new RankIndex(values);
        const edges = [...values, ...others].flatMap((value) => [value, value - 1, value + 1]);
        for (const value of [...edges, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY]) {
          expect(index.rank(value)).toBe(upperBound(values, value));
        }
      }),
      { numRuns: 500 },
    );
  });

  it("finds its way where values are crowded", () => {
    const values = Float64Array.from([...Array.from({ length: 1000 }, (_, i) => i), 1e15]);
    const index = new RankIndex(values);
    for (const value of [-1, 0, 500, 999, 1000, 1e14, 1e15, 1e16]) {
      expect(index.rank(value)).toBe(upperBound(values, value));
    }
  });
});
