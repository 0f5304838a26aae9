import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { HANDOFF } from "./support/contracts.ts";
import { sla } from "./support/sla.ts";

const AT = "2026-06-01T00:00:00Z";
const HEADER = "id,email,employees,source,created";
const GOOD = "1,a@example.com,80,web,2026-03-02 10:00";
const BOM = "\uFEFF";

let folder = "";
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "sla-hostile-"));
  file("c.sla", HANDOFF);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function file(name: string, content: string | Uint8Array): string {
  writeFileSync(join(folder, name), content);
  return name;
}

function directory(name: string): string {
  mkdirSync(join(folder, name), { recursive: true });
  return name;
}

interface JudgedLine {
  readonly lead: string;
  readonly stage: string | null;
  readonly issues: readonly { readonly field: string | null; readonly message: string }[];
}

/** Runs the contract over a leads file and reads back what it printed. */
async function judge(
  leads: string,
  ...more: string[]
): Promise<{ code: number; stderr: string; lines: JudgedLine[] }> {
  const run = await sla(folder, ["run", "c.sla", "--leads", leads, "--at", AT, "--format", "jsonl", ...more]);
  const lines = run.stdout.split("\n").filter((line) => line !== "");
  return { code: run.code, stderr: run.stderr, lines: lines.map((line) => JSON.parse(line) as JudgedLine) };
}

const stages = (lines: readonly JudgedLine[]): [string, string | null][] =>
  lines.map(({ lead, stage }) => [lead, stage]);

