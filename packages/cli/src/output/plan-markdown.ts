import type { StreamTotal } from "@entente/engine";
import type { Policy } from "@entente/ir";
import { markdownTable } from "markdown-table";
import { listed } from "../terminal/counted.ts";
import { printable } from "../terminal/printable.ts";
import { flowWords, solutionWords } from "./plan-answer.ts";
import { neededWords, type PlanFigures, planFigures } from "./plan-figures.ts";
import { flowTable, monthTable, notesOf, type PlanTable, quotaWords, stageTable } from "./plan-tables.ts";
import { legend, noMonths } from "./plan-text.ts";
import type { PlannedFunnel } from "./planned-funnel.ts";

/** Funnels as Markdown, for a page, a chat or a pull request. Texts of the contract are escaped. */
export function planMarkdown(
  policy: Policy,
  planned: readonly PlannedFunnel[],
  total: StreamTotal | null,
  year: boolean,
): string {
  const figures = planFigures(policy.agreement.currency);
  const parts = [
    `## ${escaped(policy.agreement.title)}`,
    ...planned.flatMap((one) => funnelParts(one, figures, year)),
    ...(total === null || !year ? [] : [totalPart(total, figures)]),
  ];
  return printable(`${parts.join("\n\n")}\n`);
}

function funnelParts(one: PlannedFunnel, figures: PlanFigures, year: boolean): readonly string[] {
  const { funnel, plan, term, solution } = one;
  const forward = flowTable(one);
  return [
    `### ${escaped(funnel.name)}`,
    escaped(`${quotaWords(one, figures)}${plan === null ? "" : ` (values of ${plan.on})`}`),
    ...(plan === null ? [] : [table(stageTable(plan, figures))]),
    ...(plan?.segments ?? []).flatMap((part) => [escaped(part.segment), table(stageTable(part, figures))]),
    ...list(notesOf(one)),
    ...(forward === null ? [] : ["From the leads given:", table(forward), ...list(flowWords(one, figures))]),
    ...(solution === null ? [] : [`**${escaped(solutionWords(solution, figures))}**`]),
    ...(year && plan !== null && term === null ? list([noMonths(plan)]) : []),
    ...(year && term !== null
      ? [table(monthTable(term, figures)), ...list(legend(one).map((line) => line.trim()))]
      : []),
  ];
}

function totalPart({ funnels, quota, needs }: StreamTotal, figures: PlanFigures): string {
  const counts = [...needs].map(([stage, count]) => `${neededWords(count)} ${stage}`).join(", ");
  const money = quota === null ? "" : `${figures.money(quota)}: `;
  return `**Over the term (${escaped(listed(funnels))})**: ${escaped(money + counts)}`;
}

function table({ head, rows, texts }: PlanTable): string {
  const align = head.map((_, column) => (column < texts ? "l" : "r"));
  return markdownTable([head.map(escaped), ...rows.map((row) => row.map(escaped))], { align });
}

function list(lines: readonly string[]): readonly string[] {
  return lines.length === 0 ? [] : [lines.map((line) => `- ${escaped(line)}`).join("\n")];
}

/** Text that Markdown takes as it is, on one line. */
function escaped(text: string): string {
  return text.replace(/\s+/g, " ").replace(/[\\`*_[\]<>|#&~!]/g, "\\$&");
}
