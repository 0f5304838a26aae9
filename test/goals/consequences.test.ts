import { createEngine } from "@entente/engine";
import { describe, expect, it } from "vitest";
import { attained, contractWith, type LeadSketch, only } from "./figures.ts";
import { engineOf } from "./world.ts";

const LADDER =
  'ladder chase { at breach notify marketing;  after 30 days do "Review";  after 2 business days meet marketing, sales }\n';
const goalWith = (
  target: string,
  name = "g",
  party = "marketing",
  measure = "count of leads reaching Lead",
): string => `goal ${name} by ${party} { measure ${measure};  ${target};  otherwise chase }\n`;
const created = (...dates: string[]): LeadSketch[] => dates.map((date) => ({ created: date }));
const day = (at: number | null): string | null =>
  at === null ? null : new Date(at).toISOString().slice(0, 10);

async function runsOf(goal: string, leads: readonly LeadSketch[], at: string) {
  return only(await attained(LADDER + goal, leads, at)).runs.map(({ since, until, missed, steps }) => ({
    since: day(since),
    until: day(until),
    missed,
    steps: steps.map((step) => `${step.step} ${new Date(step.at).toISOString().slice(0, 16)}`),
  }));
}

describe("a run of misses", () => {
  const monthly = goalWith("at least 1 every month");
  it("counts the ladder from the end of its first window, and keeps the steps that fell due", async () => {
    expect(await runsOf(monthly, created("2026-02-05"), "2026-04-15")).toEqual([
      {
        since: "2026-02-01",
        until: "2026-03-01",
        missed: 1,
        steps: ["1 2026-02-01T00:00", "3 2026-02-04T09:00"],
      },
      {
        since: "2026-04-01",
        until: null,
        missed: 1,
        steps: ["1 2026-04-01T00:00", "3 2026-04-03T09:00"].slice(0, 2),
      },
    ]);
  });

  it("goes on while every window is missed", async () => {
    expect(await runsOf(monthly, created("2026-01-05"), "2026-04-15")).toEqual([
      {
        since: "2026-03-01",
        until: null,
        missed: 2,
        steps: ["1 2026-03-01T00:00", "2 2026-03-31T00:00", "3 2026-03-04T09:00"],
      },
    ]);
  });

  it("is neither ended nor prolonged by a window with nothing to measure", async () => {
    const rate = goalWith("at least 90% every month", "g", "sales", "rate from handoff to won, snapshot");
    const leads: LeadSketch[] = [
      { events: [["handoff", "2026-01-05"]] },
      { events: [["handoff", "2026-03-05"]] },
    ];
    expect(await runsOf(rate, leads, "2026-04-15")).toMatchObject([
      { since: "2026-02-01", until: null, missed: 2 },
    ]);
  });
});

describe("a missed milestone", () => {
  const by = goalWith("at least 3 by 2026-03-31");
  it("is made good at the end of the day on which the measure carried on reaches it", async () => {
    const leads = created("2026-03-01", "2026-04-02", "2026-04-10T15:00:00Z", "2026-04-20");
    expect(await runsOf(by, leads, "2026-05-05")).toEqual([
      {
        since: "2026-04-01",
        until: "2026-04-11",
        missed: 1,
        steps: ["1 2026-04-01T00:00", "3 2026-04-03T09:00"],
      },
    ]);
    expect(await runsOf(by, leads.slice(0, 2), "2026-05-05")).toMatchObject([{ until: null }]);
  });

  it.each([
    ["median", "2026-04-09"],
    ["mean", "2026-04-09"],
    ["p90", null],
  ])("holds for a %s, too", async (statistic, until) => {
    const goal = goalWith(
      "at most 3 days by 2026-03-31",
      "g",
      "sales",
      `${statistic} time from handoff to contact`,
    );
    const took = (start: string, end: string): LeadSketch => ({
      events: [
        ["handoff", start],
        ["contact", end],
      ],
    });
    const slow = took("2026-03-01", "2026-03-06");
    const quick = took("2026-04-07", "2026-04-08T00:00:00Z");
    const leads = statistic === "median" ? [slow, quick, quick] : [slow, quick];
    const found = await runsOf(goal, leads, "2026-05-05");
    expect(found.map((run) => run.until)).toEqual([until]);
  });

  it("of a cohort goes on with the leads whose chance is over", async () => {
    const goal = goalWith(
      "at least 50% by 2026-01-31",
      "g",
      "sales",
      "rate from handoff to won, maturing 10 days",
    );
    const leads: LeadSketch[] = [
      { events: [["handoff", "2026-01-05"]] },
      {
        events: [
          ["handoff", "2026-02-05"],
          ["won", "2026-02-06"],
        ],
      },
    ];
    expect(await runsOf(goal, leads, "2026-02-14")).toMatchObject([{ since: "2026-02-01", until: null }]);
    expect(await runsOf(goal, leads, "2026-03-01")).toMatchObject([
      { since: "2026-02-01", until: "2026-02-16" },
    ]);
  });
});

