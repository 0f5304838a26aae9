import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { sla } from "../../test/support/sla.ts";
import { simulate } from "./simulate.ts";

const folder = import.meta.dirname;
const text = (name: string): string => readFileSync(join(folder, name), "utf8");

/** The commands of the README with what it says that they print. */
const commands = [...text("README.md").matchAll(/```console\n\$ sla (.*)\n([\s\S]*?)```/gu)].map(
  ([, command = "", output = ""]) => ({ command, output }),
);

function argumentsOf(command: string): string[] {
  return [...command.matchAll(/"([^"]*)"|(\S+)/gu)].map(([, quoted, plain]) => quoted ?? plain ?? "");
}

interface Clock {
  readonly commitment: string;
  readonly status: string;
  readonly due: string | null;
  readonly version: string;
}

const data = ["--leads", "data/leads.csv", "--events", "data/events.csv"];

async function clocksOf(lead: string): Promise<readonly Clock[]> {
  const run = await sla(folder, [
    "run",
    "contracts",
    ...data,
    "--at",
    "2026-07-24 17:00",
    "--format",
    "jsonl",
  ]);
  const verdicts = run.stdout
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line) as { lead: string; clocks: Clock[] });
  return verdicts.find((verdict) => verdict.lead === lead)?.clocks ?? [];
}

describe("an amended agreement", () => {
  it.each(Object.entries(simulate()))("has %s as the seed gives it", (name, content) => {
    expect(text(`data/${name}`) === content).toBe(true);
  });

  it.each(commands)("prints what the README says: sla $command", async ({ command, output }) => {
    const run = await sla(folder, argumentsOf(command));
    expect(`${run.stdout}${run.stderr}`).toBe(output);
  });

  it("passes its tests and is laid out as sla fmt does", async () => {
    expect((await sla(folder, ["test", "contracts"])).code).toBe(0);
    expect((await sla(folder, ["fmt", "--check", "contracts"])).code).toBe(0);
  });

  it.each([
    ["65", "2026-01-01", "met", "2026-07-01T15:18:00.000Z"],
    ["48", "2026-07-01", "late", "2026-07-01T14:38:00.000Z"],
    ["57", "2026-07-01", "late", "2026-07-01T04:00:00.000Z"],
  ])("judges the call of lead %s by the version of %s", async (lead, version, status, due) => {
    const clocks = await clocksOf(lead);
    expect(clocks.find(({ commitment }) => commitment === "first_contact")).toMatchObject({
      version,
      status,
      due,
    });
    expect(clocks.find(({ commitment }) => commitment === "verdict")?.version).toBe("2026-01-01");
  });
});
