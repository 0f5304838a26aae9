import type { Funnel, Policy } from "@entente/ir";
import Fraction from "fraction.js";
import { type AmountContext, exactAmount } from "./exact-amount.ts";

/** A step of a funnel: `rate` of the leads at `from` come to `to`, as a ratio above 0. */
export interface FunnelStep {
  readonly from: string;
  readonly to: string;
  readonly rate: Fraction;
}

/** The steps of a funnel in the order in which a lead takes them. */
export interface FunnelPath {
  /** Up to the stage that the quota counts. */
  readonly toQuota: readonly FunnelStep[];
  /** Rates beyond that stage, which a quota does not need. */
  readonly beyond: readonly FunnelStep[];
}

/**
 * The one path that the rates of a funnel make.
 *
 * @throws RangeError where there are no rates, two ways into a stage, a circle, a rate apart from the others, or a rate
 *   of nothing: the message says which
 */
export function pathOf(policy: Policy, funnel: Funnel, at: AmountContext): FunnelPath {
  const rates = funnel.rates.map(({ from, to, rate }) => ({ from, to, rate: exactAmount(rate, at) }));
  const last = funnel.quota?.stage ?? furthestEnd(policy, rates) ?? lastStage(policy);
  refuseTwoWays(funnel, rates);
  const toQuota = backFrom(funnel, rates, last);
  if (funnel.mix.length > 0) toQuota.unshift(mixStep(funnel, policy, toQuota[0]?.from ?? last, at));
  if (toQuota.length === 0)
    throw new RangeError(`The funnel ${funnel.name} has no rates that lead to ${last}.`);
  const beyond = onFrom(rates, last);
  refuseAside(funnel, rates, [...toQuota, ...beyond]);
  refuseNothing([...toQuota, ...beyond]);
  return { toQuota, beyond };
}

function backFrom(funnel: Funnel, rates: readonly FunnelStep[], last: string): FunnelStep[] {
  const byTarget = new Map(rates.map((step) => [step.to, step]));
  const steps: FunnelStep[] = [];
  for (let step = byTarget.get(last); step !== undefined; step = byTarget.get(step.from)) {
    if (steps.length >= rates.length)
      throw new RangeError(`The rates of the funnel ${funnel.name} go round in a circle.`);
    steps.unshift(step);
  }
  return steps;
}

function onFrom(rates: readonly FunnelStep[], last: string): FunnelStep[] {
  const bySource = new Map(rates.map((step) => [step.from, step]));
  const steps: FunnelStep[] = [];
  for (
    let step = bySource.get(last);
    step !== undefined && steps.length < rates.length;
    step = bySource.get(step.to)
  )
    steps.push(step);
  return steps;
}

/** Two ways into a stage, or out of one, share its leads in a proportion that nobody has written down. */
function refuseTwoWays(funnel: Funnel, rates: readonly FunnelStep[]): void {
  const twice = rates.find((step, index) =>
    rates.some((other, place) => place < index && (other.to === step.to || other.from === step.from)),
  );
  if (twice === undefined) return;
  const other = rates.find((step) => step !== twice && (step.to === twice.to || step.from === twice.from));
  const where = other?.to === twice.to ? `into ${twice.to}` : `out of ${twice.from}`;
  throw new RangeError(
    `The funnel ${funnel.name} has two ways ${where}, and nothing says how many leads take which. Write one funnel for each way.`,
  );
}

function refuseAside(funnel: Funnel, rates: readonly FunnelStep[], path: readonly FunnelStep[]): void {
  const aside = rates.find((step) => !path.includes(step));
  if (aside === undefined) return;
  const last = path.at(-1)?.to ?? "";
  throw new RangeError(
    `In the funnel ${funnel.name} nothing joins the rate from ${aside.from} to ${aside.to} to the way to ${last}: a rate between them is missing.`,
  );
}

function refuseNothing(path: readonly FunnelStep[]): void {
  const impossible = path.find((step) => step.rate.compare(0) <= 0);
  if (impossible !== undefined) {
    throw new RangeError(
      `No lead comes from ${impossible.from} to ${impossible.to} at a rate of zero, so no number of leads is enough.`,
    );
  }
}

/** A mix of kinds of lead is one step at the weighted rate: the sum of share times rate. */
function mixStep(funnel: Funnel, policy: Policy, to: string, at: AmountContext): FunnelStep {
  const rate = funnel.mix.reduce(
    (sum, part) => sum.add(exactAmount(part.share, at).mul(exactAmount(part.rate, at))),
    new Fraction(0),
  );
  return { from: policy.stages[0]?.name ?? "Lead", to, rate };
}

/** The furthest stage that rates lead to and none leads on from. */
function furthestEnd({ stages }: Policy, rates: readonly FunnelStep[]): string | undefined {
  const sources = new Set(rates.map((step) => step.from));
  const rankOf = (name: string): number => stages.find((stage) => stage.name === name)?.rank ?? 0;
  const ends = rates.map(({ to }) => to).filter((to) => !sources.has(to));
  return ends.toReversed().toSorted((a, b) => rankOf(b) - rankOf(a))[0];
}

function lastStage(policy: Policy): string {
  const furthest = policy.stages.toSorted((a, b) => b.rank - a.rank || b.order - a.order)[0];
  return furthest?.name ?? "Customer";
}
