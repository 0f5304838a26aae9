import { describe, expect, it } from "vitest";
import { childrenOf, visit } from "./children.ts";
import { parse } from "./parse.ts";

describe("children", () => {
  const read = (text: string) => parse("f.sla", text).ast;

  it("stand in the order of the text", () => {
    const kinds: string[] = [];
    visit(read("define x = a + 1 > by b { c or d -> 2, otherwise -> 3 }"), (node) => {
      kinds.push(node.kind);
    });
    expect(kinds.filter((kind) => kind !== "Name")).toEqual([
      ...["File", "Define", "Comparison", "Arithmetic", "Reference", "Number", "Table", "Reference"],
      ...["TableCase", "Reference", "Reference", "Number", "TableCase", "Number"],
    ]);
  });
  it.each([
    ["the ends of a domain", "lead { a integer 0 to 5 }", ["0", "5"]],
    ["dated values", "define x = 1 from 2020-01-01, 2 from 2020-07-01", ["1", "2"]],
    ["the parts of a mix", "funnel f { mix 1 a at 2, 3 b at 4 }", ["1", "2", "3", "4"]],
  ])("%s are children", (_name, text, numbers) => {
    const found: string[] = [];
    visit(read(text), (node) => {
      if (node.kind === "Number") found.push(node.value);
    });
    expect(found).toEqual(numbers);
  });
  it("a leaf has none", () => {
    const [event] = read("event a").declarations;
    expect(event && childrenOf(event).map(({ kind }) => kind)).toEqual(["Name"]);
  });
});
