import type { EChartsCoreOption } from "echarts/core";
import type { ChartSize } from "./draw-chart.ts";
import { categoryAxis, ink, type Room, still, strongText, text, valueAxis } from "./look.ts";

/** One step of a funnel: what came through against what was agreed, in percent. */
export interface ConversionBar {
  readonly label: string;
  /** Null where no lead was there to go on. */
  readonly actualRate: number | null;
  /** Null where nothing was agreed. */
  readonly agreedRate: number | null;
  /** Whether less came through than was agreed, compared exactly. */
  readonly below: boolean;
  /** `34.2% (412 of 1,204), agreed 40%`. */
  readonly words: string;
}

export function conversionSize(bars: number, room: Room): ChartSize {
  return { width: room === "wide" ? 540 : 340, height: 44 + bars * 46 };
}

/** Conversion step by step: a bar for what came through, a tick for the rate that the contract agrees on. */
export function conversionChart(bars: readonly ConversionBar[]): EChartsCoreOption {
  const highest = Math.max(
    1,
    ...bars.flatMap(({ actualRate, agreedRate }) => [actualRate ?? 0, agreedRate ?? 0]),
  );
  return {
    textStyle: { fontFamily: "inherit" },
    grid: { left: 12, right: 16, top: 14, bottom: 26 },
    xAxis: {
      ...valueAxis,
      min: 0,
      max: highest > 60 ? 100 : Math.ceil((highest * 1.3) / 20) * 20,
      splitNumber: 4,
      ...(highest > 60 ? { interval: 25 } : {}),
      axisLabel: { ...text, formatter: (value: number) => `${Math.round(value)}%` },
    },
    yAxis: {
      ...categoryAxis,
      inverse: true,
      axisLabel: { show: false },
      data: bars.map((_, index) => String(index)),
    },
    series: [
      {
        ...still,
        type: "bar",
        barWidth: 15,
        data: bars.map(({ actualRate, below, label, words }) => ({
          value: actualRate ?? 0,
          itemStyle: { color: below ? ink.bad : ink.actual },
          label: {
            ...strongText,
            show: true,
            position: [0, -17],
            align: "left",
            formatter: `${label}   ${words}`,
          },
        })),
      },
      {
        ...still,
        type: "scatter",
        symbol: "rect",
        symbolSize: [3, 25],
        itemStyle: { color: ink.text },
        data: bars.flatMap(({ agreedRate }, index) =>
          agreedRate === null ? [] : [[agreedRate, String(index)]],
        ),
      },
    ],
  };
}
