import { countWords, moneyWords, percentWords } from "./figure-words.ts";
import type { FunnelPlan, SegmentPlan } from "./plan-funnel.ts";

/**
 * The sum that a reader would do, from the quota back to the first stage, one line for each step; segment by segment
 * where a funnel has some.
 *
 * @param currency that of the agreement
 */
export function sumWords(plan: FunnelPlan, currency: string): readonly string[] {
  if (plan.segments.length === 0) return linesOf(plan, currency);
  return plan.segments.flatMap((part) =>
    linesOf(part, currency).map((line, index) => (index === 0 ? `${part.segment}: ${line}` : line)),
  );
}

type Sum = Pick<SegmentPlan, "quota" | "deal" | "needs" | "steps">;

function linesOf(plan: Sum, currency: string): readonly string[] {
  const steps = plan.steps.toReversed().map(({ from, to, rate }) => {
    const [count, next] = [plan.needs.get(from), plan.needs.get(to)];
    if (count === undefined || next === undefined) return "";
    const exact = next.div(rate);
    const outcome = exact.equals(count) ? "" : `, rounded up to ${countWords(count)}`;
    return `${countWords(next)} ${to} / ${percentWords(rate, 4)} = ${countWords(exact)}${outcome} ${from}`;
  });
  return [quotaLine(plan, currency), ...steps];
}

function quotaLine({ quota, deal, needs }: Sum, currency: string): string {
  const last = [...needs].at(-1);
  const needed = last === undefined ? "nothing" : `${countWords(last[1])} ${last[0]}`;
  if (quota === null || deal === null) return `the quota is ${needed}`;
  const exact = quota.div(deal);
  const rounded = last === undefined || exact.equals(last[1]) ? "" : `${countWords(exact)}, rounded up to `;
  return `the quota of ${moneyWords(quota, currency)} / ${moneyWords(deal, currency)} a deal = ${rounded}${needed}`;
}
