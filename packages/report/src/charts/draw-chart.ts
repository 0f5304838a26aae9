import { BarChart, LineChart, ScatterChart } from "echarts/charts";
import { GridComponent, MarkAreaComponent, MarkLineComponent, MarkPointComponent } from "echarts/components";
import { type EChartsCoreOption, init, use } from "echarts/core";
import { SVGRenderer } from "echarts/renderers";

use([
  BarChart,
  LineChart,
  ScatterChart,
  GridComponent,
  MarkAreaComponent,
  MarkLineComponent,
  MarkPointComponent,
  SVGRenderer,
]);

/** The size a chart is drawn at, in CSS pixels. It is scaled from there to the room it has. */
export interface ChartSize {
  readonly width: number;
  readonly height: number;
}

/** A chart as SVG, with the name that a screen reader says. */
export interface ChartText {
  /** Starts the ids inside the SVG: no two drawings of a page may share it. Letters, digits and hyphens. */
  readonly id: string;
  readonly title: string;
  readonly description: string;
}

/**
 * Draws a chart as an SVG element without styles, scripts or links of its own. Colours are CSS variables of the page.
 * The same option always gives the same text.
 */
export function drawChart(option: EChartsCoreOption, size: ChartSize, text: ChartText): string {
  const chart = init(null, null, { renderer: "svg", ssr: true, ...size });
  try {
    chart.setOption({ animation: false, ...option });
    return named(bare(chart.renderToSVGString({ useViewBox: true }), text.id), size, text);
  } finally {
    chart.dispose();
  }
}

/** Takes away what is only for interaction, and numbers ids by the chart and not by how many were drawn before. */
function bare(svg: string, id: string): string {
  return svg
    .replace(/<style[\s\S]*?<\/style>/g, "")
    .replace(/ (?:class|pointer-events|ecmeta_\w+|xml:space)="[^"]*"/g, "")
    .replace(/<rect[^>]*fill="none"[^>]*><\/rect>\n?/g, "")
    .replace(/\bzr\d+-/g, `${id}-`)
    .replace(/font-family:inherit;?/g, "")
    .replace(/\n+/g, "\n")
    .trim();
}

function named(svg: string, { width, height }: ChartSize, { id, title, description }: ChartText): string {
  const open = `<svg viewBox="0 0 ${width} ${height}" role="img" aria-labelledby="${id}-title" aria-describedby="${id}-desc" preserveAspectRatio="xMidYMid meet">`;
  const words = `<title id="${id}-title">${escaped(title)}</title><desc id="${id}-desc">${escaped(description)}</desc>`;
  return svg.replace(/^<svg[^>]*>/, () => `${open}${words}`);
}

function escaped(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}
