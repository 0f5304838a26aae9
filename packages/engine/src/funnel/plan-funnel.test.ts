import type { Expression, Funnel } from "@entente/ir";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { buildPolicy, noSpan } from "../testing/policy-builder.ts";
import { planFunnel } from "./plan-funnel.ts";

const percent = (value: string): Expression => ({
  kind: "literal",
  value: { kind: "percent", value },
  span: noSpan,
});
const number = (value: string): Expression => ({
  kind: "literal",
  value: { kind: "number", value },
  span: noSpan,
});
const dollars = (amount: number): Expression => ({
  kind: "literal",
  value: { kind: "money", minor: amount * 100, currency: "USD" },
  span: noSpan,
});
const month = { count: 1, unit: "month", business: false } as const;

function funnel(parts: Partial<Funnel>): Funnel {
  return {
    name: "website",
    appliesTo: null,
    alternativeTo: null,
    quota: { value: dollars(500_000), stage: null, every: month },
    deal: dollars(2_000),
    rates: [],
    mix: [],
    cycle: null,
    capacity: null,
    rounding: "everyStage",
    span: noSpan,
    ...parts,
  };
}

const rate = (from: string, to: string, value: string) => ({ from, to, rate: percent(value), span: noSpan });
const published = [
  rate("MQL", "SQL", "34"),
  rate("Opportunity", "Customer", "23"),
  rate("SQL", "Opportunity", "82"),
];

function plan(parts: Partial<Funnel>) {
  return planFunnel(buildPolicy({ funnels: [funnel(parts)] }), "website");
}

function counts(parts: Partial<Funnel>): Record<string, string> {
  return Object.fromEntries([...plan(parts).needs].map(([stage, count]) => [stage, count.toFraction()]));
}

describe("planFunnel", () => {
  it("rounds up at every stage: the published 250, 1,087, 1,326 and 3,900", () => {
    expect(counts({ rates: published })).toEqual({
      MQL: "3900",
      SQL: "1326",
      Opportunity: "1087",
      Customer: "250",
    });
  });

  it("lists stages from the first to the last", () => {
    expect([...plan({ rates: published }).needs.keys()]).toEqual(["MQL", "SQL", "Opportunity", "Customer"]);
  });

  it("carries the exact rational with `rounding once`", () => {
    const needs = plan({ rates: published, rounding: "once" }).needs;
    expect(needs.get("MQL")?.ceil().toFraction()).toBe("3899");
    expect(needs.get("Opportunity")?.toFraction()).toBe("25000/23");
  });

  it("gives one lead its share of the quota: $128.20", () => {
    expect(plan({ rates: published }).worth.get("MQL")?.toFraction()).toBe("500000/39");
  });

  it("weights a mix by its shares: 3.25%", () => {
    const mix = [
      { share: percent("25"), name: "demo_request", rate: percent("10"), span: noSpan },
      { share: percent("75"), name: "other", rate: percent("1"), span: noSpan },
    ];
    const result = plan({ quota: { value: number("20"), stage: "Customer", every: month }, deal: null, mix });
    expect(result.rate.toFraction()).toBe("13/400");
    expect(result.needs.get("Lead")?.toFraction()).toBe("616");
  });

  it("uses decimal rates exactly: 7% of 100 is 7", () => {
    const quota = { value: number("7"), stage: "Customer", every: month };
    expect(counts({ quota, deal: null, rates: [rate("Lead", "Customer", "7")] })).toEqual({
      Lead: "100",
      Customer: "7",
    });
  });

  it.each([
    ["no quota", { quota: null }, /no quota/],
    ["money without a deal", { deal: null, rates: published }, /needs a `deal`/],
    ["no rates", {}, /no rates/],
    ["a rate of zero", { rates: [rate("Lead", "Customer", "0")] }, /rate of zero/],
  ] satisfies [string, Partial<Funnel>, RegExp][])("refuses %s", (_, parts, message) => {
    expect(() => plan(parts)).toThrow(message);
  });

  it("meets the quota with what it asks for, and with no lead less", () => {
    const rates = fc.array(fc.integer({ min: 1, max: 100 }), { minLength: 1, maxLength: 4 });
    fc.assert(
      fc.property(rates, fc.integer({ min: 1, max: 100_000 }), (percents, deals) => {
        const steps = percents.map((value, index) => rate(`S${index}`, `S${index + 1}`, String(value)));
        const quota = { value: number(String(deals)), stage: `S${percents.length}`, every: month };
        const needs = [...plan({ quota, deal: null, rates: steps }).needs.values()];
        percents.forEach((value, index) => {
          const [here, next] = [needs[index], needs[index + 1]];
          expect(
            here !== undefined && next !== undefined && here.mul(value).div(100).compare(next) >= 0,
          ).toBe(true);
          expect(
            here !== undefined && next !== undefined && here.sub(1).mul(value).div(100).compare(next) < 0,
          ).toBe(true);
        });
      }),
    );
  });
});
