import { type Duration, type Expectation, invariant, type Policy } from "@entente/ir";
import Fraction from "fraction.js";
import { type FunnelPlan, planFunnel } from "../funnel/plan-funnel.ts";
import { amountWords } from "./amount-words.ts";
import type { ExpectationOf, Finding } from "./finding.ts";

export type FunnelExpectation = Extract<Expectation, { kind: "funnelNeeds" | "funnelWorth" | "funnelRate" }>;

/** Checks what a test expects of a funnel's sum (language section 12). A sum that cannot be done fails, and says why. */
export function checkFunnel(policy: Policy, expectation: FunnelExpectation): Finding {
  try {
    return check(policy, planFunnel(policy, expectation.funnel), expectation);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    return {
      holds: false,
      expected: expectedWords(policy, expectation),
      actual: "no sum",
      why: [error.message],
    };
  }
}

function check(policy: Policy, plan: FunnelPlan, expectation: FunnelExpectation): Finding {
  const expected = expectedWords(policy, expectation);
  switch (expectation.kind) {
    case "funnelNeeds":
      return { expected, ...checkNeeds(plan, expectation), why: stepsOf(plan) };
    case "funnelWorth":
      return { expected, ...checkWorth(policy, plan, expectation), why: stepsOf(plan) };
    case "funnelRate": {
      const holds = plan.rate.mul(100).equals(expectation.value);
      return { expected, holds, actual: `rate = ${percentWords(plan.rate)}`, why: [] };
    }
  }
}

type Outcome = Pick<Finding, "holds" | "actual">;

function checkNeeds(plan: FunnelPlan, { stage, count, earlier }: ExpectationOf<"funnelNeeds">): Outcome {
  const needed = plan.needs.get(stage);
  if (needed === undefined) return { holds: false, actual: `${plan.name} says nothing of ${stage}` };
  const inTime = earlier === null || sameLength(earlier, plan.earlier);
  const when = earlier === null || plan.earlier === null ? "" : ` ${lengthWords(plan.earlier)} earlier`;
  return { holds: needed.equals(count) && inTime, actual: `needs ${countWords(needed)} ${stage}${when}` };
}

function checkWorth(
  policy: Policy,
  plan: FunnelPlan,
  { stage, value, roundedTo }: ExpectationOf<"funnelWorth">,
): Outcome {
  const worth = plan.worth.get(stage);
  if (worth === undefined) return { holds: false, actual: `${plan.name} gives no worth of ${stage}` };
  invariant(value.kind === "money", "the worth of a lead in a funnel is money");
  const unit = roundedTo?.kind === "money" ? new Fraction(roundedTo.minor) : null;
  const rounded = unit === null ? worth : worth.div(unit).round().mul(unit);
  return { holds: rounded.equals(value.minor), actual: `worth ${moneyWords(policy, worth)} per ${stage}` };
}

function expectedWords(policy: Policy, expectation: FunnelExpectation): string {
  switch (expectation.kind) {
    case "funnelNeeds": {
      const { count, stage, earlier } = expectation;
      const when = earlier === null ? "" : ` ${lengthWords(earlier)} earlier`;
      return `needs ${countWords(new Fraction(count))} ${stage}${when}`;
    }
    case "funnelWorth": {
      const { value, stage } = expectation;
      return `worth ${value.kind === "money" ? moneyWords(policy, new Fraction(value.minor)) : "?"} per ${stage}`;
    }
    case "funnelRate":
      return `rate = ${expectation.value}%`;
  }
}

/** The sum a reader would do, from the last stage back. */
function stepsOf(plan: FunnelPlan): string[] {
  const steps = [...plan.needs].toReversed().map(([stage, count]) => `${countWords(count)} ${stage}`);
  return [`the sum goes ${steps.join(" ← ")}`];
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

function countWords(count: Fraction): string {
  return new Intl.NumberFormat("en", { maximumFractionDigits: 2 }).format(count.valueOf());
}

function percentWords(ratio: Fraction): string {
  return `${ratio.mul(100).toString()}%`;
}

function moneyWords(policy: Policy, minor: Fraction): string {
  return amountWords(minor.valueOf(), policy.agreement.currency);
}
