import { type Exact, fixedDecimal } from "@entente/engine";
import type { Policy } from "@entente/ir";
import { csvRow } from "./csv-cell.ts";
import { type PlanFigures, planFigures } from "./plan-figures.ts";
import type { PlannedFunnel } from "./planned-funnel.ts";

const header = [
  "funnel",
  "alternative_to",
  "from",
  "to",
  "needed_from",
  "needed_to",
  "stage",
  "needed",
  "worth",
  "currency",
  "available",
] as const;

type Cells = readonly (string | number | null)[];

/**
 * One row for each stage: of every month with `year`, else of the plan's date. `worth` is that of one lead at the date,
 * `available` what the reps can work where their capacity counts that stage.
 */
export function planCsv(policy: Policy, planned: readonly PlannedFunnel[], year: boolean): string {
  const figures = planFigures(policy.agreement.currency);
  const rows = planned.flatMap((one) => (year ? yearRows(one) : dateRows(one, policy, figures)));
  return [header, ...rows].map(csvRow).join("");
}

function dateRows({ funnel, plan, month }: PlannedFunnel, policy: Policy, figures: PlanFigures): Cells[] {
  if (plan === null) return [];
  return [...plan.needs].map(([stage, count]) => {
    const worth = plan.worth.get(stage);
    return [
      funnel.name,
      funnel.alternativeTo,
      month?.from ?? plan.on,
      month?.to ?? plan.on,
      month?.neededIn.from ?? null,
      month?.neededIn.to ?? null,
      stage,
      wholeUp(count),
      worth === undefined ? null : figures.amount(worth),
      worth === undefined ? null : policy.agreement.currency,
      availableAt(month, stage),
    ];
  });
}

function yearRows({ funnel, term }: PlannedFunnel): Cells[] {
  return (term?.months ?? []).flatMap((month) =>
    [...month.needs].map(([stage, count]) => [
      funnel.name,
      funnel.alternativeTo,
      month.from,
      month.to,
      month.neededIn.from,
      month.neededIn.to,
      stage,
      monthly(count),
      null,
      null,
      availableAt(month, stage),
    ]),
  );
}

function availableAt(month: PlannedFunnel["month"], stage: string): string | null {
  const check = month?.capacity ?? null;
  return check === null || check.stage !== stage ? null : fixedDecimal(check.available, 2);
}

/** Whole, or two digits after the point where nothing is rounded. */
function monthly(count: Exact): string {
  return count.d === 1n ? count.toFraction() : fixedDecimal(count, 2);
}

function wholeUp(count: Exact): string {
  return count.ceil().toFraction();
}
