import { describe, expect, it } from "vitest";
import { binsInTime, UsedCounter, usedEdges } from "./used-histogram.ts";

function binOf(status: "met" | "late", used: number): number {
  const counter = new UsedCounter();
  counter.add(status, used);
  return counter.finish().bins.indexOf(1);
}

describe("the share of the time that was used", () => {
  const cases: readonly (readonly ["met" | "late", number, number | string])[] = [
    ["met", 0, 10],
    ["met", 10, 10],
    ["met", 10.001, 20],
    ["met", 100, 100],
    ["met", 100.00000000000001, 100],
    ["late", 99.99999999999999, 125],
    ["late", 100, 125],
    ["late", 125, 125],
    ["late", 500, 500],
    ["late", 500.1, Number.POSITIVE_INFINITY],
    ["late", 1e12, Number.POSITIVE_INFINITY],
  ];
  it.each(cases)("%s at %f%% counts up to %s%%", (status, used, edge) => {
    expect(usedEdges[binOf(status, used)]).toBe(edge);
  });

  it("lies on the side of the deadline that the verdict says, whatever its rounding", () => {
    expect(binOf("met", 100.5)).toBe(binsInTime - 1);
    expect(binOf("late", 42)).toBe(binsInTime);
  });

  it("counts beside the bins what was not done, and what could not be measured", () => {
    const counter = new UsedCounter();
    counter.add("breached", 900);
    counter.add("breached", null);
    counter.add("met", null);
    const { bins, notDone, unmeasured } = counter.finish();
    expect({ sum: bins.reduce((a, b) => a + b), notDone, unmeasured }).toEqual({
      sum: 0,
      notDone: 2,
      unmeasured: 1,
    });
  });
});
