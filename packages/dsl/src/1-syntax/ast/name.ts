import type { Span } from "@entente/ir";

/** A name as it stands in the contract, without backticks, in NFC. */
export interface NameNode {
  readonly kind: "Name";
  readonly text: string;
  readonly span: Span;
}

/** A quoted text, without its quotes and with its escapes resolved. */
export interface TextNode {
  readonly kind: "Text";
  readonly value: string;
  readonly span: Span;
}
