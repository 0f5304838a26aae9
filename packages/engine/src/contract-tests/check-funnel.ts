import { type Duration, type Expectation, invariant, type Literal, type Policy } from "@entente/ir";
import Fraction from "fraction.js";
import { countWords, percentWords } from "../funnel/figure-words.ts";
import { type FunnelPlan, planFunnel } from "../funnel/plan-funnel.ts";
import { sumWords } from "../funnel/sum-words.ts";
import { amountWords } from "./amount-words.ts";
import type { ExpectationOf, Finding } from "./finding.ts";
import { mixWords } from "./funnel-words.ts";

export type FunnelExpectation = Extract<Expectation, { kind: "funnelNeeds" | "funnelWorth" | "funnelRate" }>;

/** Checks what a test expects of a funnel's sum (language section 12). A sum that cannot be done fails, and says why. */
export function checkFunnel(policy: Policy, expectation: FunnelExpectation): Finding {
  const expected = expectedWords(policy, expectation);
  try {
    return { expected, ...check(policy, planFunnel(policy, expectation.funnel), expectation) };
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    return { holds: false, expected, actual: "no sum", why: () => [error.message] };
  }
}

type Outcome = Omit<Finding, "expected">;

function check(policy: Policy, plan: FunnelPlan, expectation: FunnelExpectation): Outcome {
  switch (expectation.kind) {
    case "funnelNeeds":
      return { ...checkNeeds(plan, expectation), why: () => sumWords(plan, policy.agreement.currency) };
    case "funnelWorth":
      return checkWorth(policy, plan, expectation);
    case "funnelRate": {
      const holds = plan.rate.mul(100).equals(expectation.value);
      const actual = `rate = ${percentWords(plan.rate, 4)}`;
      return { holds, actual, why: () => mixWords(policy, plan) };
    }
  }
}

function checkNeeds(
  plan: FunnelPlan,
  { stage, count, earlier }: ExpectationOf<"funnelNeeds">,
): Omit<Outcome, "why"> {
  const needed = plan.needs.get(stage);
  if (needed === undefined) return { holds: false, actual: `${plan.name} says nothing of ${stage}` };
  const inTime = earlier === null || sameLength(earlier, plan.earlier);
  const when =
    earlier === null ? "" : ` ${plan.earlier === null ? "at once" : `${lengthWords(plan.earlier)} earlier`}`;
  return { holds: needed.equals(count) && inTime, actual: `needs ${countWords(needed)} ${stage}${when}` };
}

function checkWorth(
  policy: Policy,
  plan: FunnelPlan,
  { stage, value, roundedTo }: ExpectationOf<"funnelWorth">,
): Outcome {
  const why = () => [...quotaWords(policy, plan, stage), ...sumWords(plan, policy.agreement.currency)];
  const worth = plan.worth.get(stage);
  if (worth === undefined) return { holds: false, actual: `${plan.name} gives no worth of ${stage}`, why };
  invariant(value.kind === "money", "the worth of a lead in a funnel is money");
  const unit = roundedTo?.kind === "money" ? new Fraction(roundedTo.minor) : null;
  const rounded = unit === null ? worth : worth.div(unit).round().mul(unit);
  const actual = `worth ${moneyWords(policy, rounded)} per ${stage}${roundedWords(policy, roundedTo)}`;
  return { holds: rounded.equals(value.minor), actual, why };
}

function quotaWords(policy: Policy, { quota, needs, worth }: FunnelPlan, stage: string): readonly string[] {
  const [count, each] = [needs.get(stage), worth.get(stage)];
  if (quota === null || count === undefined || each === undefined) return [];
  const sum = `${moneyWords(policy, quota)} / ${countWords(count)} ${stage} = ${moneyWords(policy, each)}`;
  return [`the quota over the leads: ${sum}`];
}

function expectedWords(policy: Policy, expectation: FunnelExpectation): string {
  switch (expectation.kind) {
    case "funnelNeeds": {
      const { count, stage, earlier } = expectation;
      const when = earlier === null ? "" : ` ${lengthWords(earlier)} earlier`;
      return `needs ${countWords(new Fraction(count))} ${stage}${when}`;
    }
    case "funnelWorth": {
      const { value, stage, roundedTo } = expectation;
      const amount = value.kind === "money" ? moneyWords(policy, new Fraction(value.minor)) : "?";
      return `worth ${amount} per ${stage}${roundedWords(policy, roundedTo)}`;
    }
    case "funnelRate":
      return `rate = ${expectation.value}%`;
  }
}

function roundedWords(policy: Policy, unit: Literal | null): string {
  return unit?.kind === "money" ? `, rounded to ${moneyWords(policy, new Fraction(unit.minor))}` : "";
}

function sameLength(wanted: Duration, found: Duration | null): boolean {
  return (
    found !== null &&
    wanted.amount === found.amount &&
    wanted.unit === found.unit &&
    wanted.business === found.business
  );
}

function lengthWords({ amount, unit, business }: Duration): string {
  return `${amount} ${business ? "business " : ""}${unit}${amount === 1 ? "" : "s"}`;
}

function moneyWords(policy: Policy, minor: Fraction): string {
  return amountWords(minor.valueOf(), policy.agreement.currency);
}
