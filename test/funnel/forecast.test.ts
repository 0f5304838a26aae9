import { compile } from "@entente/dsl";
import { createAttainment, createEngine, forecastGoal } from "@entente/engine";
import { describe, expect, it } from "vitest";

const CONTRACT = `agreement "Lead demand" { between marketing and sales;  effective 2026-01-01 to 2026-12-31;  time zone "UTC";  currency USD }
calendar office { mon-fri 09:00-17:00 }
lead { id text key;  created time }
event accept
event won
stage MQL when id is present at created
stage SQL after MQL when accept
stage Customer after SQL when won
funnel website { quota 20 Customer every month;  MQL to SQL 40%;  SQL to Customer 20% }
goal supply by marketing { measure count of leads reaching MQL;  at least 100 every month }
goal conversion by sales { measure rate from MQL to SQL, maturing 30 days;  at least 40% every month }
`;

const DAY = 86_400_000;

/** The goals of the contract at noon of 2026-02-16, after four leads a day of which every other was accepted a day later. */
function attained() {
  const { policy } = compile({ entry: "c.sla", text: CONTRACT });
  if (policy === null) throw new Error("the contract has errors");
  const engine = createEngine(policy);
  const at = Date.UTC(2026, 1, 16, 12);
  const tally = createAttainment(engine, { at });
  let id = 0;
  for (let day = Date.UTC(2026, 0, 1, 8); day < at; day += DAY) {
    for (let lead = 0; lead < 4; lead += 1) {
      id += 1;
      const created = new Date(day).toISOString();
      const events = id % 2 === 0 ? [{ event: "accept", at: new Date(day + DAY).toISOString() }] : [];
      tally.add({ id: String(id), created, events });
    }
  }
  const { goals } = tally.finish();
  return { policy, goals };
}

describe("the forecast of what was attained", () => {
  const { policy, goals } = attained();
  const february = (name: string) => {
    const goal = goals.find((one) => one.goal === name);
    const window = goal?.windows.find((one) => one.window.from === Date.UTC(2026, 1, 1));
    if (goal === undefined || window === undefined) throw new Error(`${name} has no such window`);
    return forecastGoal(policy, goal, window);
  };

  it("carries a number of leads on, over the working days that are left", () => {
    // 10 working days are over with 15 calendar days' leads, 60; 10 are to come, today among them with 4.
    const forecast = february("supply");
    expect(forecast).toMatchObject({ kind: "forecast", method: "negative binomial" });
    if (forecast.kind === "none") return;
    expect(forecast.median.valueOf()).toBeGreaterThan(112);
    expect(forecast.median.valueOf()).toBeLessThan(128);
    expect(forecast.reach).toBeGreaterThan(0.9);
    expect(forecast.range95.low.valueOf()).toBeGreaterThanOrEqual(64);
    expect(forecast.range95.high.valueOf()).toBeGreaterThan(forecast.range80.high.valueOf());
  });

  it("takes the chance of open leads from the funnel while no earlier window is settled", () => {
    const forecast = february("conversion");
    expect(forecast).toMatchObject({ kind: "forecast", method: "binomial" });
    if (forecast.kind === "none") return;
    expect(forecast.assumptions).toContain("each comes through with the chance of 40.00% that was agreed");
    expect(forecast.median.valueOf()).toBeGreaterThan(50);
  });
});
