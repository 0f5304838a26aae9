import type { FunnelPlan, StreamTotal } from "@entente/engine";
import type { Policy } from "@entente/ir";
import type { Colours } from "../terminal/colours.ts";
import { listed } from "../terminal/counted.ts";
import { displayWidth } from "../terminal/layout.ts";
import { printable } from "../terminal/printable.ts";
import { flowWords, solutionWords } from "./plan-answer.ts";
import { everyWords, neededWords, type PlanFigures, planFigures } from "./plan-figures.ts";
import { flowTable, monthTable, notesOf, type PlanTable, quotaWords, stageTable } from "./plan-tables.ts";
import type { PlannedFunnel } from "./planned-funnel.ts";

export interface PlanTextStyle {
  /** Whether the months of the term are shown. */
  readonly year: boolean;
  readonly colours: Colours;
}

/** Funnels for a person at a terminal. */
export function planText(
  policy: Policy,
  planned: readonly PlannedFunnel[],
  total: StreamTotal | null,
  style: PlanTextStyle,
): string {
  const figures = planFigures(policy.agreement.currency);
  const blocks = planned.map((one) => funnelText(one, figures, style));
  if (total !== null && style.year) blocks.push(totalText(total, figures, style));
  return `${blocks.join("\n\n")}\n`;
}

function funnelText(one: PlannedFunnel, figures: PlanFigures, { year, colours }: PlanTextStyle): string {
  const { funnel, plan, term, flow, solution } = one;
  const date = plan === null ? "" : colours.dim(`  (values of ${plan.on})`);
  const lines = [`${colours.bold(printable(funnel.name))}: ${printable(quotaWords(one, figures))}${date}`];
  if (plan !== null) {
    lines.push("", ...drawn(stageTable(plan, figures), colours));
    for (const part of plan.segments) {
      lines.push("", `  ${printable(part.segment)}`, ...drawn(stageTable(part, figures), colours));
    }
    lines.push("", ...notesOf(one).map((note) => `  ${printable(note)}`));
  }
  const forward = flowTable(one);
  if (forward !== null && flow !== null)
    lines.push(
      "",
      "  from the leads given",
      ...drawn(forward, colours),
      ...flowWords(one, figures).map((line) => `  ${printable(line)}`),
    );
  if (solution !== null) lines.push("", `  ${colours.bold(printable(solutionWords(solution, figures)))}`);
  if (year && plan !== null && term === null) lines.push("", `  ${noMonths(plan)}`);
  if (year && term !== null) {
    lines.push("", ...drawn(monthTable(term, figures), colours), ...legend(one));
  }
  return lines.join("\n");
}

/** Why a plan has no months. */
export function noMonths({ every }: FunnelPlan): string {
  return `no months, and in no total: the quota is ${everyWords(every)}`;
}

/** What the marks of the months mean, where there are any. */
export function legend({ term }: Pick<PlannedFunnel, "term">): readonly string[] {
  const months = term?.months ?? [];
  return [
    ...(months.some(({ beforeTerm }) => beforeTerm) ? ["  * before the term begins"] : []),
    ...(months.some(({ capacity }) => capacity?.fits === false)
      ? ["  ! more are needed than the reps can work"]
      : []),
  ];
}

function totalText(
  { funnels, quota, needs }: StreamTotal,
  figures: PlanFigures,
  { colours }: PlanTextStyle,
): string {
  const counts = [...needs].map(([stage, count]) => `${neededWords(count)} ${stage}`).join(", ");
  const money = quota === null ? "" : `${figures.money(quota)}: `;
  return `${colours.bold(printable(`over the term (${listed(funnels)})`))}: ${printable(money + counts)}`;
}

function drawn({ head, rows, texts }: PlanTable, colours: Colours): string[] {
  const shown = [head, ...rows].map((row) => row.map((cell) => printable(cell).replace(/\s+/g, " ")));
  const widths = head.map((_, column) => Math.max(...shown.map((row) => displayWidth(row[column] ?? ""))));
  const line = (cells: readonly string[]): string =>
    `  ${cells.map((cell, column) => padded(cell, widths[column] ?? 0, column < texts)).join("  ")}`.trimEnd();
  const [titles = [], ...others] = shown;
  return [colours.dim(line(titles)), ...others.map(line)];
}

function padded(cell: string, width: number, left: boolean): string {
  const space = " ".repeat(Math.max(0, width - displayWidth(cell)));
  return left ? cell + space : space + cell;
}
