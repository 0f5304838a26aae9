import { describe, expect, it } from "vitest";
import { attained, only, type Setting, windowsOf } from "./figures.ts";

const count = (target: string): string =>
  `goal g by marketing { measure count of leads reaching Lead;  ${target} }`;
const created = (...dates: string[]) => dates.map((date) => ({ created: date }));

describe("the windows of a target", () => {
  const cases: readonly (readonly [
    string,
    string,
    readonly string[],
    string,
    readonly string[],
    Setting?,
  ])[] = [
    [
      "are half-open",
      "at least 1 every month",
      ["2026-01-31T23:59:59.999Z", "2026-02-01"],
      "2026-03-01",
      [
        "2026-01-01..2026-02-01 met 1/1",
        "2026-02-01..2026-03-01 met 1/1",
        "2026-03-01..2026-04-01 running 0/1",
      ],
    ],
    [
      "are weeks from Monday on",
      "at least 1 every week",
      ["2026-01-12", "2026-01-11T23:59:59.999Z"],
      "2026-01-19T12:00:00Z",
      [
        "2026-01-05..2026-01-12 met 1/1",
        "2026-01-12..2026-01-19 met 1/1",
        "2026-01-19..2026-01-26 running 0/1",
      ],
      { effective: "2026-01-05 to 2026-12-31" },
    ],
    [
      "begin at midnight in the agreement's zone, also on a day of 23 hours",
      "at least 1 every day",
      ["2026-03-08T04:59:59.999Z", "2026-03-08T05:00:00Z", "2026-03-09T04:00:00Z"],
      "2026-03-09T12:00:00Z",
      [
        "2026-03-07T05:00:00.000Z..2026-03-08T05:00:00.000Z met 1/1",
        "2026-03-08T05:00:00.000Z..2026-03-09T04:00:00.000Z met 1/1",
        "2026-03-09T04:00:00.000Z..2026-03-10T04:00:00.000Z running 1/1",
      ],
      { effective: "2026-03-07 to 2026-12-31", zone: "America/New_York" },
    ],
    [
      "are quarters",
      "at least 1 every quarter",
      ["2026-05-05"],
      "2026-07-01",
      [
        "2026-01-01..2026-04-01 missed 0/1",
        "2026-04-01..2026-07-01 met 1/1",
        "2026-07-01..2026-10-01 running 0/1",
      ],
    ],
    [
      "are asked in part where the term cuts them, by working days",
      "at least 210 every month",
      ["2026-01-19"],
      "2026-02-10",
      ["2026-01-19..2026-02-01 missed 1/1050/11", "2026-02-01..2026-02-08 missed 0/105/2"],
      { effective: "2026-01-19 to 2026-02-07" },
    ],
    [
      "begin later where a target says so",
      "at least 2 every month from 2026-02-01",
      ["2026-01-05", "2026-02-05"],
      "2026-02-15",
      ["2026-02-01..2026-03-01 running 1/2"],
    ],
    [
      "are a year that is named, whole even where the term cuts it",
      "at least 10 in 2026",
      ["2026-05-05", "2026-02-05"],
      "2027-02-15",
      ["2026-04-01..2027-01-01 missed 1/10"],
      { effective: "2026-04-01 to 2027-03-31" },
    ],
    [
      "go from one milestone to the end of the next one's date",
      "at least 1 by 2026-03-31, 3 by 2026-06-30",
      ["2026-03-31T23:59:59.999Z", "2026-04-01", "2026-05-01"],
      "2026-07-01",
      ["2026-01-01..2026-04-01 met 1/1", "2026-04-01..2026-07-01 missed 2/3"],
    ],
    [
      "roll, and end at the as-of instant",
      "at least 2 over the last 30 days",
      ["2026-02-28T23:59:59.999Z", "2026-03-01", "2026-03-30T12:00:00Z", "2026-03-31"],
      "2026-03-31",
      ["2026-03-01..2026-03-31 met 2/2"],
    ],
    [
      "that roll are asked in part where the term cuts them, the day of the as-of instant among what is asked",
      "at least 23 over the last 30 days",
      [],
      "2026-03-11T12:00:00Z",
      ["2026-03-02..2026-03-11T12:00:00.000Z missed 0/8"],
      { effective: "2026-03-02 to 2026-12-31" },
    ],
    [
      "begin with the first lead where the agreement has no term",
      "at least 1 every month",
      ["2026-02-05", "2026-04-05"],
      "2026-05-01",
      [
        "2026-02-01..2026-03-01 met 1/1",
        "2026-03-01..2026-04-01 missed 0/1",
        "2026-04-01..2026-05-01 met 1/1",
        "2026-05-01..2026-06-01 running 0/1",
      ],
      { effective: "" },
    ],
    [
      "begin where a target says so, also without a term and without any lead",
      "at least 1 every month from 2026-03-01",
      [],
      "2026-04-10",
      ["2026-03-01..2026-04-01 missed 0/1", "2026-04-01..2026-05-01 running 0/1"],
      { effective: "" },
    ],
    [
      "end with the term, also those of milestones after it",
      "at least 1 by 2026-03-31, 3 by 2026-06-30, 5 by 2026-12-31",
      ["2026-03-05", "2026-05-31", "2026-06-05", "2026-07-05"],
      "2027-02-15",
      ["2026-01-01..2026-04-01 met 1/1", "2026-04-01..2026-06-01 missed 1/3"],
      { effective: "2026-01-01 to 2026-05-31" },
    ],
    ["are none before the term", "at least 1 every month", ["2025-12-05"], "2025-12-31", []],
  ];
  const named = cases.map(([name, target, dates, at, windows, setting = {}]) => ({
    name,
    target,
    dates,
    at,
    windows,
    setting,
  }));
  it.each(named)("$name", async ({ target, dates, at, windows, setting }) => {
    expect(await windowsOf(count(target), created(...dates), at, setting)).toEqual(windows);
  });

  it("take the value of a dated target that is in force on their first day", async () => {
    const target = "at least (1 from 2026-01-01, 2 from 2026-02-15) every month";
    expect(await windowsOf(count(target), created("2026-02-20", "2026-03-05"), "2026-04-01")).toEqual([
      "2026-01-01..2026-02-01 missed 0/1",
      "2026-02-01..2026-03-01 met 1/1",
      "2026-03-01..2026-04-01 missed 1/2",
      "2026-04-01..2026-05-01 running 0/2",
    ]);
  });

  it("of a milestone take the value in force on its date", async () => {
    const target = "at least (1 from 2026-01-01, 2 from 2026-02-15) by 2026-03-31";
    expect(await windowsOf(count(target), created("2026-02-20"), "2026-04-01")).toEqual([
      "2026-01-01..2026-04-01 missed 1/2",
    ]);
  });

  it("say so where the calendars of the policy end before them", async () => {
    const { issues } = await attained(count("at least 1 every month"), created("2026-02-20"), "2070-01-01", {
      effective: "",
    });
    expect(issues[0]).toMatch(/^goal g: its windows are known up to \d{4}-12-31 only/);
  });
});

