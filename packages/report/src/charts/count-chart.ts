import type { EChartsCoreOption } from "echarts/core";
import { countWords } from "../words/amount.ts";
import { chartText } from "./chart-text.ts";
import type { ChartSize } from "./draw-chart.ts";
import { categoryAxis, ink, type Room, still, strongText, text, valueAxis } from "./look.ts";

/** A name with counts that are drawn one after the other. */
export interface CountBar {
  readonly label: string;
  readonly parts: readonly number[];
}

/** The parts in the order of the bars; a part's colour is a variable of the page. */
export interface CountPart {
  readonly name: string;
  readonly colour: string;
}

export function countSize(bars: number, room: Room): ChartSize {
  return { width: room === "wide" ? 540 : 340, height: 34 + bars * 27 };
}

/** Counts by name, as bars from the left, with the total behind each. */
export function countChart(
  bars: readonly CountBar[],
  parts: readonly CountPart[],
  room: Room,
): EChartsCoreOption {
  const total = (bar: CountBar): number => bar.parts.reduce((sum, part) => sum + part, 0);
  const most = room === "wide" ? 26 : 16;
  const labels = bars.map(({ label }) => chartText(label, most));
  const left = 14 + Math.max(0, ...labels.map((label) => columns(label))) * 7;
  return {
    textStyle: { fontFamily: "inherit" },
    grid: { left, right: 52, top: 4, bottom: 26 },
    xAxis: { ...valueAxis, minInterval: 1 },
    yAxis: {
      ...categoryAxis,
      inverse: true,
      data: bars.map((_, index) => String(index)),
      axisLabel: {
        ...text,
        color: ink.text,
        interval: 0,
        formatter: (_: string, index: number) => labels[index] ?? "",
      },
    },
    series: parts.map(({ name, colour }, part) => ({
      ...still,
      type: "bar",
      name,
      stack: "all",
      barWidth: 15,
      itemStyle: { color: colour },
      data: bars.map((bar) => bar.parts[part] ?? 0),
      label: {
        ...strongText,
        show: part === parts.length - 1,
        position: "right",
        formatter: ({ dataIndex }: { dataIndex: number }) => {
          const bar = bars[dataIndex];
          return bar === undefined ? "" : countWords(total(bar));
        },
      },
    })),
  };
}

/** Widths in columns: East Asian characters take two. */
function columns(text: string): number {
  return [...text].reduce(
    (sum, character) =>
      sum +
      (/[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]/u.test(
        character,
      )
        ? 2
        : 1),
    0,
  );
}
