import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { factsOf, occurrenceOf } from "../testing/policy-builder.ts";
import { mergeEvents, orderEvents } from "./merge-events.ts";

describe("merging events", () => {
  it("orders by instant and keeps the order of arrival within one", () => {
    const merged = mergeEvents(factsOf({}, [occurrenceOf("b", 2)]), [
      occurrenceOf("c", 2),
      occurrenceOf("a", 1),
    ]);
    expect(merged.events.map(({ event }) => event)).toEqual(["a", "b", "c"]);
  });

  it.each([
    ["the same", occurrenceOf("a", 1, { attributes: { y: 2, x: [1] } }), 1],
    ["another instant", occurrenceOf("a", 2, { attributes: { x: [1], y: 2 } }), 2],
    ["another event", occurrenceOf("b", 1, { attributes: { x: [1], y: 2 } }), 2],
    ["another attribute", occurrenceOf("a", 1, { attributes: { x: [1], y: 3 } }), 2],
    ["another owner", occurrenceOf("a", 1, { attributes: { x: [1], y: 2 }, owner: "o" }), 2],
  ])("%s", (_, other, count) => {
    const first = occurrenceOf("a", 1, { attributes: { x: [1], y: 2 } });
    expect(orderEvents([first, other])).toHaveLength(count);
  });

  it("keeps the earliest recording of duplicates; none stated means at once", () => {
    const recorded = [9, 5, 7].map((at) => occurrenceOf("a", 1, { recorded: at }));
    expect(orderEvents(recorded)).toEqual([occurrenceOf("a", 1, { recorded: 5 })]);
    expect(orderEvents([...recorded, occurrenceOf("a", 1)])).toEqual([occurrenceOf("a", 1)]);
  });

  it("does not depend on how often or in which batches events come", () => {
    const occurrence = fc
      .tuple(fc.constantFrom("a", "b"), fc.nat(3), fc.constantFrom(null, "x"))
      .map(([event, at, owner]) => occurrenceOf(event, at, { owner }));
    fc.assert(
      fc.property(fc.array(occurrence), fc.nat(), (events, cut) => {
        const at = events.length === 0 ? 0 : cut % events.length;
        const inTwo = mergeEvents(mergeEvents(factsOf(), events.slice(0, at)), [
          ...events.slice(at),
          ...events,
        ]);
        expect(inTwo.events).toEqual(mergeEvents(factsOf(), events).events);
      }),
    );
  });
});
