import { countWords, type Exact, percentWords, type Solution } from "@entente/engine";
import { neededWords, type PlanFigures } from "./plan-figures.ts";
import type { PlannedFunnel } from "./planned-funnel.ts";

/** What the leads that are there bring, against the quota. */
export function flowWords({ flow, plan }: PlannedFunnel, figures: PlanFigures): readonly string[] {
  if (flow === null) return [];
  const last = [...flow.counts].at(-1);
  if (last === undefined) return [];
  const [stage, count] = last;
  const brings =
    flow.revenue === null || flow.deal === null
      ? []
      : [
          `${countWords(count, DIGITS)} ${stage} × ${figures.money(flow.deal)} = ${figures.money(flow.revenue)}`,
        ];
  return [...brings, ...againstQuota(stage, count, flow.revenue, plan, figures)];
}

/** Digits of a figure that a reader reckons on with. */
const DIGITS = 6;

function againstQuota(
  stage: string,
  count: Exact,
  revenue: Exact | null,
  plan: PlannedFunnel["plan"],
  figures: PlanFigures,
): readonly string[] {
  if (plan === null) return [];
  if (plan.quota !== null && revenue !== null) {
    if (plan.quota.equals(0)) return [];
    const gap = plan.quota.sub(revenue);
    const share = `${percentWords(revenue.div(plan.quota))} of the quota of ${figures.money(plan.quota)}`;
    return [gap.compare(0) <= 0 ? share : `${share}: ${figures.money(gap)} short`];
  }
  const needed = plan.needs.get(stage);
  if (plan.quota !== null || needed === undefined || needed.equals(0)) return [];
  const share = `${percentWords(count.div(needed))} of the quota of ${neededWords(needed)} ${stage}`;
  return [needed.compare(count) <= 0 ? share : `${share}: ${countWords(needed.sub(count))} short`];
}

/** The answer to `--solve`, with the sum that gives it. */
export function solutionWords(solution: Solution, figures: PlanFigures): string {
  const { unknown, value, possible } = solution;
  const sum = sumWords(solution, figures);
  switch (unknown.kind) {
    case "leads":
      return `leads needed: ${neededWords(value)} (${sum})`;
    case "revenue":
      return `revenue: ${figures.money(value)} (${sum})`;
    case "deal":
      return `deal needed: ${figures.money(value)} a customer (${sum})`;
    case "rate": {
      const rate = `rate needed from ${unknown.from} to ${unknown.to}: ${percentWords(value, 4)} (${sum})`;
      return possible ? rate : `${rate}. No rate is enough: there are too few ${unknown.from}.`;
    }
  }
}

function sumWords({ unknown, sum: { operator, left, right } }: Solution, figures: PlanFigures): string {
  if (unknown.kind === "leads") return "the quota carried back, stage by stage";
  const term = ({ what, amount, money }: typeof left): string =>
    money ? `${what} ${figures.money(amount)}` : `${countWords(amount, DIGITS)} ${what}`;
  return `${term(left)} ${operator === "*" ? "×" : "/"} ${term(right)}`;
}
