import type { GoalWindowAttainment } from "@entente/engine";
import type { EChartsCoreOption } from "echarts/core";
import { ratioWords } from "../words/amount.ts";
import { standingOf, type Tone } from "../words/standing.ts";
import type { ChartSize } from "./draw-chart.ts";
import { categoryAxis, ink, type Room, still, strongText, text, valueAxis } from "./look.ts";

export const attainmentSize: Readonly<Record<Room, ChartSize>> = {
  wide: { width: 540, height: 210 },
  narrow: { width: 340, height: 220 },
};

const colours: Readonly<Record<Tone, string>> = { good: ink.good, bad: ink.bad, open: ink.open };

/** Attainment window by window: one bar each, against a line at 100%. What is not settled yet has an outline only. */
export function attainmentChart(
  windows: readonly GoalWindowAttainment[],
  labels: readonly string[],
  room: Room,
): EChartsCoreOption {
  const highest = Math.max(110, ...windows.map((window) => percentOf(window) * 1.06));
  const crowded = windows.length > (room === "wide" ? 7 : 6);
  return {
    textStyle: { fontFamily: "inherit" },
    grid: { left: 46, right: 12, top: 24, bottom: 28 },
    xAxis: {
      ...categoryAxis,
      data: windows.map((_, index) => String(index)),
      axisLabel: { ...categoryAxis.axisLabel, formatter: (_: string, index: number) => labels[index] ?? "" },
    },
    yAxis: {
      ...valueAxis,
      min: 0,
      max: highest,
      interval: highest > 200 ? 100 : 50,
      axisLabel: { ...text, formatter: (value: number) => (value % 50 === 0 ? `${value}%` : "") },
    },
    series: [
      {
        ...still,
        type: "bar",
        barCategoryGap: "30%",
        barMaxWidth: 64,
        data: windows.map((window) => ({
          value: percentOf(window),
          itemStyle: barStyle(window),
          label: barLabel(window, crowded, windows.length, room),
        })),
        markLine: {
          silent: true,
          symbol: "none",
          data: [{ yAxis: 100 }],
          lineStyle: { color: ink.text, width: 1.5, type: "solid" },
          label: { show: false },
        },
      },
    ],
  };
}

function percentOf({ attainment }: GoalWindowAttainment): number {
  return Math.min(400, Math.max(0, (attainment?.valueOf() ?? 0) * 100));
}

/** Inside the bar where it is long enough, so that no number lies on the line at 100%. */
function barLabel(window: GoalWindowAttainment, crowded: boolean, count: number, room: Room): object {
  const inside = percentOf(window) >= 20;
  return {
    ...strongText,
    fontSize: crowded ? (room === "wide" ? 11 : 9) : 12,
    color: inside && isSettled(window) ? ink.surface : ink.text,
    show: count <= (room === "wide" ? 14 : 12),
    position: inside ? "insideBottom" : "top",
    formatter: barWords(window, crowded),
  };
}

function barWords({ attainment }: GoalWindowAttainment, crowded: boolean): string {
  if (attainment === null) return "–";
  return ratioWords(crowded ? attainment.floor(2) : attainment);
}

function barStyle(window: GoalWindowAttainment): object {
  const colour = colours[standingOf(window).tone];
  return isSettled(window)
    ? { color: colour }
    : { color: ink.surface, borderColor: colour, borderWidth: 1.5, borderType: [4, 3] };
}

function isSettled({ status }: GoalWindowAttainment): boolean {
  return status !== "running" && status !== "pending";
}
