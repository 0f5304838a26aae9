import { h } from "hastscript";
import { shownName, shownText } from "../words/shown-text.ts";
import type { Element, ElementContent } from "./tree.ts";

/** A text of the contract or of data, set apart so that its direction of writing disturbs nothing around it. */
export function named(text: string): Element {
  return h("bdi", shownText(text));
}

/** A declared name, for people. */
export function declared(name: string): Element {
  return h("bdi", shownName(name));
}

/** A word about how good something is, with a mark beside its colour. */
export function badge(tone: "good" | "bad" | "open", words: string): Element {
  const mark = { good: "✓", bad: "✗", open: "○" }[tone];
  return h("span.badge", { className: ["badge", tone] }, [
    h("span", { ariaHidden: "true" }, mark),
    ` ${words}`,
  ]);
}

/** A part of the page with its heading; the id is what the contents link to. */
export function section(
  id: string,
  heading: string,
  lead: string,
  content: readonly ElementContent[],
): Element {
  return h("section", { id, ariaLabelledBy: `${id}-heading` }, [
    h("h2", { id: `${id}-heading` }, heading),
    ...(lead === "" ? [] : [h("p.lead", lead)]),
    ...content,
  ]);
}

/** What is said in place of a chart or a table that would be empty. */
export function nothing(words: string): Element {
  return h("p.nothing", words);
}
