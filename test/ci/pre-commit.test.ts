import { spawnSync } from "node:child_process";
import { accessSync, constants, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { z } from "zod";
import { HANDOFF } from "../support/contracts.ts";
import { projectFolder, readYaml } from "./read-yaml.ts";

const Hook = z.strictObject({
  id: z.string(),
  name: z.string(),
  description: z.string(),
  entry: z.string(),
  language: z.literal("script"),
  files: z.string(),
  require_serial: z.literal(true),
});
const hooks = z.array(Hook).parse(readYaml(".pre-commit-hooks.yaml"));

const folder = mkdtempSync(join(tmpdir(), "sla-hooks-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Runs a hook as pre-commit does: its entry from the hook's own repository, in the folder of the user's. */
function runHook(id: string, ...files: readonly string[]) {
  const entry = hooks.find((hook) => hook.id === id)?.entry ?? "";
  const [script = "", ...argv] = entry.split(" ");
  const { status, stdout, stderr } = spawnSync(join(projectFolder, script), [...argv, ...files], {
    cwd: folder,
    encoding: "utf8",
    env: { ...process.env, PRE_COMMIT: "1" },
  });
  return { status, stdout, stderr };
}

function contract(name: string, text: string): string {
  writeFileSync(join(folder, name), text);
  return name;
}

const failing = `
test "never" {
  lead { email: "a@example.com", employees: 60, source: referral }
  2026-03-06 10:00  handoff
  expect info is breached
}
`;

describe("the hooks for pre-commit", () => {
  it("are those that the page names", () => {
    const page = readFileSync(join(projectFolder, "docs/ci.md"), "utf8");
    expect(hooks.map(({ id }) => id)).toEqual(["sla-check", "sla-fmt", "sla-test"]);
    for (const { id } of hooks) expect(page).toContain(`id: ${id}`);
  });

  it("are for contracts, and start something that can be run", () => {
    for (const { files, entry } of hooks) {
      const pattern = new RegExp(files);
      expect([pattern.test("sla/a.sla"), pattern.test("a.slap"), pattern.test("sla")]).toEqual([
        true,
        false,
        false,
      ]);
      const [script = ""] = entry.split(" ");
      expect(() => accessSync(join(projectFolder, script), constants.X_OK)).not.toThrow();
    }
  });

  it("let a sound contract pass", () => {
    const file = contract("sound.sla", HANDOFF + failing.replace("breached", "met"));
    expect(runHook("sla-check", file)).toEqual({
      status: 0,
      stdout: "No problems in sound.sla\n",
      stderr: "",
    });
    expect(runHook("sla-test", file).status).toBe(0);
  });

  it("stop a commit with errors, or with a test that fails", () => {
    const broken = contract("broken.sla", HANDOFF.replace("employees >= 50", "employes >= 50"));
    const late = contract("failing.sla", HANDOFF + failing);
    expect(runHook("sla-check", "sound.sla", broken).status).toBe(2);
    const { status, stdout } = runHook("sla-test", late);
    expect(status).toBe(1);
    expect(stdout).toContain("failed: never");
  });

  it("lay a contract out, which pre-commit takes for a failure, and leave it alone from then on", () => {
    const file = contract("wide.sla", HANDOFF.replace("event accept", "event    accept"));
    expect(runHook("sla-fmt", file).status).toBe(0);
    const laidOut = readFileSync(join(folder, file), "utf8");
    expect(laidOut).toContain("\nevent accept\n");
    runHook("sla-fmt", file);
    expect(readFileSync(join(folder, file), "utf8")).toBe(laidOut);
  });
});
