import type { Expression, Funnel, Policy } from "@entente/ir";
import { describe, expect, it } from "vitest";
import { buildPolicy, noSpan } from "../testing/policy-builder.ts";
import { carryForward } from "./carry-forward.ts";
import { planFunnel } from "./plan-funnel.ts";
import { solveFunnel } from "./solve-funnel.ts";
import { suppose } from "./suppose.ts";

const percent = (value: string): Expression => ({
  kind: "literal",
  value: { kind: "percent", value },
  span: noSpan,
});
const dollars = (amount: number): Expression => ({
  kind: "literal",
  value: { kind: "money", minor: amount * 100, currency: "USD" },
  span: noSpan,
});
const month = { count: 1, unit: "month", business: false } as const;
const rate = (from: string, to: string, value: string | Expression) => ({
  from,
  to,
  rate: typeof value === "string" ? percent(value) : value,
  span: noSpan,
});

function policy(parts: Partial<Funnel> = {}): Policy {
  return buildPolicy({
    funnels: [
      {
        name: "website",
        appliesTo: null,
        alternativeTo: null,
        quota: { value: dollars(500_000), stage: null, every: month },
        deal: dollars(2_000),
        rates: [rate("MQL", "SQL", "34"), rate("SQL", "Customer", "20")],
        mix: [],
        cycle: null,
        capacity: null,
        rounding: "everyStage",
        span: noSpan,
        ...parts,
      },
    ],
  });
}

const solved = (
  unknown: Parameters<typeof solveFunnel>[2],
  leads: string | null,
  stage?: string,
  parts = {},
) => solveFunnel(policy(parts), "website", unknown, leads === null ? null : { count: leads, stage });

describe("carryForward", () => {
  it("rounds nothing", () => {
    const { counts, revenue } = carryForward(policy(), "website", { count: "3000" });
    expect([...counts].map(([stage, count]) => [stage, count.toFraction()])).toEqual([
      ["MQL", "3000"],
      ["SQL", "1020"],
      ["Customer", "204"],
    ]);
    expect(revenue?.equals(40_800_000)).toBe(true);
  });

  it("starts from any stage, and goes on beyond the one that a quota counts", () => {
    const quota = {
      value: { kind: "literal", value: { kind: "number", value: "100" }, span: noSpan },
      stage: "SQL",
      every: month,
    } as const;
    const counts = (stage: string) =>
      carryForward(policy({ quota }), "website", { count: "50", stage }).counts;
    expect([...counts("MQL").keys()]).toEqual(["MQL", "SQL", "Customer"]);
    expect(counts("SQL").get("Customer")?.toFraction()).toBe("10");
    expect(counts("Customer").get("Customer")?.toFraction()).toBe("50");
    expect([...planFunnel(policy({ quota }), "website").needs.keys()]).toEqual(["MQL", "SQL"]);
  });

  it("refuses a stage that is not on the way", () => {
    expect(() => carryForward(policy(), "website", { count: "1", stage: "SAL" })).toThrow(
      "Its stages are MQL, SQL, Customer.",
    );
  });
});

describe("solveFunnel", () => {
  it.each([
    ["leads", { kind: "leads" }, null, "3677"],
    ["revenue, in cents", { kind: "revenue" }, "3000", "40800000"],
    ["what a customer has to bring, in cents", { kind: "deal" }, "3000", "12500000/51"],
    ["a rate", { kind: "rate", from: "MQL", to: "SQL" }, "2500", "1/2"],
    [
      "a later rate, of the leads that come there",
      { kind: "rate", from: "SQL", to: "Customer" },
      "2500",
      "5/17",
    ],
  ] as const)("finds %s", (_, unknown, leads, value) => {
    const solution = solved(unknown, leads);
    expect([solution.value.toFraction(), solution.possible]).toEqual([value, true]);
  });

  it("says where no rate is enough", () => {
    expect(solved({ kind: "rate", from: "MQL", to: "SQL" }, "1000").possible).toBe(false);
    expect(solved({ kind: "rate", from: "MQL", to: "SQL" }, "1250").possible).toBe(true);
  });

  it.each([
    ["leads, where revenue is asked", { kind: "revenue" }, null, undefined, {}, "say how many leads"],
    ["any leads", { kind: "deal" }, "0", undefined, {}, "Of no leads"],
    ["a deal, where revenue is asked", { kind: "revenue" }, "10", undefined, { deal: null }, "no `deal`"],
    [
      "such a rate",
      { kind: "rate", from: "MQL", to: "Customer" },
      "10",
      undefined,
      {},
      "It has MQL-SQL, SQL-Customer",
    ],
    [
      "leads before the step",
      { kind: "rate", from: "MQL", to: "SQL" },
      "10",
      "SQL",
      {},
      "does not matter to them",
    ],
  ] as const)("refuses without %s", (_, unknown, leads, stage, parts, message) => {
    expect(() => solved(unknown, leads, stage, parts)).toThrow(message);
  });
});

