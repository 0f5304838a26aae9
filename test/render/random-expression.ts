import type { EventMatch, Expression, ExpressionOf, Literal } from "@entente/ir";
import fc from "fast-check";

/** The span of every random node. */
export const span = { file: "random.sla", start: 0, end: 0, line: 1, column: 1 };
const at = { span: fc.constant(span) };
/** Names hold no digits: every digit of a document is a number of the policy, of a paragraph or of a line. */
export const name = fc.constantFrom("web", "contact", "big_fit", "商談", "zażółć", "owner", "MQL");
export const text = fc.constantFrom("plain", "引き渡し", "it's “quoted”", "a | b", "`x`", "<b>");
export const maybe = <T>(arbitrary: fc.Arbitrary<T>): fc.Arbitrary<T | null> =>
  fc.option(arbitrary, { freq: 2 });
export const some = <T>(arbitrary: fc.Arbitrary<T>, maxLength = 2): fc.Arbitrary<T[]> =>
  fc.array(arbitrary, { minLength: 1, maxLength });
export const few = <T>(arbitrary: fc.Arbitrary<T>, maxLength = 2): fc.Arbitrary<T[]> =>
  fc.array(arbitrary, { maxLength });
const flag = fc.boolean();

/** Numbers that are unlikely to stand in the text by chance. */
export const count = fc.integer({ min: 10_000, max: 99_999_999 });
export const decimal = fc
  .tuple(count, maybe(fc.integer({ min: 1, max: 99_999 })))
  .map(([whole, fraction]) => (fraction === null ? `${whole}` : `${whole}.${fraction}`));
export const date = fc
  .integer({ min: 0, max: 36_000 })
  .map((day) => new Date(day * 86_400_000).toISOString().slice(0, 10));
export const minute = fc.integer({ min: 0, max: 1439 });
const unit = fc.constantFrom("day", "week", "month", "quarter", "year" as const);
export const duration: fc.Arbitrary<Extract<Literal, { kind: "duration" }>> = fc.oneof(
  fc.record({
    kind: fc.constant("duration" as const),
    amount: fc.oneof(
      count,
      count.map((value) => value + 0.5),
    ),
    unit: fc.constantFrom("second", "minute", "hour" as const),
    business: flag,
  }),
  fc.record({ kind: fc.constant("duration" as const), amount: count, unit, business: flag }),
);
export const period = fc.record({
  count: fc.oneof(fc.constant(1), count),
  unit: fc.oneof(unit, fc.constant("hour" as const)),
  business: flag,
});

type LiteralMakers = { readonly [K in Literal["kind"]]: fc.Arbitrary<Extract<Literal, { kind: K }>> };
const literals: LiteralMakers = {
  number: fc.record({ kind: fc.constant("number"), value: decimal }),
  percent: fc.record({ kind: fc.constant("percent"), value: decimal }),
  money: fc.record({
    kind: fc.constant("money"),
    minor: count,
    currency: fc.constantFrom("USD", "JPY", "PLN", "KWD"),
  }),
  text: fc.record({ kind: fc.constant("text"), value: text }),
  boolean: fc.record({ kind: fc.constant("boolean"), value: flag }),
  choice: fc.record({ kind: fc.constant("choice"), value: name }),
  date: fc.record({ kind: fc.constant("date"), value: date }),
  instant: fc.record({
    kind: fc.constant("instant"),
    value: fc.integer({ min: 0, max: 50_000_000 }).map((minutes) => minutes * 60_000),
  }),
  duration,
};
export const literal: fc.Arbitrary<Literal> = fc.oneof(
  ...(Object.values(literals) as fc.Arbitrary<Literal>[]),
);

type Makers = { readonly [K in Expression["kind"]]: fc.Arbitrary<ExpressionOf<K>> };
const kind = <K extends Expression["kind"]>(value: K) => ({ kind: fc.constant(value), ...at });

/** For each kind of expression how it is made: a kind that is missing does not compile. */
function makers(inner: fc.Arbitrary<Expression>): Makers {
  const which = fc.constantFrom("first", "last" as const);
  const status = fc.constantFrom("met", "late", "breached", "excused", "at_risk" as const);
  return {
    literal: fc.record({ ...kind("literal"), value: literal }),
    field: fc.record({ ...kind("field"), name }),
    attribute: fc.record({ ...kind("attribute"), name }),
    define: fc.record({ ...kind("define"), name }),
    score: fc.record({ ...kind("score"), name }),
    class: fc.record({ ...kind("class"), name }),
    happened: fc.record({ ...kind("happened"), event: name }),
    occurrence: fc.record({ ...kind("occurrence"), event: name, which, where: maybe(inner) }),
    occurrenceAttribute: fc.record({ ...kind("occurrenceAttribute"), event: name, which, attribute: name }),
    count: fc.record({ ...kind("count"), event: name, where: maybe(inner) }),
    elapsedSince: fc.record({ ...kind("elapsedSince"), of: inner }),
    stageIs: fc.record({ ...kind("stageIs"), stage: name }),
    stageReached: fc.record({ ...kind("stageReached"), stage: name }),
    verdictIs: fc.record({ ...kind("verdictIs"), commitment: maybe(name), clause: maybe(name), status }),
    not: fc.record({ ...kind("not"), operand: inner }),
    and: fc.record({ ...kind("and"), operands: fc.array(inner, { minLength: 2, maxLength: 3 }) }),
    or: fc.record({ ...kind("or"), operands: fc.array(inner, { minLength: 2, maxLength: 3 }) }),
    compare: fc.record({
      ...kind("compare"),
      operator: fc.constantFrom("=", "!=", "<", "<=", ">", ">=" as const),
      left: inner,
      right: inner,
    }),
    in: fc.record({ ...kind("in"), subject: inner, values: some(literal, 3) }),
    textMatch: fc.record({
      ...kind("textMatch"),
      match: fc.constantFrom("contains", "startsWith", "endsWith" as const),
      subject: inner,
      text: inner,
      ignoreCase: flag,
    }),
    listContains: fc.record({ ...kind("listContains"), subject: inner, value: literal }),
    present: fc.record({ ...kind("present"), subject: inner }),
    withinTime: fc.record({ ...kind("withinTime"), subject: inner, duration, of: inner }),
    arithmetic: fc.record({
      ...kind("arithmetic"),
      operator: fc.constantFrom("+", "-", "*", "/" as const),
      left: inner,
      right: inner,
    }),
    negate: fc.record({ ...kind("negate"), operand: inner }),
    table: fc.record({
      ...kind("table"),
      by: inner,
      cases: some(fc.record({ values: some(literal), result: inner, ...at })),
      otherwise: maybe(inner),
    }),
    dated: fc.record({
      ...kind("dated"),
      entries: some(fc.record({ from: maybe(date), value: inner })),
    }),
  };
}

const anyOf = (inner: fc.Arbitrary<Expression>): fc.Arbitrary<Expression> =>
  fc.oneof(...(Object.values(makers(inner)) as fc.Arbitrary<Expression>[]));
const leaf: fc.Arbitrary<Expression> = fc.record({ ...kind("literal"), value: literal });

/** Expressions of every kind, up to three deep; they mean nothing. */
export const expression: fc.Arbitrary<Expression> = anyOf(fc.oneof(leaf, anyOf(leaf)));
/** A value as a promise has it: a plain number now and then, an expression else. */
export const amount: fc.Arbitrary<Expression> = fc.oneof(leaf, expression);
export const match: fc.Arbitrary<EventMatch> = fc.record({
  event: name,
  where: maybe(anyOf(leaf)),
  ...at,
});
