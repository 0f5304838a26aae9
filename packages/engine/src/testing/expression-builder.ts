import type {
  ClockStatus,
  ComparisonOperator,
  Duration,
  EventMatch,
  Expression,
  ExpressionOf,
  Literal,
  TimeUnit,
} from "@entente/ir";
import { noSpan } from "./policy-builder.ts";

/** Literals of every kind, in the units of the compiled policy. */
export const literal = {
  number: (value: number | string): Literal => ({ kind: "number", value: String(value) }),
  percent: (value: number | string): Literal => ({ kind: "percent", value: String(value) }),
  money: (minor: number, currency = "USD"): Literal => ({ kind: "money", minor, currency }),
  text: (value: string): Literal => ({ kind: "text", value }),
  boolean: (value: boolean): Literal => ({ kind: "boolean", value }),
  choice: (value: string): Literal => ({ kind: "choice", value }),
  date: (value: string): Literal => ({ kind: "date", value }),
  instant: (value: number): Literal => ({ kind: "instant", value }),
};

/** `durationOf(4, "hour")`, `durationOf(2, "day", true)` for business days. */
export function durationOf(amount: number, unit: TimeUnit, business = false): Duration {
  return { kind: "duration", amount, unit, business };
}

export function eventMatch(event: string, where: Expression | null = null): EventMatch {
  return { event, where, span: noSpan };
}

type Operand = Expression | Literal | number | string | boolean;
const span = noSpan;

/** Plain numbers, texts and booleans stand for literals of their kind; texts are choices. */
function operand(value: Operand): Expression {
  if (typeof value === "number") return expr.literal(literal.number(value));
  if (typeof value === "string") return expr.literal(literal.choice(value));
  if (typeof value === "boolean") return expr.literal(literal.boolean(value));
  return "span" in value ? value : expr.literal(value);
}

/** Expressions of every kind. Where an operand is expected, a literal or a plain value may stand too. */
export const expr = {
  literal: (value: Literal): Expression => ({ kind: "literal", value, span }),
  field: (name: string): Expression => ({ kind: "field", name, span }),
  attribute: (name: string): Expression => ({ kind: "attribute", name, span }),
  define: (name: string): Expression => ({ kind: "define", name, span }),
  score: (name: string): Expression => ({ kind: "score", name, span }),
  class: (name: string): Expression => ({ kind: "class", name, span }),
  happened: (event: string): Expression => ({ kind: "happened", event, span }),
  first: (event: string, where: Expression | null = null): Expression => ({
    kind: "occurrence",
    event,
    which: "first",
    where,
    span,
  }),
  last: (event: string, where: Expression | null = null): Expression => ({
    kind: "occurrence",
    event,
    which: "last",
    where,
    span,
  }),
  attributeOf: (which: "first" | "last", event: string, attribute: string): Expression => ({
    kind: "occurrenceAttribute",
    event,
    which,
    attribute,
    span,
  }),
  count: (event: string, where: Expression | null = null): Expression => ({
    kind: "count",
    event,
    where,
    span,
  }),
  elapsedSince: (of: Expression): Expression => ({ kind: "elapsedSince", of, span }),
  stageIs: (stage: string): Expression => ({ kind: "stageIs", stage, span }),
  stageReached: (stage: string): Expression => ({ kind: "stageReached", stage, span }),
  verdictIs: (commitment: string | null, status: ClockStatus, clause: string | null = null): Expression => ({
    kind: "verdictIs",
    commitment,
    clause,
    status,
    span,
  }),
  not: (inner: Expression): Expression => ({ kind: "not", operand: inner, span }),
  and: (...operands: Expression[]): Expression => ({ kind: "and", operands, span }),
  or: (...operands: Expression[]): Expression => ({ kind: "or", operands, span }),
  compare: (left: Operand, operator: ComparisonOperator, right: Operand): Expression => ({
    kind: "compare",
    operator,
    left: operand(left),
    right: operand(right),
    span,
  }),
  is: (left: Operand, right: Operand): Expression => expr.compare(left, "=", right),
  in: (subject: Operand, ...values: Literal[]): Expression => ({
    kind: "in",
    subject: operand(subject),
    values,
    span,
  }),
  textMatch: (
    subject: Expression,
    match: ExpressionOf<"textMatch">["match"],
    text: string | Expression,
    ignoreCase = false,
  ): Expression => ({
    kind: "textMatch",
    match,
    subject,
    text: typeof text === "string" ? expr.literal(literal.text(text)) : text,
    ignoreCase,
    span,
  }),
  listContains: (subject: Expression, value: Literal): Expression => ({
    kind: "listContains",
    subject,
    value,
    span,
  }),
  present: (subject: Expression): Expression => ({ kind: "present", subject, span }),
  missing: (subject: Expression): Expression => expr.not(expr.present(subject)),
  withinTime: (subject: Expression, duration: Duration, of: Expression): Expression => ({
    kind: "withinTime",
    subject,
    duration,
    of,
    span,
  }),
  arithmetic: (
    left: Operand,
    operator: ExpressionOf<"arithmetic">["operator"],
    right: Operand,
  ): Expression => ({ kind: "arithmetic", operator, left: operand(left), right: operand(right), span }),
  negate: (inner: Operand): Expression => ({ kind: "negate", operand: operand(inner), span }),
  table: (
    by: Expression,
    cases: readonly { values: Literal[]; result: Operand }[],
    otherwise: Operand | null = null,
  ): Expression => ({
    kind: "table",
    by,
    cases: cases.map(({ values, result }) => ({ values, result: operand(result), span })),
    otherwise: otherwise === null ? null : operand(otherwise),
    span,
  }),
  dated: (...entries: readonly { from: string | null; value: Operand }[]): Expression => ({
    kind: "dated",
    entries: entries.map(({ from, value }) => ({ from, value: operand(value) })),
    span,
  }),
};
