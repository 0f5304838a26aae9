import type { Policy } from "@entente/ir";
import Fraction from "fraction.js";
import { exactAmount } from "./exact-amount.ts";
import { type FunnelStep, pathOf } from "./funnel-steps.ts";
import { firstDay, funnelNamed } from "./plan-funnel.ts";
import { segmentsOf } from "./segments.ts";

/** Leads that are there, carried forward through a funnel's rates. All amounts are exact: nothing is rounded. */
export interface FunnelFlow {
  readonly name: string;
  readonly on: string;
  /** Leads at each stage, from the one they are counted at to the last. */
  readonly counts: ReadonlyMap<string, Fraction>;
  readonly steps: readonly FunnelStep[];
  readonly deal: Fraction | null;
  /** Customers times deal, in minor units; null without a deal. */
  readonly revenue: Fraction | null;
}

/** How many leads there are, at which stage; the funnel's first where none is named. */
export interface LeadsAt {
  /** Exact; a text is a decimal, such as `412.5`. */
  readonly count: Fraction | string;
  readonly stage?: string | undefined;
}

/**
 * Applies a funnel's rates to the leads that came in (language section 12).
 *
 * @param on the date whose entries of dated values count, `YYYY-MM-DD`; the first day of the term by default
 * @throws RangeError where there is no such funnel or stage, and where its amounts differ by segment
 */
export function carryForward(policy: Policy, name: string, leads: LeadsAt, on?: string): FunnelFlow {
  const funnel = funnelNamed(policy, name);
  if (segmentsOf(funnel).length > 0)
    throw new RangeError(
      `The amounts of the funnel ${name} differ by segment, and nothing says of which these leads are.`,
    );
  const date = on ?? firstDay(policy);
  const { toQuota, beyond } = pathOf(policy, funnel, { on: date });
  const steps = [...toQuota, ...beyond];
  const own = stepsFrom(name, steps, leads.stage ?? steps[0]?.from ?? "");
  let count = new Fraction(leads.count);
  const counts = new Map([[leads.stage ?? own[0]?.from ?? "", count]]);
  for (const step of own) {
    count = count.mul(step.rate);
    counts.set(step.to, count);
  }
  const deal = funnel.deal === null ? null : exactAmount(funnel.deal, date);
  return { name, on: date, counts, steps: own, deal, revenue: deal?.mul(count) ?? null };
}

/** The steps after a stage; none after the last. */
function stepsFrom(name: string, steps: readonly FunnelStep[], stage: string): readonly FunnelStep[] {
  const place = steps.findIndex(({ from }) => from === stage);
  if (place >= 0) return steps.slice(place);
  if (steps.at(-1)?.to === stage) return [];
  const known = [...steps.map(({ from }) => from), steps.at(-1)?.to ?? ""].join(", ");
  throw new RangeError(`The funnel ${name} does not lead through ${stage}. Its stages are ${known}.`);
}
