import type { GoalAttainment, GoalWindowAttainment } from "../goals/attainment.ts";

/** The windows of the same target and value of `per` that end where this one begins, or before; in the order of time. */
export function earlierWindows(
  { windows }: GoalAttainment,
  { target, per, window }: GoalWindowAttainment,
): readonly GoalWindowAttainment[] {
  return windows.filter(
    (one) => one.target === target && one.window.to <= window.from && isSame(one.per, per),
  );
}

function isSame(one: GoalWindowAttainment["per"], other: GoalWindowAttainment["per"]): boolean {
  if (typeof one !== "object" || typeof other !== "object") return one === other;
  return JSON.stringify(one) === JSON.stringify(other);
}
