import type { Diagnostic, Span } from "@entente/ir";
import { describe, expect, it } from "vitest";
import { coloursFor, plain } from "../terminal/colours.ts";
import { codeFrame } from "./code-frame.ts";

const style = { colours: plain, columns: 100 };

/** The span of `needle` in `text`, as the compiler would give it. */
function spanOf(text: string, needle: string, file = "company-a.sla"): Span {
  const start = text.indexOf(needle);
  const before = text.slice(0, start);
  const line = before.split(/\r\n|\n|\r/).length;
  const column = start - Math.max(before.lastIndexOf("\n"), before.lastIndexOf("\r"));
  return { file, start, end: start + needle.length, line, column };
}

function frame(text: string, needle: string, extra: Partial<Diagnostic> = {}, columns = 100): string {
  const diagnostic: Diagnostic = {
    id: "check/unit-mismatch",
    severity: "error",
    span: spanOf(text, needle),
    message: "a budget is money, but 10,000 has no currency",
    ...extra,
  };
  return codeFrame(diagnostic, new Map([["company-a.sla", text]]), { ...style, columns });
}

describe("a code frame", () => {
  it("shows the place, the line, the caret and the label", () => {
    const text = `${"\n".repeat(40)}define bant = budget >= 10,000\n`;
    expect(frame(text, "10,000", { label: "write $10,000" })).toBe(
      [
        "error[check/unit-mismatch]: a budget is money, but 10,000 has no currency",
        "  company-a.sla:41:25",
        "   41 | define bant = budget >= 10,000",
        "      |                         ^^^^^^ write $10,000",
        "",
      ].join("\n"),
    );
  });

  it("shows related places with dashes, and help last", () => {
    const text = "event won\nevent lost\nevent won2\n";
    const related = [{ span: spanOf(text, "won"), label: "first declared here" }];
    expect(frame(text, "won2", { related, help: "give it another name" })).toBe(
      [
        "error[check/unit-mismatch]: a budget is money, but 10,000 has no currency",
        "  company-a.sla:3:7",
        "    3 | event won2",
        "      |       ^^^^",
        "  company-a.sla:1:7",
        "    1 | event won",
        "      |       --- first declared here",
        "      = help: give it another name",
        "",
      ].join("\n"),
    );
  });

  const carets: readonly (readonly [string, string, string, string, string])[] = [
    [
      "wide characters count twice",
      "define 対象 = 従業員数 >= 5x",
      "従業員数",
      "define 対象 = 従業員数 >= 5x",
      "              ^^^^^^^^",
    ],
    ["text after wide characters", "会社名 txet", "txet", "会社名 txet", "       ^^^^"],
    ["tabs fill up to four columns", "\ta\tb = c", "b", "    a   b = c", "        ^"],
    ["CRLF does not reach the screen", "a\r\nbad line\r\nc", "line", "bad line", "    ^^^^"],
    ["combining marks take no room", "e\u0323\u0302x bad", "bad", "e\u0323\u0302x bad", "   ^^^"],
    ["a span over lines ends with its first", "score x {\n  a\n}", "{\n  a\n}", "score x {", "        ^"],
    ["control characters are pictures", "a \u001b[31mred bad", "bad", "a ␛[31mred bad", "           ^^^"],
    ["marks that turn the direction are shown", "a\u202eb bad", "bad", "a�b bad", "    ^^^"],
  ];
  it.each(carets)("%s", (_, text, needle, line, caret) => {
    const [, , shown, under] = frame(text, needle).split("\n");
    expect(shown?.slice(8)).toBe(line);
    expect(under?.slice(8)).toBe(caret);
  });

  it("points behind the last character at the end of a file", () => {
    const text = "agreement";
    const span = { file: "company-a.sla", start: 9, end: 9, line: 1, column: 10 };
    expect(frame(text, "agreement", { span }).split("\n")[3]).toBe("      |          ^");
    expect(frame("", "", { span: { ...span, start: 0, end: 0, column: 1 } }).split("\n")[2]).toBe("    1 |");
  });

  it("cuts a line that is wider than the terminal around the place", () => {
    const text = `${"a".repeat(300)} bad ${"b".repeat(300)}`;
    const [, , shown, under] = frame(text, "bad", {}, 60).split("\n");
    expect(shown?.length).toBeLessThanOrEqual(60);
    expect(shown?.slice(under?.indexOf("^"), (under?.lastIndexOf("^") ?? 0) + 1)).toBe("bad");
    expect(shown).toMatch(/…a+ bad b+…$/);
  });

  it("makes room for long line numbers", () => {
    const text = `${"\n".repeat(123_455)}bad`;
    expect(frame(text, "bad").split("\n").slice(2, 4)).toEqual([" 123456 | bad", "        | ^^^"]);
  });

  it("shows a place of an unknown file without its line", () => {
    const span = { file: "other.sla", start: 5, end: 6, line: 2, column: 3 };
    expect(frame("x", "x", { span, label: "here" })).toContain("  other.sla:2:3  here\n");
  });

  it("wraps help under itself", () => {
    const help = "one two three four five six seven eight nine ten eleven twelve thirteen";
    expect(frame("bad", "bad", { help }, 60)).toContain("      = help: one two");
    expect(frame("bad", "bad", { help }, 60).split("\n").at(-2)).toMatch(/^ {14}\S/);
  });

  it("colours only where asked to", () => {
    const io = { isTTY: true } as never;
    const colours = coloursFor(io, true, true);
    const diagnostic: Diagnostic = { id: "a/b", severity: "warning", span: spanOf("x", "x"), message: "m" };
    expect(codeFrame(diagnostic, new Map(), { colours, columns: 80 })).toContain("\u001b[33m");
    expect(codeFrame(diagnostic, new Map(), style)).not.toContain("\u001b");
  });
});
