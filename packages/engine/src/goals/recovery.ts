import { valuesCarriedOn } from "./figure.ts";
import { meetsTarget } from "./meets-target.ts";
import type { GoalPeriod } from "./periods.ts";
import type { GoalScope, TargetPlan } from "./plan-goal.ts";
import { emptyCell, type Row } from "./target-book.ts";

/**
 * When a missed milestone was made good: the end of the first day at which its measure, carried on from its own
 * window, reaches the target, at the latest the as-of instant; null where that has not happened (language, section 9).
 */
export function recoveredAt(scope: GoalScope, plan: TargetPlan, row: Row, period: GoalPeriod): number | null {
  const goal = plan.goalIn(period, row.per);
  if (goal === null) return null;
  const base = (row.cells.get(0) ?? emptyCell(plan)).figure;
  const later = [...row.carried].sort(([a], [b]) => a - b);
  const values = valuesCarriedOn(
    plan.reckoner,
    base,
    later.map(([, figure]) => figure),
  );
  for (const [day] of later) {
    const value = values.next().value ?? null;
    if (value === null) continue;
    if (meetsTarget(plan.spec.bound, plan.goal.tolerance, goal, value) !== "missed") {
      return Math.min(scope.days.day(day).to, scope.at);
    }
  }
  return null;
}
