import { toHtml as write } from "hast-util-to-html";
import { h } from "hastscript";
import { toHast } from "mdast-util-to-hast";
import { languages } from "../languages.ts";
import type { MarkdownNode, Root } from "../phrase/tree.ts";
import type { LanguageCode } from "../words/language.ts";
import { styleFor } from "./style.ts";

/** An element of a page (hast), and what it may hold. */
type Element = Extract<ReturnType<typeof h>, { type: "element" }>;
type Content = Element["children"][number];

export interface HtmlOptions {
  /** The language that the document was written in. */
  readonly language: LanguageCode;
}

/**
 * A document as a page of its own: it loads nothing, runs nothing, and prints on A4 and Letter.
 *
 * @param document what `documentOf` gave for the same language
 */
export function toHtml(document: Root, { language }: HtmlOptions): string {
  const { tag } = languages[language];
  const head = h("head", [
    h("meta", { charSet: "utf-8" }),
    h("meta", {
      httpEquiv: "Content-Security-Policy",
      content: "default-src 'none'; style-src 'unsafe-inline'",
    }),
    h("meta", { name: "viewport", content: "width=device-width, initial-scale=1" }),
    h("title", titleOf(document)),
    h("style", styleFor(tag)),
  ]);
  const page = h("html", { lang: tag }, [head, h("body", [h("main", contentOf(document))])]);
  return `${write({ type: "root", children: [{ type: "doctype" }, page] })}\n`;
}

/** A wide table scrolls by itself instead of widening the page. */
function contentOf(document: Root): Content[] {
  const body = toHast(document);
  const nodes = body.type === "root" ? body.children : [body];
  return nodes
    .filter((node) => node.type === "element" || node.type === "text")
    .map((node) =>
      node.type === "element" && node.tagName === "table" ? h("div", { className: ["scroll"] }, node) : node,
    );
}

function titleOf(document: Root): string {
  const [title] = document.children;
  return title === undefined ? "" : textOf(title);
}

function textOf(node: MarkdownNode): string {
  if ("value" in node) return node.value;
  return "children" in node ? node.children.map(textOf).join("") : "";
}
