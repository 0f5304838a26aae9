import fc from "fast-check";
import type {
  DatedNode,
  DateNode,
  DurationNode,
  ExpressionNode,
} from "../../packages/dsl/src/1-syntax/ast/expressions.ts";
import type { EventMatchNode } from "../../packages/dsl/src/1-syntax/ast/facts.ts";
import type { NameNode, TextNode } from "../../packages/dsl/src/1-syntax/ast/name.ts";

/** The span of every random node: it was read from nowhere. */
export const span = { file: "", start: 0, end: 0, line: 1, column: 1 };

export const maybe = <T>(arbitrary: fc.Arbitrary<T>): fc.Arbitrary<T | null> =>
  fc.option(arbitrary, { freq: 2 });
export const some = <T>(arbitrary: fc.Arbitrary<T>, maxLength = 3): fc.Arbitrary<T[]> =>
  fc.array(arbitrary, { minLength: 1, maxLength });
export const few = <T>(arbitrary: fc.Arbitrary<T>, maxLength = 3): fc.Arbitrary<T[]> =>
  fc.array(arbitrary, { maxLength });

/** Plain names in several scripts, a long one, and words that are keywords somewhere or everywhere. */
const NAMES = [
  ..."a b x y MQL SQL web big_fit 会社名 商談 zażółć to会社 _x a1".split(" "),
  "a_name_so_long_that_lines_have_to_be_broken_up",
  ..."first last when owner time count stage day hours mon worth give agenda all lead points by".split(" "),
];
export const name: fc.Arbitrary<NameNode> = fc
  .constantFrom(...NAMES)
  .map((text) => ({ kind: "Name", text, span }));
export const names = some(name);

const TEXTS = [
  "",
  "web",
  "a # b; { c }",
  'say "x" \\ y',
  "two\nlines",
  "日本語、（全角）",
  "// no comment",
  "a rather long text, as agendas have them",
];
export const text: fc.Arbitrary<TextNode> = fc
  .constantFrom(...TEXTS)
  .map((value) => ({ kind: "Text", value, span }));

const amount = fc.oneof(fc.nat(12).map(String), fc.constantFrom("1.5", "10000", "2000000", "0.25"));
const businessOrNot = fc.boolean();
export const unit = fc.constantFrom("second", "minute", "hour", "day", "week", "month", "quarter", "year");
export const date: fc.Arbitrary<DateNode> = fc
  .constantFrom("2020-01-01", "2020-12-31", "2024-02-29")
  .map((value) => ({ kind: "Date", value, span }));
export const clock = fc.constantFrom("09:00", "17:30", "00:00", "24:00");
export const number = amount.map((value) => ({ kind: "Number" as const, value, span }));
export const percent = amount.map((value) => ({ kind: "Percent" as const, value, span }));
export const money = fc
  .tuple(amount, fc.constantFrom("$", "€", "円", "EUR"))
  .map(([value, currency]) => ({ kind: "Money" as const, amount: value, currency, span }));
export const duration: fc.Arbitrary<DurationNode> = fc.record({
  kind: fc.constant("Duration" as const),
  amount,
  unit,
  business: businessOrNot,
  span: fc.constant(span),
});
export const dateTime = fc
  .tuple(date, fc.constantFrom("10:00", "18:30:15"))
  .map(([{ value }, time]) => ({ kind: "DateTime" as const, date: value, time, span }));

const quantity = fc.oneof(number, percent, money, duration);
export const dated: fc.Arbitrary<DatedNode> = fc
  .tuple(quantity, maybe(date), few(fc.tuple(quantity, date), 2))
  .filter(([, from, later]) => from !== null || later.length > 0)
  .map(([value, from, later]) => ({
    kind: "Dated",
    entries: [{ value, from }, ...later.map(([each, start]) => ({ value: each, from: start }))],
    span,
  }));

const reference = name.map((each) => ({ kind: "Reference" as const, name: each, span }));
const member = fc
  .tuple(name, name)
  .map(([object, each]) => ({ kind: "Member" as const, object, member: each, span }));
/** A field, or an attribute of an event. */
export const field = fc.oneof(reference, member);