describe("a contract file that is not one", () => {
  it.each<[string, () => string, number, RegExp]>([
    ["missing", () => "missing.sla", 3, /missing\.sla: there is no such file/],
    ["a folder without contracts", () => directory("empty"), 3, /no \.sla file/],
    ["binary", () => file("binary.sla", new Uint8Array([0x61, 0, 0xff, 0xfe, 0x80])), 3, /not a text file/],
    [
      "not UTF-8",
      () => file("latin.sla", new Uint8Array([0x23, 0x20, 0xe9, 0x0a])),
      3,
      /latin\.sla: .*UTF-8/,
    ],
    ["empty", () => file("empty.sla", ""), 2, /has no `agreement` declaration/],
    ["only comments", () => file("comment.sla", "# nothing here\n"), 2, /has no `lead` declaration/],
    ["a thousand open braces", () => file("braces.sla", "lead { ".repeat(1000)), 2, /error\[/],
    [
      "a hundred thousand parentheses",
      () => file("deep.sla", `define x = ${"(".repeat(100_000)}`),
      2,
      /error\[syntax\//,
    ],
  ])("%s is told in words", async (_, make, code, message) => {
    const run = await sla(folder, ["check", make()]);
    expect(run.code).toBe(code);
    expect(run.stdout + run.stderr).toMatch(message);
    expect(run.stdout + run.stderr).not.toMatch(/\bat .*\.ts:\d+/);
  });

  it.each([
    ["a byte-order mark", (text: string) => BOM + text],
    ["CRLF", (text: string) => text.replaceAll("\n", "\r\n")],
    ["both", (text: string) => BOM + text.replaceAll("\n", "\r\n")],
  ])("with %s compiles to the same policy", async (name, change) => {
    const plain = await sla(folder, ["build", "c.sla"]);
    const changed = await sla(folder, ["build", file(`${name.replaceAll(" ", "-")}.sla`, change(HANDOFF))]);
    expect([changed.code, withoutPlaces(changed.stdout)]).toEqual([0, withoutPlaces(plain.stdout)]);
  });
});

function withoutPlaces(json: string): unknown {
  return JSON.parse(json, (key, value: unknown) => (key === "span" || key === "sources" ? undefined : value));
}

describe("leads that cannot be read", () => {
  it.each<[string, () => string, RegExp]>([
    ["missing", () => "missing.csv", /missing\.csv: there is no such file/],
    ["a folder", () => directory("leads"), /leads: this is a directory/],
    ["empty", () => file("empty.csv", ""), /empty\.csv: this file is empty/],
    ["binary", () => file("binary.csv", new Uint8Array([0x69, 0x64, 0, 1, 2, 0xff])), /not a text file/],
  ])("%s: exit 3 and a clear error", async (_, make, message) => {
    const run = await judge(make());
    expect([run.code, run.lines]).toEqual([3, []]);
    expect(run.stderr).toMatch(message);
  });

  it("only a header: no leads, and that is fine", async () => {
    const run = await judge(file("header.csv", `${HEADER}\n`));
    expect([run.code, run.lines]).toEqual([0, []]);
  });

  it("200 columns, of which the contract knows five", async () => {
    const extra = Array.from({ length: 195 }, (_, index) => `c${index}`);
    const wide = `${HEADER},${extra.join(",")}\n${GOOD},${extra.map(() => "v").join(",")}\n`;
    expect(stages((await judge(file("wide.csv", wide))).lines)).toEqual([["1", "Lead"]]);
  });

  it("a byte-order mark and CRLF change nothing", async () => {
    const run = await judge(file("windows.csv", `${BOM}${HEADER}\r\n${GOOD}\r\n`));
    expect([run.code, stages(run.lines)]).toEqual([0, [["1", "Lead"]]]);
  });

  it("rows with too few or too many cells are told by line, kept aside, and the others go on", async () => {
    const rows = [
      HEADER,
      "2,b@example.com",
      GOOD,
      `${GOOD},more`,
      "3,c@example.com,70,web,2026-03-02 10:00",
    ].join("\n");
    const run = await judge(file("cells.csv", rows), "--rejects", "rejects.jsonl");
    expect(stages(run.lines)).toEqual([
      ["1", "Lead"],
      ["3", "Lead"],
    ]);
    expect(run.stderr).toMatch(/cells\.csv:2: expected 5 cells .* found 2/);
    expect(run.stderr).toMatch(/cells\.csv:4: expected 5 cells .* found 6/);
    const rejects = readFileSync(join(folder, "rejects.jsonl"), "utf8").trim().split("\n");
    expect(rejects.map((line) => (JSON.parse(line) as { line: number }).line)).toEqual([2, 4]);
  });

  it("a bad value names its field, what was expected and what was found", async () => {
    const run = await judge(file("value.csv", `${HEADER}\n1,a@example.com,lots,wbe,2026-02-30\n${GOOD}\n`));
    expect(run.stderr).toMatch(
      /value\.csv:2: employees: expected a whole number from 0 to 100000, found "lots"/,
    );
    expect(run.stderr).toMatch(/value\.csv:2: source: .*"wbe"; did you mean "web"/);
    expect(run.stderr).toMatch(/value\.csv:2: created: /);
    expect(run.lines.some(({ lead, stage }) => lead === "1" && stage === "Lead")).toBe(true);
  });

  it("names of the language's own objects as keys are plain data", async () => {
    const lead = `{"id":"1","email":"a@example.com","source":"web","created":"2026-03-02T10:00:00Z","__proto__":{"employees":70},"constructor":1,"toString":"x"}`;
    const run = await judge(file("proto.jsonl", `${BOM}${lead}\r\n\r\n`));
    expect(stages(run.lines)).toEqual([["1", "Lead"]]);
    expect(({} as { employees?: number }).employees).toBeUndefined();
  });

  it("a broken JSON line is told by its number and the others go on", async () => {
    const good = `{"id":"1","email":"a@example.com","source":"web","created":"2026-03-02T10:00:00Z"}`;
    const run = await judge(file("broken.jsonl", `${good}\n{"id":\n[1]\n${good.replace('"1"', '"2"')}\n`));
    expect(stages(run.lines.filter(({ issues }) => issues.length === 0))).toEqual([
      ["1", "Lead"],
      ["2", "Lead"],
    ]);
    expect(run.stderr).toMatch(/broken\.jsonl:2: /);
    expect(run.stderr).toMatch(/broken\.jsonl:3: /);
  });
});
