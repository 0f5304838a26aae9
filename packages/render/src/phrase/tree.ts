import type { toMarkdown } from "mdast-util-to-markdown";

/** A node of a Markdown tree (mdast), as the writer of Markdown takes it. */
export type MarkdownNode = Parameters<typeof toMarkdown>[0];
type NodeOf<K extends MarkdownNode["type"]> = Extract<MarkdownNode, { type: K }>;

export type Root = NodeOf<"root">;
/** What stands in a document below one another. */
export type Block = Root["children"][number];
export type Heading = NodeOf<"heading">;
export type Paragraph = NodeOf<"paragraph">;
export type List = NodeOf<"list">;
export type ListItem = NodeOf<"listItem">;
export type Table = NodeOf<"table">;
export type TableCell = NodeOf<"tableCell">;
export type Html = NodeOf<"html">;
/** What stands in a line of text. */
export type PhrasingContent = Paragraph["children"][number];
