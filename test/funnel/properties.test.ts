import {
  carryForward,
  type FunnelPlan,
  planFunnel,
  planTerm,
  planTerms,
  solveFunnel,
  totalOf,
} from "@entente/engine";
import type { Funnel } from "@entente/ir";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { noSpan } from "../../packages/engine/src/testing/policy-builder.ts";
import {
  funnelOf,
  money,
  month,
  number,
  percent,
  policyOf,
  quarter,
  ratesOf,
  someMoney,
  someRates,
  year,
} from "./random-funnel.ts";

function planned(parts: Partial<Funnel>): FunnelPlan {
  return planFunnel(policyOf(funnelOf(parts)), "website");
}

function inMoney(quota: number, deal: number): Pick<Funnel, "quota" | "deal"> {
  return { quota: { value: money(quota), stage: null, every: month }, deal: money(deal) };
}

const first = (plan: FunnelPlan) => [...plan.needs.values()][0] ?? plan.rate;
const last = (plan: FunnelPlan) => [...plan.needs.values()].at(-1) ?? plan.rate;

describe("a quota carried back", () => {
  it("is met by the customers asked for, and by no customer less", () => {
    fc.assert(
      fc.property(someRates, someMoney, (rates, { quota, deal }) => {
        const customers = last(planned({ ...inMoney(quota, deal), rates: ratesOf(rates) }));
        expect(customers.mul(deal).compare(quota)).toBeGreaterThanOrEqual(0);
        expect(customers.sub(1).mul(deal).compare(quota)).toBeLessThan(0);
      }),
    );
  });

  it("comes back: what is needed, carried forward, brings the quota at least", () => {
    fc.assert(
      fc.property(
        someRates,
        someMoney,
        fc.constantFrom("everyStage", "once"),
        (rates, { quota, deal }, rounding) => {
          const policy = policyOf(funnelOf({ ...inMoney(quota, deal), rates: ratesOf(rates), rounding }));
          const plan = planFunnel(policy, "website");
          const { revenue } = carryForward(policy, "website", { count: first(plan) });
          const order = revenue?.compare(quota);
          expect(order).toBeGreaterThanOrEqual(0);
          if (rounding === "once") expect(order).toBe(0);
        },
      ),
    );
  });

  it("needs no more leads where a rate is higher", () => {
    fc.assert(
      fc.property(someRates, someMoney, fc.nat(4), fc.nat(10_000), (rates, { quota, deal }, place, more) => {
        const index = place % rates.length;
        const higher = rates.with(index, Math.min(10_000, (rates[index] ?? 1) + more));
        const [low, high] = [rates, higher].map((each) =>
          first(planned({ ...inMoney(quota, deal), rates: ratesOf(each) })),
        );
        expect(high !== undefined && low !== undefined && high.compare(low) <= 0).toBe(true);
      }),
    );
  });

  it("needs so many times the leads for so many times the quota, without rounding", () => {
    fc.assert(
      fc.property(someRates, someMoney, fc.integer({ min: 1, max: 50 }), (rates, { quota, deal }, times) => {
        const parts = { rates: ratesOf(rates), rounding: "once" } as const;
        const once = first(planned({ ...inMoney(quota, deal), ...parts }));
        const often = first(planned({ ...inMoney(quota * times, deal), ...parts }));
        expect(often.equals(once.mul(times))).toBe(true);
      }),
    );
  });

  it("needs at every stage as many as the exact sum, or up to one more for each stage after it", () => {
    fc.assert(
      fc.property(someRates, someMoney, (rates, { quota, deal }) => {
        const parts = { ...inMoney(quota, deal), rates: ratesOf(rates) };
        const rounded = planned(parts).needs;
        for (const [stage, exact] of planned({ ...parts, rounding: "once" }).needs)
          expect(rounded.get(stage)?.compare(exact)).toBeGreaterThanOrEqual(0);
      }),
    );
  });
});

describe("a mix", () => {
  it("lies between the rates of its parts", () => {
    const parts = fc.array(
      fc.record({ share: fc.integer({ min: 1, max: 100 }), rate: fc.integer({ min: 1, max: 100 }) }),
      { minLength: 1, maxLength: 4 },
    );
    fc.assert(
      fc.property(parts, (kinds) => {
        const total = kinds.reduce((sum, { share }) => sum + share, 0);
        const quota = { value: number(total), stage: "Customer", every: month };
        // Shares that add up to 100% exactly: hundredths of the total.
        const mix = kinds.map(({ share, rate }, index) => ({
          share: {
            kind: "arithmetic" as const,
            operator: "/" as const,
            left: percent(share * 100),
            right: number(total),
            span: noSpan,
          },
          name: `kind${index}`,
          rate: percent(rate),
          span: noSpan,
        }));
        const { rate } = planned({ quota, deal: null, mix });
        const rates = kinds.map((kind) => kind.rate);
        expect(rate.mul(100).compare(Math.min(...rates))).toBeGreaterThanOrEqual(0);
        expect(rate.mul(100).compare(Math.max(...rates))).toBeLessThanOrEqual(0);
      }),
    );
  });
});

