import { toHtml } from "hast-util-to-html";
import { h } from "hastscript";
import type { Report } from "../report.ts";
import { dateWords } from "../words/local-time.ts";
import { shownText } from "../words/shown-text.ts";
import { type View, viewOf } from "../words/view.ts";
import { aboutSection } from "./about-section.ts";
import { dayByDaySection } from "./day-by-day.ts";
import { named } from "./elements.ts";
import { followUpSection } from "./follow-up-section.ts";
import { funnelSection } from "./funnel-section.ts";
import { responseSection } from "./response-section.ts";
import { stakesSection } from "./stakes-section.ts";
import { standingSection, termProgress } from "./standing.ts";
import { style } from "./style.ts";
import type { Element, Root } from "./tree.ts";
import { violationsSection } from "./violations-section.ts";
import { weekSection } from "./week-section.ts";
import { windowByWindowSection } from "./window-by-window.ts";

/** Nothing is loaded and nothing runs: the page is its own text and style. */
const policy = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";

/**
 * A report as one HTML page that needs nothing else: no network, no script. It shows itself in light and dark, on a
 * phone and on paper. Every name and text of the contract and of the data stays text. The same report gives the same bytes.
 */
export function htmlReport(report: Report): string {
  const view = viewOf(report);
  const parts = [
    standingSection(view),
    dayByDaySection(view),
    windowByWindowSection(view),
    funnelSection(view),
    responseSection(view),
    violationsSection(view),
    followUpSection(view),
    weekSection(view),
    stakesSection(view),
    aboutSection(view),
  ].filter((part) => part !== null);
  const page: Root = {
    type: "root",
    children: [
      { type: "doctype" },
      h("html", { lang: "en" }, [
        head(report),
        h("body", [
          h("a.skip", { href: "#standing" }, "Skip to the report"),
          header(view),
          contents(parts),
          h("main", parts),
        ]),
      ]),
    ],
  };
  return `${toHtml(page, { allowDangerousHtml: true })}\n`;
}

function head({ agreement }: Report): Element {
  return h("head", [
    h("meta", { charSet: "utf-8" }),
    h("meta", { httpEquiv: "Content-Security-Policy", content: policy }),
    h("meta", { name: "viewport", content: "width=device-width, initial-scale=1" }),
    h("meta", { name: "color-scheme", content: "light dark" }),
    h("meta", { name: "referrer", content: "no-referrer" }),
    h("title", `${shownText(agreement.title)}: report`),
    h("style", style),
  ]);
}

function header(view: View): Element {
  const { agreement, at } = view.report;
  const { effective, because, zone } = agreement;
  const term =
    effective === null
      ? ""
      : effective.to === null
        ? `In force since ${dateWords(effective.from)}.`
        : `In force from ${dateWords(effective.from)} to ${dateWords(effective.to)}.`;
  const progress = termProgress(view);
  return h("header", [
    h("h1", named(agreement.title)),
    h("p.asof", [h("strong", `As of ${view.time(at)}`), ` ${zone.name}. ${term}`]),
    ...(progress === null ? [] : [termBar(progress)]),
    ...(because === null ? [] : [h("p.because", h("bdi", shownText(because, 300)))]),
  ]);
}

function termBar({ day, days }: { readonly day: number; readonly days: number }): Element {
  return h("div.term", [
    h(
      "div.meter",
      { ariaHidden: "true" },
      h("span.meter-actual", { style: `width:${Math.round((day / days) * 1000) / 10}%` }),
    ),
    h("span", `day ${day} of ${days}`),
  ]);
}

function contents(parts: readonly Element[]): Element {
  const links = parts.map((part) => {
    const heading = part.children.find((child) => child.type === "element" && child.tagName === "h2");
    const text =
      heading?.type === "element" && heading.children[0]?.type === "text" ? heading.children[0].value : "";
    return h("li", h("a", { href: `#${String(part.properties.id)}` }, text));
  });
  return h("nav", { ariaLabel: "Contents" }, h("ul", links));
}
