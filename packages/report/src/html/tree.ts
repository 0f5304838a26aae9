import type { Result } from "hastscript";

/** An element of a page, as `h` makes it. */
export type Element = Extract<Result, { readonly type: "element" }>;

/** What may stand in an element. */
export type ElementContent = Element["children"][number];

/** A whole page. */
export type Root = Extract<Result, { readonly type: "root" }>;
