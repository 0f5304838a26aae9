import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { Desk } from "../testing/desk.ts";
import { eventsCsv, handoffContract, leadsCsv } from "../testing/handoff-contract.ts";

const desk = new Desk();
afterAll(() => desk.clear());
desk.file(
  "contract.sla",
  `${handoffContract}\nmeeting weekly every week for 30 minutes attended by marketing, sales\n`,
);
desk.file("broken.sla", handoffContract.replace("employees >= 50", "employes >= 50"));
desk.file("leads.csv", leadsCsv);
desk.file("events.csv", eventsCsv);

const at = ["--at", "2026-03-31 12:00"];
const files = ["--leads", "leads.csv", "--events", "events.csv"];
const report = (...options: string[]) => desk.sla(["report", "contract.sla", ...files, ...at, ...options]);

describe("sla report", () => {
  it("writes a page to stdout, and everything else to stderr", async () => {
    const { code, out, err } = await report();
    expect(code).toBe(0);
    expect(out.startsWith("<!doctype html>")).toBe(true);
    expect(out.endsWith("</html>\n")).toBe(true);
    expect(out.includes("Lead handoff")).toBe(true);
    expect(err).toMatchSnapshot();
  });

  it("writes Markdown", async () => {
    const { code, out } = await report("--format", "markdown");
    expect(code).toBe(0);
    expect(out).toMatchSnapshot();
  });

  it("writes the meetings as a calendar, for which no lead is needed", async () => {
    const { code, out } = await desk.sla(["report", "contract.sla", ...at, "--format", "ics", "--quiet"]);
    expect(code).toBe(0);
    expect(out).toMatchSnapshot();
  });

  it("says so where a calendar has nothing in it", async () => {
    desk.file("quiet.sla", handoffContract);
    const { code, err } = await desk.sla(["report", "quiet.sla", ...at, "--format", "ics"]);
    expect(code).toBe(0);
    expect(err).toContain("warning: this agreement has no meetings and no reviews; the calendar is empty\n");
  });

  it("writes to a file, the same every time", async () => {
    const { code, out } = await report("-o", "report.html");
    expect({ code, out }).toEqual({ code: 0, out: "" });
    const first = readFileSync(join(desk.folder, "report.html"), "utf8");
    await report("-o", "report.html");
    expect(readFileSync(join(desk.folder, "report.html"), "utf8") === first).toBe(true);
  });

  it("reports on a compiled policy in the same words", async () => {
    await desk.sla(["build", "contract.sla", "-o", "policy.json"]);
    const compiled = await desk.sla(["report", "policy.json", ...files, ...at, "--format", "markdown"]);
    expect(compiled).toEqual(await report("--format", "markdown"));
  });

  it("reads leads from stdin", async () => {
    const { code, out, err } = await desk.sla(
      ["report", "contract.sla", "--leads", "-", ...at, "--format", "markdown", "--quiet"],
      { input: '{"id":"7","source":"web","wants_contact":true,"created":"2026-03-01T08:00Z"}\n{"id":8}\n' },
    );
    expect(code).toBe(0);
    expect(out).toContain(", 1 lead.");
    expect(err).toContain("standard input:2: source: expected");
  });

  it("reports at the present instant unless told otherwise, and says so", async () => {
    const { err } = await desk.sla(["report", "contract.sla", ...files, "--format", "markdown"]);
    expect(err).toContain("as of Tue 2026-03-31 08:00 America/New_York (2026-03-31T12:00:00.000Z)\n");
  });

  it("takes a header without rows for no leads", async () => {
    desk.file("none.csv", leadsCsv.slice(0, leadsCsv.indexOf("\n")));
    const { code, out } = await desk.sla(["report", "contract.sla", "--leads", "none.csv", ...at, "--quiet"]);
    expect(code).toBe(0);
    expect(out.includes("No lead has reached a stage within the term.")).toBe(true);
  });

  it("writes every row that cannot be read to a file", async () => {
    await report("--format", "markdown", "--rejects", "rejects.jsonl");
    expect(readFileSync(join(desk.folder, "rejects.jsonl"), "utf8").trimEnd().split("\n")).toHaveLength(3);
  });
});

describe("sla report refuses", () => {
  desk.file("empty.csv", "");
  const refused: readonly (readonly [string, readonly string[], number, string])[] = [
    [
      "a page about no leads",
      ["contract.sla"],
      3,
      "give them with --leads FILE (only --format ics does without)",
    ],
    [
      "two inputs from stdin",
      ["contract.sla", "--leads", "-", "--events", "-"],
      3,
      "--leads and --events cannot both come from stdin",
    ],
    [
      "to write over what it reads",
      ["contract.sla", ...files, "-o", "leads.csv"],
      3,
      "--output would overwrite --leads: leads.csv",
    ],
    [
      "a day as the instant",
      ["contract.sla", ...files, "--at", "2026-03-31"],
      3,
      "--at: 2026-03-31 is a day",
    ],
    ["a format that does not exist", ["contract.sla", ...files, "--format", "pdf"], 3, "html, markdown, ics"],
    [
      "a folder that is not there",
      ["contract.sla", ...files, "-o", "no/r.html"],
      3,
      "no/r.html: there is no such folder",
    ],
    ["a folder as the output", ["contract.sla", ...files, "-o", "."], 3, ".: this is a folder"],
    [
      "leads that are not there",
      ["contract.sla", "--leads", "no.csv"],
      3,
      "error: no.csv: there is no such file",
    ],
    ["an empty file", ["contract.sla", "--leads", "empty.csv"], 3, "error: empty.csv: this file is empty"],
    ["a contract with errors", ["broken.sla", ...files], 2, "1 error in broken.sla"],
  ];
  it.each(refused)("%s", async (_, argv, code, message) => {
    const outcome = await desk.sla(["report", ...argv]);
    expect({ code: outcome.code, out: outcome.out }).toEqual({ code, out: "" });
    expect(outcome.err).toContain(message);
  });

  it("and leaves the last report as it was", async () => {
    writeFileSync(join(desk.folder, "last.html"), "the last one");
    const { code } = await desk.sla(["report", "contract.sla", "--leads", "no.csv", "-o", "last.html"]);
    expect(code).toBe(3);
    expect(readFileSync(join(desk.folder, "last.html"), "utf8")).toBe("the last one");
    expect(existsSync(join(desk.folder, "no"))).toBe(false);
  });
});
