import type { toMarkdown } from "mdast-util-to-markdown";

type Node = Parameters<typeof toMarkdown>[0];

/** A whole document. */
export type Root = Extract<Node, { readonly type: "root" }>;

/** What may stand in a document. */
export type RootContent = Root["children"][number];

/** What may stand in a line. */
export type PhrasingContent = Extract<Node, { readonly type: "paragraph" }>["children"][number];

/** What may stand in an item of a list. */
export type BlockContent = Extract<Node, { readonly type: "listItem" }>["children"][number];

export type Table = Extract<Node, { readonly type: "table" }>;
