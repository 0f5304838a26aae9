import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { Writable } from "node:stream";
import { runCli } from "@entente/cli";
import { compile } from "@entente/dsl";
import { beforeAll, describe, expect, it } from "vitest";
import { type Judged, judge } from "./demo/run-sla.ts";
import { screen } from "./demo/screen.ts";
import { exportData } from "./generator/export-data.ts";
import { parseSituations } from "./generator/parse-situations.ts";
import { hourAfter, naiveStatuses } from "./naive-first-contact.ts";

const folder = import.meta.dirname;
const text = (name: string) => readFileSync(join(folder, name), "utf8");
const data = ["--leads", "data/leads.csv", "--events", "data/events.csv"];
const at = "2020-12-31 12:00";
const readmeRows = text("README.md")
  .split("\n")
  .map((line) => line.split("|").map((cell) => cell.trim()));
const situations = parseSituations(text("situations.txt"));

let judged: Judged;
beforeAll(async () => {
  judged = await judge(folder, ["company-a.sla", ...data], at);
});

/** The statuses of first_contact of a lead, in the order in which its clocks are due. */
function statusesOf(lead: string): readonly string[] {
  const clocks = judged.verdicts.find((verdict) => verdict.lead === lead)?.clocks ?? [];
  return clocks
    .filter(({ commitment }) => commitment === "first_contact")
    .toSorted((a, b) => ((a.due ?? "") < (b.due ?? "") ? -1 : 1))
    .map(({ status }) => status);
}

describe("the contract", () => {
  const published = join(folder, "../../../shared/contracts/company-a.sla");

  it("passes its own tests", async () => {
    const sink = new Writable({ write: (_chunk, _encoding, done) => done() });
    const io = { stdin: process.stdin, stdout: sink, stderr: sink, cwd: folder, isTTY: false };
    expect(await runCli(["test", "company-a.sla"], { ...io, now: () => 0, columns: 100 })).toBe(0);
  });

  it.skipIf(!existsSync(published))(
    "keeps every clause of the published one (skipped where that is absent)",
    () => {
      const clauses = (source: string) =>
        source
          .split("\n")
          .map((line) => line.replace(/#.*/, "").replace(/\s+/g, " ").trim())
          .filter((line) => line !== "");
      const ours = new Set(clauses(text("company-a.sla")));
      expect(clauses(readFileSync(published, "utf8")).filter((clause) => !ours.has(clause))).toEqual([]);
    },
  );
});

describe("the data", () => {
  it.each(Object.entries(exportData(text("situations.txt"))))(
    "has %s as the seed gives it",
    (name, content) => {
      expect(text(`data/${name}`) === content).toBe(true);
    },
  );

  it.each(situations)("shows the situation in the README: $title", (situation) => {
    const { title, statuses, stage, leads, rawLeads, rawEvents } = situation;
    const [, , id, rows, outcome] = readmeRows.find(([, first]) => first === title) ?? [];
    const ids = [...leads.map((lead) => lead.row.id), ...[...rawLeads, ...rawEvents].map(firstCell)];
    expect(ids).toContain(id);
    expect(rows).toBe(String(ids.length));
    expect(outcome).toBe(stage === null ? statuses.join(" ") : `${statuses.join(" ")}, stage ${stage}`);
  });
});

function firstCell(row: string): string {
  return row.split(",")[0] || "(none)";
}

describe("the verdicts", () => {
  it.each(
    situations.flatMap(({ title, statuses, stage, leads }) =>
      leads.map(({ row }) => ({ title, lead: row.id, statuses, stage })),
    ),
  )("$title: $lead", ({ lead, statuses, stage }) => {
    expect(statusesOf(lead)).toEqual(statuses);
    expect(judged.verdicts.find((verdict) => verdict.lead === lead)?.stage).toBe(stage);
  });

  it("leave out exactly the rows that are meant to be unreadable", () => {
    const rejected = situations.filter(({ statuses }) => statuses[0] === "rejected");
    const raw = (file: string, rows: readonly string[]) => {
      const lines = text(`data/${file}`).split("\n");
      return rows.map((row) => `${file}:${lines.indexOf(row) + 1}`);
    };
    const meant = rejected.flatMap(({ rawLeads, rawEvents }) => [
      ...raw("leads.csv", rawLeads),
      ...raw("events.csv", rawEvents),
    ]);
    const found = new Set(judged.rejects.map(({ file, line }) => `${file.replace(/^.*\//, "")}:${line}`));
    expect([...found].toSorted()).toEqual(meant.toSorted());
  });

  it("name the leads that only the events know", () => {
    const strays = situations.flatMap(({ statuses, rawEvents }) =>
      statuses[0] === "unknown" ? rawEvents : [],
    );
    expect(strays.length).toBeGreaterThan(0);
    for (const id of strays.map(firstCell)) expect(judged.warnings.join("\n")).toContain(id);
  });

  it("agree, lead by lead, with a clock that walks minute by minute", () => {
    const now = Date.parse("2020-12-31T12:00:00-05:00");
    const naive = naiveStatuses(text("data/leads.csv"), text("data/events.csv"), now);
    const started = judged.verdicts
      .filter(({ clocks }) => clocks.some((one) => one.commitment === "first_contact" && one.due !== null))
      .map(({ lead }) => lead)
      .filter((lead) => !statusesOf(lead).includes("inapplicable"));
    expect(naive.size).toBeGreaterThan(1000);
    expect(new Set(started)).toEqual(new Set(naive.keys()));
    const settled = (status: string) => (status === "running" || status === "at_risk" ? "open" : status);
    const different = started.filter(
      (lead) => statusesOf(lead).map(settled).join() !== naive.get(lead)?.join(),
    );
    expect(different).toEqual([]);
  });

  it.each([
    ["2020-03-06T18:30:00-05:00", "2020-03-09T10:00:00-04:00"],
    ["2020-07-02T16:42:00-04:00", "2020-07-06T09:42:00-04:00"],
    ["2020-10-07T16:30:20-04:00", "2020-10-08T09:30:20-04:00"],
  ])("rest on a walking clock that can be trusted: %s", (start, due) => {
    expect(hourAfter(Date.parse(start))).toBe(Date.parse(due));
  });
});

describe("the demo", () => {
  it("fits on one screen", () => {
    const { policy } = compile({ entry: "company-a.sla", read: text });
    if (policy === null) throw new Error("the contract has errors");
    const plain = (line: string) => line;
    const lines = screen(
      { policy, at, commands: (lead) => ["1", "2", "3", "4", lead], style: { strong: plain, bad: plain } },
      judged,
    ).split("\n");
    expect(lines.length).toBeLessThanOrEqual(40);
    expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(100);
  });
});
