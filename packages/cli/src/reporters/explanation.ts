import type { Explanation, Reason } from "@entente/engine";
import type { Zone } from "@entente/ir";
import { humanTime } from "../output/human-time.ts";
import { createDecimalAmount } from "../output/money.ts";
import { isoInstant, verdictJson } from "../output/verdict-json.ts";
import type { Colours } from "../terminal/colours.ts";
import { printable } from "../terminal/printable.ts";
import { evidenceJson } from "./evidence-json.ts";
import { clockLines } from "./explain-clocks.ts";
import { reasonTree, truthMark } from "./reason-tree.ts";

/** What an explanation is written with. */
export interface ExplanationStyle {
  readonly zone: Pick<Zone, "toLocal">;
  /** The name of the agreement's time zone. */
  readonly timeZone: string;
  readonly colours: Colours;
}

/**
 * Why a lead is where it is: its stages with their conditions and what it lacks for the next, its classes and
 * scores case by case and line by line, and what each clock rests on. `✓` marks what holds, `✗` what does
 * not, `?` what a missing field leaves unknown.
 */
export function explanationText(explanation: Explanation, style: ExplanationStyle): string {
  const { verdict } = explanation;
  const lines = [
    `Lead ${printable(verdict.lead)} as of ${humanTime(style.zone, verdict.at)} ${style.timeZone}`,
    ...section(`Stage: ${printable(verdict.stage ?? "none")}`, stageLines(explanation, style), style),
    ...explanation.classes.flatMap((one) =>
      section(
        `${printable(one.name)}: ${printable(one.case ?? "no case, or unknown")}`,
        one.cases.flatMap(({ name, reason }) => caseLines(name, reason, name === one.case, style)),
        style,
      ),
    ),
    ...explanation.scores.flatMap((score) =>
      section(`${printable(score.name)}: ${points(score.total)}`, scoreLines(score, style), style),
    ),
    ...worthLines(explanation, style),
    ...section("Clocks", clockLines(verdict.clocks, explanation.clocks, style), style),
  ];
  return `${lines.join("\n")}\n`;
}

function section(title: string, lines: readonly string[], { colours }: ExplanationStyle): readonly string[] {
  return lines.length === 0 ? [] : ["", colours.bold(title), ...lines];
}

function stageLines({ stages, nearestMisses }: Explanation, style: ExplanationStyle): readonly string[] {
  const lines = stages.flatMap(({ stage, holds, reachedAt, when, unless }) => {
    const reached = reachedAt === null ? "not reached" : `reached ${humanTime(style.zone, reachedAt)}`;
    return [
      `  ${truthMark(holds, style.colours)} ${printable(stage)}, ${reached}`,
      ...(when === null ? [] : reasonTree(when, "when ", 4, style.colours)),
      ...(unless === null ? [] : reasonTree(unless, "unless ", 4, style.colours)),
    ];
  });
  return [
    ...lines,
    ...nearestMisses.map((miss) => `  ${style.colours.bold("next:")} ${printable(miss.text)}`),
  ];
}

function caseLines(
  name: string,
  reason: Reason | null,
  chosen: boolean,
  { colours }: ExplanationStyle,
): readonly string[] {
  if (reason !== null) return reasonTree(reason, `${printable(name)} when `, 2, colours);
  return [`  ${chosen ? truthMark("true", colours) : " "} ${printable(name)} otherwise`];
}

function scoreLines(score: Explanation["scores"][number], style: ExplanationStyle): readonly string[] {
  const reset = score.resetAt === null ? [] : [`  reset ${humanTime(style.zone, score.resetAt)}`];
  return [
    ...reset,
    ...score.lines.flatMap((line) => [
      `  ${points(line.points).padStart(5)}  ${printable(line.text).replace(/\s+/g, " ")}`,
      ...(line.reason === null ? [] : reasonTree(line.reason, "", 9, style.colours)),
    ]),
  ];
}

function worthLines({ verdict }: Explanation, style: ExplanationStyle): readonly string[] {
  const { worth } = verdict;
  if (worth === null) return [];
  const amount =
    worth.unit === "points"
      ? `${worth.points} points`
      : `${createDecimalAmount()(worth.minor, worth.currency)} ${worth.currency}`;
  return ["", `${style.colours.bold("Worth:")} ${amount}`];
}

function points({ minimum, maximum }: { readonly minimum: number; readonly maximum: number }): string {
  return minimum === maximum ? String(minimum) : `${minimum} to ${maximum}`;
}

/** An explanation as JSON; `docs/cli.md` describes the shape. The verdict is that of `sla run --format jsonl`. */
export function explanationJson(explanation: Explanation): string {
  const { verdict, stages, nearestMisses, classes, scores } = explanation;
  const report = {
    version: 1,
    verdict: verdictJson(verdict, createDecimalAmount()),
    stages: stages.map(({ reachedAt, ...stage }) => ({ ...stage, reachedAt: isoOrNull(reachedAt) })),
    nearestMisses,
    classes,
    scores: scores.map(({ resetAt, ...score }) => ({ ...score, resetAt: isoOrNull(resetAt) })),
    clocks: verdict.clocks.map(({ commitment, clause, reasons, missing, span, total }, index) => ({
      commitment,
      clause,
      reasons,
      missing,
      span,
      total: total === null ? null : { ...total, start: isoInstant(total.start) },
      evidence: evidenceJson(explanation.clocks[index]?.evidence ?? null),
    })),
  };
  return `${JSON.stringify(report, null, 2)}\n`;
}

function isoOrNull(at: number | null): string | null {
  return at === null ? null : isoInstant(at);
}
