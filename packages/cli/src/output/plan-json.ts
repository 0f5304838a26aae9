import {
  type CapacityCheck,
  type Exact,
  type FunnelFlow,
  type FunnelPlan,
  type FunnelStep,
  fixedDecimal,
  type PlanMonth,
  type SegmentPlan,
  type Solution,
  type StreamTotal,
  type TermPlan,
} from "@entente/engine";
import type { Funnel, Policy } from "@entente/ir";
import { type PlanFigures, planFigures } from "./plan-figures.ts";
import type { PlannedFunnel } from "./planned-funnel.ts";

/** The version of the shape that `sla plan --format json` writes; docs/schemas/plan.schema.json describes it. */
export const PLAN_VERSION = 1;

type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };

/**
 * A plan for other programs. Needed leads are whole numbers, rounded up; `exact` beside a figure is the ratio that it
 * was rounded from.
 */
export function planJson(
  policy: Policy,
  planned: readonly PlannedFunnel[],
  total: StreamTotal | null,
): string {
  const { title, currency } = policy.agreement;
  const writer = new PlanWriter(currency);
  const json: Json = {
    version: PLAN_VERSION,
    agreement: title,
    currency,
    funnels: planned.map((one) => writer.funnel(one)),
    total:
      total === null
        ? null
        : { funnels: total.funnels, quota: writer.money(total.quota), needs: writer.needs(total.needs) },
  };
  return `${JSON.stringify(json, null, 2)}\n`;
}

class PlanWriter {
  readonly #currency: string;
  readonly #figures: PlanFigures;

  constructor(currency: string) {
    this.#currency = currency;
    this.#figures = planFigures(currency);
  }

  funnel({ funnel, plan, term, month, flow, solution }: PlannedFunnel): Json {
    const { name, alternativeTo, rounding } = funnel;
    return {
      name,
      alternativeTo,
      rounding,
      ...(plan === null ? noPlan : this.#plan(funnel, plan)),
      months: (term?.months ?? []).map((one) => this.#month(one)),
      capacity: this.#capacity(month?.capacity ?? null),
      term: this.#term(term),
      flow: flow === null ? null : this.#flow(flow),
      solution: solution === null ? null : this.#solution(solution),
    };
  }

  money(minor: Exact | null): Json {
    if (minor === null) return null;
    const { amount, exactAmount } = this.#figures;
    return { amount: amount(minor), currency: this.#currency, exact: exactAmount(minor) };
  }

  needs(needs: ReadonlyMap<string, Exact>): Json {
    return byStage(needs, (count) => whole(count));
  }

  #plan(funnel: Funnel, plan: FunnelPlan): Json & object {
    const { on, every, earlier, segments } = plan;
    return {
      on,
      every: { ...every },
      quota: this.#quota(funnel, plan),
      ...this.#sum(plan),
      cycle:
        earlier === null ? null : { amount: earlier.amount, unit: earlier.unit, business: earlier.business },
      segments: segments.map((one) => ({
        segment: one.segment,
        quota: this.money(one.quota),
        ...this.#sum(one),
      })),
    };
  }

  #quota({ quota }: Funnel, plan: FunnelPlan): Json {
    const stage = quota?.stage ?? null;
    if (stage === null) return this.money(plan.quota);
    return { count: whole(plan.needs.get(stage)), stage };
  }

  #sum({ deal, rate, steps, needs, worth }: Omit<SegmentPlan, "segment" | "quota">): Json & object {
    return {
      deal: this.money(deal),
      rate: ratio(rate),
      steps: steps.map(stepJson),
      needs: this.needs(needs),
      exactNeeds: byStage(needs, (count) => count.toFraction()),
      worth: byStage(worth, (minor) => this.money(minor)),
    };
  }

  #month({ from, to, neededIn, beforeTerm, quota, needs, capacity }: PlanMonth): Json {
    return {
      from,
      to,
      neededFrom: neededIn.from,
      neededTo: neededIn.to,
      beforeTerm,
      quota: this.money(quota),
      needs: this.needs(needs),
      exactNeeds: byStage(needs, (count) => count.toFraction()),
      capacity: this.#capacity(capacity),
    };
  }

  #capacity(check: CapacityCheck | null): Json {
    if (check === null) return null;
    const { stage, during, reps, perRep, every, available, needed, fits } = check;
    return {
      stage,
      from: during.from,
      to: during.to,
      reps: decimal(reps),
      perRep: decimal(perRep),
      every: { ...every },
      available: { decimal: decimal(available), exact: available.toFraction() },
      needed: whole(needed),
      fits,
    };
  }

  #term(term: TermPlan | null): Json {
    if (term === null) return null;
    return { ...term.term, quota: this.money(term.quota), needs: this.needs(term.needs) };
  }

  #flow({ counts, deal, revenue }: FunnelFlow): Json {
    return {
      counts: byStage(counts, (count) => ({ decimal: decimal(count), exact: count.toFraction() })),
      deal: this.money(deal),
      revenue: this.money(revenue),
    };
  }

  #solution({ unknown, value, possible }: Solution): Json {
    switch (unknown.kind) {
      case "leads":
        return { unknown: "leads", value: whole(value), exact: value.toFraction(), possible };
      case "rate":
        return { unknown: "rate", from: unknown.from, to: unknown.to, value: ratio(value), possible };
      case "revenue":
      case "deal":
        return { unknown: unknown.kind, value: this.money(value), possible };
    }
  }
}

const noPlan = {
  on: null,
  every: null,
  quota: null,
  deal: null,
  rate: null,
  steps: [],
  needs: {},
  exactNeeds: {},
  worth: {},
  cycle: null,
  segments: [],
};

function stepJson({ from, to, rate }: FunnelStep): Json {
  return { from, to, rate: ratio(rate) };
}

function ratio(value: Exact): Json {
  return { percent: decimal(value.mul(100)), exact: value.toFraction() };
}

/** Leads that are needed: rounded up. Beyond what JSON numbers carry exactly, a text. */
function whole(count: Exact | undefined): Json {
  if (count === undefined) return null;
  const up = count.ceil();
  return up.n <= BigInt(Number.MAX_SAFE_INTEGER) ? Number(up.n * up.s) : up.toFraction();
}

/** At most four digits after the point, a half away from zero. */
function decimal(value: Exact): string {
  return fixedDecimal(value, 4).replace(/\.?0+$/, "");
}

function byStage(map: ReadonlyMap<string, Exact>, write: (value: Exact) => Json): Json {
  return Object.fromEntries([...map].map(([stage, value]) => [stage, write(value)]));
}
