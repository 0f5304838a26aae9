import { describe, expect, it } from "vitest";
import { slipOf } from "./slip.ts";

describe("a slip of the pen", () => {
  const certain: readonly (readonly [string, readonly string[], string])[] = [
    ["handof", ["handoff", "contact"], "handoff"],
    ["employes", ["employees"], "employees"],
    ["contatc", ["contact"], "contact"],
    ["Handoff", ["handoff"], "handoff"],
    ["contct", ["contact", "contacts"], "contact"],
    ["フィードバク", ["フィードバック"], "フィードバック"],
  ];
  it.each(certain)("%s among %j is %s", (word, candidates, meant) => {
    expect(slipOf(word, candidates)).toBe(meant);
  });

  const uncertain: readonly (readonly [string, readonly string[], string])[] = [
    ["sql_date", ["sal_date"], "another letter may be another thing"],
    ["MQL", ["MQLs"], "short words have many neighbours"],
    ["touch_1", ["touch_12"], "a digit more is another thing"],
    ["calls", ["call", "callss"], "two could be meant"],
    ["handoff", ["handoff"], "it is the word itself"],
    ["abcdef", ["abdcfe"], "two slips"],
    ["contact", [], "nothing is declared"],
  ];
  it.each(uncertain)("%s among %j is nothing certain: %s", (word, candidates) => {
    expect(slipOf(word, candidates)).toBeUndefined();
  });

  it("may be a shorter word where the candidates are keywords", () => {
    expect(slipOf("mst", ["must", "where"], 3)).toBe("must");
  });
});
