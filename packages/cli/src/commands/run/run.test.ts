import { readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { Writable } from "node:stream";
import { afterAll, describe, expect, it } from "vitest";
import { Desk } from "../testing/desk.ts";
import { eventsCsv, handoffContract, leadsCsv } from "../testing/handoff-contract.ts";

const desk = new Desk();
afterAll(() => desk.clear());
desk.file("contract.sla", handoffContract);
desk.file("broken.sla", handoffContract.replace("employees >= 50", "employes >= 50"));
desk.file("leads.csv", leadsCsv);
desk.file("events.csv", eventsCsv);

const at = ["--at", "2026-03-31 24:00"];
const files = ["--leads", "leads.csv", "--events", "events.csv"];
const run = (...options: string[]) => desk.sla(["run", "contract.sla", ...files, ...at, ...options]);

describe("sla run", () => {
  it("shows violations and a summary as a table", async () => {
    const { code, out, err } = await run();
    expect(code).toBe(0);
    expect(out).toMatchSnapshot("stdout");
    expect(err).toMatchSnapshot("stderr");
  });

  it("writes a verdict for each record, in the order of the file", async () => {
    const { code, out } = await run("--format", "jsonl");
    expect(code).toBe(0);
    expect(out).toMatchSnapshot();
    const leads = out
      .trimEnd()
      .split("\n")
      .map((line) => JSON.parse(line).lead);
    expect(leads).toEqual(["1", "2", "3", "4", "3"]);
  });

  it("writes CSV", async () => {
    const { code, out } = await run("--format", "csv");
    expect(code).toBe(0);
    expect(out).toMatchSnapshot();
  });

  it("reads a compiled policy, with the same result", async () => {
    await desk.sla(["build", "contract.sla", "-o", "policy.json"]);
    const compiled = await desk.sla(["run", "policy.json", ...files, ...at, "--format", "jsonl"]);
    expect(compiled).toEqual(await run("--format", "jsonl"));
  });

  it("reads leads from stdin", async () => {
    const argv = ["run", "contract.sla", "--leads", "-", ...at, "--format", "jsonl", "--quiet"];
    const { code, out, err } = await desk.sla(argv, {
      input: '{"id":"7","source":"web","wants_contact":true,"created":"2026-03-01T08:00Z"}\n{"id":8}\n',
    });
    expect(code).toBe(0);
    expect(out.split("\n").map((line) => line.slice(0, 11))).toEqual(['{"lead":"7"', '{"lead":"8"', ""]);
    expect(err).toContain("standard input:2: source: expected");
  });

  it("judges at the present instant unless told otherwise, and says so", async () => {
    const { err } = await desk.sla(["run", "contract.sla", ...files]);
    expect(err).toContain("as of Tue 2026-03-31 08:00 America/New_York (2026-03-31T12:00:00.000Z)\n");
  });

  it("says nothing of a run without trouble when quiet", async () => {
    desk.file("fine.csv", leadsCsv.split("\n").slice(0, 3).join("\n"));
    const { err } = await desk.sla(["run", "contract.sla", "--leads", "fine.csv", "--quiet"]);
    expect(err).toBe("");
  });

  it("takes a header without rows for no leads", async () => {
    desk.file("none.csv", leadsCsv.slice(0, leadsCsv.indexOf("\n")));
    const { code, out } = await desk.sla(["run", "contract.sla", "--leads", "none.csv", "--quiet"]);
    expect({ code, out }).toEqual({ code: 0, out: "0 leads, no violations\n" });
  });
});

describe("sla run --people", () => {
  const contract = handoffContract
    .replace(
      /(calendar office .*\n)/,
      "$1calendar late { mon-fri 12:00-20:00 }\npeople { id text key;  hours one of office, late }\n",
    )
    .replace("  otherwise chase\n}\ncommitment", "  otherwise chase\n  calendar of owner\n}\ncommitment");
  desk.file("owners.sla", contract);
  desk.file("people.csv", "id,hours\nanna,late\nbart,office\ncarl,never\n");

  it("counts by the hours of whoever holds the lead", async () => {
    const argv = ["run", "owners.sla", ...files, ...at, "--people", "people.csv", "--format", "jsonl"];
    const { code, out, err } = await desk.sla(argv);
    expect({ code, out: out.includes('"due":"2026-03-09T17:00:00.000Z"') }).toEqual({ code: 0, out: true });
    expect(err).toContain("people.csv:4: hours: expected one of office, late");
  });
});

describe("sla run --fail-on", () => {
  const cases: readonly (readonly [string, string, number])[] = [
    ["none", handoffContract, 0],
    ["violations", handoffContract, 1],
    ["late", handoffContract, 1],
    ["breached", handoffContract, 1],
  ];
  it.each(cases)("%s", async (failOn, _, code) => {
    expect((await run("--fail-on", failOn)).code).toBe(code);
  });

  it("passes where nothing of the kind happened", async () => {
    desk.file("late.csv", eventsCsv.split("\n").slice(0, 5).join("\n"));
    const late = (failOn: string) =>
      desk.sla([
        "run",
        "contract.sla",
        "--leads",
        "leads.csv",
        "--events",
        "late.csv",
        ...at,
        "--fail-on",
        failOn,
      ]);
    expect((await late("late")).code).toBe(1);
    expect((await late("breached")).code).toBe(0);
  });

  it("counts a missed limit as a breach", async () => {
    desk.file(
      "many.csv",
      "lead,event,at\n1,handoff,2026-03-02 09:00\n1,handoff,2026-03-03 09:00\n4,handoff,2026-03-04 09:00\n",
    );
    desk.file("idle.csv", leadsCsv.replaceAll("yes", "no").replace("lots", "5").replaceAll("bart", "anna"));
    const argv = ["run", "contract.sla", "--leads", "idle.csv", "--events", "many.csv", ...at, "--fail-on"];
    expect((await desk.sla([...argv, "breached"])).code).toBe(1);
    expect((await desk.sla([...argv, "late"])).code).toBe(0);
  });
});

describe("files that sla run writes", () => {
  it("are every row that cannot be read, and the promises over many leads", async () => {
    await run("--rejects", "rejects.jsonl", "--limits", "limits.jsonl");
    expect(readFileSync(join(desk.folder, "rejects.jsonl"), "utf8")).toMatchSnapshot("rejects");
    expect(readFileSync(join(desk.folder, "limits.jsonl"), "utf8")).toMatchSnapshot("limits");
  });

  it("hold all problems where stderr counts them", async () => {
    const rows = Array.from(
      { length: 25 },
      (_, index) => `${index},x@example.com,lots,web,no,,2026-03-01 08:00`,
    );
    desk.file("hostile.csv", `${leadsCsv.split("\n")[0]}\n${rows.join("\n")}\n`);
    const argv = ["run", "contract.sla", "--leads", "hostile.csv", ...at, "--quiet"];
    const { err } = await desk.sla(argv);
    expect(err.split("\n").slice(9)).toEqual([
      'hostile.csv:11: employees: expected a whole number from 0 to 3000000, found "lots"',
      "and 15 more problems of this kind; --rejects FILE writes all of them",
      "25 rows with problems in all",
      "",
    ]);
    await desk.sla([...argv, "--rejects", "rejects.jsonl"]);
    expect(readFileSync(join(desk.folder, "rejects.jsonl"), "utf8").trimEnd().split("\n")).toHaveLength(25);
    rmSync(join(desk.folder, "rejects.jsonl"));
  });
});

describe("sla run refuses", () => {
  desk.file("empty.csv", "");
  desk.file("binary.csv", "id\u0000");
  const refused: readonly (readonly [string, readonly string[], number, string])[] = [
    [
      "two inputs from stdin",
      ["contract.sla", "--leads", "-", "--events", "-"],
      3,
      "--leads and --events cannot both come from stdin",
    ],
    [
      "a day as the instant",
      ["contract.sla", ...files, "--at", "2026-03-31"],
      3,
      '--at: 2026-03-31 is a day, and a verdict holds at an instant. Write "2026-03-31 24:00"',
    ],
    [
      "people that the contract knows nothing of",
      ["contract.sla", ...files, "--people", "leads.csv"],
      3,
      "--people: this contract declares no people table",
    ],
    [
      "leads that are not there",
      ["contract.sla", "--leads", "no.csv"],
      3,
      "error: no.csv: there is no such file",
    ],
    [
      "events that are not there",
      ["contract.sla", "--leads", "leads.csv", "--events", "no.csv"],
      3,
      "error: no.csv: there is no such file",
    ],
    ["a folder of leads", ["contract.sla", "--leads", "."], 3, "error: .: this is a directory"],
    ["an empty file", ["contract.sla", "--leads", "empty.csv"], 3, "error: empty.csv: this file is empty"],
    [
      "a binary file",
      ["contract.sla", "--leads", "binary.csv"],
      3,
      "error: binary.csv: this is not a text file",
    ],
    [
      "a rejects file that cannot be",
      ["contract.sla", ...files, "--rejects", "no/r.jsonl"],
      3,
      "error: no/r.jsonl: there is no such folder",
    ],
    ["a contract that is not there", ["no.sla", ...files], 3, "error: no.sla: there is no such file"],
    ["a contract with errors", ["broken.sla", ...files], 2, "1 error in broken.sla"],
  ];
  it.each(refused)("%s", async (_, argv, code, message) => {
    const outcome = await desk.sla(["run", ...argv]);
    expect({ code: outcome.code, out: outcome.out }).toEqual({ code, out: "" });
    expect(outcome.err).toContain(message);
  });
});

describe("sla run into a pipe", () => {
  it("ends quietly when the reader goes away", async () => {
    const stdout = new Writable({
      write: (_chunk, _encoding, done) => done(Object.assign(new Error("write EPIPE"), { code: "EPIPE" })),
    });
    const { code, err } = await desk.sla(
      ["run", "contract.sla", ...files, ...at, "--format", "csv", "--quiet"],
      {
        stdout,
      },
    );
    expect(code).toBe(0);
    expect(err).not.toContain("bug");
  });
});
