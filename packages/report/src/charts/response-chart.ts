import type { EChartsCoreOption } from "echarts/core";
import { binsInTime, type UsedHistogram, usedEdges } from "../collect/used-histogram.ts";
import { countWords } from "../words/amount.ts";
import type { ChartSize } from "./draw-chart.ts";
import { categoryAxis, ink, type Room, still, strongText, text, valueAxis } from "./look.ts";

export const responseSize: Readonly<Record<Room, ChartSize>> = {
  wide: { width: 540, height: 250 },
  narrow: { width: 340, height: 260 },
};

/** How many of what was promised took which share of the time allowed. A line marks the deadline. */
export function responseChart({ bins, notDone }: UsedHistogram, room: Room): EChartsCoreOption {
  const labels = axisLabels();
  const counts = [...bins.slice(0, binsInTime), null, ...bins.slice(binsInTime), notDone];
  return {
    textStyle: { fontFamily: "inherit" },
    grid: { left: 46, right: 12, top: 34, bottom: 46 },
    xAxis: {
      ...categoryAxis,
      name: "percent of the allowed time that was used",
      nameLocation: "middle",
      nameGap: 30,
      nameTextStyle: text,
      data: labels.map((_, index) => String(index)),
      axisLabel: {
        ...text,
        fontSize: room === "wide" ? 11 : 10,
        interval: (index: number) => labels[index] !== "" && (room === "wide" || narrowLabels.has(index)),
        formatter: (_: string, index: number) => labels[index] ?? "",
      },
    },
    yAxis: { ...valueAxis, minInterval: 1 },
    series: [
      {
        ...still,
        type: "bar",
        barCategoryGap: "12%",
        data: counts.map((count, index) => ({
          value: count,
          itemStyle: { color: colourOf(index) },
          label: {
            ...strongText,
            fontSize: 11,
            show: count !== null && count > 0 && room === "wide",
            position: "top",
            formatter: countWords(count ?? 0),
          },
        })),
        markLine: {
          silent: true,
          symbol: "none",
          data: [{ xAxis: binsInTime }],
          lineStyle: { color: ink.text, width: 1.5, type: "solid" },
          label: { ...strongText, formatter: "deadline", position: "end", textBorderColor: "none" },
        },
      },
    ],
  };
}

/** `≤ 10%`, `≤ 125%`, `> 500%`: what each bin holds. */
export function binLabels(): readonly string[] {
  const last = usedEdges.findLast((edge) => Number.isFinite(edge)) ?? 0;
  return usedEdges.map((edge) => (Number.isFinite(edge) ? `${edge}%` : `> ${last}%`));
}

/** A place without a bar stands between in time and late: there the deadline is. Every label would not have room. */
function axisLabels(): readonly string[] {
  const shown = new Set([20, 40, 60, 80, 100, 125, 200, 500]);
  const labels = usedEdges.map((edge) => (shown.has(edge) ? String(edge) : ""));
  return [...labels.slice(0, binsInTime), "", ...labels.slice(binsInTime), "never"];
}

const narrowLabels: ReadonlySet<number> = new Set([1, 5, 9, 13, 17]);

function colourOf(index: number): string {
  if (index < binsInTime) return ink.good;
  return index <= usedEdges.length ? ink.bad : ink.worse;
}
