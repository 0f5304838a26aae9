import type { ExpressionOf } from "@entente/ir";
import { explainCondition } from "../explain/explain-condition.ts";
import type { ScoreRange } from "../verdict.ts";
import type { TestedLead } from "./finding.ts";
import { reasonLines } from "./reason-lines.ts";

/** What the lead lacks for the next stages, and the conditions of the stage in question. */
export function whyStage({ explain, verdict }: TestedLead, asked: string | null): readonly string[] {
  const { stages, nearestMisses } = explain();
  const expected = stages.find(({ stage }) => stage === asked);
  const subject =
    expected === undefined || expected.holds === "true"
      ? stages.find(({ stage }) => stage === verdict.stage)
      : expected;
  const trees =
    subject === undefined
      ? []
      : [
          ...(subject.when === null ? [] : reasonLines(subject.when, `${subject.stage} when `)),
          ...(subject.unless === null ? [] : reasonLines(subject.unless, `${subject.stage} unless `)),
        ];
  return [...nearestMisses.map(({ text }) => text), ...trees];
}

/** The conditions of a class, case by case up to the one that holds. */
export function whyClass({ explain }: TestedLead, name: string): readonly string[] {
  const found = explain().classes.find((one) => one.name === name);
  if (found === undefined) return [];
  const held = found.cases.findIndex((one) => one.name === found.case);
  const cases = held < 0 ? found.cases : found.cases.slice(0, held + 1);
  return cases.flatMap((one) =>
    one.reason === null ? [`✓ ${one.name} otherwise`] : reasonLines(one.reason, `${one.name} when `),
  );
}

/** What each line of a score adds, and why. */
export function whyScore({ explain }: TestedLead, name: string): readonly string[] {
  const found = explain().scores.find((one) => one.name === name);
  return (found?.lines ?? []).flatMap(({ text, points, reason }) => [
    `${pointsWords(points)}: ${text}`,
    ...(reason === null ? [] : reasonLines(reason, "", "  ")),
  ]);
}

export function pointsWords({ minimum, maximum }: ScoreRange): string {
  return minimum === maximum ? String(minimum) : `${minimum} to ${maximum}`;
}

/** The stage that was reached, and the classes of the lead: the worth is read from both. */
export function whyWorth({ verdict }: TestedLead): readonly string[] {
  if (verdict.stages.length === 0 && verdict.stage === null) return ["the stage is none"];
  return [
    `the stage is ${verdict.stage ?? "none"}`,
    ...Object.entries(verdict.classes).map(
      ([name, found]) => `${name} is ${found ?? "unknown, or no case fits"}`,
    ),
  ];
}

/** The condition behind a define. */
export function whyDefine({ engine, context }: TestedLead, node: ExpressionOf<"define">): readonly string[] {
  return reasonLines(explainCondition(engine.plan, node, context()));
}
