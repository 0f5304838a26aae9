import type { Ladder } from "@entente/ir";
import { ladderSteps } from "../clocks/ladder.ts";
import { CannotJudgeError } from "../clocks/reckoning.ts";
import type { DueStep } from "../verdict.ts";
import type { MissedRun } from "./attainment.ts";
import type { JudgedWindow } from "./judge-window.ts";
import type { GoalScope } from "./plan-goal.ts";

/** A run of misses, with the windows that were missed in it. */
export interface RunOfMisses {
  readonly run: MissedRun;
  readonly windows: readonly JudgedWindow[];
}

/**
 * The unbroken runs of misses in the windows of one target and value of `per`, in order of time. A window that is met, also
 * beyond its tolerance, ends a run; one with nothing to measure neither ends nor prolongs it.
 *
 * @param recovered when a milestone was made good; null for windows that recur
 */
export function runsOfMisses(
  scope: GoalScope,
  ladder: Ladder | null,
  windows: readonly JudgedWindow[],
  recovered: number | null,
): RunOfMisses[] {
  const runs: RunOfMisses[] = [];
  let missed: JudgedWindow[] = [];
  for (const window of windows) {
    const { status } = window.result;
    if (status === "missed") missed.push(window);
    if (status !== "met" && status !== "over") continue;
    if (missed.length > 0) runs.push(runOf(scope, ladder, missed, window.result.window.to));
    missed = [];
  }
  if (missed.length > 0) runs.push(runOf(scope, ladder, missed, recovered));
  return runs;
}

function runOf(
  scope: GoalScope,
  ladder: Ladder | null,
  windows: readonly JudgedWindow[],
  until: number | null,
): RunOfMisses {
  const first = windows[0]?.result;
  const since = first?.window.to ?? scope.at;
  const run = {
    target: first?.target ?? 0,
    per: first?.per ?? null,
    since,
    until,
    missed: windows.length,
    steps: ladder === null ? [] : dueSteps(scope, ladder, since, until),
  };
  return { run, windows };
}

/** The steps that fell due by now. Steps in business time that no calendar can count are left out. */
function dueSteps(
  { reckoning, at }: GoalScope,
  ladder: Ladder,
  since: number,
  until: number | null,
): DueStep[] {
  return ladder.steps.flatMap((step, index) => {
    try {
      const only = { ...ladder, steps: [step] };
      return ladderSteps(only, reckoning, since, until)
        .filter((due) => due.at <= at)
        .map((due) => ({ ...due, step: index + 1 }));
    } catch (error) {
      if (error instanceof CannotJudgeError || error instanceof RangeError) return [];
      throw error;
    }
  });
}
