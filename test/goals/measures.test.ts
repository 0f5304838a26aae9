import { createAttainment, type GoalWindowAttainment } from "@entente/engine";
import { describe, expect, it } from "vitest";
import { attained, contractWith, type LeadSketch, only, type Setting, windowsOf } from "./figures.ts";
import { engineOf } from "./world.ts";

async function first(
  goal: string,
  leads: readonly LeadSketch[],
  at: string,
  setting: Setting = {},
): Promise<GoalWindowAttainment> {
  const [window] = only(await attained(goal, leads, at, setting)).windows;
  if (window === undefined) throw new Error("no window");
  return window;
}

const HOUR = 3_600_000;

describe("a cohort rate", () => {
  const goal =
    "goal g by sales { measure rate from handoff to won, maturing 10 days;  at least 50% every month }";
  const leads: readonly LeadSketch[] = [
    {
      events: [
        ["handoff", "2026-01-31"],
        ["won", "2026-02-10"],
      ],
    },
    {
      events: [
        ["handoff", "2026-01-05"],
        ["handoff", "2026-01-31"],
        ["won", "2026-01-16"],
      ],
    },
    {
      events: [
        ["won", "2026-01-01"],
        ["handoff", "2026-01-02"],
      ],
    },
    {
      events: [
        ["handoff", "2026-02-01"],
        ["won", "2026-02-02"],
      ],
    },
  ];
  it.each([
    ["2026-01-20", "running", 0, 2, 0],
    ["2026-01-31T12:00:00Z", "running", 0, 3, 1],
    ["2026-02-05", "pending", 0, 3, 1],
    ["2026-02-10", "pending", 1, 3, 0],
    ["2026-02-11", "missed", 1, 3, 0],
  ])("as of %s is %s: %d of %d, %d of them open", async (at, status, counted, of, open) => {
    const window = await first(goal, leads, at);
    expect([window.status, window.counted, window.of, window.open]).toEqual([status, counted, of, open]);
  });

  it("does not hold a lead open that has come through before its time is over", async () => {
    const early: LeadSketch[] = [
      {
        events: [
          ["handoff", "2026-01-31"],
          ["won", "2026-02-01"],
        ],
      },
    ];
    const { counted, of, open } = await first(goal, early, "2026-02-05");
    expect([counted, of, open]).toEqual([1, 1, 0]);
  });

  it("is certain when the window's last lead has had its chance", async () => {
    expect((await first(goal, leads, "2026-02-11")).settles).toBe(Date.UTC(2026, 1, 11));
  });

  it("is projected from the leads whose chance is over", async () => {
    expect((await first(goal, leads.slice(0, 2), "2026-02-09")).projected?.toFraction()).toBe("0");
    expect((await first(goal, leads.slice(0, 1), "2026-02-09")).projected).toBeNull();
  });

  it("waits in working days of the calendar where `maturing` says so", async () => {
    const business = goal.replace("10 days", "2 business days");
    const settles = async (setting: Setting = {}) =>
      (await first(business, leads, "2026-02-01", setting)).settles;
    expect(await settles()).toBe(Date.UTC(2026, 1, 4, 9)); // Sunday's midnight counts from Monday's opening
  });

  it("says so where there is no calendar to wait by", async () => {
    const business = goal.replace("10 days", "2 business days");
    const { goals, issues } = await attained(business, leads, "2026-02-01", { calendar: false });
    expect(goals.map(({ windows }) => windows)).toEqual([[]]);
    expect(issues).toEqual(["goal g: no calendar says which hours are business hours"]);
  });

  it("of no leads is unknown", async () => {
    expect(await windowsOf(goal, [], "2026-02-11")).toEqual([
      "2026-01-01..2026-02-01 unknown -/50",
      "2026-02-01..2026-03-01 running -/50",
    ]);
  });
});

describe("a snapshot rate", () => {
  it("is what came in the window over what was there in it, and may exceed 100%", async () => {
    const goal = "goal g by sales { measure rate from handoff to won, snapshot;  at least 50% every month }";
    const leads: readonly LeadSketch[] = [
      {
        events: [
          ["handoff", "2025-12-31"],
          ["won", "2026-01-10"],
        ],
      },
      {
        events: [
          ["handoff", "2026-01-05"],
          ["won", "2026-01-12"],
          ["won", "2026-02-12"],
        ],
      },
    ];
    const { counted, of, actual } = await first(goal, leads, "2026-02-01");
    expect([counted, of, actual?.toFraction()]).toEqual([2, 1, "200"]);
  });
});

