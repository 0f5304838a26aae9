import type { CancellationState } from "./attainment.ts";
import type { JudgedGoal } from "./judge-goal.ts";
import type { JudgedWindow } from "./judge-window.ts";
import type { GoalScope } from "./plan-goal.ts";

/**
 * Whether the misses in a row that allow giving up the agreement have come about. The misses of one target and value of
 * `per` count together, and so do milestones that follow one another.
 */
export function cancellationStates({ plan }: GoalScope, goals: readonly JudgedGoal[]): CancellationState[] {
  return plan.policy.cancellations.map(({ goal: name, missed: needed, span }) => {
    const judged = goals.find(({ goal }) => goal.name === name);
    const series = judged === undefined ? [] : seriesOf(judged).flatMap(runsIn);
    const instants = series.flatMap((run) => run[needed - 1]?.result.settles ?? []);
    return {
      goal: name,
      needed,
      run: Math.max(0, ...series.map((run) => run.length)),
      metAt: instants.length === 0 ? null : Math.min(...instants),
      span,
    };
  });
}

/** Windows that follow one another, in order of time. */
function seriesOf({ windows }: JudgedGoal): JudgedWindow[][] {
  const series = new Map<string, JudgedWindow[]>();
  for (const window of windows) {
    const { plan, result } = window;
    const key = JSON.stringify([plan.spec.window.kind === "by" ? result.bound : result.target, result.per]);
    const known = series.get(key);
    if (known === undefined) series.set(key, [window]);
    else known.push(window);
  }
  return [...series.values()].map((one) => one.sort((a, b) => a.period.window.from - b.period.window.from));
}

/** The unbroken runs of misses; windows with nothing to measure are passed over. */
function runsIn(windows: readonly JudgedWindow[]): JudgedWindow[][] {
  const runs: JudgedWindow[][] = [[]];
  for (const window of windows) {
    const { status } = window.result;
    if (status === "missed") runs.at(-1)?.push(window);
    if (status === "met" || status === "over") runs.push([]);
  }
  return runs.filter((run) => run.length > 0);
}
