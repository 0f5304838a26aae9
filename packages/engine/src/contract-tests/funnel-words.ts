import type { Funnel, Policy } from "@entente/ir";
import type Fraction from "fraction.js";
import { exactAmount } from "../funnel/exact-amount.ts";
import type { FunnelPlan } from "../funnel/plan-funnel.ts";
import { amountWords } from "./amount-words.ts";

/** The sum that a reader would do, from the quota back to the first stage, one line for each step. */
export function sumWords(policy: Policy, plan: FunnelPlan): readonly string[] {
  const funnel = policy.funnels.find(({ name }) => name === plan.name);
  const stages = [...plan.needs].toReversed();
  const [last] = stages;
  if (funnel === undefined || last === undefined) return [];
  const steps = stages.slice(1).map(([stage, count], place) => {
    const [next, needed] = stages[place] ?? last;
    const rate = rateBetween(policy, funnel, plan, stage, next);
    const exact = needed.div(rate);
    const outcome = exact.equals(count) ? "" : `, rounded up to ${countWords(count)}`;
    return `${countWords(needed)} ${next} / ${percentWords(rate)} = ${countWords(exact)}${outcome} ${stage}`;
  });
  return [quotaWords(policy, funnel, plan, last), ...steps];
}

function quotaWords(
  policy: Policy,
  funnel: Funnel,
  { quota }: FunnelPlan,
  [stage, count]: readonly [string, Fraction],
): string {
  const needed = `${countWords(count)} ${stage}`;
  if (quota === null || funnel.deal === null) return `the quota is ${needed}`;
  const money = (minor: Fraction): string => amountWords(minor.valueOf(), policy.agreement.currency);
  const deal = exactAmount(funnel.deal, dateOf(policy));
  return `the quota of ${money(quota)} / ${money(deal)} a deal = ${needed}`;
}

/** A mix has no rate between two stages of its own: its weighted rate is what is left of the whole. */
function rateBetween(policy: Policy, funnel: Funnel, plan: FunnelPlan, from: string, to: string): Fraction {
  const written = funnel.rates.find((step) => step.from === from && step.to === to);
  if (written !== undefined) return exactAmount(written.rate, dateOf(policy));
  const others = funnel.rates.map(({ rate }) => exactAmount(rate, dateOf(policy)));
  return others.reduce((left, rate) => left.div(rate), plan.rate);
}

/** How the rate of the whole funnel comes about. */
export function mixWords(policy: Policy, plan: FunnelPlan): readonly string[] {
  const funnel = policy.funnels.find(({ name }) => name === plan.name);
  if (funnel === undefined) return [];
  const date = dateOf(policy);
  const parts = funnel.mix.map(({ share, name, rate }) => {
    const [part, each] = [exactAmount(share, date), exactAmount(rate, date)];
    return `${percentWords(part)} ${name} at ${percentWords(each)} = ${percentWords(part.mul(each))}`;
  });
  const rates = funnel.rates.map(
    ({ from, to, rate }) => `${from} to ${to} = ${percentWords(exactAmount(rate, date))}`,
  );
  return [...parts, ...rates];
}

function dateOf(policy: Policy): string {
  return policy.agreement.effective?.from ?? policy.horizon.from;
}

export function countWords(count: Fraction): string {
  return new Intl.NumberFormat("en", { maximumFractionDigits: 2 }).format(count.valueOf());
}

export function percentWords(ratio: Fraction): string {
  return `${ratio.mul(100).toString()}%`;
}
