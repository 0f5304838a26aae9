import type { ComparisonOperator, Span, TimeUnit } from "@entente/ir";
import type { NameNode, TextNode } from "./name.ts";

interface Node<K extends string> {
  readonly kind: K;
  readonly span: Span;
}

/** A bare number; `value` is a plain decimal, the thousands' commas taken out. */
export interface NumberNode extends Node<"Number"> {
  readonly value: string;
}
/** `34%` has the value `34`. */
export interface PercentNode extends Node<"Percent"> {
  readonly value: string;
}
/** `currency` is the sign or code as written: `$`, `¥`, `円`, `EUR`. */
export interface MoneyNode extends Node<"Money"> {
  readonly amount: string;
  readonly currency: string;
}
export interface BooleanNode extends Node<"Boolean"> {
  readonly value: boolean;
}
/** `YYYY-MM-DD`, as written: the checker looks whether the day exists. */
export interface DateNode extends Node<"Date"> {
  readonly value: string;
}
/** A date and a time of day in the agreement's zone; `time` is `HH:MM` or `HH:MM:SS`. */
export interface DateTimeNode extends Node<"DateTime"> {
  readonly date: string;
  readonly time: string;
}
export interface DurationNode extends Node<"Duration"> {
  readonly amount: string;
  readonly unit: TimeUnit;
  readonly business: boolean;
}
/** A name in an expression: a field, event, define, score, class, stage, case …; which one, resolve finds out. */
export interface ReferenceNode extends Node<"Reference"> {
  readonly name: NameNode;
}
/** `won.amount`, `follow_up.early`. */
export interface MemberNode extends Node<"Member"> {
  readonly object: NameNode;
  readonly member: NameNode;
}
/** `first contact`, `last contact (where channel is call)`. */
export interface OccurrenceNode extends Node<"Occurrence"> {
  readonly which: "first" | "last";
  readonly event: NameNode;
  readonly where: ExpressionNode | null;
}
/** `count of contact (where channel is call)`. */
export interface CountNode extends Node<"Count"> {
  readonly event: NameNode;
  readonly where: ExpressionNode | null;
}
/** `time since last contact`. */
export interface TimeSinceNode extends Node<"TimeSince"> {
  readonly of: ExpressionNode;
}
export interface NotNode extends Node<"Not"> {
  readonly operand: ExpressionNode;
}
/** Two or more operands of one `and` or `or`. */
export interface LogicalNode extends Node<"Logical"> {
  readonly operator: "and" | "or";
  readonly operands: readonly ExpressionNode[];
}
export interface ComparisonNode extends Node<"Comparison"> {
  readonly operator: ComparisonOperator;
  readonly left: ExpressionNode;
  readonly right: ExpressionNode;
}
/** `source is web`, `stage is not MQL`, `first_contact is met`. */
export interface IsNode extends Node<"Is"> {
  readonly subject: ExpressionNode;
  readonly negated: boolean;
  readonly value: ExpressionNode;
}
/** `is present`, `is missing`. */
export interface PresenceNode extends Node<"Presence"> {
  readonly subject: ExpressionNode;
  readonly present: boolean;
}
/** `timeline is within 90 days of created`. */
export interface IsWithinNode extends Node<"IsWithin"> {
  readonly subject: ExpressionNode;
  readonly negated: boolean;
  readonly duration: DurationNode;
  readonly of: ExpressionNode;
}
/** Both ends belong to it. */
export interface BetweenNode extends Node<"Between"> {
  readonly subject: ExpressionNode;
  readonly negated: boolean;
  readonly low: ExpressionNode;
  readonly high: ExpressionNode;
}
export interface InNode extends Node<"In"> {
  readonly subject: ExpressionNode;
  readonly negated: boolean;
  readonly values: readonly ExpressionNode[];
}
export interface TextMatchNode extends Node<"TextMatch"> {
  readonly match: "contains" | "startsWith" | "endsWith";
  readonly subject: ExpressionNode;
  readonly text: ExpressionNode;
  readonly ignoreCase: boolean;
}
/** `stage reached SQL`. */
export interface ReachedNode extends Node<"Reached"> {
  readonly stage: NameNode;
}
export interface ArithmeticNode extends Node<"Arithmetic"> {
  readonly operator: "+" | "-" | "*" | "/";
  readonly left: ExpressionNode;
  readonly right: ExpressionNode;
}
export interface NegateNode extends Node<"Negate"> {
  readonly operand: ExpressionNode;
}
/** One line of a value table; `values` null is `otherwise`. */
export interface TableCaseNode extends Node<"TableCase"> {
  readonly values: readonly ExpressionNode[] | null;
  readonly result: ExpressionNode;
}
/** `by grade { A -> 5 minutes, otherwise -> 1 business day }`. */
export interface TableNode extends Node<"Table"> {
  readonly by: ExpressionNode;
  readonly cases: readonly TableCaseNode[];
}
/** `25% from 2020-01-01, 35% from 2020-07-01`; `from` null holds from the beginning. */
export interface DatedNode extends Node<"Dated"> {
  readonly entries: readonly { readonly value: ExpressionNode; readonly from: DateNode | null }[];
}

export type ExpressionNode =
  | NumberNode
  | PercentNode
  | MoneyNode
  | TextNode
  | BooleanNode
  | DateNode
  | DateTimeNode
  | DurationNode
  | ReferenceNode
  | MemberNode
  | OccurrenceNode
  | CountNode
  | TimeSinceNode
  | NotNode
  | LogicalNode
  | ComparisonNode
  | IsNode
  | PresenceNode
  | IsWithinNode
  | BetweenNode
  | InNode
  | TextMatchNode
  | ReachedNode
  | ArithmeticNode
  | NegateNode
  | TableNode
  | DatedNode;

/** The node of one kind. */
export type ExpressionNodeOf<K extends ExpressionNode["kind"]> = Extract<ExpressionNode, { kind: K }>;
