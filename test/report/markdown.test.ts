import { markdownReport } from "@entente/report";
import { describe, expect, it } from "vitest";
import { AT, CONTRACT, LEADS, lead, reportOn } from "./reported.ts";

describe("the message", () => {
  it("says where the agreement stands", () => {
    expect(markdownReport(reportOn(CONTRACT, LEADS, AT))).toMatchSnapshot();
  });

  it("is short, and says so, where there is nothing to say", () => {
    const text = markdownReport(reportOn(CONTRACT, [], AT));
    expect(text).toContain("## Violations\n\nNone.\n");
    expect(text).not.toMatch(/undefined|null|NaN/);
  });

  it("lets no name of the data be markup, a mention, a link or a cell", () => {
    const names = [
      "@everyone",
      "a|b",
      "`code`",
      "<b>bold</b>",
      "https://example.com",
      "# heading",
      "line\nbreak",
      "**x**",
    ];
    const text = markdownReport(
      reportOn(
        CONTRACT,
        names.map((name) => lead(`id ${name}`, name, ["handoff 2026-03-04T10:00"])),
        AT,
      ),
    );
    expect(text).toContain("| `@everyone` |");
    expect(text).toContain("| `` `code` `` |");
    expect(text).toContain("`<b>bold</b>`");
    const rows = text.split("\n").filter((row) => row.startsWith("|"));
    const cells = (row: string): number => row.replaceAll("\\|", "").split("|").length;
    const heads = rows.filter((_, index) => rows[index + 1]?.startsWith("| :"));
    expect(heads.length).toBeGreaterThan(3);
    expect(new Set(rows.map(cells))).toEqual(new Set(heads.map(cells)));
    const prose = text.replace(/(`+)[\s\S]*?[^`]\1(?!`)/g, "");
    expect(/^# heading|@everyone|https:|<b>|\*\*x\*\*/m.exec(prose)).toBeNull();
  });
});
