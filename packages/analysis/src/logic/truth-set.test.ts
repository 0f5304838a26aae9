import { describe, expect, it } from "vitest";
import { both, either, negated, setOf, type TruthSet } from "./truth-set.ts";

type Truth = boolean | undefined;
const values: readonly Truth[] = [true, false, undefined];
const sets: readonly TruthSet[] = [1, 2, 3, 4, 5, 6, 7];
const members = (set: TruthSet): readonly Truth[] => values.filter((value) => (setOf(value) & set) !== 0);
const union = (truths: readonly Truth[]): TruthSet => truths.reduce((set, truth) => set | setOf(truth), 0);

const kleeneAnd = (a: Truth, b: Truth): Truth =>
  a === false || b === false ? false : a === undefined || b === undefined ? undefined : true;
const kleeneNot = (a: Truth): Truth => (a === undefined ? undefined : !a);
const kleeneOr = (a: Truth, b: Truth): Truth => kleeneNot(kleeneAnd(kleeneNot(a), kleeneNot(b)));

describe("sets of truth values", () => {
  it("have of `and`, `or` and `not` exactly what some members give", () => {
    for (const a of sets) {
      expect(negated(a)).toBe(union(members(a).map(kleeneNot)));
      for (const b of sets) {
        const pairs = members(a).flatMap((one) => members(b).map((other) => [one, other] as const));
        expect(both(a, b)).toBe(union(pairs.map(([one, other]) => kleeneAnd(one, other))));
        expect(either(a, b)).toBe(union(pairs.map(([one, other]) => kleeneOr(one, other))));
      }
    }
  });
});
