import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { HANDOFF } from "../support/contracts.ts";
import { action, runAction } from "./workflow.ts";

const temp = mkdtempSync(join(tmpdir(), "sla-action-"));
afterAll(() => rmSync(temp, { recursive: true, force: true }));
let jobs = 0;
const runnerTemp = () => join(temp, `runner-${jobs++}`);

const contractTest = `
test "in time" {
  lead { email: "a@example.com", employees: 60, source: referral }
  2026-03-06 10:00  handoff
  expect info is met
}
`;
const sound = HANDOFF + contractTest;

function git(folder: string, ...argv: readonly string[]): void {
  const who = ["-c", "user.name=test", "-c", "user.email=test@example.com", "-c", "init.defaultBranch=main"];
  execFileSync("git", [...who, ...argv], { cwd: folder, stdio: "pipe" });
}

/** A checkout as a pull request has it: one commit, whose base is on the server only. */
function pullRequest(name: string, base: string, head: string): string {
  const server = join(temp, `${name}-server`);
  mkdirSync(join(server, "sla"), { recursive: true });
  git(temp, "init", "--quiet", server);
  writeFileSync(join(server, "sla/handoff.sla"), base);
  git(server, "add", ".");
  git(server, "commit", "--quiet", "-m", "base");
  git(server, "checkout", "--quiet", "-b", "change");
  writeFileSync(join(server, "sla/handoff.sla"), head);
  git(server, "commit", "--quiet", "--allow-empty", "-a", "-m", "head");
  const checkout = join(temp, `${name}-checkout`);
  git(
    temp,
    "clone",
    "--quiet",
    "--depth=1",
    "--branch",
    "change",
    "--single-branch",
    `file://${server}`,
    checkout,
  );
  return checkout;
}

describe("the action's file", () => {
  const scripts = action.runs.steps.map(({ run }) => run ?? "");

  it("takes data from the environment only, never into a script", () => {
    expect(scripts.filter((script) => script.includes("${{"))).toEqual([]);
  });

  it("uses every input, and documents it", () => {
    const used = JSON.stringify(action.runs.steps);
    for (const [name, { description }] of Object.entries(action.inputs)) {
      expect(used).toContain(`inputs.${name}`);
      expect(description).not.toBe("");
    }
    const page = readFileSync(new URL("../../docs/ci.md", import.meta.url), "utf8");
    for (const name of Object.keys(action.inputs)) expect(page).toContain(`\`${name}\``);
  });

  it("gives every step of its own a shell and a name", () => {
    for (const { run, shell, name } of action.runs.steps) {
      if (run !== undefined) expect([shell, name]).toEqual(["bash", expect.any(String)]);
    }
  });
});

describe("the action's steps", () => {
  it("check and test a sound contract", () => {
    const folder = pullRequest("sound", sound, sound);
    const job = runAction(folder, runnerTemp(), { files: "\n  sla/handoff.sla  \n", against: "none" });
    expect(job.steps.map(({ name, code }) => [name, code])).toEqual([
      ["Set up sla", 0],
      ["Check the contracts", 0],
      ["Run the tests of the contracts", 0],
    ]);
    expect(job.summary).toContain("### sla check\n\nNo problems in sla/handoff.sla\n");
    expect(job.summary).toContain("### sla test\n\n1 test in sla/handoff.sla: 1 passed\n");
    const [, report = ""] = /^report=(.*)$/m.exec(job.outputs) ?? [];
    expect(readFileSync(report, "utf8")).toBe(job.summary);
  });

  it("fail for a contract with errors, with an annotation and a line in the summary", () => {
    const folder = pullRequest("broken", sound, sound.replace("employees >= 50", "employes >= 50"));
    const job = runAction(folder, runnerTemp(), { files: "sla", against: "none" });
    expect(job.steps.map(({ code }) => code)).toEqual([0, 2, 2]);
    expect(job.steps[1]?.stdout).toMatch(/^::error file=sla\/handoff\.sla,line=27,endLine=27,/);
    expect(job.summary).toContain("| **error** | `sla/handoff.sla:27` |");
  });

  it("fail for a test that fails", () => {
    const folder = pullRequest("failing", sound, sound.replace("info is met", "info is breached"));
    const job = runAction(folder, runnerTemp(), { files: "sla/handoff.sla", against: "none" });
    expect(job.steps.map(({ code }) => code)).toEqual([0, 0, 1]);
    expect(job.steps[2]?.stdout).toContain("title=test/failed::");
  });

  it("stop where the input names nothing", () => {
    const job = runAction(temp, runnerTemp(), { files: " \n\n" });
    expect(job.steps.map(({ code }) => code)).toEqual([1]);
    expect(job.steps[0]?.stdout).toContain("::error title=Entente::The input `files` names no contract");
  });

  it("take no name of a file for an option or a command", () => {
    const folder = pullRequest("names", sound, sound);
    const job = runAction(folder, runnerTemp(), {
      files: "--help\n$(touch hit)\n;touch hit",
      against: "none",
    });
    expect(job.steps.map(({ code }) => code)).toEqual([0, 3, 3]);
    expect(job.steps[1]?.stderr).toContain("--help: there is no such file");
    expect(() => readFileSync(join(folder, "hit"))).toThrow("ENOENT");
  });

  const stricter = sound.replace("within 24 hours of handoff", "within 12 hours of handoff");
  const compare = (name: string, inputs: Readonly<Record<string, string>>, baseRef = "main") => {
    const folder = pullRequest(name, sound, stricter);
    const leftOut = ["Check the contracts", "Run the tests of the contracts"];
    return runAction(folder, runnerTemp(), { files: "sla/handoff.sla", ...inputs }, { baseRef, leftOut });
  };

  it("say what changed since the base branch, which the checkout does not hold", () => {
    const job = compare("compared", {});
    expect(job.steps.map(({ code }) => code)).toEqual([0, 0]);
    expect(job.steps[1]?.stdout).toMatch(
      /^::warning file=sla\/handoff\.sla,line=\d+,.*title=diff\/stricter::commitment verdict, clause 1: changed, was `24 hours`, is `12 hours`; stricter for sales%0A/,
    );
    expect(job.summary).toContain("#### commitment verdict, clause 1: changed");
  });

  it.each([
    ["stricter:sales", 1],
    ["stricter:marketing", 0],
  ])("fail on changes that are %s: %i", (failOn, code) => {
    const job = compare(`fail-on-${failOn.replace(":", "-")}`, { "fail-on": failOn });
    expect(job.steps.map((step) => step.code)).toEqual([0, code]);
    expect(job.steps[1]?.stdout.startsWith("::error ")).toBe(code === 1);
  });

  it("compare with a commit that is named", () => {
    const job = compare("named", { against: "HEAD" });
    expect(job.steps[1]).toMatchObject({ code: 0, stdout: "sla/handoff.sla: no change in meaning\n" });
  });

  it("say that a revision is not there", () => {
    const job = compare("no-such-branch", { against: "--upload-pack=touch hit" });
    expect(job.steps[1]?.code).toBe(1);
    expect(job.steps[1]?.stdout).toBe(
      "::error title=Entente::There is no branch, tag or commit of that name to compare with.\n",
    );
  });

  it("compare nothing outside of a pull request", () => {
    const job = compare("pushed", {}, "");
    expect(job.steps[1]).toMatchObject({
      code: 0,
      stdout: expect.stringContaining("Nothing to compare with"),
    });
  });
});
