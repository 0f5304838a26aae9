import { readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { Desk } from "./testing/desk.ts";
import { handoffContract } from "./testing/handoff-contract.ts";

const desk = new Desk();
afterAll(() => desk.clear());

/** A contract with one goal of each kind of figure, and something that follows from each. */
const contract = `${handoffContract}
goal leads     by marketing { measure count of leads reaching MQL per owner;  at least 2 every month;  tolerance 10% either way }
goal win_rate  by sales     { measure rate from handoff to won, maturing 10 days;  baseline 10%;  at least 30% by 2026-02-28, 50% by 2026-06-30;  otherwise review_it }
goal cycle     by sales     { measure median time from handoff to won;  at most 5 days every quarter }
goal speed     by sales     { measure share of first_contact met;  at least 90% every month from 2026-02-01;  otherwise review_it }
ladder review_it { after 10 days do "Look at the goal again" }
funnel quota { quota 10 Customer every month;  MQL to Customer 40% }
reward pool { when revenue and speed met in a month  give $5,000 to marketing and sales }
review every 2 months
cancellation when speed missed 2 times in a row
`;
const head = "id,email,employees,source,wants_contact,owner,created\n";
const leads = `${head}1,a@example.com,60,web,yes,anna,2026-02-01 08:00
2,b@example.com,80,web,yes,anna,2026-02-01 08:00
3,c@example.com,90,referral,yes,bart,2026-03-01 08:00
4,d@example.com,lots,web,no,bart,2026-03-01 08:00
5,e@example.com,70,web,no,"=cmd()\u001b[31m",2026-03-02 08:00
`;
const events = `lead,event,at,channel,amount
1,handoff,2026-02-06 10:00,,
1,contact,2026-02-06 10:45,call,
1,won,2026-02-09 10:45,,"$12,000.50"
2,handoff,2026-02-09 10:00,,
2,contact,2026-02-10 13:15,call,
3,handoff,2026-03-06 11:00,,
3,won,2026-03-20 11:00,,$900
5,handoff,2026-03-06 11:00,,
9,handoff,2026-03-06 11:00,,
`;
desk.file("contract.sla", contract);
desk.file("leads.csv", leads);
desk.file("events.csv", events);
desk.file("header.csv", head);
desk.file("empty.csv", "");
desk.file(
  "broken.sla",
  contract.replace("measure share of first_contact met", "measure share of nothing met"),
);
desk.file("goalless.sla", handoffContract.replace(/goal .*\n/, ""));

const files = ["--leads", "leads.csv", "--events", "events.csv", "--at", "2026-03-25 12:00"];
const attain = (...more: string[]) => desk.sla(["attain", "contract.sla", ...files, ...more]);

describe("sla attain --format", () => {
  it.each([["table"], ["json"], ["csv"], ["markdown"]])("%s", async (format) => {
    const { code, out, err } = await attain("--format", format);
    expect(code).toBe(0);
    expect(out).toMatchSnapshot(format);
    expect(out).not.toContain("\u001b");
    expect(err).toMatchSnapshot("stderr");
  });

  it("table is as wide as it may be", async () => {
    const { out } = await desk.sla(["attain", "contract.sla", ...files], {
      columns: 200,
      isTTY: true,
      environment: { NO_COLOR: "1" },
    });
    expect(out).toMatchSnapshot();
  });

  it("csv gives every window, and figures below zero as numbers", async () => {
    const rows = (await attain("--format", "csv", "--goal", "revenue")).out.trimEnd().split("\r\n").slice(1);
    expect(rows.map((row) => row.split(",").slice(9, 12).join(" "))).toEqual([
      "missed 10000.00 0.00",
      "met 10000.00 12000.50",
      "running 10000.00 900.00",
    ]);
    expect(rows[0]).toContain(",10000.00,-10000.00,0.00");
  });
});

describe("sla attain, in what follows from where the goals stand,", () => {
  const several = contract.replace(
    /goal leads .*/,
    `goal leads by marketing { measure count of leads reaching MQL per owner;  at least 40 every month;  at least 9 every week }
goal yen by sales { measure count of leads reaching MQL;  at least 1 every year;  at least 12 by 2026-03-25 }`,
  );
  desk.file("several.sla", several);
  desk.file("nobody.csv", leads.replaceAll("anna", ""));
  const run = async (leadFile: string, at: string): Promise<string> =>
    (await desk.sla(["attain", "several.sla", "--leads", leadFile, ...files.slice(2, 4), "--at", at])).out;

  it("tells the targets of a goal apart", async () => {
    const out = await run("leads.csv", "2026-03-25 12:00");
    expect(out).toContain("leads (anna), at least 40 every month: missed once, since");
    expect(out).toContain("leads (anna), at least 9 every week: missed 7 times in a row, since");
    expect(out).toContain("speed: missed once, since");
  });

  it("names leads without a value of `per`", async () => {
    const out = await run("nobody.csv", "2026-03-25 12:00");
    expect(out).toContain("leads (no owner), 2026-03: ");
    expect(out).toContain("leads (no owner), at least 40 every month: missed once, since");
  });

  it.each([
    ["2026-03-25 12:00", "yen, 2026-01-01 to 2026-03-25: 8 on the one working day that is left\n"],
    ["2026-03-24 12:00", "yen, 2026-01-01 to 2026-03-25: 4 on each of the 2 working days that are left\n"],
    ["2026-03-20 12:00", "yen, 2026-01-01 to 2026-03-25: 2 on each of the 4 working days that are left\n"],
    ["2026-03-18 12:00", "yen, 2026-01-01 to 2026-03-25: 1.4 on each of the 6 working days that are left\n"],
    ["2026-03-13 12:00", "revenue, 2026-03: $769.24 on each of the 13 working days that are left\n"],
  ])("says as of %s what each day has to bring, and never too little", async (at, line) => {
    expect(await run("leads.csv", at)).toContain(line);
  });
});

describe("sla attain --goal", () => {
  it("shows that goal and what is about it alone", async () => {
    const { out } = await attain("--goal", "speed");
    expect(out).toContain("speed missed 1 of 2 times in a row");
    expect(out).not.toMatch(/revenue|overdue|quota/);
  });
});

describe("sla attain --attestations", () => {
  it("says when a review was held, and when the next one is due", async () => {
    desk.file("minutes.csv", "event,at\nreview,2026-02-20 10:00\n");
    const { out, err } = await attain("--attestations", "minutes.csv", "--quiet");
    expect(out).toContain("last held Fri 2026-02-20 10:00; next due Mon 2026-04-20 10:00\n");
    expect(err).not.toContain("minutes.csv");
  });
});

describe("sla attain --fail-on", () => {
  const cases: readonly (readonly [string, readonly string[], number])[] = [
    ["none", [], 0],
    ["missed", [], 1],
    ["behind", [], 1],
    ["missed", ["--goal", "revenue"], 0],
    ["behind", ["--goal", "revenue"], 1],
    ["missed", ["--goal", "leads"], 0],
    ["behind", ["--goal", "cycle"], 1],
  ];
  it.each(cases)("%s %j is %d", async (failOn, more, code) => {
    expect((await attain("--fail-on", failOn, ...more)).code).toBe(code);
  });
});

describe("sla attain", () => {
  it("measures at the present instant unless told otherwise", async () => {
    const { err } = await desk.sla(["attain", "contract.sla", "--leads", "header.csv"]);
    expect(err).toBe("as of Tue 2026-03-31 08:00 America/New_York (2026-03-31T12:00:00.000Z)\n");
  });

  it("takes a header without rows for no leads", async () => {
    const { code, out } = await desk.sla([
      "attain",
      "contract.sla",
      "--leads",
      "header.csv",
      "--goal",
      "cycle",
    ]);
    expect({ code, out: out.includes("nothing yet") && out.includes("0 leads") }).toEqual({
      code: 0,
      out: true,
    });
  });

  it("says that no window has begun, or that there are no goals", async () => {
    const early = ["--leads", "header.csv", "--at", "2025-03-25 12:00", "--quiet"];
    expect((await desk.sla(["attain", "contract.sla", ...early])).out).toMatch(
      /^no window of a goal has begun\n/,
    );
    expect((await desk.sla(["attain", "goalless.sla", ...early])).out).toMatch(
      /^the contract has no goals\n/,
    );
  });

  it("reads a compiled policy and leads from stdin", async () => {
    await desk.sla(["build", "contract.sla", "-o", "contract.json"]);
    const argv = ["attain", "contract.json", "--leads", "-", ...files.slice(2), "--format", "json"];
    const { out } = await desk.sla(argv, { input: leads });
    expect(out).toBe((await attain("--format", "json")).out);
  });

  it("writes every row that cannot be read, and warns of what comes twice", async () => {
    desk.file("twice.csv", leads + leads.slice(head.length));
    const argv = [
      "attain",
      "contract.sla",
      "--leads",
      "twice.csv",
      ...files.slice(2),
      "--rejects",
      "rejects.jsonl",
    ];
    const { err } = await desk.sla(argv);
    expect(err).toContain(
      "warning: 5 records have the id of an earlier one, and each was counted for itself\n",
    );
    expect(readFileSync(join(desk.folder, "rejects.jsonl"), "utf8").trimEnd().split("\n")).toHaveLength(2);
    rmSync(join(desk.folder, "rejects.jsonl"));
  });

  const refused: readonly (readonly [string, readonly string[], number, string])[] = [
    [
      "a goal that is not there",
      ["contract.sla", ...files, "--goal", "sped"],
      3,
      "--goal: there is no goal sped; did you mean speed?",
    ],
    [
      "a goal of a contract without any",
      ["goalless.sla", ...files, "--goal", "g"],
      3,
      "the contract has no goals",
    ],
    [
      "a day as the instant",
      ["contract.sla", ...files, "--at", "2026-03-31"],
      3,
      "--at: 2026-03-31 is a day",
    ],
    ["an empty file", ["contract.sla", "--leads", "empty.csv"], 3, "error: empty.csv: this file is empty"],
    [
      "leads that are not there",
      ["contract.sla", "--leads", "no.csv"],
      3,
      "error: no.csv: there is no such file",
    ],
    [
      "two inputs from stdin",
      ["contract.sla", "--leads", "-", "--events", "-"],
      3,
      "cannot both come from stdin",
    ],
    [
      "to overwrite its input",
      ["contract.sla", ...files, "--rejects", "leads.csv"],
      3,
      "--rejects would overwrite --leads",
    ],
    [
      "people that the contract knows nothing of",
      ["contract.sla", ...files, "--people", "leads.csv"],
      3,
      "declares no people table",
    ],
    ["a contract with errors", ["broken.sla", ...files], 2, "1 error in broken.sla"],
  ];
  it.each(refused)("refuses %s", async (_, argv, code, message) => {
    const outcome = await desk.sla(["attain", ...argv]);
    expect({ code: outcome.code, out: outcome.out }).toEqual({ code, out: "" });
    expect(outcome.err).toContain(message);
  });
});
