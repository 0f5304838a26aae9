import type { GoalWindowAttainment } from "@entente/engine";
import type { Zone } from "@entente/ir";
import { type AmountStyle, amountWords, gapWords } from "./amount.ts";
import type { GoalSeries } from "./goal-series.ts";
import { dateWords, lastDate, monthOf, stretchWords } from "./local-time.ts";

/** What a window of a time line is called: its period, or the date that its target is due by. */
export function windowName(
  zone: Zone,
  { goal }: GoalSeries,
  { target, window }: GoalWindowAttainment,
): string {
  return goal.targets[target]?.recurs === false && !isWholeYear(zone, window)
    ? `by ${dateWords(lastDate(zone, window.to))}`
    : stretchWords(zone, window);
}

/** The same for the axis of a chart, where all windows are named beside one another. */
export function shortWindowName(zone: Zone, series: GoalSeries, window: GoalWindowAttainment): string {
  const name = windowName(zone, series, window);
  const year = zone.localDate(window.window.from).slice(0, 4);
  const oneYear = series.windows.every(
    (each) =>
      zone.localDate(each.window.from).startsWith(year) && lastDate(zone, each.window.to).startsWith(year),
  );
  if (!oneYear || name === year) return name;
  const month = monthOf(zone.localDate(window.window.from));
  return name === `${month} ${year}` ? month : name.replace(` ${year}`, "");
}

/** How the figure compares with its pace: `$38,000 behind pace`; null where it has none. */
export function paceWords({ gap, bound }: GoalWindowAttainment, style: AmountStyle): string | null {
  if (gap === null) return null;
  if (gap.equals(0)) return "exactly on pace";
  const size = amountWords(gap.abs(), style);
  if (bound === "atMost") return `${size} ${gap.gt(0) ? "above" : "below"} the pace`;
  return `${size} ${gap.lt(0) ? "behind" : "ahead of"} pace`;
}

/** What every day that is left has to bring: `$15,333 on each of 9 working days left`; null where nothing is left to do. */
export function neededWords({ remaining, status }: GoalWindowAttainment, style: AmountStyle): string | null {
  if (status !== "running" || remaining === null || remaining.needed === null || remaining.days === 0)
    return null;
  if (remaining.needed.compare(0) <= 0) return "nothing more is needed";
  const days = remaining.days === 1 ? "the one day left" : `each of the ${remaining.days} days left`;
  return `needs ${amountWords(remaining.needed, style)} on ${days}`;
}

/** A gap with its sign, for tables; a dash where there is none. */
export function gapCell({ gap }: GoalWindowAttainment, style: AmountStyle): string {
  return gap === null ? "–" : gapWords(gap, style);
}

function isWholeYear(zone: Zone, window: GoalWindowAttainment["window"]): boolean {
  return /^\d{4}$/.test(stretchWords(zone, window));
}
