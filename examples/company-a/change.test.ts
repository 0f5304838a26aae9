import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { sla } from "../../test/support/sla.ts";

const folder = import.meta.dirname;
const readme = readFileSync(join(folder, "README.md"), "utf8");
const shown = /```console\n\$ sla (diff [^\n]*)\n([\s\S]*?)```/u.exec(readme);

describe("the change in the README", () => {
  const desk = mkdtempSync(join(tmpdir(), "sla-company-a-"));
  afterAll(() => rmSync(desk, { recursive: true, force: true }));
  beforeAll(() => {
    const contract = readFileSync(join(folder, "company-a.sla"), "utf8");
    writeFileSync(join(desk, "company-a.sla"), contract);
    writeFileSync(
      join(desk, "proposal.sla"),
      contract.replace("within 1 business hour of notified", "within 30 business minutes of notified"),
    );
    for (const name of ["leads.csv", "events.csv"]) {
      writeFileSync(join(desk, name), readFileSync(join(folder, "data", name)));
    }
  });

  it("is told whole, on one screen", async () => {
    const [, command = "", printed = ""] = shown ?? [];
    const argv = [...command.matchAll(/"([^"]*)"|(\S+)/gu)].map(([, quoted, bare]) => quoted ?? bare ?? "");
    const { code, stdout } = await sla(desk, argv);
    expect(stdout).toBe(printed);
    expect(stdout.split("\n").length).toBeLessThan(50);
    expect(code).toBe(1);
  });
});
