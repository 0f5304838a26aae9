import type { Goal } from "@entente/ir";
import { sourceText } from "../explain/source-text.ts";
import type { GoalAttainment } from "./attainment.ts";
import { type JudgedWindow, judgeWindow } from "./judge-window.ts";
import { type RunOfMisses, runsOfMisses } from "./missed-runs.ts";
import { baselineOf, type GoalScope, unitOfGoal } from "./plan-goal.ts";
import { recoveredAt } from "./recovery.ts";
import { emptyCell, type Row, type TargetBook } from "./target-book.ts";

/** A goal with everything that rewards and cancellations are decided by. */
export interface JudgedGoal {
  readonly goal: Goal;
  readonly attainment: GoalAttainment;
  readonly windows: readonly JudgedWindow[];
  readonly runs: readonly RunOfMisses[];
}

/** Where a goal stands, from the books of its targets. */
export function judgeGoal(scope: GoalScope, goal: Goal, books: readonly TargetBook[]): JudgedGoal {
  const { policy } = scope.plan;
  const ladder = policy.ladders.find(({ name }) => name === goal.ladder) ?? null;
  const windows: JudgedWindow[] = [];
  const runs: RunOfMisses[] = [];
  for (const book of books) {
    for (const row of book.rows()) {
      const judged = judgeRow(scope, book, row);
      windows.push(...judged);
      runs.push(...runsOfMisses(scope, ladder, judged, recoveryOf(scope, book, row, judged)));
    }
  }
  const counting = books[0]?.plan.counting ?? null;
  const attainment = {
    goal: goal.name,
    parties: goal.parties,
    measure: goal.measure.kind,
    unit: unitOfGoal(scope.plan, goal.measure, counting),
    counting,
    per: goal.measure.per === null ? null : sourceText(policy, goal.measure.per.span),
    baseline: baselineOf(scope, goal),
    tolerance: goal.tolerance,
    windows: windows.map(({ result }) => result),
    runs: runs.map(({ run }) => run),
    ladder: goal.ladder,
    span: goal.span,
  };
  return { goal, attainment, windows, runs };
}

/**
 * The windows of one value of `per`. They begin with the first in which the value occurs; without `per` with the first of
 * the term or of the target's own start, or of the data where there is neither. From there on a window without any
 * leads counts, too.
 */
function judgeRow(scope: GoalScope, { plan }: TargetBook, row: Row): JudgedWindow[] {
  const dated = plan.spec.from !== null || scope.periods.term.from !== Number.NEGATIVE_INFINITY;
  const whole = plan.goal.measure.per === null && dated;
  const first = whole ? 0 : Math.min(plan.periods.length - 1, ...row.cells.keys(), ...row.underway.keys());
  let underway = 0;
  return plan.periods.flatMap((period, position) => {
    underway += row.underway.get(position) ?? 0;
    if (position < first) return [];
    const cell = row.cells.get(position) ?? emptyCell(plan);
    const result = judgeWindow(scope, plan, { per: row.per, period, cell, underway });
    return [{ plan, period, result }];
  });
}

function recoveryOf(
  scope: GoalScope,
  { plan }: TargetBook,
  row: Row,
  [only]: readonly JudgedWindow[],
): number | null {
  if (plan.spec.window.kind !== "by" || only?.result.status !== "missed") return null;
  return recoveredAt(scope, plan, row, only.period);
}
