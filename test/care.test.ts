import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { compile } from "@entente/dsl";
import { createEngine, runContractTests } from "@entente/engine";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { HANDOFF } from "./support/contracts.ts";
import { sla } from "./support/sla.ts";

const AT = ["--at", "2026-06-01T00:00:00Z"];
let folder = "";
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "sla-care-"));
  writeFileSync(join(folder, "c.sla"), HANDOFF);
  writeFileSync(
    join(folder, "leads.csv"),
    "id,email,employees,source,created\n1,a@example.com,80,web,2026-03-02 10:00\n",
  );
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe("files that would be lost", () => {
  it.each([
    ["--rejects over the leads", ["run", "c.sla", "--leads", "leads.csv", ...AT, "--rejects", "leads.csv"]],
    ["--limits over the contract", ["run", "c.sla", "--leads", "leads.csv", ...AT, "--limits", "./c.sla"]],
    [
      "two outputs in one file",
      ["run", "c.sla", "--leads", "leads.csv", ...AT, "--limits", "x", "--rejects", "x"],
    ],
    ["a policy over its contract", ["build", "c.sla", "-o", "c.sla"]],
  ])("%s is refused before anything is written", async (_, argv) => {
    const run = await sla(folder, argv);
    expect([run.code, run.stderr]).toEqual([3, expect.stringMatching(/would overwrite/)]);
    expect(readFileSync(join(folder, "c.sla"), "utf8")).toBe(HANDOFF);
    expect(readFileSync(join(folder, "leads.csv"), "utf8")).toMatch(/^id,email/);
  });

  it("a link to the leads is the leads", async () => {
    symlinkSync(join(folder, "leads.csv"), join(folder, "link.csv"));
    const run = await sla(folder, ["run", "c.sla", "--leads", "leads.csv", ...AT, "--rejects", "link.csv"]);
    expect(run.code).toBe(3);
  });
});

describe("columns that are not there", () => {
  it("are told, with the column that was probably meant", async () => {
    writeFileSync(
      join(folder, "typo.csv"),
      "id,emial,employees,source,created,budget,owner\n1,a,80,web,2026-03-02 10:00,,\n",
    );
    const run = await sla(folder, ["run", "c.sla", "--leads", "typo.csv", ...AT]);
    expect(run.stderr).toContain('warning: typo.csv: no column for email: did you mean "emial"?');
  });

  it("are no matter where all are there", async () => {
    writeFileSync(
      join(folder, "all.csv"),
      "id,email,employees,source,created,budget,owner\n1,a,80,web,2026-03-02 10:00,,\n",
    );
    expect((await sla(folder, ["run", "c.sla", "--leads", "all.csv", ...AT])).stderr).not.toContain(
      "no column",
    );
  });
});

describe("an import through a link", () => {
  it("does not leave the contract's folder", async () => {
    mkdirSync(join(folder, "inside"));
    writeFileSync(join(folder, "secret.txt"), "words that are not the contract's\n");
    symlinkSync(join(folder, "secret.txt"), join(folder, "inside", "lib.sla"));
    writeFileSync(join(folder, "inside", "c.sla"), `import "./lib.sla"\n${HANDOFF}`);
    const run = await sla(join(folder, "inside"), ["check", "c.sla"]);
    expect(run.code).toBe(2);
    expect(run.stdout + run.stderr).toMatch(/link out of the contract's folder/);
    expect(run.stdout + run.stderr).not.toContain("words that are not");
  });
});

/** Runs the tests of the small agreement with more declarations behind it; gives what failed. */
function failuresOf(more: string): string[] {
  const { policy, diagnostics } = compile({ entry: "c.sla", text: `${HANDOFF}\n${more}` });
  if (policy === null) throw new Error(diagnostics.map(({ message }) => message).join("\n"));
  return runContractTests(createEngine(policy)).flatMap(({ expectations }) =>
    expectations
      .filter(({ status }) => status === "failed")
      .map(({ expected, actual }) => `${expected}: ${actual}`),
  );
}

describe("the owner in a condition", () => {
  const commitment = `
event assign
commitment call_back {
  sales must contact within 2 hours of handoff
  waive for owner is "rep-2" from 2026-03-01 to 2026-03-31 because "On leave"
}`;
  const test = (assigned: string, status: string): string => `${commitment}
test "waived for whoever holds the lead" {
  lead { source: web, owner: "rep-1", created: 2026-03-02 08:00 }
  2026-03-02 09:00  assign { owner: "${assigned}" }
  2026-03-02 10:00  handoff
  at 2026-03-02 13:00
  expect call_back is ${status}
}`;

  it.each([
    ["rep-2", "excused"],
    ["rep-3", "breached"],
  ])("is who holds the lead then: %s, %s", (assigned, status) => {
    expect(failuresOf(test(assigned, status))).toEqual([]);
  });
});

describe("a test's event", () => {
  const late = (recorded: string): string => `
commitment quick { sales must contact within 2 hours of handoff }
test "written down" {
  lead { source: web, created: 2026-03-02 08:00 }
  2026-03-02 10:00  handoff
  2026-03-02 10:30  contact { channel: call, recorded: ${recorded} }
  at 2026-03-02 18:00
  expect quick is `;

  it("that was recorded after the deadline counts from its recording", () => {
    expect(failuresOf(`${late("2026-03-02 15:00")}late\n}`)).toEqual([]);
    expect(failuresOf(`${late("2026-03-02 11:00")}met\n}`)).toEqual([]);
  });

  it("is recorded at a time, not a number", () => {
    expect(() => failuresOf(`${late("5")}late\n}`)).toThrow(/a time is needed here, but this is a number/);
  });
});

describe("a duty that recurs", () => {
  it("does not begin before the lead", () => {
    const more = `
commitment keep_warm { sales must contact at least every 7 days }
test "a lead of June" {
  lead { source: web, created: 2026-06-01 09:00 }
  at 2026-06-02 09:00
  expect keep_warm is running
}`;
    expect(failuresOf(more)).toEqual([]);
  });
});
