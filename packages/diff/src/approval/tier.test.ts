import { describe, expect, it } from "vitest";
import { parseTier, tierWords } from "./tier.ts";

describe("tiers of change", () => {
  it.each([
    "any change",
    "breaking",
    "stricter for sales",
    "looser for marketing",
    "incomparable for sales",
    "change of goal",
    "change of commitment",
  ])("%s is read and told again", (words) => {
    const tier = parseTier(words);
    expect(typeof tier === "string" ? tier : tierWords(tier)).toBe(words);
  });

  it.each([
    ["", /expected "any change"/],
    ["equal for sales", /expected "any change"/],
    ["stricter for", /expected "any change"/],
    ["stricter sales", /expected "any change"/],
    ["change of gaol", /nothing in a contract is called "gaol"; did you mean "goal"\?/],
    ["change of everything", /nothing in a contract is called "everything"$/],
  ])("%j is refused", (words, message) => {
    expect(parseTier(words)).toMatch(message);
  });
});
