import { gfmTableToMarkdown } from "mdast-util-gfm-table";
import { toMarkdown } from "mdast-util-to-markdown";
import { shownText } from "../words/shown-text.ts";
import type { BlockContent, PhrasingContent, Root, RootContent, Table } from "./tree.ts";

/** What stands in a cell or a line: words of the report, or a name from the data. */
export type Inline = string | PhrasingContent;

/** A name from the data, as code: so that no chat takes it for a mention, a link or markup. */
export function fromData(name: string): PhrasingContent {
  return { type: "inlineCode", value: shownText(name) || " " };
}

export function strong(words: string): PhrasingContent {
  return { type: "strong", children: [{ type: "text", value: words }] };
}

export function heading(depth: 1 | 2 | 3, words: string): RootContent {
  return { type: "heading", depth, children: [{ type: "text", value: words }] };
}

export function paragraph(...parts: readonly Inline[]): RootContent {
  return { type: "paragraph", children: parts.map(phrasing) };
}

export function bullets(items: readonly (readonly Inline[])[]): RootContent {
  return {
    type: "list",
    ordered: false,
    spread: false,
    children: items.map((parts) => {
      const children: BlockContent[] = [{ type: "paragraph", children: parts.map(phrasing) }];
      return { type: "listItem", spread: false, children };
    }),
  };
}

/** A table; columns whose heads are in `numbers` stand right. */
export function grid(
  head: readonly string[],
  rows: readonly (readonly Inline[])[],
  numbers: readonly string[] = [],
): Table {
  return {
    type: "table",
    align: head.map((name) => (numbers.includes(name) ? "right" : "left")),
    children: [head, ...rows].map((cells) => ({
      type: "tableRow",
      children: cells.map((cell) => ({ type: "tableCell", children: [phrasing(cell)] })),
    })),
  };
}

/** The text of a document. */
export function markdownText(children: readonly RootContent[]): string {
  const root: Root = { type: "root", children: [...children] };
  return toMarkdown(root, {
    bullet: "-",
    emphasis: "_",
    extensions: [gfmTableToMarkdown({ tableCellPadding: true, tablePipeAlign: false })],
  });
}

function phrasing(part: Inline): PhrasingContent {
  return typeof part === "string" ? { type: "text", value: part } : part;
}
