import { z } from "zod";
import { Span } from "../span.ts";
import { CalendarDate, Duration, Literal } from "./values.ts";

/** The verdict of one clock at one instant. */
export const ClockStatus = z.enum([
  "waiting",
  "inapplicable",
  "unknown",
  "met",
  "discharged",
  "excused",
  "late",
  "breached",
  "paused",
  "at_risk",
  "running",
]);
export type ClockStatus = z.infer<typeof ClockStatus>;

export const ComparisonOperator = z.enum(["=", "!=", "<", "<=", ">", ">="]);
export type ComparisonOperator = z.infer<typeof ComparisonOperator>;

/** What each kind of expression holds beside its `kind` and `span`. */
interface ExpressionParts {
  literal: { value: Literal };
  /** A field of the lead record. */
  field: { name: string };
  /** An attribute of the event that a `where` is looking at. */
  attribute: { name: string };
  define: { name: string };
  /** A score, as a number of points (a range where a line is unknown). */
  score: { name: string };
  /** The case of a `classify` that the lead falls into, as a choice. */
  class: { name: string };
  /** Whether an event has happened: always known. */
  happened: { event: string };
  /** The instant of the first or last occurrence; a comparison is false while there is none. */
  occurrence: { event: string; which: "first" | "last"; where: Expression | null };
  /** An attribute of the first or last occurrence, `won.amount`. */
  occurrenceAttribute: { event: string; which: "first" | "last"; attribute: string };
  count: { event: string; where: Expression | null };
  /** The time from an instant to the as-of instant: `time since last contact`. */
  elapsedSince: { of: Expression };
  stageIs: { stage: string };
  stageReached: { stage: string };
  /** Whether a clock of a commitment has the status; `commitment` null means the one being derived from. */
  verdictIs: { commitment: string | null; clause: string | null; status: ClockStatus };
  not: { operand: Expression };
  and: { operands: Expression[] };
  or: { operands: Expression[] };
  compare: { operator: ComparisonOperator; left: Expression; right: Expression };
  in: { subject: Expression; values: Literal[] };
  textMatch: {
    match: "contains" | "startsWith" | "endsWith";
    subject: Expression;
    text: Expression;
    ignoreCase: boolean;
  };
  /** Whether a list field has the value among its items. */
  listContains: { subject: Expression; value: Literal };
  /** `is present`; `is missing` is its negation. Always known. */
  present: { subject: Expression };
  /** Whether two times lie at most `duration` apart, in either order. */
  withinTime: { subject: Expression; duration: Duration; of: Expression };
  arithmetic: { operator: "+" | "-" | "*" | "/"; left: Expression; right: Expression };
  negate: { operand: Expression };
  /** `by grade { A -> 5 minutes, otherwise -> 1 business day }`: the first case whose values contain the subject. */
  table: {
    by: Expression;
    cases: { values: Literal[]; result: Expression; span: Span }[];
    otherwise: Expression | null;
  };
  /** A value that changes with time; entries in order of their dates, the first may hold from the beginning. */
  dated: { entries: { from: string | null; value: Expression }[] };
}

/** The {@link Expression} of one kind. */
export type ExpressionOf<K extends keyof ExpressionParts> = { kind: K; span: Span } & ExpressionParts[K];
/** A resolved, typed expression. `kind` tells which; every node has the span it came from. */
export type Expression = { [K in keyof ExpressionParts]: ExpressionOf<K> }[keyof ExpressionParts];

const span = Span;
const child: z.ZodType<Expression> = z.lazy(() => Expression);

