import { readFileSync } from "node:fs";
import { join } from "node:path";
import { runContractTests } from "@entente/engine";
import { describe, expect, it } from "vitest";
import { engineOf } from "./page/example-contract.ts";
import { blocksOf, type Example, examplesOf } from "./page/example-tables.ts";
import { runExample } from "./page/run-example.ts";

const page = readFileSync(join(import.meta.dirname, "../../docs/language/time.md"), "utf8");
const contracts = blocksOf(page, "sla");
const [contract = ""] = contracts;
const tables = examplesOf(page);

describe.each([...tables])("docs/language/time.md: %s", (_heading, examples) => {
  it.each(titled(examples))("%s", (_title, example) => {
    expect(runExample(contract, example)).toEqual(example.outcome);
  });
});

describe("the contracts of docs/language/time.md", () => {
  it.each(contracts.map((text, index) => [index + 1, text] as const))(
    "pass their tests: block %i",
    (_index, text) => {
      const results = runContractTests(engineOf(text)).flatMap(({ expectations }) => expectations);
      expect(results.length).toBeGreaterThan(0);
      expect(results.filter(({ status }) => status === "failed")).toEqual([]);
    },
  );
});

describe("docs/language/time.md has an executed example", () => {
  const lines = page.split("\n").filter((line) => line.startsWith("| ") && !line.includes("| agreed |"));

  it("in every row of every table", () => {
    expect([...tables.values()].flat()).toHaveLength(lines.length);
  });

  it.each([
    ["Calendars", 14],
    ["Units", 9],
    ["Deadlines, pauses, statuses", 11],
    ["Boundary rules", 70],
  ])("for what stands under %s", (heading, rows) => {
    expect(tables.get(heading)?.length ?? 0).toBeGreaterThanOrEqual(rows);
  });

  it("for every status", () => {
    const shown = tables.get("Deadlines, pauses, statuses")?.map(({ title, outcome }) => [title, ...outcome]);
    expect(shown).toEqual(shown?.map(([title]) => [title, title]));
  });

  it("for every kind of calendar line", () => {
    const lineForms = [
      "mon-fri",
      "mon,",
      ", 13:00",
      "22:00-06:00",
      "24:00",
      "holidays",
      "closed",
      " to ",
      "open",
      "time zone",
    ];
    const written =
      tables
        .get("Calendars")
        ?.map(({ title }) => title)
        .join("\n") ?? "";
    expect(lineForms.filter((form) => !written.includes(form))).toEqual([]);
  });
});

describe("a page is refused", () => {
  const header = "| case | rule | agreed | what happens | outcome |\n|---|---|---|---|---|\n";

  it.each([
    ["where a row has no example", `${header}| a | b | c | d | |\n`, "a cell is missing"],
    ["where a row has too few cells", `${header}| a | b | c | d |\n`, "a cell is missing"],
    ["where a table has no examples", "| case | rule |\n|---|---|\n| a | b |\n", "a row without an example"],
  ])("%s", (_title, text, message) => {
    expect(() => examplesOf(text)).toThrow(message);
  });
});

function titled(examples: readonly Example[]): (readonly [string, Example])[] {
  return examples.map((example) => [example.title, example]);
}
