import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { casesOf } from "./support/folders.ts";
import { sla } from "./support/sla.ts";

describe("leads judged against a contract", () => {
  it.each(casesOf("run"))("$name", async ({ folder }) => {
    const at = readFileSync(join(folder, "at.txt"), "utf8").trim();
    const argv = ["run", "contract.sla", "--leads", "leads.csv", "--events", "events.csv", "--at", at];
    const table = await sla(folder, argv);
    expect([table.code, table.stderr]).toEqual([0, expect.stringMatching(/^as of [^\n]*\n$/)]);
    await expect(table.stdout).toMatchFileSnapshot(join(folder, "expected.txt"));
    const lines = await sla(folder, [...argv, "--format", "jsonl"]);
    await expect(lines.stdout).toMatchFileSnapshot(join(folder, "expected.jsonl"));
  });
});