describe("per", () => {
  const goal = `goal g by marketing {
    measure count of leads reaching Lead per source
    at least by source { web -> 2, otherwise -> 1 } every month
  }`;
  it("gives each value windows of its own, from the first in which it occurs, and the target of its case", async () => {
    const leads = [
      { created: "2026-01-05" },
      { created: "2026-02-05", source: "referral" },
      { created: "2026-03-05" },
      { created: "2026-03-06" },
    ];
    const { windows } = only(await attained(goal, leads, "2026-03-31"));
    expect(
      windows.map(({ per, status, goal: target }) => `${per} ${status} ${target?.toFraction()}`),
    ).toEqual(["referral met 1", "referral running 1", "web missed 2", "web missed 2", "web running 2"]);
  });

  it("that is missing leaves a target by its value open", async () => {
    const byOwner = `goal g by marketing {
      measure count of leads reaching Lead per owner
      at least by owner { "anna" -> 2, otherwise -> 1 } every month
    }`;
    const { windows } = only(await attained(byOwner, [{ owner: "bart" }, {}], "2026-02-01"));
    expect(
      windows.map(({ per, status, goal: target }) => [per, status, target?.toFraction() ?? null]),
    ).toEqual([
      ["bart", "met", "1"],
      ["bart", "running", "1"],
      [null, "unknown", null],
      [null, "running", null],
    ]);
  });

  it("owner is whoever held the lead at the instant that counts", async () => {
    const leads = [
      {
        created: "2026-01-05",
        owner: "anna",
        events: [
          ["contact", "2026-01-10", { owner: "bart" }],
          ["won", "2026-01-20", { amount: 5 }],
        ] as const,
      },
      { created: "2026-01-06" },
    ];
    const sums = "goal g by sales { measure sum of won.amount per owner;  at least $1 every month }";
    const counts =
      "goal g by sales { measure count of leads reaching Lead per owner;  at least 1 every month }";
    const per = async (text: string) =>
      only(await attained(text, leads, "2026-01-31")).windows.map((window) => [window.per, window.counted]);
    expect(await per(sums)).toEqual([["bart", 1]]);
    expect(await per(counts)).toEqual([
      ["anna", 1],
      [null, 1],
    ]);
  });
});

describe("what was recorded after the as-of instant", () => {
  it("is not seen yet", async () => {
    const sums = "goal g by sales { measure sum of won.amount;  at least $1 every month }";
    const won = { events: [["won", "2026-01-20", { amount: 5, recorded: "2026-02-03T00:00:00Z" }]] as const };
    expect(await windowsOf(sums, [won], "2026-02-02")).toContain("2026-01-01..2026-02-01 missed 0/100");
    expect(await windowsOf(sums, [won], "2026-02-03")).toContain("2026-01-01..2026-02-01 met 500/100");
  });
});
