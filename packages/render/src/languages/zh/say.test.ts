import { describe, expect, it } from "vitest";
import type { Phrase } from "../../phrase/say.ts";
import { glued, say } from "./say.ts";

const name = (value: string): Phrase => [{ type: "inlineCode", value }];
const textOf = (phrase: Phrase): string =>
  phrase.map((node) => ("value" in node ? node.value : "?")).join("");

describe("a Chinese sentence", () => {
  it.each([
    ["Latin beside Chinese", say`在 ${"handoff"} 后`, "在 handoff 后"],
    ["a number without spaces in the template", say`合计${"10"}分`, "合计 10 分"],
    ["Chinese beside Chinese", say`在 ${"首次移交"} 后`, "在首次移交后"],
    ["a Chinese name", say`在 ${name("移交")} 后`, "在移交后"],
    ["a Latin name", say`完成${name("contact")}。`, "完成 contact。"],
    ["quotation marks", say`包含 ${"“vip”"} 的`, "包含“vip”的"],
    ["a part that is empty", say`每周${""}报告`, "每周报告"],
    ["the author's own spaces", say`目的：${"一 二 three"}`, "目的：一 二 three"],
  ])("%s", (_, phrase, text) => {
    expect(textOf(phrase)).toBe(text);
  });

  it("joins its parts alike", () => {
    expect(textOf(glued([name("a"), "和", name("b")]))).toBe("a 和 b");
    expect(textOf(glued([]))).toBe("");
  });
});
