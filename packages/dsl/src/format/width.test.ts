import { describe, expect, it } from "vitest";
import { widthOf } from "./width.ts";

describe("the width of text", () => {
  it.each([
    ["", 0],
    ["abc 12", 6],
    ["会社名", 6],
    ["リードID", 8],
    ["、（）：", 8],
    ["ｶﾅ", 2],
    ["한국어", 6],
    ["zażółć", 6],
    ["e\u0301", 1],
    ["か\u3099", 2],
    ["a\u200bb", 2],
    ["…“”→", 4],
    ["€", 1],
    ["👍🏽", 2],
    ["𠮷", 2],
  ])("%j takes %i columns", (text, columns) => {
    expect(widthOf(text)).toBe(columns);
  });
});
