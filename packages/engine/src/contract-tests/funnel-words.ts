import type { Policy } from "@entente/ir";
import { exactAmount } from "../funnel/exact-amount.ts";
import { percentWords } from "../funnel/figure-words.ts";
import type { FunnelPlan } from "../funnel/plan-funnel.ts";

/** How the rate of the whole funnel comes about. */
export function mixWords(policy: Policy, plan: FunnelPlan): readonly string[] {
  const funnel = policy.funnels.find(({ name }) => name === plan.name);
  if (funnel === undefined || plan.segments.length > 0) return [];
  const parts = funnel.mix.map(({ share, name, rate }) => {
    const [part, each] = [exactAmount(share, plan.on), exactAmount(rate, plan.on)];
    return `${percentWords(part, 4)} ${name} at ${percentWords(each, 4)} = ${percentWords(part.mul(each), 4)}`;
  });
  const rates = funnel.rates.map(
    ({ from, to, rate }) => `${from} to ${to} = ${percentWords(exactAmount(rate, plan.on), 4)}`,
  );
  return [...parts, ...rates];
}