describe("a reward", () => {
  const goals = (reward: string): string =>
    `${LADDER}${goalWith("at least 2 every month", "made")}${goalWith(
      "at least 1 every month from 2026-02-01",
      "sold",
      "sales",
      "count of leads reaching Customer",
    )}${goalWith("at least 1 in 2026", "yearly", "marketing and sales")}${reward}`;
  const won = (at: string): LeadSketch => ({
    created: at,
    events: [
      ["handoff", at],
      ["won", at],
    ],
  });
  const leads = [...created("2026-01-05", "2026-01-06", "2026-02-05"), won("2026-02-05"), won("2026-03-05")];
  async function standing(reward: string, at: string): Promise<string[]> {
    const { rewards } = await attained(goals(reward), leads, at);
    return rewards.map(({ period, status, lacking }) =>
      [day(period.from)?.slice(0, 7), status, ...lacking].join(" "),
    );
  }

  it("for all goals asks those with that window, at least one of every party", async () => {
    expect(
      await standing("reward pool { when all goals met in a month give $5 to marketing }", "2026-04-05"),
    ).toEqual([
      "2026-01 not earned a goal of sales",
      "2026-02 earned",
      "2026-03 not earned made",
      "2026-04 running made sold",
    ]);
  });

  it("for a year asks the goals of the year", async () => {
    expect(
      await standing('reward trip { when all goals met in a year give "A trip" to sales }', "2027-01-01"),
    ).toEqual(["2026-01 earned"]);
  });

  it("is earned by what goes beyond its tolerance, too", async () => {
    const text =
      "goal g by sales { measure count of leads reaching Lead;  at least 1 every month;  tolerance 10% above }\nreward pool { when g met in a month give $5 to sales }";
    const { goals: standings, rewards } = await attained(text, leads, "2026-02-01");
    expect(standings[0]?.windows[0]?.status).toBe("over");
    expect(rewards.map(({ status, lacking }) => [status, lacking])[0]).toEqual(["earned", []]);
  });

  it("for goals by name waits while a cohort is too young", async () => {
    const rate =
      "goal ripe by sales { measure rate from handoff to won, maturing 30 days;  at least 50% every month }\n";
    const reward = `${rate}reward pool { when made and ripe met in a month give $5 to marketing }`;
    expect((await standing(reward, "2026-03-15"))[1]).toBe("2026-02 pending ripe");
    expect((await standing(reward, "2026-04-15"))[1]).toBe("2026-02 earned");
  });
});

describe("giving up the agreement", () => {
  const text = `${LADDER}${goalWith("at least 1 every month")}cancellation when g missed 2 times in a row`;
  it.each([
    ["2026-02-15", 1, null],
    ["2026-03-01", 2, "2026-03-01"],
    ["2026-06-01", 3, "2026-03-01"],
  ])("as of %s: %d in a row, met %s", async (at, run, metAt) => {
    const [state] = (await attained(text, created("2026-04-05", "2026-05-05"), at)).cancellations;
    expect([state?.needed, state?.run, day(state?.metAt ?? null)]).toEqual([2, run, metAt]);
  });

  it("counts milestones that follow one another", async () => {
    const by = `${LADDER}${goalWith("at least 5 by 2026-01-31, 5 by 2026-02-28")}cancellation when g missed 2 times in a row`;
    const [state] = (await attained(by, [], "2026-04-01")).cancellations;
    expect([state?.run, day(state?.metAt ?? null)]).toEqual([2, "2026-03-01"]);
  });
});

describe("a review", () => {
  const { policy } = engineOf(contractWith("review every 6 months"));
  const held = [{ event: "review", at: Date.UTC(2026, 5, 20) }];
  it.each([
    ["2026-07-01T00:00:00Z", [], "not due", null, "2026-07-01"],
    ["2026-07-01T00:00:00.001Z", [], "overdue", "2026-07-01", null],
    ["2026-07-02T00:00:00Z", held, "held", null, "2026-12-20"],
    ["2026-06-01T00:00:00Z", held, "not due", null, "2026-07-01"],
    ["2026-12-21T00:00:00Z", held, "overdue", "2026-12-20", null],
  ])("as of %s with %j is %s", async (at, attestations, status, due, next) => {
    const engine = createEngine(policy, { attestations });
    const given = await engine.attain([], { at: Date.parse(at) });
    const handed = await createEngine(policy).attain([], { at: Date.parse(at), attestations });
    const [review] = given.reviews;
    expect([review?.status, day(review?.due ?? null), day(review?.next ?? null)]).toEqual([
      status,
      due,
      next,
    ]);
    expect(handed).toEqual(given);
  });
});
