import { type Duration, type Funnel, invariant, type Period, type Policy } from "@entente/ir";
import Fraction from "fraction.js";
import { type AmountContext, exactAmount } from "./exact-amount.ts";
import { type FunnelStep, pathOf } from "./funnel-steps.ts";
import { type Segment, segmentsOf } from "./segments.ts";

/** A quota carried back through the funnel's rates (language section 12). All amounts are exact. */
export interface FunnelPlan {
  readonly name: string;
  /** The date whose entries of dated values count, `YYYY-MM-DD`. */
  readonly on: string;
  /** The period that the quota, and so every count, is for. */
  readonly every: Period;
  /** Minor units of the agreement's currency, or null where the quota is a number of leads. */
  readonly quota: Fraction | null;
  /** What one customer brings, in minor units; null where the funnel does not say, and where it differs by segment. */
  readonly deal: Fraction | null;
  /** Leads needed at each stage, from the first to the last; whole unless the funnel says `rounding once`. */
  readonly needs: ReadonlyMap<string, Fraction>;
  /** Minor units that one lead at the stage stands for: quota / needs. Empty where the quota is a number of leads. */
  readonly worth: ReadonlyMap<string, Fraction>;
  /** The share of leads at the first stage that come through to the last, as a ratio: weighted where the funnel has a mix. */
  readonly rate: Fraction;
  /** The rates from stage to stage; empty where they differ by segment. */
  readonly steps: readonly FunnelStep[];
  /** How much earlier the leads are needed than their customers. */
  readonly earlier: Duration | null;
  /** The sums of the segments, which add up to this one; empty where the quota is one amount. */
  readonly segments: readonly SegmentPlan[];
}

/** The sum of one segment of a funnel. */
export interface SegmentPlan
  extends Pick<FunnelPlan, "quota" | "deal" | "needs" | "worth" | "rate" | "steps"> {
  readonly segment: string;
}

/**
 * Carries a funnel's quota back: deals = quota / deal, then each stage = the next / rate, rounded up at every
 * stage, or not at all with `rounding once`. A quota `by` a field or class is carried back for each of its cases.
 *
 * @param on the date whose entries of dated values count, `YYYY-MM-DD`; the first day of the term by default
 * @throws RangeError where there is no such funnel, or it lacks what the sum needs: the message says what
 */
export function planFunnel(policy: Policy, name: string, on?: string): FunnelPlan {
  const funnel = funnelNamed(policy, name);
  const { quota } = funnel;
  if (quota === null) throw new RangeError(`The funnel ${name} has no quota to carry back.`);
  const date = on ?? firstDay(policy);
  const about = { name, on: date, every: quota.every, earlier: funnel.cycle };
  const segments = segmentsOf(funnel);
  if (segments.length === 0) {
    const { segment: _, ...sum } = planSegment(policy, funnel, { on: date });
    return { ...about, ...sum, segments: [] };
  }
  return {
    ...about,
    ...together(segments.map((segment) => planSegment(policy, funnel, { on: date, segment }))),
  };
}

/** @throws RangeError where the policy has no such funnel */
export function funnelNamed(policy: Policy, name: string): Funnel {
  const funnel = policy.funnels.find((candidate) => candidate.name === name);
  if (funnel === undefined) throw new RangeError(`There is no funnel called ${name}.`);
  return funnel;
}

/** The date that counts where none is given: the first of the term. */
export function firstDay(policy: Policy): string {
  return policy.agreement.effective?.from ?? policy.horizon.from;
}

function planSegment(
  policy: Policy,
  funnel: Funnel,
  at: AmountContext & { readonly segment?: Segment },
): SegmentPlan {
  const { toQuota } = pathOf(policy, funnel, at);
  invariant(funnel.quota !== null, "checked by the caller");
  const value = exactAmount(funnel.quota.value, at);
  const quota = funnel.quota.stage === null ? value : null;
  const deal = funnel.deal === null ? null : exactAmount(funnel.deal, at);
  const needs = carryBack(
    quota === null ? value : dealsOf(funnel.name, quota, deal),
    toQuota,
    funnel.rounding === "everyStage",
  );
  return {
    segment: at.segment?.label ?? "",
    quota,
    deal,
    needs,
    worth: worthOf(quota, needs),
    rate: toQuota.reduce((product, step) => product.mul(step.rate), new Fraction(1)),
    steps: toQuota,
  };
}

/** Customers that a quota in money needs, before rounding. Amounts in minor units. */
export function dealsOf(funnel: string, quota: Fraction, deal: Fraction | null): Fraction {
  if (deal === null) {
    throw new RangeError(
      `The funnel ${funnel} has a quota in money, so it needs a \`deal\`: what one customer brings.`,
    );
  }
  if (deal.compare(0) <= 0)
    throw new RangeError(
      `In the funnel ${funnel} a customer brings nothing, so no number of them is enough.`,
    );
  return quota.div(deal);
}

/** What is needed at each stage for so many at the last one, from the first stage to the last. */
export function carryBack(
  last: Fraction,
  steps: readonly FunnelStep[],
  roundUp: boolean,
): Map<string, Fraction> {
  const rounded = (count: Fraction): Fraction => (roundUp ? count.ceil() : count);
  const end = steps.at(-1);
  invariant(end !== undefined, "a funnel has a step");
  let count = rounded(last);
  const backward: [string, Fraction][] = [[end.to, count]];
  for (const step of steps.toReversed()) {
    count = rounded(count.div(step.rate));
    backward.push([step.from, count]);
  }
  return new Map(backward.toReversed());
}

/** Nothing is said of the worth of a lead where none is needed. */
function worthOf(quota: Fraction | null, needs: ReadonlyMap<string, Fraction>): Map<string, Fraction> {
  if (quota === null) return new Map();
  return new Map(
    [...needs].flatMap(([stage, count]) => (count.equals(0) ? [] : [[stage, quota.div(count)] as const])),
  );
}

function together(segments: readonly SegmentPlan[]): Omit<FunnelPlan, "name" | "on" | "every" | "earlier"> {
  const quotas = segments.flatMap(({ quota }) => quota ?? []);
  const quota = quotas.length === 0 ? null : sumOf(quotas);
  const deals = segments.map(({ deal }) => deal);
  const [deal = null] = deals;
  const needs = new Map<string, Fraction>();
  for (const part of segments)
    for (const [stage, count] of part.needs)
      needs.set(stage, (needs.get(stage) ?? new Fraction(0)).add(count));
  const entering = segments.map((part) => [...part.needs.values()][0] ?? new Fraction(0));
  const first = sumOf(entering);
  const through = sumOf(segments.map(({ rate }, index) => rate.mul(entering[index] ?? 0)));
  return {
    quota,
    deal: deals.every((one) => deal !== null && one?.equals(deal) === true) ? deal : null,
    needs,
    worth: worthOf(quota, needs),
    rate: first.equals(0) ? new Fraction(0) : through.div(first),
    steps: [],
    segments,
  };
}

export function sumOf(amounts: readonly Fraction[]): Fraction {
  return amounts.reduce((sum, amount) => sum.add(amount), new Fraction(0));
}
