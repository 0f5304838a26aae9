import type { GoalWindowAttainment, Value } from "@entente/engine";
import type { ReportedGoal } from "../report.ts";

/** The windows of a goal that belong on one time line. */
export interface GoalSeries {
  readonly goal: ReportedGoal;
  /** The value of `per`; null without `per`, and for leads where it is missing. */
  readonly per: Value | null;
  /** The contract's words for the targets of these windows. */
  readonly targets: readonly string[];
  /** In order of time. */
  readonly windows: readonly GoalWindowAttainment[];
  /** The window that runs, or else the last one; null where none has begun. */
  readonly current: GoalWindowAttainment | null;
}

/**
 * The time lines of a goal: one for each target that recurs, one for all targets that have a date of their own, each of
 * them for every value of `per`. A target whose windows have not begun has a line without windows.
 */
export function goalSeries(goal: ReportedGoal): readonly GoalSeries[] {
  const numbered = goal.targets.map((target, index) => ({ ...target, index }));
  const dated = numbered.filter(({ recurs }) => !recurs);
  const groups = [
    ...numbered.filter(({ recurs }) => recurs).map((target) => [target]),
    ...(dated.length > 0 ? [dated] : []),
  ].toSorted((a, b) => (a[0]?.index ?? 0) - (b[0]?.index ?? 0));
  return groups.flatMap((targets) => {
    const indexes = new Set(targets.map(({ index }) => index));
    const windows = goal.windows.filter(({ target }) => indexes.has(target));
    const words = targets.map((target) => target.words);
    const byPer = Map.groupBy(windows, ({ per }) => (per === null ? null : JSON.stringify(per)));
    if (byPer.size === 0) return [seriesOf(goal, null, words, [])];
    return [...byPer.values()].map((own) => seriesOf(goal, own[0]?.per ?? null, words, own));
  });
}

function seriesOf(
  goal: ReportedGoal,
  per: Value | null,
  targets: readonly string[],
  unordered: readonly GoalWindowAttainment[],
): GoalSeries {
  const windows = unordered.toSorted((a, b) => a.window.to - b.window.to || a.target - b.target);
  const current = windows.findLast(({ status }) => status === "running") ?? windows.at(-1) ?? null;
  return { goal, per, targets, windows, current };
}
