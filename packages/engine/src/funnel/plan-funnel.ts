import { type Duration, type Funnel, invariant, type Period, type Policy } from "@entente/ir";
import Fraction from "fraction.js";
import { exactAmount } from "./exact-amount.ts";

/** A quota carried back through the funnel's rates (language section 12). All amounts are exact. */
export interface FunnelPlan {
  readonly name: string;
  /** The period that the quota, and so every count, is for. */
  readonly every: Period;
  /** Minor units of the agreement's currency, or null where the quota is a number of leads. */
  readonly quota: Fraction | null;
  /** Leads needed at each stage, from the first to the last; whole unless the funnel says `rounding once`. */
  readonly needs: ReadonlyMap<string, Fraction>;
  /** Minor units that one lead at the stage stands for: quota / needs. Empty where the quota is a number of leads. */
  readonly worth: ReadonlyMap<string, Fraction>;
  /** The share of leads at the first stage that come through to the last, as a ratio: weighted where the funnel has a mix. */
  readonly rate: Fraction;
  /** How much earlier the leads are needed than their customers. */
  readonly earlier: Duration | null;
}

/** A step of the funnel: `rate` of the leads at `from` come to `to`. */
interface Step {
  readonly from: string;
  readonly to: string;
  readonly rate: Fraction;
}

/**
 * Carries a funnel's quota back: deals = quota / deal, then each stage = the next / rate, rounded up at every
 * stage, or not at all with `rounding once`.
 *
 * @param on the date whose entries of dated values count, `YYYY-MM-DD`; the first day of the term by default
 * @throws RangeError where there is no such funnel, or it lacks what the sum needs: the message says what
 */
export function planFunnel(policy: Policy, name: string, on?: string): FunnelPlan {
  const funnel = policy.funnels.find((candidate) => candidate.name === name);
  if (funnel === undefined) throw new RangeError(`There is no funnel called ${name}.`);
  if (funnel.quota === null) throw new RangeError(`The funnel ${name} has no quota to carry back.`);
  const date = on ?? policy.agreement.effective?.from ?? policy.horizon.from;
  const steps = stepsOf(funnel, policy, date);
  const needs = carryBack(dealsOf(funnel, date), steps, funnel.rounding === "everyStage");
  const quota = funnel.quota.stage === null ? exactAmount(funnel.quota.value, date) : null;
  return {
    name,
    every: funnel.quota.every,
    quota,
    needs,
    worth:
      quota === null ? new Map() : new Map([...needs].map(([stage, count]) => [stage, quota.div(count)])),
    rate: steps.reduce((product, step) => product.mul(step.rate), new Fraction(1)),
    earlier: funnel.cycle,
  };
}

/** Leads needed at the last stage, before rounding. */
function dealsOf(funnel: Funnel, date: string): Fraction {
  invariant(funnel.quota !== null, "checked by the caller");
  const quota = exactAmount(funnel.quota.value, date);
  if (funnel.quota.stage !== null) return quota;
  if (funnel.deal === null) {
    throw new RangeError(
      `The funnel ${funnel.name} has a quota in money, so it needs a \`deal\`: what one customer brings.`,
    );
  }
  return quota.div(exactAmount(funnel.deal, date));
}

/** The steps from the first stage to the last, in the order in which a lead takes them. */
function stepsOf(funnel: Funnel, policy: Policy, date: string): Step[] {
  const rates = funnel.rates.map(({ from, to, rate }) => ({ from, to, rate: exactAmount(rate, date) }));
  const byTarget = new Map(rates.map((step) => [step.to, step]));
  const sources = new Set(rates.map((step) => step.from));
  const last = funnel.quota?.stage ?? rates.find((step) => !sources.has(step.to))?.to ?? lastStage(policy);
  const steps: Step[] = [];
  for (let step = byTarget.get(last); step !== undefined; step = byTarget.get(step.from)) {
    if (steps.length > rates.length)
      throw new RangeError(`The rates of the funnel ${funnel.name} go round in a circle.`);
    steps.unshift(step);
  }
  if (funnel.mix.length > 0) steps.unshift(mixStep(funnel, policy, steps[0]?.from ?? last, date));
  if (steps.length === 0)
    throw new RangeError(`The funnel ${funnel.name} has no rates that lead to ${last}.`);
  const impossible = steps.find((step) => step.rate.compare(0) <= 0);
  if (impossible !== undefined) {
    throw new RangeError(
      `No lead comes from ${impossible.from} to ${impossible.to} at a rate of zero, so no number of leads is enough.`,
    );
  }
  return steps;
}

/** A mix of kinds of lead is one step at the weighted rate: the sum of share times rate. */
function mixStep(funnel: Funnel, policy: Policy, to: string, date: string): Step {
  const rate = funnel.mix.reduce(
    (sum, part) => sum.add(exactAmount(part.share, date).mul(exactAmount(part.rate, date))),
    new Fraction(0),
  );
  return { from: policy.stages[0]?.name ?? "Lead", to, rate };
}

function lastStage(policy: Policy): string {
  const furthest = policy.stages.toSorted((a, b) => b.rank - a.rank || b.order - a.order)[0];
  return furthest?.name ?? "Customer";
}

function carryBack(deals: Fraction, steps: readonly Step[], roundUp: boolean): Map<string, Fraction> {
  const rounded = (count: Fraction): Fraction => (roundUp ? count.ceil() : count);
  const last = steps.at(-1);
  invariant(last !== undefined, "a funnel has a step");
  let count = rounded(deals);
  const backward: [string, Fraction][] = [[last.to, count]];
  for (const step of steps.toReversed()) {
    count = rounded(count.div(step.rate));
    backward.push([step.from, count]);
  }
  return new Map(backward.toReversed());
}
