import {
  type CapacityCheck,
  countWords,
  type FunnelPlan,
  percentWords,
  type TermPlan,
} from "@entente/engine";
import { daysWords, everyWords, lengthWords, neededWords, type PlanFigures } from "./plan-figures.ts";
import type { PlannedFunnel } from "./planned-funnel.ts";

/** Rows of texts under a head. The first `texts` columns are words, the others figures. */
export interface PlanTable {
  readonly head: readonly string[];
  readonly rows: readonly (readonly string[])[];
  readonly texts: number;
}

/** Each stage with what is needed there, the rate to the next one, and what one lead stands for. */
export function stageTable(
  plan: Pick<FunnelPlan, "needs" | "steps" | "worth">,
  figures: PlanFigures,
): PlanTable {
  const rates = new Map(plan.steps.map(({ from, rate }) => [from, percentWords(rate)]));
  const columns = [
    { head: "needed", cell: (stage: string) => neededOf(plan.needs, stage) },
    ...(rates.size === 0 ? [] : [{ head: "rate to next", cell: (stage: string) => rates.get(stage) ?? "" }]),
    ...(plan.worth.size === 0
      ? []
      : [{ head: "one is worth", cell: (stage: string) => worthOf(plan, stage, figures) }]),
  ];
  return {
    head: ["stage", ...columns.map(({ head }) => head)],
    rows: [...plan.needs.keys()].map((stage) => [stage, ...columns.map(({ cell }) => cell(stage))]),
    texts: 1,
  };
}

function neededOf(needs: FunnelPlan["needs"], stage: string): string {
  const count = needs.get(stage);
  return count === undefined ? "" : neededWords(count);
}

/** What is not rounded is shown with its fraction, so that months add up. */
function monthlyOf(needs: FunnelPlan["needs"], stage: string): string {
  const count = needs.get(stage);
  return count === undefined ? "" : countWords(count);
}

function worthOf({ worth }: Pick<FunnelPlan, "worth">, stage: string, figures: PlanFigures): string {
  const minor = worth.get(stage);
  return minor === undefined ? "" : figures.money(minor);
}

/** The months of a term, with their sum. */
export function monthTable({ months, needs, quota }: TermPlan, figures: PlanFigures): PlanTable {
  const stages = [...needs.keys()];
  const [entry = "", last = entry] = [stages[0], stages.at(-1)];
  const lagged = months.some(({ from, neededIn }) => neededIn.from !== from);
  const capacity = months.some((month) => month.capacity !== null);
  const money = quota === null ? [] : [figures.money(quota)];
  return {
    head: [
      `${last} in`,
      ...(lagged ? [`${entry} needed in`] : []),
      ...(quota === null ? [] : ["quota"]),
      ...stages,
      ...(capacity ? [`capacity (${months[0]?.capacity?.stage})`] : []),
    ],
    rows: [
      ...months.map((month) => [
        daysWords(month),
        ...(lagged ? [`${daysWords(month.neededIn)}${month.beforeTerm ? " *" : ""}`] : []),
        ...(month.quota === null ? [] : [figures.money(month.quota)]),
        ...stages.map((stage) => monthlyOf(month.needs, stage)),
        ...(capacity ? [capacityCell(month.capacity)] : []),
      ]),
      [
        "in all",
        ...(lagged ? [""] : []),
        ...money,
        ...stages.map((stage) => monthlyOf(needs, stage)),
        ...(capacity ? [""] : []),
      ],
    ],
    texts: lagged ? 2 : 1,
  };
}

function capacityCell(check: CapacityCheck | null): string {
  if (check === null) return "";
  return `${countWords(check.available.floor())}${check.fits ? "" : " !"}`;
}

/** Leads that are there, stage by stage. */
export function flowTable({ flow }: Pick<PlannedFunnel, "flow">): PlanTable | null {
  if (flow === null) return null;
  const rates = new Map(flow.steps.map(({ from, rate }) => [from, percentWords(rate)]));
  return {
    head: ["stage", "come", "rate to next"],
    rows: [...flow.counts].map(([stage, count]) => [stage, countWords(count), rates.get(stage) ?? ""]),
    texts: 1,
  };
}

/** What the funnel starts from: `$500,000 every month, $2,000 a customer`. */
export function quotaWords({ funnel, plan }: PlannedFunnel, figures: PlanFigures): string {
  if (plan === null) return "no quota to carry back";
  const last = [...plan.needs.entries()].at(-1);
  const quota =
    plan.quota === null
      ? `${last === undefined ? "" : neededWords(last[1])} ${last?.[0]}`
      : figures.money(plan.quota);
  const deal = plan.deal === null ? "" : `, ${figures.money(plan.deal)} a customer`;
  const instead = funnel.alternativeTo === null ? "" : `, as alternative to ${funnel.alternativeTo}`;
  return `${quota} ${everyWords(plan.every)}${deal}${instead}`;
}

/** What holds of the whole funnel, a sentence each. */
export function notesOf({ funnel, plan, month }: PlannedFunnel): readonly string[] {
  if (plan === null) return [];
  const stages = [...plan.needs.keys()];
  const [first, last] = [stages[0], stages.at(-1)];
  return [
    `${first} to ${last}: ${percentWords(plan.rate, 4)}`,
    ...(plan.earlier === null ? [] : [`${first} needed ${lengthWords(plan.earlier)} earlier than ${last}`]),
    funnel.rounding === "everyStage"
      ? "rounded up at every stage"
      : "carried exactly, rounded up only where shown",
    ...(month?.capacity == null ? [] : [capacityWords(month.capacity)]),
  ];
}

/** `capacity: 40 reps × 120 MQL every month = 4,800 in 2022-01, enough for 3,900`. */
export function capacityWords(check: CapacityCheck): string {
  const { reps, perRep, stage, every, available, needed, fits, during } = check;
  const sum = `${countWords(reps)} reps × ${countWords(perRep)} ${stage} ${everyWords(every)} = ${countWords(available.floor())} in ${daysWords(during)}`;
  const verdict = fits
    ? `enough for ${neededWords(needed)}`
    : `${neededWords(needed.sub(available.floor()))} too few for ${neededWords(needed)}`;
  return `capacity: ${sum}, ${verdict}`;
}
