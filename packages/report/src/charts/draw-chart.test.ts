import { expect, it } from "vitest";
import { chartText } from "./chart-text.ts";
import { countChart, countSize } from "./count-chart.ts";
import { drawChart } from "./draw-chart.ts";
import { responseChart, responseSize } from "./response-chart.ts";

const part = [{ name: "all", colour: "var(--actual)" }];
const named = (label: string) =>
  drawChart(countChart([{ label, parts: [3] }], part, "wide"), countSize(1, "wide"), {
    id: "chart",
    title: "A <title>",
    description: "What & why",
  });

it("gives the same text for the same chart, whatever was drawn before", () => {
  const first = named("anna");
  named("bart");
  expect(named("anna")).toBe(first);
});

it("is a named drawing without style, script, classes or leftovers of interaction", () => {
  const svg = named("anna");
  expect(svg).toMatch(
    /^<svg viewBox="0 0 540 61" role="img" aria-labelledby="chart-title" aria-describedby="chart-desc"/,
  );
  expect(svg).toContain(
    '<title id="chart-title">A &lt;title&gt;</title><desc id="chart-desc">What &amp; why</desc>',
  );
  expect(svg).not.toMatch(/<style|<script|class=|ecmeta|pointer-events|zr\d|font-family|xml:space/);
});

it("takes all its colours from the page", () => {
  const histogram = { bins: [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 1, 2, 3, 4, 5, 6], notDone: 2, unmeasured: 0 };
  const svg = drawChart(responseChart(histogram, "wide"), responseSize.wide, {
    id: "r",
    title: "t",
    description: "d",
  });
  const visible = svg.replace(/<defs[\s\S]*?<\/defs>/g, "");
  const colours = [...visible.matchAll(/(?:fill|stroke)="([^"]*)"/g)].map(([, colour]) => colour);
  expect(colours.filter((colour) => colour !== "none" && !colour?.startsWith("var(--"))).toEqual([]);
});

it.each(["<script>alert(1)</script>", '"&<>', "{a|b}{c}", "]]>"])("keeps %s text", (label) => {
  const svg = named(label);
  expect(svg).not.toContain("<script");
  const texts = [...svg.matchAll(/<text[^>]*>([^<]*)<\/text>/g)].map(([, text = ""]) =>
    text.replaceAll("&lt;", "<").replaceAll("&gt;", ">").replaceAll("&quot;", '"').replaceAll("&amp;", "&"),
  );
  expect(texts).toContain(label);
});

it.each(["__proto__", "constructor", "toString", "hasOwnProperty"])(
  "is not disturbed by %s, nor disturbs others",
  (name) => {
    expect(chartText(name, 20)).toBe(`${name}\u00a0`);
    named(name);
    named("anna");
    expect([
      Object.keys(Object.prototype),
      Object.keys(Object),
      Object.keys(Object.prototype.toString),
    ]).toEqual([[], [], []]);
  },
);
