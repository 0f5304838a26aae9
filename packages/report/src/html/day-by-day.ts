import type { GoalWindowAttainment } from "@entente/engine";
import { h } from "hastscript";
import { waterfallChart, waterfallSize } from "../charts/waterfall-chart.ts";
import { amountWords } from "../words/amount.ts";
import { forecastOf, forecastWords } from "../words/forecast-words.ts";
import { type GoalSeries, goalSeries } from "../words/goal-series.ts";
import { dayWords } from "../words/local-time.ts";
import { seriesName } from "../words/series-name.ts";
import { shownText } from "../words/shown-text.ts";
import { standingOf } from "../words/standing.ts";
import { partiesWords, type View } from "../words/view.ts";
import { neededWords, paceWords, windowName } from "../words/window-words.ts";
import { badge, nothing, section } from "./elements.ts";
import { chartFigure, type LegendEntry } from "./figure.ts";
import { table } from "./table.ts";
import type { Element } from "./tree.ts";

/** The most waterfalls of one goal: a goal with `per` may have any number of time lines. */
const mostLines = 6;

/** The daily waterfalls: the current window of every goal that adds up day by day, with the parties that promised it. */
export function dayByDaySection(view: View): Element {
  const lines = view.report.goals.flatMap((goal) => goalSeries(goal).filter(addsUp).slice(0, mostLines));
  const lead = "The cumulative actual against its pace: the target spread over the working days.";
  if (lines.length === 0) {
    return section("days", "Day by day", "", [
      nothing(
        "No goal adds up day by day, or none has begun: a count, a worth or a sum would be drawn here.",
      ),
    ]);
  }
  return section("days", "Day by day", lead, [
    h(
      "div.figures",
      lines.map((series, index) => waterfall(view, series, index)),
    ),
  ]);
}

function addsUp({ current }: GoalSeries): boolean {
  return current !== null && current.days.length > 0;
}

function waterfall(view: View, series: GoalSeries, index: number): Element {
  const { current: window, goal } = series;
  if (window === null) return nothing("Not begun yet.");
  const style = view.style(goal);
  const period = windowName(view.zone, series, window);
  const { tone, words } = standingOf(window);
  return chartFigure({
    id: `days-${index + 1}`,
    heading: [
      h("bdi", seriesName(series)),
      h("span.period", ` ${period}, ${partiesWords(view, goal)}`),
      " ",
      badge(tone, words),
    ],
    title: `${seriesName(series)}, ${period}: cumulative actual against pace`,
    caption: captionOf(window, series, style),
    legend: legendOf(window),
    draw: (room) => ({ option: waterfallChart(window, style, room), size: waterfallSize[room] }),
    table: table(
      `${seriesName(series)} day by day`,
      [{ head: "day" }, { head: "pace", number: true }, { head: "actual", number: true }],
      window.days.map(({ date, working, pace, actual }) => [
        `${dayWords(date)}${working ? "" : " (no working day)"}`,
        amountWords(pace, style),
        actual === null ? "" : amountWords(actual, style),
      ]),
    ),
  });
}

function captionOf(
  window: GoalWindowAttainment,
  { goal, targets }: GoalSeries,
  style: ReturnType<View["style"]>,
): string {
  const actual =
    window.actual === null ? "Nothing measured yet" : `${amountWords(window.actual, style)} so far`;
  const against = paceWords(window, style);
  const rest = neededWords(window, style);
  const end =
    window.projected === null || window.status !== "running"
      ? null
      : `at this rate it ends at ${amountWords(window.projected, style)}`;
  const forecast = forecastOf(goal, window);
  const chance = forecast === null ? null : forecastWords(forecast, style);
  const facts = [against, end, rest, chance].filter((fact) => fact !== null);
  const contract = `${shownText(goal.measureWords, 160)}, ${shownText(targets.join("; "), 160)}`;
  return `${[actual, ...facts].join("; ")}. The contract: ${contract}.`;
}

function legendOf({ status, projected, days }: GoalWindowAttainment): readonly LegendEntry[] {
  return [
    { mark: "actual", words: "actual" },
    { mark: "pace", words: "pace" },
    { mark: "goal", words: "goal" },
    ...(status === "running" && projected !== null
      ? [{ mark: "projected", words: "at this rate" } as const]
      : []),
    ...(days.length <= 45 && days.some(({ working }) => !working)
      ? [{ mark: "rest", words: "no working day" } as const]
      : []),
  ];
}
