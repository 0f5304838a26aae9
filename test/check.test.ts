import { readFileSync } from "node:fs";
import { join } from "node:path";
import { compile } from "@entente/dsl";
import { describe, expect, it } from "vitest";
import { checkCatalogue } from "../packages/dsl/src/diagnostics/check.ts";
import { lowerCatalogue } from "../packages/dsl/src/diagnostics/lower.ts";
import { resolveCatalogue } from "../packages/dsl/src/diagnostics/resolve.ts";
import { casesOf, hasShared, SHARED } from "./support/folders.ts";
import { sla } from "./support/sla.ts";

const PUBLISHED = ["company-a", "handoff", "lead-demand", "points", "stages"];

describe.skipIf(!hasShared)("the published contracts (skipped where ../shared is absent)", () => {
  it.each(PUBLISHED)("%s passes `sla check` without an error", async (name) => {
    const run = await sla(SHARED, ["check", `contracts/${name}.sla`]);
    expect(run.code).toBe(0);
    expect(run.stdout + run.stderr).not.toContain("error[");
  });

  it.each(["company-a", "lead-demand", "points"])("the tests of %s pass under `sla test`", async (name) => {
    const run = await sla(SHARED, ["test", `contracts/${name}.sla`]);
    expect([run.code, run.stdout]).toEqual([0, expect.stringMatching(/\d+ passed/)]);
  });
});

describe("contracts with mistakes are told exactly", () => {
  it.each(casesOf("check/bad"))("$name", async ({ folder }) => {
    const run = await sla(folder, ["check", "contract.sla"]);
    await expect(`${run.stdout}${run.stderr}exit ${run.code}\n`).toMatchFileSnapshot(
      join(folder, "expected.txt"),
    );
  });

  const idsOf = (folder: string): string[] => {
    const text = readFileSync(join(folder, "contract.sla"), "utf8");
    return compile({ entry: "contract.sla", text, lint: {} }).diagnostics.map((diagnostic) => diagnostic.id);
  };

  it.each(casesOf("check/bad").filter(({ name }) => /^(resolve|check|lower|lint)-/.test(name)))(
    "$name shows the finding it is named after",
    ({ name, folder }) => {
      expect(idsOf(folder)).toContain(name.replace("-", "/"));
    },
  );

  it("has a case for every finding of the catalogues", () => {
    const ids = [resolveCatalogue, checkCatalogue, lowerCatalogue].flatMap((catalogue) =>
      Object.keys(catalogue),
    );
    const shown = casesOf("check/bad").map(({ name }) => name.replace("-", "/"));
    expect(ids.filter((id) => !shown.includes(id))).toEqual([]);
  });

  it("gives five errors for five mistakes, in one run", () => {
    const [five] = casesOf("check/bad").filter(({ name }) => name === "five-mistakes");
    expect(idsOf(five?.folder ?? "")).toHaveLength(5);
  });
});
