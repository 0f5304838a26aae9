import { anchorUrl } from "./anchor.ts";
import { plainText } from "./plain-text.ts";
import { asPhrase, type Part, type Phrase } from "./say.ts";
import type { Block, Heading, List, ListItem, Paragraph, PhrasingContent, Table, TableCell } from "./tree.ts";

/** A name of the contract, as its author wrote it. */
export function code(name: string): Phrase {
  return [{ type: "inlineCode", value: plainText(name) }];
}

/** A name that leads to its declaration. Only HTML makes a link of it: in Markdown the name alone is easier to read. */
export function declared(name: string, anchor: string): Phrase {
  const children: PhrasingContent[] = [{ type: "inlineCode", value: plainText(name) }];
  return [
    { type: "link", url: anchorUrl(anchor), children, data: { hProperties: { className: ["declared"] } } },
  ];
}

/** A reference that is a link in every format. */
export function reference(text: Part, anchor: string): Phrase {
  return [{ type: "link", url: anchorUrl(anchor), children: [...asPhrase(text)] }];
}

export function strong(text: Part): Phrase {
  return [{ type: "strong", children: [...asPhrase(text)] }];
}

/** A remark in small print. */
export function small(text: string): Phrase {
  const children: PhrasingContent[] = [{ type: "text", value: plainText(text) }];
  return [{ type: "emphasis", children, data: { hName: "small" } }];
}

export function paragraph(text: Part, anchor?: string): Paragraph {
  return { type: "paragraph", children: [...asPhrase(text)], ...anchored(anchor) };
}

/** @param depth 1 is the document's title */
export function heading(depth: 1 | 2 | 3 | 4, text: Part, anchor?: string): Heading {
  return { type: "heading", depth, children: [...asPhrase(text)], ...anchored(anchor) };
}

/** A list without numbers; an item is a sentence, or a sentence with what stands below it. */
export function bullets(items: readonly (Part | readonly [Part, readonly Block[]])[]): List {
  return { type: "list", ordered: false, spread: false, children: items.map(item) };
}

function item(content: Part | readonly [Part, readonly Block[]]): ListItem {
  const [text, below] = isPair(content) ? content : [content, []];
  const nested = below.filter((block) => block.type === "list" || block.type === "paragraph");
  return { type: "listItem", spread: false, children: [paragraph(text), ...nested] };
}

function isPair(
  content: Part | readonly [Part, readonly Block[]],
): content is readonly [Part, readonly Block[]] {
  return Array.isArray(content) && content.length === 2 && Array.isArray(content[1]);
}

/** A table; a row may carry an anchor. */
export function table(columns: readonly Part[], rows: readonly TableLine[]): Table {
  const cells = (parts: readonly Part[]): TableCell[] =>
    parts.map((part) => ({ type: "tableCell", children: [...asPhrase(part)] }));
  return {
    type: "table",
    align: columns.map(() => null),
    children: [
      { type: "tableRow", children: cells(columns) },
      ...rows.map((row) => ({
        type: "tableRow" as const,
        children: cells(row.cells),
        ...anchored(row.anchor),
      })),
    ],
  };
}

export interface TableLine {
  readonly cells: readonly Part[];
  readonly anchor?: string;
}

/** An author's words, set apart. */
export function quotation(text: string): Block {
  return { type: "blockquote", children: [paragraph(plainText(text))] };
}

function anchored(anchor: string | undefined): { data?: { hProperties: { id: string } } } {
  return anchor === undefined ? {} : { data: { hProperties: { id: anchor } } };
}
