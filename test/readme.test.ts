import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { compile } from "@entente/dsl";
import { createEngine } from "@entente/engine";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { sla } from "./support/sla.ts";

const readme = readFileSync(new URL("../README.md", import.meta.url), "utf8");

function block(language: string, index = 0): string {
  const blocks = [...readme.matchAll(new RegExp(`\`\`\`${language}\n([\\s\\S]*?)\`\`\``, "gu"))];
  return blocks[index]?.[1] ?? "";
}

const contract = block("sla");

describe("the README", () => {
  let folder = "";
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), "sla-readme-"));
    const leads = ["id,email,created", "1,a@example.com,2026-03-06 18:00", "2,,2026-03-09 08:00"];
    const events = [
      "lead,event,at",
      "1,handoff,2026-03-06 18:30",
      "1,contact,2026-03-09 11:15",
      "2,handoff,2026-03-09 09:30",
    ];
    const draft = contract
      .replace("created time", "budget money optional;  created time")
      .replace("email is present at handoff", "email is present and budget >= 10,000 at handof")
      .split("\n");
    // The declarations between the first lines and the stage are put behind it, so that it stands on line 5.
    const stage = draft.findIndex((line) => line.startsWith("stage"));
    const reordered = [
      ...draft.slice(0, 4),
      draft[stage],
      ...draft.slice(4, stage),
      ...draft.slice(stage + 1),
    ];
    for (const [name, lines] of Object.entries({
      "leads.csv": leads,
      "events.csv": events,
      "draft.sla": reordered,
    })) {
      writeFileSync(join(folder, name), lines.join("\n"));
    }
    writeFileSync(join(folder, "handoff.sla"), contract);
    git("init", "-q", "-b", "main");
    git("add", "handoff.sla");
    git("commit", "-q", "-m", "agreed");
  });
  const git = (...args: readonly string[]) =>
    execFileSync("git", ["-c", "user.name=test", "-c", "user.email=test@example.com", ...args], {
      cwd: folder,
      stdio: "pipe",
    });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it.each([0, 1])("shows what its commands print (%i)", async (index) => {
    const [command = "", ...printed] = block("console", index).split("\n");
    const argv = [...command.matchAll(/"([^"]*)"|(\S+)/gu)]
      .map(([, quoted, bare]) => quoted ?? bare ?? "")
      .slice(2);
    const run = await sla(folder, argv);
    expect(`${run.stderr}${run.stdout}`.trimEnd()).toBe(printed.join("\n").trimEnd());
  });

  it("shows what is said of a change to its contract", async () => {
    const [command = "", ...printed] = block("console", 2).trimEnd().split("\n");
    writeFileSync(join(folder, "handoff.sla"), contract.replace("1 business hour", "30 business minutes"));
    const run = await sla(folder, command.split(" ").slice(2));
    writeFileSync(join(folder, "handoff.sla"), contract);
    expect(run.stdout.trimEnd().split("\n")).toEqual(printed);
  });

  it("shows what its program gives", () => {
    const { policy } = compile({ entry: "handoff.sla", text: contract });
    if (policy === null) throw new Error("the contract of the README does not compile");
    const events = [{ event: "handoff", at: "2026-03-06T18:30:00-05:00" }];
    const lead = { id: "1", email: "a@example.com", created: "2026-03-06T18:00:00-05:00", events };
    const verdict = createEngine(policy).evaluate(lead, { at: Date.UTC(2026, 2, 9, 15) });
    const printed = /\/\/ (.*)\n```/u.exec(readme)?.[1];
    expect(`${verdict.stage} ${verdict.violations.length} ${verdict.next}`).toBe(printed);
  });
});