const LiteralExpression = z.object({ kind: z.literal("literal"), value: Literal, span });
const FieldExpression = z.object({ kind: z.literal("field"), name: z.string(), span });
const AttributeExpression = z.object({ kind: z.literal("attribute"), name: z.string(), span });
const DefineExpression = z.object({ kind: z.literal("define"), name: z.string(), span });
const ScoreExpression = z.object({ kind: z.literal("score"), name: z.string(), span });
const ClassExpression = z.object({ kind: z.literal("class"), name: z.string(), span });
const HappenedExpression = z.object({ kind: z.literal("happened"), event: z.string(), span });
const OccurrenceExpression = z.object({
  kind: z.literal("occurrence"),
  event: z.string(),
  which: z.enum(["first", "last"]),
  where: child.nullable(),
  span,
});
const OccurrenceAttributeExpression = z.object({
  kind: z.literal("occurrenceAttribute"),
  event: z.string(),
  which: z.enum(["first", "last"]),
  attribute: z.string(),
  span,
});
const CountExpression = z.object({
  kind: z.literal("count"),
  event: z.string(),
  where: child.nullable(),
  span,
});
const ElapsedSinceExpression = z.object({ kind: z.literal("elapsedSince"), of: child, span });
const StageIsExpression = z.object({ kind: z.literal("stageIs"), stage: z.string(), span });
const StageReachedExpression = z.object({ kind: z.literal("stageReached"), stage: z.string(), span });
const VerdictIsExpression = z.object({
  kind: z.literal("verdictIs"),
  commitment: z.string().nullable(),
  clause: z.string().nullable(),
  status: ClockStatus,
  span,
});
const NotExpression = z.object({ kind: z.literal("not"), operand: child, span });
const AndExpression = z.object({ kind: z.literal("and"), operands: z.array(child).min(2), span });
const OrExpression = z.object({ kind: z.literal("or"), operands: z.array(child).min(2), span });
const CompareExpression = z.object({
  kind: z.literal("compare"),
  operator: ComparisonOperator,
  left: child,
  right: child,
  span,
});
const InExpression = z.object({
  kind: z.literal("in"),
  subject: child,
  values: z.array(Literal).min(1),
  span,
});
const TextMatchExpression = z.object({
  kind: z.literal("textMatch"),
  match: z.enum(["contains", "startsWith", "endsWith"]),
  subject: child,
  text: child,
  ignoreCase: z.boolean(),
  span,
});
const ListContainsExpression = z.object({
  kind: z.literal("listContains"),
  subject: child,
  value: Literal,
  span,
});
const PresentExpression = z.object({ kind: z.literal("present"), subject: child, span });
const WithinTimeExpression = z.object({
  kind: z.literal("withinTime"),
  subject: child,
  duration: Duration,
  of: child,
  span,
});
const ArithmeticExpression = z.object({
  kind: z.literal("arithmetic"),
  operator: z.enum(["+", "-", "*", "/"]),
  left: child,
  right: child,
  span,
});
const NegateExpression = z.object({ kind: z.literal("negate"), operand: child, span });
const TableExpression = z.object({
  kind: z.literal("table"),
  by: child,
  cases: z.array(z.object({ values: z.array(Literal).min(1), result: child, span })).min(1),
  otherwise: child.nullable(),
  span,
});
const DatedExpression = z.object({
  kind: z.literal("dated"),
  entries: z.array(z.object({ from: CalendarDate.nullable(), value: child })).min(1),
  span,
});

/** The schema of {@link Expression}: the two are held together by this annotation. */
export const Expression: z.ZodType<Expression> = z.discriminatedUnion("kind", [
  LiteralExpression,
  FieldExpression,
  AttributeExpression,
  DefineExpression,
  ScoreExpression,
  ClassExpression,
  HappenedExpression,
  OccurrenceExpression,
  OccurrenceAttributeExpression,
  CountExpression,
  ElapsedSinceExpression,
  StageIsExpression,
  StageReachedExpression,
  VerdictIsExpression,
  NotExpression,
  AndExpression,
  OrExpression,
  CompareExpression,
  InExpression,
  TextMatchExpression,
  ListContainsExpression,
  PresentExpression,
  WithinTimeExpression,
  ArithmeticExpression,
  NegateExpression,
  TableExpression,
  DatedExpression,
]);
