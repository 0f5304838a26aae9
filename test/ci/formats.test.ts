import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { HANDOFF } from "../support/contracts.ts";
import { sla } from "../support/sla.ts";

const folder = mkdtempSync(join(tmpdir(), "sla-ci-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const tests = `
test "in time" {
  lead { email: "a@example.com", employees: 60, source: referral }
  2026-03-06 10:00  handoff
  2026-03-09 09:45  contact { channel: call }
  expect first_contact is met
  expect kind is large
}
`;
writeFileSync(
  join(folder, "sound.sla"),
  HANDOFF + tests.replace("large", "small").replace("first_contact", "info"),
);
writeFileSync(join(folder, "failing.sla"), HANDOFF + tests);
writeFileSync(join(folder, "broken.sla"), HANDOFF.replace("employees >= 50", "employes >= 50"));
writeFileSync(
  join(folder, "stricter.sla"),
  HANDOFF.replace("within 24 hours of handoff", "within 12 hours of handoff").replace(
    "\nevent resume",
    "\nevent resume\nevent lost",
  ),
);
writeFileSync(join(folder, "empty.sla"), "");

const formats = ["markdown", "junit", "github"] as const;

describe.each(formats)("as %s", (format) => {
  it("sla check says what is wrong, and ends with 2", async () => {
    const { code, stdout, stderr } = await sla(folder, [
      "check",
      "sound.sla",
      "broken.sla",
      "--format",
      format,
    ]);
    expect({ code, stderr }).toEqual({ code: 2, stderr: "" });
    expect(stdout).toMatchSnapshot();
  });

  it("sla test says what failed, and ends with 1", async () => {
    const { code, stdout, stderr } = await sla(folder, [
      "test",
      "sound.sla",
      "failing.sla",
      "--format",
      format,
    ]);
    expect({ code, stderr }).toEqual({ code: 1, stderr: "" });
    expect(stdout).toMatchSnapshot();
  });

  it("sla check says that nothing is wrong", async () => {
    const { code, stdout } = await sla(folder, ["check", "sound.sla", "--format", format]);
    expect({ code, stdout: stdout.includes("error") && format !== "junit" }).toEqual({
      code: 0,
      stdout: false,
    });
  });

  it("sla diff says what changed, and what must not pass", async () => {
    const argv = ["diff", "sound.sla", "stricter.sla", "--format", format, "--fail-on", "stricter:sales"];
    const { code, stdout, stderr } = await sla(folder, argv);
    expect({ code, stderr }).toEqual({ code: 1, stderr: "" });
    expect(stdout).toContain("commitment verdict, clause 1: changed");
    const serious = {
      markdown: "stricter for sales",
      junit: 'failures="1"',
      github: "::error file=stricter.sla,line=58,",
    };
    expect(stdout).toContain(serious[format]);
  });

  it("an empty contract is findings, not a crash", async () => {
    for (const command of ["check", "test"]) {
      const { code, stdout } = await sla(folder, [command, "empty.sla", "--format", format]);
      expect(code).toBe(2);
      expect(stdout).toContain("empty.sla");
    }
  });
});

describe("as sarif", () => {
  const levels = new Set(["error", "warning", "note"]);

  it.each([
    ["check", "broken.sla"],
    ["check", "empty.sla"],
    ["check", "sound.sla"],
    ["test", "failing.sla"],
    ["test", "sound.sla"],
    ["diff sound.sla", "stricter.sla"],
  ])("sla %s %s has all that a service needs of every result", async (command, file) => {
    const { stdout } = await sla(folder, [...command.split(" "), file, "--format", "sarif"]);
    const { version, runs } = JSON.parse(stdout);
    expect(version).toBe("2.1.0");
    expect(runs).toHaveLength(1);
    const [{ tool, results, artifacts }] = runs;
    expect(tool.driver.name).toBe("sla");
    expect(results.length > 0).toBe(file !== "sound.sla");
    for (const { level, message, ruleId, ruleIndex, locations } of results) {
      expect(levels).toContain(level);
      expect(message.text).not.toBe("");
      expect(tool.driver.rules[ruleIndex].id).toBe(ruleId);
      const [{ physicalLocation }] = locations;
      const { uri, index } = physicalLocation.artifactLocation;
      expect(artifacts[index].location.uri).toBe(uri);
      expect(uri).toBe(file);
      const { startLine, startColumn, endLine, endColumn } = physicalLocation.region;
      expect(startLine >= 1 && endLine >= startLine && startColumn >= 1).toBe(true);
      expect(endLine > startLine || endColumn >= startColumn).toBe(true);
    }
    for (const { shortDescription, fullDescription, help } of tool.driver.rules) {
      for (const { text } of [shortDescription, fullDescription, help]) expect(text).not.toBe("");
    }
  });

  it("a fix, carried out, mends the contract", async () => {
    const { stdout } = await sla(folder, ["check", "broken.sla", "--format", "sarif"]);
    const [{ fixes }] = JSON.parse(stdout).runs[0].results;
    const [{ deletedRegion, insertedContent }] = fixes[0].artifactChanges[0].replacements;
    const lines = HANDOFF.replace("employees >= 50", "employes >= 50").split("\n");
    const line = lines[deletedRegion.startLine - 1] ?? "";
    const before = line.slice(0, deletedRegion.startColumn - 1);
    const after = line.slice(deletedRegion.endColumn - 1);
    lines[deletedRegion.startLine - 1] = before + insertedContent.text + after;
    expect(lines.join("\n")).toBe(HANDOFF);
  });
});
