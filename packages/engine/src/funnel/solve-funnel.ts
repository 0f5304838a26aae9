import { assertNever, type Policy } from "@entente/ir";
import Fraction from "fraction.js";
import { carryForward, type LeadsAt } from "./carry-forward.ts";
import { type FunnelPlan, planFunnel } from "./plan-funnel.ts";

/** The one amount of a funnel that is not known, with the others given. */
export type Unknown =
  | { readonly kind: "leads" }
  | { readonly kind: "revenue" }
  | { readonly kind: "deal" }
  | { readonly kind: "rate"; readonly from: string; readonly to: string };

/** What the unknown has to be. */
export interface Solution {
  readonly unknown: Unknown;
  /** Leads, minor units, or a ratio, as the unknown is. Exact. */
  readonly value: Fraction;
  /** False for a rate above 1: no conversion is enough. */
  readonly possible: boolean;
  /** The sum in steps, each a quotient or product of two amounts that are known. */
  readonly sum: SolutionSum;
}

/** `left` divided by `right`, or multiplied with it. Amounts as in {@link Solution}. */
export interface SolutionSum {
  readonly operator: "/" | "*";
  readonly left: { readonly what: string; readonly amount: Fraction; readonly money: boolean };
  readonly right: { readonly what: string; readonly amount: Fraction; readonly money: boolean };
}

/**
 * Solves a funnel for one unknown: the leads that a quota needs, the revenue that leads bring, what a customer has to
 * bring, or the rate that a step has to reach.
 *
 * @param leads the leads that are there; needed for every unknown but the leads themselves
 * @throws RangeError where something is missing that the sum needs
 */
export function solveFunnel(
  policy: Policy,
  name: string,
  unknown: Unknown,
  leads: LeadsAt | null,
  on?: string,
): Solution {
  switch (unknown.kind) {
    case "leads":
      return solveLeads(planFunnel(policy, name, on), unknown);
    case "revenue":
      return solveRevenue(policy, name, unknown, given(leads, unknown), on);
    case "deal":
      return solveDeal(policy, name, unknown, given(leads, unknown), on);
    case "rate":
      return solveRate(policy, name, unknown, given(leads, unknown), on);
    default:
      return assertNever(unknown);
  }
}

function given(leads: LeadsAt | null, { kind }: Unknown): LeadsAt {
  if (leads === null) throw new RangeError(`To solve for the ${kind}, say how many leads there are.`);
  if (new Fraction(leads.count).compare(0) <= 0) throw new RangeError("Of no leads, nothing comes.");
  return leads;
}

function solveLeads(plan: FunnelPlan, unknown: Unknown): Solution {
  const [first, last] = [[...plan.needs][0], [...plan.needs].at(-1)];
  if (first === undefined || last === undefined) throw new RangeError(`${plan.name} leads through no stage.`);
  return {
    unknown,
    value: first[1],
    possible: true,
    sum: {
      operator: "/",
      left: { what: last[0], amount: last[1], money: false },
      right: { what: "rate", amount: plan.rate, money: false },
    },
  };
}

function solveRevenue(policy: Policy, name: string, unknown: Unknown, leads: LeadsAt, on?: string): Solution {
  const { counts, deal, revenue } = carryForward(policy, name, leads, on);
  const last = [...counts].at(-1);
  if (deal === null || revenue === null || last === undefined)
    throw new RangeError(`The funnel ${name} has no \`deal\`, so its customers bring no known revenue.`);
  return {
    unknown,
    value: revenue,
    possible: true,
    sum: {
      operator: "*",
      left: { what: last[0], amount: last[1], money: false },
      right: { what: "deal", amount: deal, money: true },
    },
  };
}

function solveDeal(policy: Policy, name: string, unknown: Unknown, leads: LeadsAt, on?: string): Solution {
  const { counts } = carryForward(policy, name, leads, on);
  const last = [...counts].at(-1);
  const quota = quotaIn(policy, name, on);
  if (last === undefined || last[1].equals(0)) throw new RangeError("Of no leads, nothing comes.");
  return {
    unknown,
    value: quota.div(last[1]),
    possible: true,
    sum: {
      operator: "/",
      left: { what: "quota", amount: quota, money: true },
      right: { what: last[0], amount: last[1], money: false },
    },
  };
}

function quotaIn(policy: Policy, name: string, on?: string): Fraction {
  const { quota } = planFunnel(policy, name, on);
  if (quota === null)
    throw new RangeError(
      `The quota of the funnel ${name} is a number of leads, so no deal follows from it: write it in money.`,
    );
  return quota;
}

/** What has to come out of the step over what goes into it. */
function solveRate(
  policy: Policy,
  name: string,
  unknown: Extract<Unknown, { kind: "rate" }>,
  leads: LeadsAt,
  on?: string,
): Solution {
  const { from, to } = unknown;
  const plan = planFunnel(policy, name, on);
  if (!plan.steps.some((step) => step.from === from && step.to === to)) {
    const steps = plan.steps.map((step) => `${step.from}-${step.to}`).join(", ");
    throw new RangeError(`The funnel ${name} has no rate from ${from} to ${to}. It has ${steps}.`);
  }
  const there = carryForward(policy, name, leads, on).counts.get(from);
  if (there === undefined)
    throw new RangeError(
      `The leads are counted at ${leads.stage}, after the step from ${from} to ${to}: its rate does not matter to them.`,
    );
  const needed = plan.needs.get(to) ?? new Fraction(0);
  const value = needed.div(there);
  return {
    unknown,
    value,
    possible: value.compare(1) <= 0,
    sum: {
      operator: "/",
      left: { what: to, amount: needed, money: false },
      right: { what: from, amount: there, money: false },
    },
  };
}
