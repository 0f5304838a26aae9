import type { GoalSeries } from "./goal-series.ts";
import { shownName, shownText } from "./shown-text.ts";

/** What a time line of a goal is called: `lead value`, `lead value: EMEA`. */
export function seriesName({ goal, per }: GoalSeries): string {
  const name = shownName(goal.goal);
  if (goal.per === null) return name;
  return `${name}: ${per === null ? `no ${shownName(goal.per)}` : shownText(String(per), 40)}`;
}
