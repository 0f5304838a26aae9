import fc from "fast-check";
import { expect, it } from "vitest";
import { WorstFirst } from "./worst-first.ts";

it("keeps what sorting everything and cutting it would keep", () => {
  fc.assert(
    fc.property(
      fc.array(fc.record({ key: fc.nat(9), id: fc.nat() })),
      fc.integer({ min: 1, max: 8 }),
      (items, most) => {
        const compare = (a: { key: number }, b: { key: number }): number => b.key - a.key;
        const kept = new WorstFirst<{ key: number; id: number }>(most, compare);
        for (const item of items) kept.add(item);
        expect(kept.finish()).toEqual(items.toSorted(compare).slice(0, most));
      },
    ),
  );
});