describe("suppose", () => {
  it("replaces quota, deal and rates, and nothing else", () => {
    const other = suppose(policy(), "website", {
      quota: { value: { kind: "money", minor: 60_000_000, currency: "USD" }, stage: null },
      deal: { kind: "money", minor: 300_000, currency: "USD" },
      rates: [{ from: "MQL", to: "SQL", rate: { kind: "percent", value: "50" } }],
    });
    const { needs } = planFunnel(other, "website");
    expect([...needs.values()].map((count) => count.toFraction())).toEqual(["2000", "1000", "200"]);
    expect(planFunnel(suppose(policy(), "website", {}), "website")).toEqual(planFunnel(policy(), "website"));
  });

  it("refuses a rate that the funnel does not have", () => {
    const rates = [{ from: "SQL", to: "MQL", rate: { kind: "percent", value: "50" } as const }];
    expect(() => suppose(policy(), "website", { rates })).toThrow("no rate from SQL to MQL");
  });
});

describe("what is no one path", () => {
  it.each([
    ["two ways into a stage", [rate("SAL", "SQL", "30"), rate("SGL", "SQL", "40")], "two ways into SQL"],
    ["two ways out of a stage", [rate("MQL", "SAL", "30"), rate("MQL", "SGL", "40")], "two ways out of MQL"],
    [
      "a gap",
      [rate("Lead", "MQL", "30"), rate("SQL", "Customer", "40")],
      "nothing joins the rate from Lead to MQL",
    ],
    ["a circle", [rate("A", "B", "30"), rate("B", "A", "40")], "no rates that lead to"],
  ] as const)("refuses %s", (_, rates, message) => {
    expect(() => planFunnel(policy({ rates: [...rates] }), "website")).toThrow(message);
  });

  it("refuses a deal of nothing, and gives no worth where nothing is needed", () => {
    expect(() => planFunnel(policy({ deal: dollars(0) }), "website")).toThrow("brings nothing");
    const nothing = { quota: { value: dollars(0), stage: null, every: month } };
    expect(planFunnel(policy(nothing), "website").worth.size).toBe(0);
  });
});

describe("segments", () => {
  const by: Expression = { kind: "field", name: "segment", span: noSpan };
  const table = (small: Expression, otherwise: Expression | null): Expression => ({
    kind: "table",
    by,
    cases: [{ values: [{ kind: "choice", value: "small" }], result: small, span: noSpan }],
    otherwise,
    span: noSpan,
  });
  const quota = { value: table(dollars(100_000), dollars(200_000)), stage: null, every: month };

  it("are planned one by one, and add up", () => {
    const rates = [rate("MQL", "SQL", table(percent("30"), percent("50"))), rate("SQL", "Customer", "20")];
    const plan = planFunnel(policy({ quota, rates }), "website");
    expect(plan.segments.map(({ segment, needs }) => [segment, needs.get("MQL")?.toFraction()])).toEqual([
      ["small", "834"],
      ["otherwise", "1000"],
    ]);
    expect(plan.needs.get("MQL")?.toFraction()).toBe("1834");
    expect(plan.quota?.equals(30_000_000)).toBe(true);
    expect(plan.deal?.equals(200_000)).toBe(true);
  });

  it.each([
    [
      "rates by segment under one quota",
      { rates: [rate("MQL", "Customer", table(percent("3"), percent("5")))] },
      "needs the quota of each",
    ],
    [
      "a segment that a table leaves out",
      { quota, rates: [rate("MQL", "Customer", table(percent("3"), null))] },
      "says nothing of otherwise",
    ],
  ] satisfies [string, Partial<Funnel>, string][])("refuse %s", (_, parts, message) => {
    expect(() => planFunnel(policy(parts), "website")).toThrow(message);
  });
});