describe("streams", () => {
  const some = fc.array(fc.tuple(someRates, someMoney), { minLength: 1, maxLength: 4 });
  const streams = (parts: readonly (readonly [number[], { quota: number; deal: number }])[]) =>
    parts.map(([rates, { quota, deal }], index) =>
      funnelOf({ ...inMoney(quota, deal), name: `stream${index}`, rates: ratesOf(rates) }),
    );

  it("add up to the same in any order", () => {
    fc.assert(
      fc.property(some, (parts) => {
        const [forth, back] = [streams(parts), streams(parts).toReversed()].map((funnels) =>
          totalOf(planTerms(policyOf(...funnels))),
        );
        expect(back?.quota?.equals(forth?.quota ?? 0)).toBe(true);
        for (const [stage, count] of forth?.needs ?? [])
          expect(back?.needs.get(stage)?.equals(count)).toBe(true);
      }),
      { numRuns: 30 },
    );
  });

  it("leave alternatives out", () => {
    const own = funnelOf({ rates: ratesOf([3400, 2000]) });
    const other = funnelOf({ name: "other", alternativeTo: "website", rates: ratesOf([100]) });
    expect(totalOf(planTerms(policyOf(own, other)))).toEqual(totalOf(planTerms(policyOf(own))));
  });
});

describe("a year by month", () => {
  it.each([
    ["quarter", quarter, 4],
    ["year", year, 1],
  ] as const)("adds up to the plans of every %s", (_, every, periods) => {
    fc.assert(
      fc.property(someRates, fc.integer({ min: 1, max: 5_000 }), (rates, customers) => {
        const stage = `S${rates.length}`;
        const funnel = funnelOf({
          quota: { value: number(customers), stage, every },
          deal: null,
          rates: ratesOf(rates),
        });
        const policy = policyOf(funnel);
        const term = planTerm(policy, "website");
        for (const [name, count] of planFunnel(policy, "website").needs)
          expect(term.needs.get(name)?.equals(count.mul(periods))).toBe(true);
        expect(term.months).toHaveLength(12);
      }),
      { numRuns: 30 },
    );
  });
});

describe("solving for a rate", () => {
  it("gives the rate at which the leads are enough, and no lower one is", () => {
    fc.assert(
      fc.property(
        someRates,
        someMoney,
        fc.integer({ min: 1, max: 1_000_000 }),
        fc.nat(4),
        (rates, { quota, deal }, leads, place) => {
          const index = place % rates.length;
          const policy = policyOf(
            funnelOf({ ...inMoney(quota, deal), rates: ratesOf(rates), rounding: "once" }),
          );
          const unknown = { kind: "rate", from: `S${index}`, to: `S${index + 1}` } as const;
          const { value } = solveFunnel(policy, "website", unknown, { count: String(leads) });
          const product = rates.reduce(
            (sum, rate, position) => (position === index ? sum : sum.mul(rate).div(10_000)),
            value.mul(leads),
          );
          expect(product.mul(deal).equals(quota)).toBe(true);
        },
      ),
    );
  });
});

describe("exact arithmetic", () => {
  it("needs 100 leads for 7 customers at 7%, however binary numbers would have it", () => {
    const at = (rate: string, customers: number) =>
      first(
        planned({
          quota: { value: number(customers), stage: "S1", every: month },
          deal: null,
          rates: [{ from: "S0", to: "S1", rate: percent(rate), span: noSpan }],
        }),
      ).toFraction();
    expect(at("7", 7)).toBe("100");
    // In binary, 7 / 0.07 is 99.99999999999999 and 0.07 * 100 is 7.000000000000001.
    expect(at("29", 29)).toBe("100");
    expect(at("0.1", 1)).toBe("1000");
  });

  it("keeps every digit of sums that no binary number holds", () => {
    const plan = planned({
      quota: { value: number("9007199254740993"), stage: "S1", every: month },
      deal: null,
      rates: ratesOf([10_000]),
    });
    expect(first(plan).toFraction()).toBe("9007199254740993");
  });
});