/** What an expression may hold: places differ in whether a value table or a dated value can stand there. */
export interface Allowed {
  readonly tables: boolean;
  readonly dated: boolean;
}
const ANY: Allowed = { tables: true, dated: true };

/** Expressions of every kind, nested at most `depth` deep. */
export function expression(depth = 3, allowed = ANY): fc.Arbitrary<ExpressionNode> {
  const leaf: fc.Arbitrary<ExpressionNode> = fc.oneof(
    ...[quantity, field, text, date, dateTime],
    fc.boolean().map((value) => ({ kind: "Boolean" as const, value, span })),
    name.map((stage) => ({ kind: "Reached" as const, stage, span })),
    ...(allowed.dated ? [dated] : []),
  );
  if (depth === 0) return leaf;
  const below = expression(depth - 1, allowed);
  const inner = fc.oneof({ weight: 2, arbitrary: leaf }, { weight: 1, arbitrary: below });
  return fc.oneof(leaf, ...conditions(inner), ...values(inner), ...(allowed.tables ? [table(inner)] : []));
}

type Inner = fc.Arbitrary<ExpressionNode>;
const kind = <K extends string>(value: K) => ({ kind: fc.constant(value), span: fc.constant(span) });

function conditions(inner: Inner): fc.Arbitrary<ExpressionNode>[] {
  const about = { subject: inner, negated: fc.boolean() };
  return [
    fc.record({ ...kind("Not"), operand: inner }),
    fc.record({
      ...kind("Logical"),
      operator: fc.constantFrom("and", "or"),
      operands: fc.array(inner, { minLength: 2, maxLength: 3 }),
    }),
    fc.record({
      ...kind("Comparison"),
      operator: fc.constantFrom("=", "!=", "<", "<=", ">", ">="),
      left: inner,
      right: inner,
    }),
    fc.record({ ...kind("Is"), ...about, value: inner }),
    fc.record({ ...kind("Presence"), subject: inner, present: fc.boolean() }),
    fc.record({ ...kind("IsWithin"), ...about, duration, of: inner }),
    fc.record({ ...kind("Between"), ...about, low: inner, high: inner }),
    fc.record({ ...kind("In"), ...about, values: some(inner) }),
    fc.record({
      ...kind("TextMatch"),
      match: fc.constantFrom("contains", "startsWith", "endsWith"),
      subject: inner,
      text: inner,
      ignoreCase: fc.boolean(),
    }),
  ];
}

function values(inner: Inner): fc.Arbitrary<ExpressionNode>[] {
  return [
    fc.record({
      ...kind("Occurrence"),
      which: fc.constantFrom("first", "last"),
      event: name,
      where: maybe(inner),
    }),
    fc.record({ ...kind("Count"), event: name, where: maybe(inner) }),
    fc.record({ ...kind("TimeSince"), of: inner }),
    fc.record({
      ...kind("Arithmetic"),
      operator: fc.constantFrom("+", "-", "*", "/"),
      left: inner,
      right: inner,
    }),
    fc.record({ ...kind("Negate"), operand: inner }),
  ];
}

function table(inner: Inner): fc.Arbitrary<ExpressionNode> {
  const cases = fc.record({ ...kind("TableCase"), values: maybe(some(inner, 2)), result: inner });
  return fc.record({ ...kind("Table"), by: field, cases: some(cases) });
}

/** A number, or a table of them. */
export const countOrTable: fc.Arbitrary<ExpressionNode> = fc.oneof(number, table(number));
export const shareOrTable: fc.Arbitrary<ExpressionNode> = fc.oneof(percent, table(percent));
export const durationOrTable: fc.Arbitrary<ExpressionNode> = fc.oneof(duration, table(duration));

/** An event with or without a filter. */
export function event(allowed = ANY): fc.Arbitrary<EventMatchNode> {
  const simple = fc.record({ ...kind("Is"), subject: reference, negated: fc.boolean(), value: reference });
  return fc.record({
    ...kind("EventMatch"),
    event: name,
    where: maybe(fc.oneof(simple, expression(1, allowed))),
  });
}
export const events = some(event(), 2);
/** An expression beside a `{ … }` of clauses, in which no other brace can stand. */
export const braceless = expression(2, { tables: false, dated: true });
