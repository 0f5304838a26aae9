import { expect, it } from "vitest";
import { SeenIds } from "./seen-ids.ts";

it("finds an id that comes again", () => {
  const seen = new SeenIds();
  expect(["1", "2", "1", "__proto__", "__proto__"].map((id) => seen.repeats(id))).toEqual([
    false,
    false,
    true,
    false,
    true,
  ]);
  expect(seen.full).toBe(false);
});

it("keeps no more ids than it may, and says so", () => {
  const seen = new SeenIds(2);
  expect(["1", "2", "3", "3", "1"].map((id) => seen.repeats(id))).toEqual([false, false, false, false, true]);
  expect(seen.full).toBe(true);
});
