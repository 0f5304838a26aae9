import type { GoalWindowAttainment, PaceDay } from "@entente/engine";
import type { EChartsCoreOption } from "echarts/core";
import { type AmountStyle, amountWords, axisWords } from "../words/amount.ts";
import { monthOf, shortDate } from "../words/local-time.ts";
import type { ChartSize } from "./draw-chart.ts";
import { categoryAxis, halo, ink, type Room, still, strongText, text, valueAxis } from "./look.ts";

export const waterfallSize: Readonly<Record<Room, ChartSize>> = {
  wide: { width: 540, height: 270 },
  narrow: { width: 340, height: 260 },
};

/** Windows of at most this many days show which of them are no working days. */
const daysWithWeekends = 45;

/**
 * The daily waterfall of a window: the cumulative actual as a line over an area, the pace dashed beside it, the goal as a level
 * line, and where the actual ends if the rest goes as it went.
 */
export function waterfallChart(
  window: GoalWindowAttainment,
  style: AmountStyle,
  room: Room,
): EChartsCoreOption {
  const { days, goal } = window;
  const today = days.findLastIndex(({ actual }) => actual !== null);
  return {
    textStyle: { fontFamily: "inherit" },
    grid: { left: room === "wide" ? 60 : 46, right: room === "wide" ? 92 : 14, top: 26, bottom: 28 },
    xAxis: {
      ...categoryAxis,
      boundaryGap: false,
      data: days.map((_, index) => String(index)),
      axisLabel: dateLabels(days, room),
    },
    yAxis: {
      ...valueAxis,
      min: 0,
      max: Math.max(goal?.valueOf() ?? 0, ...peaks(window)) * 1.08,
      axisLabel: { ...text, showMaxLabel: false, formatter: (value: number) => axisWords(value, style) },
    },
    series: [
      paceLine(window, room, style),
      actualLine(window, today, room, style),
      ...projection(window, today, room, style),
    ],
  };
}

function peaks({ days, projected }: GoalWindowAttainment): readonly number[] {
  return [...days.map(({ actual }) => actual?.valueOf() ?? 0), projected?.valueOf() ?? 0];
}

/** The 1st of each month in a long window; else every seventh day, and the first. */
function dateLabels(days: readonly PaceDay[], room: Room): object {
  const long = days.length > 92;
  const step = room === "wide" ? 5 : 10;
  return {
    ...text,
    interval: (index: number) => (long ? startsMonth(days[index], room) : index % step === 0),
    formatter: (_: string, index: number) => {
      const date = days[index]?.date;
      if (date === undefined) return "";
      return long ? monthOf(date) : shortDate(date);
    },
  };
}

/** The first of a month; where there is little room, of a quarter. */
function startsMonth(day: PaceDay | undefined, room: Room): boolean {
  if (day === undefined || !day.date.endsWith("-01")) return false;
  return room === "wide" || Number(day.date.slice(5, 7)) % 3 === 1;
}

function paceLine({ days, goal }: GoalWindowAttainment, room: Room, style: AmountStyle): object {
  return {
    ...still,
    type: "line",
    data: days.map(({ pace }) => pace.valueOf()),
    symbol: "none",
    step: "end",
    lineStyle: { color: ink.pace, width: 1.5, type: [5, 4] },
    markLine: {
      silent: true,
      symbol: "none",
      data: goal === null ? [] : [{ yAxis: goal.valueOf() }],
      lineStyle: { color: ink.text, width: 1.5, type: "solid" },
      label: {
        ...strongText,
        position: "insideStartTop",
        formatter: goal === null ? "" : `goal ${amountWords(goal, style)}`,
        textBorderColor: "none",
        distance: room === "wide" ? [6, 5] : [4, 4],
      },
    },
    markArea: { silent: true, itemStyle: { color: ink.rest, opacity: 0.22 }, data: restDays(days) },
  };
}

/** Stretches of days on which nobody works. */
function restDays(days: readonly PaceDay[]): readonly object[] {
  if (days.length > daysWithWeekends) return [];
  return days.flatMap(({ working }, index) =>
    working || index === 0 ? [] : [[{ xAxis: String(index - 1) }, { xAxis: String(index) }]],
  );
}

function actualLine({ days }: GoalWindowAttainment, today: number, room: Room, style: AmountStyle): object {
  const last = days[today]?.actual ?? null;
  return {
    ...still,
    type: "line",
    data: days.slice(0, today + 1).map(({ actual }) => actual?.valueOf() ?? null),
    symbol: "none",
    step: "end",
    lineStyle: { color: ink.actual, width: 2.5 },
    areaStyle: { color: ink.actual, opacity: 0.14 },
    ...(last === null
      ? {}
      : {
          markPoint: {
            ...still,
            ...dot(today, last.valueOf(), ink.actual, true),
            label: { ...pointLabel(today, days.length, room), formatter: amountWords(last, style) },
          },
        }),
  };
}

function projection(
  { days, projected, status }: GoalWindowAttainment,
  today: number,
  room: Room,
  style: AmountStyle,
): readonly object[] {
  const last = days[today]?.actual;
  const end = days.length - 1;
  if (projected === null || status !== "running" || last == null || today < 0 || today >= end) return [];
  const data = days.map((_, index) =>
    index === today ? last.valueOf() : index === end ? projected.valueOf() : null,
  );
  return [
    {
      ...still,
      type: "line",
      connectNulls: true,
      data,
      symbol: "none",
      lineStyle: { color: ink.actual, width: 1.5, type: [2, 4] },
      markPoint: {
        ...still,
        ...dot(end, projected.valueOf(), ink.actual, false),
        label: {
          ...text,
          show: room === "wide",
          position: "right",
          formatter: `ends at\n${amountWords(projected, style)}`,
          lineHeight: 15,
        },
      },
    },
  ];
}

function dot(index: number, value: number, color: string, filled: boolean): object {
  return {
    symbol: "circle",
    symbolSize: 9,
    itemStyle: filled ? { color } : { color: ink.surface, borderColor: color, borderWidth: 2 },
    data: [{ coord: [String(index), value] }],
  };
}

/** Beside the point, on the side where there is room. */
function pointLabel(index: number, days: number, room: Room): object {
  const late = index > days * (room === "wide" ? 0.85 : 0.55);
  return { ...strongText, ...halo, color: ink.actual, position: late ? "left" : "right", distance: 8 };
}
