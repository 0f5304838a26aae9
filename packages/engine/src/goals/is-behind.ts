import type { GoalAttainment, GoalWindowAttainment } from "./attainment.ts";
import { meetsTarget } from "./meets-target.ts";

/**
 * Whether a window that is still running is behind: its figure misses the pace by more than the tolerance or, for measures
 * that do not add up, what they come to as things go misses the target. Leads of a cohort whose chance is not over yet
 * say nothing.
 */
export function isBehind(
  { tolerance }: Pick<GoalAttainment, "tolerance">,
  { status, bound, goal, actual, pace, projected }: GoalWindowAttainment,
): boolean {
  const [asked, measured] = pace === null ? [goal, projected] : [pace, actual];
  if (status !== "running" || asked === null || measured === null) return false;
  return meetsTarget(bound, tolerance, asked, measured) === "missed";
}
