import type { GoalWindowAttainment } from "@entente/engine";
import { h } from "hastscript";
import { attainmentChart, attainmentSize } from "../charts/attainment-chart.ts";
import { amountWords, countWords, ratioWords } from "../words/amount.ts";
import { type GoalSeries, goalSeries } from "../words/goal-series.ts";
import { seriesName } from "../words/series-name.ts";
import { shownText } from "../words/shown-text.ts";
import { standingOf } from "../words/standing.ts";
import { partiesWords, type View } from "../words/view.ts";
import { gapCell, shortWindowName, windowName } from "../words/window-words.ts";
import { nothing, section } from "./elements.ts";
import { chartFigure, type LegendEntry } from "./figure.ts";
import { type TableColumn, table } from "./table.ts";
import type { Element } from "./tree.ts";

/** The most time lines of one goal, and the most windows of a time line: the last ones are shown. */
const mostLines = 6;
const mostWindows = 26;

const columns: readonly TableColumn[] = [
  { head: "window" },
  { head: "standing" },
  { head: "actual", number: true },
  { head: "goal", number: true },
  { head: "attainment", number: true },
  { head: "against pace", number: true },
  { head: "counted", number: true },
];

/** Attainment of every goal over its windows: months, weeks, or the dates that its targets are due by. One window alone says nothing here. */
export function windowByWindowSection(view: View): Element {
  const lines = view.report.goals.flatMap((goal) =>
    goalSeries(goal)
      .filter(({ windows }) => windows.length > 1)
      .slice(0, mostLines),
  );
  if (lines.length === 0) {
    const words =
      view.report.goals.length === 0
        ? "The agreement has no goals."
        : "No goal has had a second window yet: there is nothing to compare over time.";
    return section("attainment", "Attainment", "", [nothing(words)]);
  }
  return section(
    "attainment",
    "Attainment",
    "What was reached, as a share of the target; 100% is the promise.",
    [
      h(
        "div.figures",
        lines.map((series, index) => attainment(view, series, index)),
      ),
    ],
  );
}

function attainment(view: View, series: GoalSeries, index: number): Element {
  const windows = series.windows.slice(-mostWindows);
  const labels = windows.map((window) => shortWindowName(view.zone, series, window));
  return chartFigure({
    id: `attainment-${index + 1}`,
    heading: [h("bdi", seriesName(series)), h("span.period", ` ${partiesWords(view, series.goal)}`)],
    title: `${seriesName(series)}: attainment by window`,
    caption: captionOf(series, windows.length),
    legend: legendOf(windows),
    draw: (room) => ({ option: attainmentChart(windows, labels, room), size: attainmentSize[room] }),
    table: table(
      `${seriesName(series)} by window`,
      columns,
      windows.map((window) => rowOf(view, series, window)),
    ),
  });
}

function captionOf({ goal, targets, windows }: GoalSeries, shown: number): string {
  const settled = windows.filter(
    ({ status }) => status === "met" || status === "missed" || status === "over",
  );
  const met = settled.filter(({ status }) => status !== "missed").length;
  const standing =
    settled.length === 0 ? "No window is settled yet." : `Reached in ${met} of ${settled.length} settled.`;
  const hidden = windows.length > shown ? ` The last ${shown} of ${windows.length} windows.` : "";
  return `${standing}${hidden} The contract: ${shownText(goal.measureWords, 160)}, ${shownText(targets.join("; "), 160)}.`;
}

function legendOf(windows: readonly GoalWindowAttainment[]): readonly LegendEntry[] {
  const tones = new Set(windows.map((window) => standingOf(window).tone));
  const settled = (status: string): boolean => status !== "running" && status !== "pending";
  return [
    ...(tones.has("good") ? [{ mark: "good", words: "reached" } as const] : []),
    ...(tones.has("bad") ? [{ mark: "bad", words: "missed" } as const] : []),
    ...(windows.some(({ status }) => !settled(status))
      ? [{ mark: "open", words: "outline: not settled yet" } as const]
      : []),
  ];
}

function rowOf(view: View, series: GoalSeries, window: GoalWindowAttainment): readonly string[] {
  const style = view.style(series.goal);
  return [
    windowName(view.zone, series, window),
    standingOf(window).words,
    window.actual === null ? "–" : amountWords(window.actual, style),
    window.goal === null ? "–" : amountWords(window.goal, style),
    window.attainment === null ? "–" : ratioWords(window.attainment),
    gapCell(window, style),
    window.of === null
      ? countWords(window.counted)
      : `${countWords(window.counted)} of ${countWords(window.of)}`,
  ];
}
