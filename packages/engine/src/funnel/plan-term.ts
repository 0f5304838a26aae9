import type { Funnel, Period, Policy } from "@entente/ir";
import Fraction from "fraction.js";
import { type HoursOnDemand, hoursOnDemand } from "./agreement-hours.ts";
import { type CapacityCheck, checkCapacity } from "./capacity.ts";
import {
  type DateSpan,
  daysIn,
  monthsIn,
  monthsPer,
  overlap,
  spanAround,
  spansWithin,
  yearFrom,
} from "./date-span.ts";
import { neededIn } from "./lead-time.ts";
import { type FunnelPlan, firstDay, funnelNamed, planFunnel } from "./plan-funnel.ts";

/** What a funnel asks for in one month, or in one period of a quota by the week or day. All amounts are exact. */
export interface PlanMonth extends DateSpan {
  /** The days in which the leads of the first stage are needed: a cycle earlier. */
  readonly neededIn: DateSpan;
  /** Whether those days begin before the term does: the agreement asks for leads that it does not cover. */
  readonly beforeTerm: boolean;
  /** The part of the quota that falls into these days, in minor units; null where the quota is a number of leads. */
  readonly quota: Fraction | null;
  /** Leads by stage, from the first to the last; whole unless the funnel says `rounding once`. */
  readonly needs: ReadonlyMap<string, Fraction>;
  /** What the reps can work then: where the capacity counts the first stage, in the days of `neededIn`. */
  readonly capacity: CapacityCheck | null;
}

/** A funnel over the term of its agreement, month by month. */
export interface TermPlan {
  readonly name: string;
  /** The funnel that this one stands in for; its figures are then in no total. */
  readonly alternativeTo: string | null;
  readonly term: DateSpan;
  readonly months: readonly PlanMonth[];
  /** The sums over the months. */
  readonly quota: Fraction | null;
  readonly needs: ReadonlyMap<string, Fraction>;
}

/**
 * The days that a plan covers: the agreement's term. Where the term has no end, the year from its first day; without a
 * term, or with `on` beyond that year, the year from the first of the month of `on`.
 */
export function termOf(policy: Policy, on?: string): DateSpan {
  const { effective } = policy.agreement;
  if (effective !== null && effective.to !== null) return { from: effective.from, to: effective.to };
  const first = yearFrom(firstDay(policy));
  if (on === undefined || (effective !== null && on <= first.to)) return first;
  return yearFrom(`${on.slice(0, 7)}-01`);
}

/**
 * A funnel's plan by month over the term. A quota by the quarter or year is spread evenly over its months, so that
 * the parts add up to the plan of the whole period; a quota by the week or day stays in its own periods. A month
 * that the term cuts counts by the share of its days. Of a dated value the entry of the first day counts.
 *
 * @param on a date of the plan where the agreement's term has no end; see {@link termOf}
 * @throws RangeError as {@link planFunnel} does, and for a quota by the hour or business day
 */
export function planTerm(policy: Policy, name: string, on?: string): TermPlan {
  const funnel = funnelNamed(policy, name);
  const term = termOf(policy, on);
  const hours = hoursOnDemand(policy);
  const months = periodsOf(funnel, term).flatMap((period) =>
    monthsOf(policy, funnel, { period, term, hours }),
  );
  const quotas = months.flatMap(({ quota }) => quota ?? []);
  return {
    name,
    alternativeTo: funnel.alternativeTo,
    term,
    months,
    quota: quotas.length === 0 ? null : quotas.reduce((sum, one) => sum.add(one), new Fraction(0)),
    needs: addNeeds(months.map(({ needs }) => needs)),
  };
}

/** The month of a plan that a date lies in; undefined where it is outside the term. */
export function monthAt({ months }: TermPlan, date: string): PlanMonth | undefined {
  return months.find(({ from, to }) => from <= date && date <= to);
}

export function addNeeds(all: readonly ReadonlyMap<string, Fraction>[]): Map<string, Fraction> {
  const sum = new Map<string, Fraction>();
  for (const needs of all)
    for (const [stage, count] of needs) sum.set(stage, (sum.get(stage) ?? new Fraction(0)).add(count));
  return sum;
}

/** The quota's periods that touch the term, uncut. */
function periodsOf(funnel: Funnel, term: DateSpan): DateSpan[] {
  const every = funnel.quota?.every;
  if (every === undefined) throw new RangeError(`The funnel ${funnel.name} has no quota to carry back.`);
  const { unit, count, business } = every;
  if (unit === "hour" || business) {
    throw new RangeError(
      `The quota of the funnel ${funnel.name} is by the ${business ? "business " : ""}${unit}, which has no months. Write it by the day, week or month.`,
    );
  }
  return spansWithin(unit, count, term);
}

/** One period of a quota, and what a plan of it needs. */
interface QuotaPeriod {
  readonly period: DateSpan;
  readonly term: DateSpan;
  readonly hours: HoursOnDemand;
}

function monthsOf(policy: Policy, funnel: Funnel, { period, term, hours }: QuotaPeriod): PlanMonth[] {
  const plan = planFunnel(policy, funnel.name, overlap(period, term)?.from ?? period.from);
  let before = new Fraction(0);
  return partsOf(plan.every, period).flatMap((part) => {
    const days = overlap(part, term);
    if (days === null) return [];
    const upTo = before.add(shareOf(plan.every, days));
    const month = monthPlan(funnel, { plan, days, before, upTo, term, hours });
    before = upTo;
    return [month];
  });
}

/** The months of a period, where it is made of months. */
function partsOf({ unit }: Period, period: DateSpan): DateSpan[] {
  return unit === "day" || unit === "week" ? [period] : spansWithin("month", 1, period);
}

/** The share that some days are of the period that they lie in. */
function shareOf({ unit, count }: Period, days: DateSpan): Fraction {
  if (unit === "month" || unit === "quarter" || unit === "year")
    return monthsIn(days).div(monthsPer(unit) * count);
  const whole = unit === "hour" ? days : spanAround(unit, count, days.from, days.from);
  return new Fraction(daysIn(days)).div(daysIn(whole));
}

/** A stretch of a period: from the share `before` of its quota up to the share `upTo`. */
interface Part {
  readonly plan: FunnelPlan;
  readonly days: DateSpan;
  readonly before: Fraction;
  readonly upTo: Fraction;
  readonly term: DateSpan;
  readonly hours: HoursOnDemand;
}

function monthPlan(funnel: Funnel, { plan, days, before, upTo, term, hours }: Part): PlanMonth {
  const round = (count: Fraction): Fraction => (funnel.rounding === "everyStage" ? count.ceil() : count);
  const needs = new Map(
    [...plan.needs].map(([stage, count]) => [stage, round(count.mul(upTo)).sub(round(count.mul(before)))]),
  );
  const leads = neededIn(days, plan.earlier, hours);
  const [entry] = needs.keys();
  return {
    ...days,
    neededIn: leads,
    beforeTerm: leads.from < term.from,
    quota: plan.quota?.mul(upTo.sub(before)) ?? null,
    needs,
    capacity: checkCapacity(hours, funnel, needs, funnel.capacity?.stage === entry ? leads : days),
  };
}
