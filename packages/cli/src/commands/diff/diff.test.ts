import { execFileSync, spawnSync } from "node:child_process";
import { mkdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { Ajv2020 } from "ajv/dist/2020.js";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { z } from "zod";
import { ComparisonReport } from "../../reporters/comparison-schema.ts";
import { Desk } from "../testing/desk.ts";
import { handoffContract } from "../testing/handoff-contract.ts";

const desk = new Desk();
afterAll(() => desk.clear());
const faster = handoffContract.replace("within 1 business hour", "within 30 business minutes");
desk.file("base.sla", handoffContract);
desk.file("faster.sla", faster);
desk.file("slower.sla", handoffContract.replace("within 1 business hour", "within 4 business hours"));
desk.file("prose.sla", handoffContract.replace("otherwise chase", 'otherwise chase\n  because "It matters"'));
desk.file("renamed.sla", handoffContract.replaceAll("stage Customer", "stage Client"));
desk.file("broken.sla", handoffContract.replace("employees >= 50", "employes >= 50"));
desk.file("empty.sla", "");

describe("sla diff", () => {
  it("tells for whom a change is stricter, where, and with which lead", async () => {
    const { code, out, err } = await desk.sla(["diff", "base.sla", "faster.sla"]);
    expect({ code, err }).toEqual({ code: 0, err: "" });
    expect(out).toMatchSnapshot();
  });

  it("says that layout, comments and order are no change", async () => {
    desk.file("laid-out.sla", `# a remark\n${handoffContract.replaceAll("  ", "    ")}`);
    const { code, out } = await desk.sla(["diff", "base.sla", "laid-out.sla", "--fail-on", "any"]);
    expect({ code, out }).toEqual({ code: 0, out: "laid-out.sla: no change\n" });
  });

  const gates: readonly (readonly [string, string, string, number])[] = [
    ["a stricter change", "faster.sla", "stricter", 1],
    ["a stricter change for its party", "faster.sla", "stricter:sales", 1],
    ["a stricter change for the other party", "faster.sla", "stricter:marketing", 0],
    ["a looser change", "slower.sla", "stricter", 0],
    ["a looser change, where any counts", "slower.sla", "any", 1],
    ["a change of prose", "prose.sla", "stricter", 0],
    ["a change of prose, where any counts", "prose.sla", "any", 1],
    ["a change that breaks nothing", "faster.sla", "breaking", 0],
    ["a stage by another name", "renamed.sla", "breaking", 1],
    ["anything", "faster.sla", "none", 0],
  ];
  it.each(gates)("%s, %s, --fail-on %s: exit code %i", async (_, file, failOn, expected) => {
    const { code } = await desk.sla(["diff", "base.sla", file, "--fail-on", failOn]);
    expect(code).toBe(expected);
  });

  const refused: readonly (readonly [string, string[], number, string])[] = [
    ["one version", ["base.sla"], 3, "two versions are compared"],
    ["three versions", ["base.sla", "faster.sla", "slower.sla"], 3, "two versions are compared"],
    ["a file that is not there", ["no.sla", "base.sla"], 3, "no.sla: there is no such file"],
    ["a folder and a file", [".", "base.sla"], 3, "a folder is compared with a folder"],
    ["a contract with errors", ["base.sla", "broken.sla"], 2, "did you mean `employees`?"],
    ["an empty file", ["base.sla", "empty.sla"], 2, "this contract has no `agreement` declaration"],
    [
      "a party that is not there",
      ["base.sla", "faster.sla", "--fail-on", "stricter:legal"],
      3,
      "there are marketing, sales",
    ],
    [
      "a gate that is not there",
      ["base.sla", "faster.sla", "--fail-on", "bad"],
      3,
      "Use stricter, stricter:PARTY",
    ],
  ];
  it.each(refused)("refuses %s", async (_, argv, expected, message) => {
    const { code, out, err } = await desk.sla(["diff", ...argv]);
    expect({ code, out }).toEqual({ code: expected, out: "" });
    expect(err).toContain(message);
  });

  it("writes a comment for a pull request", async () => {
    const { out } = await desk.sla(["diff", "base.sla", "faster.sla", "--format", "markdown"]);
    expect(out).toMatchSnapshot();
  });

  it("shows control characters of a contract as pictures, in every format for people", async () => {
    desk.file("hostile.sla", faster.replace('agreement "Lead handoff"', 'agreement "\u001b[31m<b>`x`</b>"'));
    for (const format of ["pretty", "markdown"]) {
      const { out } = await desk.sla(["diff", "base.sla", "hostile.sla", "--format", format]);
      expect(out).toContain("␛[31m");
      expect(out).not.toContain("\u001b");
    }
  });
});

describe("the JSON of a comparison", () => {
  const schema: object = JSON.parse(JSON.stringify(z.toJSONSchema(ComparisonReport)));
  const file = new URL("../../../../../docs/schemas/comparison.schema.json", import.meta.url);

  it("has a schema, which stands in docs as the code has it", async () => {
    expect(JSON.parse(readFileSync(file, "utf8"))).toEqual(schema);
  });

  it("is what the schema says", async () => {
    const validate = new Ajv2020({ strict: false, validateFormats: false }).compile(schema);
    for (const head of ["faster.sla", "prose.sla", "renamed.sla", "base.sla"]) {
      const { out } = await desk.sla(["diff", "base.sla", head, "--format", "json"]);
      expect([validate(JSON.parse(out)), validate.errors]).toEqual([true, null]);
    }
    expect(validate({ version: 2, contracts: [] })).toBe(false);
  });

  it("gives a lead that `sla run` judges as it says", async () => {
    const { out } = await desk.sla(["diff", "base.sla", "faster.sla", "--format", "json"]);
    const { contracts } = ComparisonReport.parse(JSON.parse(out));
    const effect = contracts[0]?.changes[0]?.effect;
    if (effect?.kind !== "differs") throw new Error("there is no witness");
    const { lead, events, at } = effect.witness;
    desk.file("witness.json", JSON.stringify([{ ...lead, events }]));
    const statuses = ["base.sla", "faster.sla"].map(async (contract) => {
      const run = await desk.sla([
        "run",
        contract,
        "--leads",
        "witness.json",
        "--at",
        at,
        "--format",
        "jsonl",
      ]);
      return (JSON.parse(run.out) as { clocks: { status: string }[] }).clocks.map(({ status }) => status);
    });
    expect(await Promise.all(statuses)).toEqual([["running"], ["breached"]]);
  });
});

const hasGit = spawnSync("git", ["--version"]).error === undefined;

describe.skipIf(!hasGit)("versions in git", () => {
  const folder = join(desk.folder, "repository");
  const git = (...args: string[]) =>
    execFileSync("git", ["-c", "user.name=x", "-c", "user.email=x@example.com", ...args], { cwd: folder });
  const sla = (...argv: string[]) => desk.sla(["diff", ...argv], { cwd: folder });

  beforeAll(() => {
    mkdirSync(join(folder, "sla"), { recursive: true });
    const [calendar = "", rest = ""] = [
      handoffContract.match(/calendar office.*\n/)?.[0] ?? "",
      handoffContract.replace(/calendar office.*\n/, 'import "./office.sla"\n'),
    ];
    desk.file("repository/sla/office.sla", calendar);
    desk.file("repository/sla/acme.sla", rest);
    git("init", "--quiet", "--initial-branch", "main");
    git("add", ".");
    git("commit", "--quiet", "--message", "first");
    desk.file("repository/sla/office.sla", calendar.replace("09:00-17:00", "08:00-18:00"));
    desk.file("repository/sla/new.sla", handoffContract);
  });

  it("compares a file with itself in a revision, with what each imports there", async () => {
    const { code, out, err } = await sla("--against", "main", "sla/acme.sla", "--fail-on", "stricter:sales");
    expect({ code, err }).toEqual({ code: 1, err: "" });
    expect(out).toContain("calendar office: changed");
    expect(out).toContain("stricter for sales: `first_contact`: more hours count as open");
    expect((await sla("main:sla/acme.sla", "sla/acme.sla")).out).toContain("calendar office: changed");
  });

  it("says which contracts were added", async () => {
    const { code, out } = await sla("--against", "main", "sla/new.sla", "--fail-on", "any");
    expect({ code, out }).toEqual({ code: 1, out: "sla/new.sla: the contract was added\n" });
  });

  it.each([
    ["a revision that is not there", ["--against", "no-such", "sla/acme.sla"], "git knows no such revision"],
    [
      "an option in the place of a revision",
      ["--against=--help", "sla/acme.sla"],
      "this is not a git revision",
    ],
    [
      "a file that the revision has not",
      ["main:sla/no.sla", "sla/acme.sla"],
      "the revision has no such file",
    ],
  ])("refuses %s", async (_, argv, message) => {
    const { code, err } = await sla(...argv);
    expect(code).toBe(3);
    expect(err).toContain(message);
  });

  it("says where there is no repository", async () => {
    const { code, err } = await desk.sla(["diff", "--against", "main", "base.sla"]);
    expect(code).toBe(3);
    expect(err).toContain("not in a git repository");
  });
});