describe("a time", () => {
  const goal = (statistic: string, target = "at most 4 hours", per = "") =>
    `goal g by sales { measure ${statistic} time from handoff to contact${per};  ${target} every month }`;
  const after = (...hours: readonly number[]): LeadSketch[] =>
    hours.map((hour) => ({
      events: [
        ["handoff", "2026-01-05T10:00:00Z"],
        ["contact", "2026-01-05T09:00:00Z"],
        ["contact", new Date(Date.UTC(2026, 0, 5, 10) + hour * HOUR).toISOString()],
      ],
    }));
  it.each([
    ["median", [3, 1, 2], "2"],
    ["median", [4, 1, 2, 3], "5/2"],
    ["mean", [1, 1, 2], "4/3"],
    ["p75", [1, 2, 3, 4], "3"],
    ["p75", [1, 2, 3, 4, 5], "4"],
    ["p90", [10, 9, 8, 7, 6, 5, 4, 3, 2, 1], "9"],
    ["p95", [1, 2], "2"],
    ["p99", [7], "7"],
  ])("%s of %j hours is %s", async (statistic, hours, expected) => {
    const { actual } = await first(goal(statistic), after(...hours), "2026-01-31");
    expect(actual?.div(HOUR).toFraction()).toBe(expected);
  });

  it("belongs to the window of the arrival; who has not arrived by its end is open", async () => {
    const leads: readonly LeadSketch[] = [
      {
        events: [
          ["handoff", "2026-01-31"],
          ["contact", "2026-02-01"],
        ],
      },
      { events: [["handoff", "2026-01-31"]] },
      { events: [["handoff", "2025-12-01"]] },
    ];
    const { windows } = only(await attained(goal("median"), leads, "2026-02-15"));
    expect(windows.map(({ counted, open, status }) => [counted, open, status])).toEqual([
      [0, 3, "unknown"],
      [1, 2, "running"],
    ]);
  });

  it("holds those open that `where` is about", async () => {
    const leads: readonly LeadSketch[] = [
      { events: [["handoff", "2026-01-05"]] },
      { source: "referral", events: [["handoff", "2026-01-05"]] },
    ];
    const window = await first(
      goal("median", "at most 4 hours", " where source is web"),
      leads,
      "2026-01-31",
    );
    expect(window.open).toBe(1);
  });

  it("never goes from an event to itself", async () => {
    const twice =
      "goal g by sales { measure median time from contact to contact;  at most 4 hours every month }";
    const leads: LeadSketch[] = [
      {
        events: [
          ["contact", "2026-01-05"],
          ["contact", "2026-01-07"],
        ],
      },
      { events: [["contact", "2026-01-05"]] },
    ];
    const { counted, open, actual } = await first(twice, leads, "2026-01-31");
    expect([counted, open, actual?.toFraction()]).toEqual([1, 1, String(48 * HOUR)]);
  });

  it.each([
    ["at most 8 hours", "elapsed", String(71 * HOUR)],
    ["at most 8 business hours", "open", String(8 * HOUR)],
    ["at most 2 business days", "workingDays", "1"],
  ])("%s counts %s", async (target, counting, expected) => {
    const leads: LeadSketch[] = [
      {
        events: [
          ["handoff", "2026-01-09T16:00:00Z"],
          ["contact", "2026-01-12T15:00:00Z"],
        ],
      },
    ];
    const attainment = only(await attained(goal("mean", target), leads, "2026-01-31"));
    const [window] = attainment.windows;
    const weekend = counting === "open" ? String(7 * HOUR) : expected;
    expect([attainment.counting, window?.actual?.toFraction()]).toEqual([counting, weekend]);
  });
});

describe("a share", () => {
  const goal = `commitment answer { day: sales must contact within 24 hours of handoff;  longer: sales must contact within 48 hours of handoff;  unless email is missing }
goal g by sales { measure share of answer.day met;  at least 50% every month }`;
  const email = "a@example.com";
  it("goes by the instant at which a clock is due, and leaves out the excused", async () => {
    const leads: readonly LeadSketch[] = [
      {
        email,
        events: [
          ["handoff", "2026-01-30T23:00:00Z"],
          ["contact", "2026-01-31"],
        ],
      },
      {
        email,
        events: [
          ["handoff", "2026-01-31T01:00:00Z"],
          ["contact", "2026-01-31T02:00:00Z"],
        ],
      },
      {
        email,
        events: [
          ["handoff", "2026-01-05"],
          ["contact", "2026-01-08"],
        ],
      },
      { email, events: [["handoff", "2026-01-06"]] },
      { events: [["handoff", "2026-01-06"]] },
    ];
    const { windows } = only(await attained(goal, leads, "2026-02-15"));
    expect(windows.map(({ counted, of, status }) => [counted, of, status])).toEqual([
      [1, 3, "missed"],
      [1, 1, "running"],
    ]);
  });

  it("counts clocks that still run as open", async () => {
    const running: LeadSketch[] = [{ email, events: [["handoff", "2026-01-05T00:00:00Z"]] }];
    const window = await first(goal, running, "2026-01-05T12:00:00Z");
    expect([window.counted, window.of, window.open, window.actual]).toEqual([0, 0, 1, null]);
  });
});

