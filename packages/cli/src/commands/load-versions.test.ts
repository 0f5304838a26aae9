import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { Desk } from "./testing/desk.ts";

const desk = new Desk();
afterAll(() => desk.clear());

interface Version {
  readonly title?: string;
  readonly effective: string;
  readonly within: string;
  readonly more?: string;
}

function contract({ title = "Handoff", effective, within, more = "" }: Version): string {
  return `import "./calendar.sla"
agreement "${title}" {
  between marketing and sales;  effective ${effective}
  time zone "UTC";  currency USD${more}
}
lead { id text key;  email text;  created time }
event handoff
event contact
commitment first_contact { sales must contact within ${within} of handoff }
commitment information   { marketing must provide email by handoff }
`;
}

function folder(name: string, files: Readonly<Record<string, string>>): string {
  mkdirSync(join(desk.folder, name));
  const all = { "calendar.sla": "calendar office { mon-fri 09:00-17:00 }\n", ...files };
  for (const [file, text] of Object.entries(all)) desk.file(join(name, file), text);
  return name;
}

const first = { effective: "2026-01-01 to 2026-12-31", within: "8 business hours" };
const second = { effective: "2026-07-01 to 2026-12-31", within: "2 business hours" };
const sound = folder("sound", { "a.sla": contract(first), "b.sla": contract(second) });
desk.file(
  "leads.csv",
  "id,email,created\n1,a@example.com,2026-06-30 09:00\n2,b@example.com,2026-07-02 09:00\n",
);
desk.file("events.csv", "lead,event,at\n1,handoff,2026-06-30 16:00\n2,handoff,2026-07-02 10:00\n");
const data = ["--leads", "leads.csv", "--events", "events.csv", "--at", "2026-07-02 11:00"];

describe("a folder of versions", () => {
  it("is judged as one history", async () => {
    const { code, out, err } = await desk.sla(["run", sound, ...data, "--format", "jsonl"]);
    const clocks = out
      .trim()
      .split("\n")
      .map(
        (line) =>
          (JSON.parse(line) as { clocks: { status: string; due: string; version: string }[] }).clocks[0],
      );
    expect(clocks.map((clock) => [clock?.status, clock?.due.slice(0, 16), clock?.version])).toEqual([
      ["breached", "2026-07-01T16:00", "2026-01-01"],
      ["running", "2026-07-02T12:00", "2026-07-01"],
    ]);
    expect([code, err]).toEqual([
      0,
      expect.stringContaining("2 versions of the agreement, in force from 2026-01-01, 2026-07-01"),
    ]);
  });

  it("is explained with the clauses of the versions", async () => {
    const { code, out } = await desk.sla(["explain", sound, ...data, "--lead", "1"]);
    expect(code).toBe(0);
    expect(out).toContain(join(sound, "a.sla"));
  });

  it("is told from the file, which has no versions in its verdicts", async () => {
    const { out } = await desk.sla(["run", join(sound, "a.sla"), ...data, "--format", "jsonl"]);
    expect(out).not.toContain('"version"');
  });

  it("is checked, without its libraries", async () => {
    const { code, out } = await desk.sla(["check", sound]);
    expect([code, out]).toEqual([0, expect.not.stringContaining("calendar.sla")]);
    expect((await desk.sla(["test", sound])).code).toBe(0);
  });
});

describe("a folder that is no history", () => {
  const cases: readonly (readonly [string, Readonly<Record<string, string>>, number, string])[] = [
    [
      "same-day",
      { "a.sla": contract(first), "b.sla": contract({ ...second, effective: first.effective }) },
      2,
      "history/same-start",
    ],
    [
      "currency",
      { "a.sla": contract(first), "b.sla": contract(second).replace("USD", "EUR") },
      2,
      "history/changed-basis",
    ],
    [
      "broken",
      { "a.sla": contract(first), "b.sla": contract(second).replace("of handoff", "of handof") },
      2,
      "resolve/unknown-declaration",
    ],
    [
      "two-titles",
      { "a.sla": contract(first), "b.sla": contract({ ...second, title: "Other" }) },
      3,
      '"Handoff" and "Other"',
    ],
    ["library", {}, 3, "no contract in this folder declares an `agreement`"],
  ];

  it.each(cases)("%s", async (name, files, code, message) => {
    folder(name, files);
    const run = await desk.sla(["run", name, ...data]);
    expect([run.code, run.out, run.err]).toEqual([code, "", expect.stringContaining(message)]);
  });

  it("names the gap between two versions, and judges nevertheless", async () => {
    const gap = { ...first, effective: "2026-01-01 to 2026-06-15" };
    folder("gap", { "a.sla": contract(gap), "b.sla": contract(second) });
    const checked = await desk.sla(["check", "gap"]);
    expect([checked.code, checked.out]).toEqual([
      0,
      expect.stringContaining("from 2026-06-16 to 2026-06-30 no version is in force"),
    ]);
    const { out } = await desk.sla(["run", "gap", ...data, "--format", "jsonl"]);
    expect(JSON.parse(out.split("\n")[0] ?? "").clocks).toEqual([]);
  });

  it("tells of what lies in a file that only one version imports", async () => {
    const imported = contract(second)
      .replace(/lead .*\n/, "")
      .replace('import "./calendar.sla"', 'import "./calendar.sla"\nimport "./record.sla"');
    folder("imported", {
      "a.sla": contract(first),
      "b.sla": imported,
      "record.sla": "lead { id text key;  email yes/no;  created time }\n",
    });
    const { code, err } = await desk.sla(["run", "imported", ...data]);
    expect([code, err]).toEqual([2, expect.stringContaining("imported/record.sla:1:")]);
    expect((await desk.sla(["check", "imported"])).out).toContain("history/changed-type");
  });

  it("says nothing of files that are named one by one", async () => {
    folder("base-and-head", { "base.sla": contract(first), "head.sla": contract(first) });
    const files = ["base-and-head/base.sla", "base-and-head/head.sla"];
    expect((await desk.sla(["check", ...files])).code).toBe(0);
    expect((await desk.sla(["check", "base-and-head/"])).out).toContain("history/same-start");
  });

  it("leaves contracts of different agreements alone", async () => {
    folder("strangers", {
      "a.sla": contract(first),
      "b.sla": contract({ ...first, title: "Other" }),
    });
    const { code, out } = await desk.sla(["check", "strangers"]);
    expect([code, out]).toEqual([0, expect.not.stringContaining("history/")]);
  });
});
