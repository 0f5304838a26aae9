import { describe, expect, it } from "vitest";
import { AT, CONTRACT, LEADS, lead, reportOn } from "./reported.ts";

const report = reportOn(CONTRACT, LEADS, AT);

describe("the figures of a report", () => {
  it("count each settled promise once", () => {
    const { total, byParty, byOwner, worst } = report.violations;
    expect(total).toEqual({ met: 3, late: 1, breached: 2 });
    expect([...byParty.keys()]).toEqual(["sales"]);
    expect(byOwner.map(({ owner, late, breached }) => [owner, late, breached])).toEqual([
      ["anna", 1, 1],
      [null, 0, 1],
    ]);
    expect(worst.map((violation) => violation.lead)).toEqual(["6", "3", "2"]);
  });

  it("count the clocks of each clause, and the periods of a promise over many leads", () => {
    const [contact, load] = report.clauses;
    expect(contact?.statuses).toEqual({ met: 3, late: 1, breached: 2, running: 1 });
    // anna had three in the week of 2 March, two agreed; the week of 16 March still runs.
    expect([load?.statuses.met, load?.statuses.breached]).toEqual([3, 1]);
  });

  it("say how much of its time each answer used", () => {
    const { bins, notDone } = report.clauses[0]?.used ?? { bins: [], notDone: 0 };
    // 20 minutes of the hour, 55 minutes, exactly the hour; 2 h 30 min.
    expect(bins.flatMap((count, index) => (count === 0 ? [] : [[index, count]]))).toEqual([
      [3, 1],
      [9, 2],
      [13, 1],
    ]);
    expect(notDone).toBe(2);
  });

  it("count leads by stage within the term, and how many of them went on", () => {
    const { stages, steps } = report.stages;
    expect(stages.map(({ stage, leads }) => [stage, leads])).toEqual([
      ["Lead", 7],
      ["MQL", 7],
      ["Customer", 2],
    ]);
    expect(steps.map(({ came, of }) => [came, of])).toEqual([
      [7, 7],
      [2, 7],
    ]);
  });

  it("leave out of the funnel what was reached before the term", () => {
    const early = { ...(lead("9", "anna", []) as object), created: "2025-12-31T23:59" };
    const { stages } = reportOn(CONTRACT, [early], AT).stages;
    expect(stages.map(({ leads }) => leads)).toEqual([0, 0, 0]);
  });

  it("set each funnel's plan beside what came through it", () => {
    const [funnel] = report.funnels;
    expect(funnel?.plan?.needs.map(({ stage, leads }) => [stage, leads.toString()])).toEqual([
      ["MQL", "20"],
      ["Customer", "10"],
    ]);
    expect(funnel?.steps.map(({ came, of, agreed }) => [came, of, agreed.toString()])).toEqual([
      [2, 7, "0.5"],
    ]);
  });

  it("see only what was recorded by the instant", () => {
    const before = reportOn(CONTRACT, LEADS, Date.parse("2026-03-03T11:59:00-05:00"));
    // Lead 2 is past its hour, and its late call is not known yet.
    expect(before.violations.total).toEqual({ met: 2, late: 0, breached: 2 });
  });

  it("put the contract's own words beside the figures", () => {
    expect(
      report.goals.map(({ measureWords, targets }) => [measureWords, targets.map(({ words }) => words)]),
    ).toEqual([
      ["count of leads reaching MQL", ["at least 10 every month"]],
      ["sum of won.amount", ["at least $10,000 every month"]],
      ["share of first_contact met", ["at least 95% every month"]],
    ]);
    expect(report.clauses[0]?.words).toBe("sales must contact within 1 business hour of handoff");
  });
});