describe("a share of what is promised over many leads", () => {
  const goal = `commitment load { marketing must handoff at most 1 times per owner every week }
goal g by marketing { measure share of load met;  at least 90% every month }`;
  it("counts each period and owner once, when the period ends", async () => {
    const leads: readonly LeadSketch[] = [
      { owner: "anna", events: [["handoff", "2026-01-06"]] },
      { owner: "anna", events: [["handoff", "2026-01-07"]] },
      { owner: "bart", events: [["handoff", "2026-01-06"]] },
      { owner: "bart", events: [["handoff", "2026-01-28"]] },
    ];
    const { windows } = only(await attained(goal, leads, "2026-02-01T12:00:00Z"));
    expect(windows.map(({ counted, of, open, status }) => [counted, of, open, status])).toEqual([
      [1, 2, 0, "missed"],
      [0, 0, 1, "running"],
    ]);
  });

  it("may be asked for again and again", () => {
    const tally = createAttainment(engineOf(contractWith(goal)), { at: Date.UTC(2026, 1, 1, 12) });
    tally.add({
      id: "1",
      source: "web",
      created: "2026-01-05T00:00:00Z",
      events: [{ event: "handoff", at: "2026-01-06T00:00:00Z" }],
    });
    expect(tally.finish()).toEqual(tally.finish());
    expect(only(tally.finish()).windows.map(({ counted }) => counted)).toEqual([1, 0]);
  });
});

describe("a sum", () => {
  it("adds exactly, and counts what lacks its amount beside", async () => {
    const goal =
      "goal g by sales { measure sum of won.amount where source is web;  at least $1 every month }";
    const leads: readonly LeadSketch[] = [
      {
        events: [
          ["won", "2026-01-05", { amount: "0.10" }],
          ["won", "2026-01-06", { amount: "0.20" }],
        ],
      },
      { events: [["won", "2026-01-05"]] },
      { source: "referral", events: [["won", "2026-01-05", { amount: 100 }]] },
    ];
    const { actual, counted, unknown } = await first(goal, leads, "2026-02-01");
    expect([actual?.toFraction(), counted, unknown]).toEqual(["30", 2, 1]);
  });

  it("stays exact beyond what a double holds", async () => {
    const goal = "goal g by sales { measure sum of won.amount;  at least $1 every month }";
    const leads: LeadSketch[] = [9e11, 9e11, 0.01].map((_, index) => ({
      events: Array.from({ length: 200 }, (_none, hour) => [
        "won",
        new Date(Date.UTC(2026, 0, 2, hour)).toISOString(),
        { amount: index === 2 ? "0.01" : "900000000000" },
      ]),
    }));
    expect((await first(goal, leads, "2026-02-01")).actual?.toFraction()).toBe(
      String(400n * 90_000_000_000_000n + 200n),
    );
  });
});

describe("worth and points", () => {
  const classes = `classify kind, first match {
  rich   when budget >= $100 worth $10
  plain  when budget < $100  worth $2
}
classify grade { any otherwise worth 0.1 points }
`;
  it("are read when the stage is reached; what a missing field leaves open stands beside", async () => {
    const goal = `${classes}goal g by marketing { measure worth of leads reaching MQL;  at least $1 every month }`;
    const handoff = [["handoff", "2026-01-05"]] as const;
    const leads: readonly LeadSketch[] = [
      { budget: 500, events: handoff },
      { budget: 50, events: handoff },
      { events: handoff },
      { budget: 50 },
    ];
    const { actual, counted, unknown } = await first(goal, leads, "2026-02-01");
    expect([actual?.toFraction(), counted, unknown]).toEqual(["1200", 2, 1]);
  });

  it("of a tenth of a point add up to whole ones", async () => {
    const goal = `${classes}goal g by marketing { measure points of leads reaching Lead;  at least 1 points every month }`;
    const { actual, status } = await first(
      goal,
      Array.from({ length: 10 }, () => ({})),
      "2026-02-01",
    );
    expect([actual?.toFraction(), status]).toEqual(["1", "met"]);
  });

  it("come from the lead's funnel where no class gives any: quota / leads, as a ratio", async () => {
    const goal = `funnel web_leads for leads where source is web { quota $100 every month;  deal $10;  MQL to Customer 30% }
goal g by marketing { measure worth of leads reaching MQL;  at least $1 every month }`;
    const handoff = [["handoff", "2026-01-05"]] as const;
    const leads: readonly LeadSketch[] = [
      { events: handoff },
      { events: handoff },
      { source: "referral", events: handoff },
    ];
    const attainment = await attained(goal, leads, "2026-02-01");
    expect(only(attainment).windows[0]?.actual?.toFraction()).toBe("10000/17"); // two of the 34 that $100 needs
    expect(attainment.funnels[0]?.stages).toEqual([
      { stage: "MQL", leads: 2 },
      { stage: "Customer", leads: 0 },
    ]);
  });

  it("are open where two funnels would give a worth", async () => {
    const two = `funnel one { quota $100 every month;  deal $10;  MQL to Customer 30% }
funnel other as alternative to one { quota $100 every month;  deal $10;  MQL to Customer 50% }
goal g by marketing { measure worth of leads reaching MQL;  at least $1 every month }`;
    const { counted, unknown } = await first(two, [{ events: [["handoff", "2026-01-05"]] }], "2026-02-01");
    expect([counted, unknown]).toEqual([0, 1]);
  });
});

