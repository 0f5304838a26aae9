import type { Span } from "@entente/ir";
import type { ExpressionNode } from "./expressions.ts";
import type { NameNode, TextNode } from "./name.ts";

/** `one of web "Website", referral`: a case and the values that exports write for it. */
export interface CaseNode {
  readonly kind: "Case";
  readonly name: NameNode;
  readonly labels: readonly TextNode[];
  readonly span: Span;
}

/** `text`, `integer`, `yes/no`, `one of …`, `list of …`; `name` is the word as written. */
export interface TypeNode {
  readonly kind: "Type";
  readonly name:
    | "text"
    | "yes/no"
    | "integer"
    | "number"
    | "money"
    | "percent"
    | "date"
    | "time"
    | "one of"
    | "list of";
  /** The cases of `one of`; empty otherwise. */
  readonly cases: readonly CaseNode[];
  /** The item type of `list of`; null otherwise. */
  readonly item: TypeNode | null;
  readonly span: Span;
}

/** A field of `lead` or `people`, or an attribute of an event. */
export interface FieldNode {
  readonly kind: "Field";
  readonly name: NameNode;
  readonly type: TypeNode;
  readonly key: boolean;
  readonly optional: boolean;
  /** `0 to 3000000`, both ends included. */
  readonly range: { readonly low: ExpressionNode; readonly high: ExpressionNode } | null;
  readonly column: TextNode | null;
  readonly span: Span;
}

export interface LeadNode {
  readonly kind: "Lead";
  readonly fields: readonly FieldNode[];
  readonly span: Span;
}

export interface PeopleNode {
  readonly kind: "People";
  readonly fields: readonly FieldNode[];
  readonly span: Span;
}

export interface EventNode {
  readonly kind: "Event";
  readonly name: NameNode;
  /** `event plan_handed_in of agreement` happens to the agreement itself, every other event to a lead. */
  readonly about: "lead" | "agreement";
  /** `event handoff from "MQL Date"`. */
  readonly column: TextNode | null;
  /** `event accept, also when verdict is breached`. */
  readonly alsoWhen: ExpressionNode | null;
  readonly attributes: readonly FieldNode[];
  readonly span: Span;
}

/** An event, narrowed by `where` where that is written. */
export interface EventMatchNode {
  readonly kind: "EventMatch";
  readonly event: NameNode;
  readonly where: ExpressionNode | null;
  readonly span: Span;
}
