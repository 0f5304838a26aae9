import type { Expression, Funnel, Policy } from "@entente/ir";
import fc from "fast-check";
import { buildPolicy, noSpan } from "../../packages/engine/src/testing/policy-builder.ts";

export const number = (value: number | string): Expression => ({
  kind: "literal",
  value: { kind: "number", value: String(value) },
  span: noSpan,
});
export const percent = (value: number | string): Expression => ({
  kind: "literal",
  value: { kind: "percent", value: String(value) },
  span: noSpan,
});
export const money = (minor: number): Expression => ({
  kind: "literal",
  value: { kind: "money", minor, currency: "USD" },
  span: noSpan,
});
export const month = { count: 1, unit: "month", business: false } as const;
export const quarter = { count: 1, unit: "quarter", business: false } as const;
export const year = { count: 1, unit: "year", business: false } as const;

/** A funnel of $500,000 a month and $2,000 a customer; `parts` are laid over it. */
export function funnelOf(parts: Partial<Funnel>): Funnel {
  return {
    name: "website",
    appliesTo: null,
    alternativeTo: null,
    quota: { value: money(50_000_000), stage: null, every: month },
    deal: money(200_000),
    rates: [],
    mix: [],
    cycle: null,
    capacity: null,
    rounding: "everyStage",
    span: noSpan,
    ...parts,
  };
}

/** Rates in hundredths of a percent from stage to stage: `S0` to `S1`, `S1` to `S2` … */
export function ratesOf(hundredths: readonly number[]): Funnel["rates"] {
  return hundredths.map((value, index) => ({
    from: `S${index}`,
    to: `S${index + 1}`,
    rate: percent(decimalOf(value)),
    span: noSpan,
  }));
}

function decimalOf(hundredths: number): string {
  return `${Math.floor(hundredths / 100)}.${String(hundredths % 100).padStart(2, "0")}`;
}

/** A policy of the year 2026 with these funnels. */
export function policyOf(...funnels: readonly Funnel[]): Policy {
  return buildPolicy({
    agreement: { effective: { from: "2026-01-01", to: "2026-12-31" } },
    funnels: [...funnels],
  });
}

/** Rates of a funnel, in hundredths of a percent: 0.01% to 100%. */
export const someRates = fc.array(fc.integer({ min: 1, max: 10_000 }), { minLength: 1, maxLength: 5 });
/** A quota and a deal, in cents. */
export const someMoney = fc.record({
  quota: fc.integer({ min: 1, max: 1_000_000_000 }),
  deal: fc.integer({ min: 1, max: 10_000_000 }),
});