describe("what came through a funnel", () => {
  it("are the leads that reached its stages within the term", async () => {
    const text = "funnel f { quota 10 Customer every month;  MQL to Customer 40% }";
    const leads: readonly LeadSketch[] = [
      {
        events: [
          ["handoff", "2026-01-05"],
          ["won", "2026-02-05"],
        ],
      },
      { events: [["handoff", "2026-01-06"]] },
      {
        created: "2025-11-01",
        events: [
          ["handoff", "2025-12-05"],
          ["won", "2026-01-05"],
        ],
      },
    ];
    const [funnel] = (await attained(text, leads, "2026-03-01")).funnels;
    expect(funnel?.stages.map(({ stage, leads: count }) => `${count} ${stage}`)).toEqual([
      "2 MQL",
      "2 Customer",
    ]);
    expect(
      funnel?.steps.map(({ came, of, actual, agreed }) => [
        came,
        of,
        actual?.toFraction(),
        agreed.toFraction(),
      ]),
    ).toEqual([[1, 2, "1/2", "2/5"]]);
  });
});

describe("conditions and stages that ask for verdicts", () => {
  const promise = "commitment answer { sales must contact within 24 hours of handoff }\n";
  const leads: readonly LeadSketch[] = [
    {
      events: [
        ["handoff", "2026-01-05"],
        ["contact", "2026-01-05T01:00:00Z"],
        ["won", "2026-01-10"],
      ],
    },
    {
      events: [
        ["handoff", "2026-01-05"],
        ["won", "2026-01-10"],
      ],
    },
  ];
  it("see the status at the instant that counts", async () => {
    const goal = `${promise}goal g by sales { measure count of leads reaching Customer where answer is breached;  at least 1 every month }`;
    expect((await first(goal, leads, "2026-02-01")).counted).toBe(1);
    const early = `${promise}goal g by sales { measure count of leads reaching MQL where answer is breached;  at least 1 every month }`;
    expect((await first(early, leads, "2026-02-01")).counted).toBe(0);
  });

  it("follow from silence, too", async () => {
    const goal = `event taken, also when answer is breached
stage Taken after MQL when taken
${promise}goal g by sales { measure count of leads reaching Taken;  at least 1 every month }`;
    expect((await first(goal, leads, "2026-02-01")).counted).toBe(1);
    expect((await first(goal, leads, "2026-01-05T12:00:00Z")).counted).toBe(0);
  });
});

describe("data from outside all calendars", () => {
  it.each([
    "rate from handoff to won, maturing 2 business days;  at least 1% every month",
    "mean time from handoff to won;  at most 2 business hours every month",
    "count of leads reaching MQL;  at least 1 every month",
  ])("is no trouble for %s", async (clauses) => {
    const leads: LeadSketch[] = ["1900-01-01", "2999-12-31"].map((date) => ({
      created: date,
      events: [
        ["handoff", date],
        ["won", "2026-01-06"],
      ],
    }));
    for (const at of ["0001-01-02T00:00:00Z", "2026-02-01T00:00:00Z", "9999-12-31T23:59:59Z"]) {
      const attainment = await attained(`goal g by sales { measure ${clauses} }`, leads, at);
      expect(attainment.leads).toEqual({ counted: 2, invalid: 0 });
    }
  });

  it("neither are the first and the last instants that there are", () => {
    const engine = engineOf(
      contractWith(
        "goal g by sales { measure count of leads reaching MQL;  at least 1 over the last 30 days }\nreview every month\nfunnel f { quota 10 Customer every month;  MQL to Customer 40% }",
      ),
    );
    for (const at of [-8.64e15, 8.64e15])
      expect(createAttainment(engine, { at }).finish().goals).toHaveLength(1);
  });
});
