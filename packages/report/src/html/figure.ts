import { invariant } from "@entente/ir";
import type { EChartsCoreOption } from "echarts/core";
import { h } from "hastscript";
import { type ChartSize, drawChart } from "../charts/draw-chart.ts";
import type { Room } from "../charts/look.ts";
import type { Element, ElementContent } from "./tree.ts";

/** A chart with its words and the numbers behind it. */
export interface ChartFigure {
  /** Unique on the page: letters, digits and hyphens. */
  readonly id: string;
  readonly heading: string | readonly (ElementContent | string)[];
  /** What the chart shows, in a sentence; a screen reader says it too. */
  readonly caption: string;
  /** What the chart is called where it is not seen. */
  readonly title: string;
  readonly draw: (room: Room) => { readonly option: EChartsCoreOption; readonly size: ChartSize };
  readonly legend: readonly LegendEntry[];
  readonly table: Element;
}

/** A mark of the chart; `mark` is one of the page's classes for swatches. */
export interface LegendEntry {
  readonly mark:
    | "actual"
    | "pace"
    | "goal"
    | "projected"
    | "good"
    | "bad"
    | "worse"
    | "open"
    | "agreed"
    | "rest";
  readonly words: string;
}

const rooms: readonly Room[] = ["wide", "narrow"];

/** A figure: heading, chart for wide and narrow pages, caption, and the numbers as a table that opens on demand. */
export function chartFigure({ id, heading, caption, title, draw, legend, table }: ChartFigure): Element {
  const charts = rooms.map((room) => {
    const { option, size } = draw(room);
    const svg = drawChart(option, size, { id: `${id}-${room}`, title, description: caption });
    return h("div", { className: ["chart", room] }, raw(svg));
  });
  return h("figure", { id }, [
    h("h4", typeof heading === "string" ? heading : [...heading]),
    ...(legend.length === 0 ? [] : [legendList(legend)]),
    ...charts,
    h("figcaption", caption),
    h("details", [h("summary", "The numbers"), table]),
  ]);
}

function legendList(entries: readonly LegendEntry[]): Element {
  return h(
    "ul.legend",
    entries.map(({ mark, words }) =>
      h("li", [h("span", { className: ["swatch", mark], ariaHidden: "true" }), words]),
    ),
  );
}

/** SVG that was drawn here and is safe as it is. */
function raw(value: string): ElementContent {
  const node: object = { type: "raw", value };
  invariant(isRaw(node), "it was made one");
  return node;
}

/** The writer of HTML knows nodes of ready HTML; the types of the tree list them only where Markdown is turned into it. */
function isRaw(node: object): node is ElementContent {
  return "type" in node && node.type === "raw";
}
