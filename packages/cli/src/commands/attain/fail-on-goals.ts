import { type Attainment, type GoalAttainment, isBehind } from "@entente/engine";
import { assertNever } from "@entente/ir";
import type { FailOnGoals } from "./attain-options.ts";

/** How many goals stand as `--fail-on` names: misses that go on, or those and a running window that is behind. */
export function failingGoals({ goals }: Pick<Attainment, "goals">, failOn: FailOnGoals): number {
  switch (failOn) {
    case "none":
      return 0;
    case "missed":
      return goals.filter(misses).length;
    case "behind":
      return goals.filter((goal) => misses(goal) || goal.windows.some((window) => isBehind(goal, window)))
        .length;
    default:
      return assertNever(failOn);
  }
}

function misses({ runs }: GoalAttainment): boolean {
  return runs.some(({ until }) => until === null);
}
