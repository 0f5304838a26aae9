import { describe, expect, it } from "vitest";
import { asPhrase, listed, say } from "./say.ts";

describe("a sentence", () => {
  it("merges texts and keeps nodes", () => {
    const name = [{ type: "inlineCode", value: "x" }] as const;
    expect(say`a ${"b"} ${name} ${() => asPhrase("c")}`).toEqual([
      { type: "text", value: "a b " },
      { type: "inlineCode", value: "x" },
      { type: "text", value: " c" },
    ]);
  });

  it("does not double a full stop", () => {
    expect(say`do ${"2026 r."}.`).toEqual(asPhrase("do 2026 r."));
    expect(say`${"more"}...`).toEqual(asPhrase("more..."));
  });

  it.each([
    ["en", "conjunction", "a, b, and c"],
    ["en", "disjunction", "a, b, or c"],
    ["pl", "conjunction", "a, b i c"],
    ["ja", "disjunction", "a、b、またはc"],
  ] as const)("lists in %s (%s): %s", (locale, type, text) => {
    expect(listed(locale, type, ["a", "b", "c"])).toEqual(asPhrase(text));
  });
});
