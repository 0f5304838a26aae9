import { readFileSync } from "node:fs";
import { join } from "node:path";
import { analyse } from "@entente/analysis";
import { compile } from "@entente/dsl";
import { carryForward, exactAmount, moneyWords, percentWords, planFunnel, planTerm } from "@entente/engine";
import type { Policy } from "@entente/ir";
import { describe, expect, it } from "vitest";
import { hasShared, SHARED } from "../support/folders.ts";

/** Contracts that others published, beside the project; without them the tests below are reported as skipped. */
const published = describe.skipIf(!hasShared);

function contract(name: string): Policy {
  const entry = `${name}.sla`;
  const { policy } = compile({ entry, text: readFileSync(join(SHARED, "contracts", entry), "utf8") });
  if (policy === null) throw new Error(`${entry} has errors`);
  return policy;
}

const counts = (needs: ReadonlyMap<string, { toFraction(): string }>): Record<string, string> =>
  Object.fromEntries([...needs].map(([stage, count]) => [stage, count.toFraction()]));

published("the sums of published contracts", () => {
  it("from a quota of $500,000 to 250, 1,087, 1,326 and 3,900", () => {
    const plan = planFunnel(contract("lead-demand"), "website");
    expect(counts(plan.needs)).toEqual({
      Customer: "250",
      Opportunity: "1087",
      SQL: "1326",
      MQL: "3900",
    });
    const worth = plan.worth.get("MQL");
    expect(worth?.toFraction()).toBe("500000/39");
    expect(worth === undefined ? "" : moneyWords(worth.div(100).round().mul(100), "USD")).toBe("$128");
  });

  it("a month earlier: leads of January make the customers of February", () => {
    const { months, quota } = planTerm(contract("lead-demand"), "website");
    expect(months).toHaveLength(12);
    expect(months[1]).toMatchObject({
      from: "2022-02-01",
      neededIn: { from: "2022-01-01", to: "2022-01-31" },
      beforeTerm: false,
    });
    expect(months[0]?.beforeTerm).toBe(true);
    expect(quota?.equals(600_000_000)).toBe(true);
  });

  it("from 20 customers at 5% to 400 leads, two months earlier", () => {
    const policy = contract("points");
    expect(counts(planFunnel(policy, "flat").needs)).toEqual({ Lead: "400", Customer: "20" });
    expect(planTerm(policy, "flat").months[2]?.neededIn).toEqual({ from: "2026-01-01", to: "2026-01-31" });
  });

  it("weights a quarter at 10% and three quarters at 1% to 3.25%", () => {
    expect(percentWords(planFunnel(contract("points"), "mixed").rate)).toBe("3.25%");
  });

  it("carries 400 leads forward to 20 customers", () => {
    const { counts: come } = carryForward(contract("points"), "flat", { count: "400" });
    expect(counts(come)).toEqual({ Lead: "400", Customer: "20" });
  });

  it("holds the monthly goals of a year from $10,000,000 to $15,000,000, and $550,000 of leads", () => {
    const { goals } = contract("company-a");
    const amounts = Object.fromEntries(
      goals.flatMap(({ name, baseline, targets: [target] }) => {
        if (target === undefined || !["lead_value", "run_rate"].includes(name)) return [];
        const all = [...(baseline === null ? [] : [baseline]), target.value];
        return [[name, all.map((value) => moneyWords(exactAmount(value, "2020-01-01"), "USD"))]];
      }),
    );
    expect(amounts).toEqual({ lead_value: ["$550,000"], run_rate: ["$833,000", "$1,250,000"] });
    // 10 referrals, 200 for content, 50 webinar leads and 50 who asked for sales.
    const values = [
      [10, 5_000],
      [200, 1_000],
      [50, 2_000],
      [50, 4_000],
    ];
    expect(values.reduce((sum, [leads = 0, worth = 0]) => sum + leads * worth, 0)).toBe(550_000);
  });

  it.each(["company-a", "handoff", "lead-demand", "points", "stages"])(
    "%s promises what it can keep",
    (name) => {
      const found = analyse(contract(name)).findings.filter(({ id }) => id.startsWith("promise/"));
      expect(found).toEqual([]);
    },
  );
});
