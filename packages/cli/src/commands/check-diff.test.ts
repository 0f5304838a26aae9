import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { lineDiff } from "./check-diff.ts";

const numbered = (count: number): string[] =>
  Array.from({ length: count }, (_, index) => `line ${index + 1}`);
const text = (lines: readonly string[]): string => lines.map((line) => `${line}\n`).join("");

describe("a diff", () => {
  it("is empty where nothing changes", () => {
    expect(lineDiff("a.sla", "a\n", "a\n")).toBe("");
  });

  it("shows changes that lie apart as hunks of their own", () => {
    const before = numbered(20);
    const after = before.with(2, "three").toSpliced(15, 1, "sixteen", "and a half");
    expect(lineDiff("a.sla", text(before), text(after))).toBe(
      [
        "--- a.sla",
        "+++ a.sla",
        "@@ -1,5 +1,5 @@",
        " line 1",
        " line 2",
        "-line 3",
        "+three",
        " line 4",
        " line 5",
        "@@ -14,5 +14,6 @@",
        " line 14",
        " line 15",
        "-line 16",
        "+sixteen",
        "+and a half",
        " line 17",
        " line 18",
        "",
      ].join("\n"),
    );
  });

  it("takes one text to the other", () => {
    const lines = fc.array(fc.constantFrom("a", "b", "c"), { maxLength: 12 });
    fc.assert(
      fc.property(lines, lines, (before, after) => {
        const diff = lineDiff("a.sla", text(before), text(after));
        expect(diff === "" ? before : applied(before, diff)).toEqual(after);
      }),
    );
  });
});

/** What `patch` would make of the lines. */
function applied(before: readonly string[], diff: string): readonly string[] {
  const after: string[] = [];
  let at = 0;
  for (const line of diff.split("\n").slice(2, -1)) {
    const [, start] = /^@@ -(\d+)/.exec(line) ?? [];
    if (start !== undefined) {
      while (at < Number(start) - 1) after.push(before[at++] ?? "");
    } else if (line.startsWith("+")) {
      after.push(line.slice(1));
    } else {
      expect(before[at++]).toBe(line.slice(1));
      if (line.startsWith(" ")) after.push(line.slice(1));
    }
  }
  return [...after, ...before.slice(at)];
}
