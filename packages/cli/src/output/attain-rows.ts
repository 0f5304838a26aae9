import {
  type Attainment,
  countWords,
  type GoalAttainment,
  type GoalWindowAttainment,
  isBehind,
} from "@entente/engine";
import type { Policy, Zone } from "@entente/ir";
import { figureWords, gapWords, goalWords, windowWords } from "./attain-figures.ts";
import { chanceWords, forecastOf, rangeWords } from "./attain-forecast.ts";

/** The columns of the overview of goals. */
export const ATTAIN_HEAD = [
  "goal",
  "window",
  "target",
  "actual",
  "attained",
  "pace gap",
  "projected",
  "80% range",
  "chance",
  "status",
  "before",
] as const;

/** One line of the overview. */
export interface AttainRow {
  readonly cells: readonly string[];
  readonly standing: "good" | "bad" | "open";
}

/** The current window of each target and value of `per`: the one that is running, else the last. */
export function attainRows(policy: Policy, zone: Zone, { goals }: Attainment): readonly AttainRow[] {
  return goals.flatMap((goal) =>
    currentWindows(goal).map(({ current, before }) => ({
      cells: cellsOf(policy, zone, goal, current, before),
      standing: standingOf(goal, current),
    })),
  );
}

interface CurrentWindow {
  readonly current: GoalWindowAttainment;
  readonly before: readonly GoalWindowAttainment[];
}

function currentWindows({ windows }: GoalAttainment): CurrentWindow[] {
  const series = new Map<string, GoalWindowAttainment[]>();
  for (const window of windows) {
    const key = JSON.stringify([window.target, window.per]);
    const known = series.get(key);
    if (known === undefined) series.set(key, [window]);
    else known.push(window);
  }
  return [...series.values()].flatMap((all) => {
    const current = all.at(-1);
    return current === undefined ? [] : [{ current, before: all.slice(0, -1) }];
  });
}

function cellsOf(
  policy: Policy,
  zone: Zone,
  goal: GoalAttainment,
  window: GoalWindowAttainment,
  before: readonly GoalWindowAttainment[],
): readonly string[] {
  const { currency } = policy.agreement;
  const forecast = forecastOf(policy, goal, window);
  const words = (value: GoalWindowAttainment["goal"]): string =>
    value === null ? "?" : figureWords(goal, value, currency);
  const bound = window.bound === "atLeast" ? "at least" : "at most";
  return [
    goalWords(goal, window.per),
    windowWords(zone, window.window),
    `${bound} ${words(window.goal)}`,
    window.actual === null ? "nothing yet" : `${words(window.actual)}${behindFigure(window)}`,
    window.attainment === null ? "" : `${countWords(window.attainment.mul(100), 1)}%`,
    window.gap === null || window.status !== "running" ? "" : gapWords(goal, window.gap, currency),
    window.projected === null || window.status !== "running" ? "" : words(window.projected),
    forecast === null ? "" : rangeWords(goal, forecast, currency),
    forecast === null ? "" : chanceWords(forecast),
    isBehind(goal, window) ? `${window.status}, behind` : window.status,
    countsOf(before),
  ];
}

/** What stands behind a rate or share. */
function behindFigure({ counted, of }: GoalWindowAttainment): string {
  return of === null ? "" : ` (${counted.toLocaleString("en-US")} of ${of.toLocaleString("en-US")})`;
}

/** How earlier windows ended: `5 met, 3 missed`. */
function countsOf(windows: readonly GoalWindowAttainment[]): string {
  const counts = new Map<string, number>();
  for (const { status } of windows) counts.set(status, (counts.get(status) ?? 0) + 1);
  return [...counts].map(([status, count]) => `${count} ${status}`).join(", ");
}

function standingOf(goal: GoalAttainment, window: GoalWindowAttainment): AttainRow["standing"] {
  switch (window.status) {
    case "met":
      return "good";
    case "missed":
      return "bad";
    case "over":
    case "running":
    case "pending":
    case "unknown":
      return isBehind(goal, window) ? "bad" : "open";
  }
}
