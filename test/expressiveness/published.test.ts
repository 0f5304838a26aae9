import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { compile } from "@entente/dsl";
import { createEngine, runContractTests } from "@entente/engine";
import { describe, expect, it } from "vitest";
import {
  contractFiles,
  marksOf,
  PAGE,
  PUBLISHED,
  readClauses,
  readMarks,
  renderPage,
} from "../../scripts/expressiveness.ts";
import { SHARED } from "../support/folders.ts";

const CASES = join(SHARED, "cases", "clauses.json");

const clauses = readClauses();
const marks = readMarks();

describe.each(contractFiles())("the published agreement %s", (file) => {
  const { policy, diagnostics } = compile({ entry: file, text: readFileSync(join(PUBLISHED, file), "utf8") });

  it("has no errors", () => {
    const errors = diagnostics.filter(({ severity }) => severity === "error");
    expect(errors.map(({ id, span }) => `${id} on line ${span.line}`)).toEqual([]);
  });

  it("keeps at least three tests of its own", () => {
    if (policy === null) throw new Error(`${file} does not compile`);
    const results = runContractTests(createEngine(policy));
    expect(results.filter(({ status }) => status !== "passed").map(({ name }) => name)).toEqual([]);
    expect(results.length).toBeGreaterThanOrEqual(3);
    expect(results.filter(({ expectations }) => expectations.length === 0)).toEqual([]);
  });
});

describe("the measure of expressiveness", () => {
  it("accounts for every clause once", () => {
    const ids = clauses.map(({ id }) => id).sort();
    expect(marks.map(({ id }) => id).sort()).toEqual(ids);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it("says of each clause that is not expressed what is missing", () => {
    expect(marks.filter(({ manner, remark }) => manner === "none" && remark === "")).toEqual([]);
  });

  it("has its page up to date (else: node scripts/expressiveness.ts)", () => {
    expect(readFileSync(PAGE, "utf8")).toBe(renderPage(clauses, marks));
  });

  it.skipIf(!existsSync(CASES))(
    "knows all clauses of ../shared/cases/clauses.json, each in its contract",
    () => {
      const cases: { readonly id: string; readonly contract: string }[] = JSON.parse(
        readFileSync(CASES, "utf8"),
      );
      expect(clauses.map(({ id }) => id)).toEqual(cases.map(({ id }) => id));
      const files = new Map<string, Set<string>>();
      for (const { id, contract } of cases) {
        const mark = marks.find((one) => one.id === id && one.manner !== "none");
        if (mark === undefined) continue;
        files.set(familyOf(id, contract), (files.get(familyOf(id, contract)) ?? new Set()).add(mark.file));
      }
      expect([...files].filter(([, used]) => used.size !== 1)).toEqual([]);
      expect(files.size).toBe(contractFiles().length);
    },
  );
});

function familyOf(id: string, contract: string): string {
  return `${id.split("-")[0] ?? ""} ${contract}`;
}

describe("a mark", () => {
  it.each([
    ["# clause: A-1 exact\nreview every quarter", [["A-1", "exact", 2, ""]]],
    ["panel a, b   # clause: A-1 prose", [["A-1", "prose", 1, ""]]],
    [
      "# clause: A-1 exact, a remark\n# clause: A-2 exact\n\n  x",
      [
        ["A-1", "exact", 4, "a remark"],
        ["A-2", "exact", 4, ""],
      ],
    ],
    ["# a comment", []],
  ])("is read from %j", (text, expected) => {
    const found = marksOf("a.sla", text).map(({ id, manner, line, remark }) => [id, manner, line, remark]);
    expect(found).toEqual(expected);
  });

  it.each(["# clause: A-1\nx", "# clause: A-1 maybe\nx", "x\n# clause: A-1 exact\n# the end"])(
    "that cannot be read is refused: %j",
    (text) => expect(() => marksOf("a.sla", text)).toThrow("a.sla:"),
  );
});
