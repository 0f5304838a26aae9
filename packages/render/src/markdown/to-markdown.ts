import { gfmTableToMarkdown } from "mdast-util-gfm-table";
import { type Options, toMarkdown as write } from "mdast-util-to-markdown";
import type { Block, Html, MarkdownNode, PhrasingContent, Root } from "../phrase/tree.ts";

const options: Options = {
  bullet: "-",
  emphasis: "_",
  rule: "-",
  // Readers that know more than CommonMark strike out between tildes and set formulas between dollar signs.
  unsafe: [
    { character: "~", inConstruct: "phrasing" },
    { character: "$", before: "\\S", after: "(?!\\d)", inConstruct: "phrasing" },
  ],
  extensions: [gfmTableToMarkdown({ tablePipeAlign: false })],
};

/**
 * A document as Markdown with tables. What is an `id` in the tree becomes an anchor in front of its text; names that
 * lead to their declarations are names only.
 */
export function toMarkdown(document: Root): string {
  return write({ ...document, children: document.children.map(anchored) }, options);
}

/** The block with its anchor, and without the links that only HTML has. */
function anchored(block: Block): Block {
  const plain = unlinked(block);
  const id = plain.data?.hProperties?.id;
  if (typeof id !== "string") return plain;
  if (plain.type === "heading" || plain.type === "paragraph") {
    return { ...plain, children: [anchor(id), ...plain.children] };
  }
  return plain;
}

/** An anchor holds letters, digits and `_.-` only: see `anchorOf`. */
function anchor(id: string): Html {
  return { type: "html", value: `<a id="${id}"></a>` };
}

function unlinked<N extends MarkdownNode>(node: N): N {
  if (!("children" in node)) return node;
  const children = node.children.map((child) => nameOf(child) ?? unlinked(child));
  return { ...node, children };
}

function nameOf(node: MarkdownNode): PhrasingContent | null {
  if (node.type !== "link" || node.data?.hProperties?.className === undefined) return null;
  return node.children[0] ?? null;
}
