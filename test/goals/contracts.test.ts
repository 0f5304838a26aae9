import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { hasShared, SHARED } from "../support/folders.ts";
import { windowWords } from "./figures.ts";
import { engineOf } from "./world.ts";

const contractNamed = (name: string): string => readFileSync(join(SHARED, "contracts", name), "utf8");

describe.skipIf(!hasShared)("the published contracts", () => {
  it.each(["company-a.sla", "handoff.sla", "lead-demand.sla", "points.sla", "stages.sla"])(
    "%s is followed over its term, also without a single lead",
    async (name) => {
      const engine = engineOf(contractNamed(name));
      const { effective } = engine.policy.agreement;
      const end = Date.parse(`${effective?.to}T12:00:00Z`);
      const { goals, issues } = await engine.attain([], { at: end });
      expect([goals.map(({ goal }) => goal), issues]).toEqual([
        engine.policy.goals.map(({ name: goal }) => goal),
        [],
      ]);
      for (const { windows } of goals) expect(windows.length).toBeGreaterThan(0);
    },
  );

  it("company-a: 110 content leads and 90 ready ones make $470,000 in a month that asks $550,000", async () => {
    const lead = (index: number, source: string, ready: boolean) => ({
      id: `${source} ${index}`,
      email: "a@example.com",
      source,
      wants_contact: ready,
      created: "2020-03-10T12:00:00Z",
    });
    const leads = Array.from({ length: 110 }, (_, index) => lead(index, "content", false)).concat(
      Array.from({ length: 90 }, (_, index) => lead(index, "web", true)),
    );
    const attainment = await engineOf(contractNamed("company-a.sla")).attain(leads, {
      at: Date.UTC(2020, 3, 30, 12),
    });
    const value = attainment.goals.find(({ goal }) => goal === "lead_value");
    expect(value?.windows.map((window) => windowWords(window).replace(/^.*? /, ""))).toEqual([
      "missed 0/55000000",
      "missed 0/55000000",
      "missed 47000000/55000000",
      "running 0/55000000",
    ]);
    expect(
      value?.runs.map(({ missed, until, steps }) => [missed, until, steps.map(({ step }) => step)]),
    ).toEqual([[3, null, [1, 2]]]);
    expect(attainment.rewards.map(({ reward, status }) => `${reward} ${status}`).slice(0, 3)).toEqual(
      Array(3).fill("monthly_pool not earned"),
    );
  });

  it("lead-demand: a website lead is worth its part of the quota, 500,000 / 3,900 dollars", async () => {
    const leads = [1, 2, 3].map((id) => ({
      id: String(id),
      source: "website_form",
      segment: "small",
      existing: id === 3,
      created: "2022-02-10T12:00:00Z",
    }));
    const attainment = await engineOf(contractNamed("lead-demand.sla")).attain(leads, {
      at: Date.UTC(2022, 1, 20),
    });
    const value = attainment.goals.find(({ goal }) => goal === "lead_value");
    expect(value?.windows.map(({ counted, actual }) => [counted, actual?.toFraction()])).toEqual([
      [0, "0"],
      [2, "1000000/39"],
    ]);
  });

  it("points: two kinds of leads against 2,000 points, paced over calendar days for want of a calendar", async () => {
    const leads = ["demo_request", "other", "whitepaper"].map((action, id) => ({
      id: String(id),
      action,
      created: "2026-01-05T12:00:00Z",
    }));
    const attainment = await engineOf(contractNamed("points.sla")).attain(leads, {
      at: Date.UTC(2026, 0, 10, 16),
    });
    const [window] = attainment.goals[0]?.windows ?? [];
    expect([window?.actual, window?.pace].map((value) => value?.toFraction())).toEqual(["12", "20000/31"]);
  });
});
