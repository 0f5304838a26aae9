import type { Expression, Literal } from "@entente/ir";
import Fraction from "fraction.js";
import { normalDuration, normalLiteral } from "../canonical/normal-value.ts";
import { textOf } from "../canonical/order.ts";
import type { Version } from "../version.ts";

/** The sign of later minus earlier; null where it cannot be told for every lead. */
export type Order = -1 | 0 | 1 | null;

/** Which of two values is the greater for every lead: fixed values, tables by the same subject, values by date. */
export function orderOfValues(base: Version, head: Version, a: Expression, b: Expression): Order {
  const [before, after] = [resolved(base, a), resolved(head, b)];
  if (before.kind === "literal" && after.kind === "literal")
    return orderOfLiterals(before.value, after.value);
  const same = textOf(base.forms.expression.of(before)) === textOf(head.forms.expression.of(after));
  if (same) return 0;
  const pairs = [...pairsOfTables(base, head, before, after), ...pairsByDate(base, head, before, after)];
  return pairs.length === 0
    ? null
    : common(pairs.map(([one, other]) => orderOfValues(base, head, one, other)));
}

type Table = Extract<Expression, { kind: "table" }>;
type Pair = readonly [Expression, Expression];

/** The expression that the name of a define stands for; any other is itself. */
export function resolved(version: Version, node: Expression): Expression {
  if (node.kind !== "define") return node;
  const define = version.policy.defines.find(({ name }) => name === node.name);
  return define === undefined ? node : resolved(version, define.value);
}

/** What each value of the subject gives, where both tables have the same subject. */
function pairsOfTables(base: Version, head: Version, a: Expression, b: Expression): readonly Pair[] {
  const [table, other] = a.kind === "table" ? [a, b] : [b, a];
  if (table.kind !== "table") return [];
  if (other.kind === "literal") {
    const results = [
      ...table.cases.map(({ result }) => result),
      ...(table.otherwise === null ? [] : [table.otherwise]),
    ];
    if (!alwaysGives(table === a ? base : head, table)) return [];
    return results.map((result) => (table === a ? [result, other] : [other, result]));
  }
  if (a.kind !== "table" || b.kind !== "table") return [];
  if (textOf(base.forms.expression.of(a.by)) !== textOf(head.forms.expression.of(b.by))) return [];
  const values = new Set([...a.cases, ...b.cases].flatMap((one) => one.values.map(keyOf)));
  const found = [...values, null].map((value) => [resultFor(a, value), resultFor(b, value)] as const);
  const both = found.flatMap(([one, two]): Pair[] => (one === null || two === null ? [] : [[one, two]]));
  const gaps = found.some(([one, two]) => (one === null) !== (two === null));
  return gaps ? [] : both;
}

/** Whether a table gives a value for every lead: where it gives none, its clock can never be missed. */
function alwaysGives({ policy }: Version, { by, cases, otherwise }: Table): boolean {
  if (by.kind !== "field") return false;
  const field = policy.lead.fields.find(({ name }) => name === by.name);
  if (field === undefined || !field.required) return false;
  if (otherwise !== null) return true;
  const taken = new Set(cases.flatMap(({ values }) => values.map(keyOf)));
  const { type } = field;
  return (
    type.kind === "choice" &&
    type.values.every(({ name }) => taken.has(keyOf({ kind: "choice", value: name })))
  );
}

const keyOf = (literal: Literal): string => textOf(normalLiteral(literal));

function resultFor(table: Table, value: string | null): Expression | null {
  const own = table.cases.find(({ values }) => values.some((one) => keyOf(one) === value));
  return own?.result ?? table.otherwise;
}

/** The values in force in each time between two dates of either version, from the beginning of both terms on. */
function pairsByDate(base: Version, head: Version, a: Expression, b: Expression): readonly Pair[] {
  if (a.kind !== "dated" && b.kind !== "dated") return [];
  const [one, other] = [entriesOf(base, a), entriesOf(head, b)];
  if (one[0]?.from !== other[0]?.from) return [];
  const dates = [...new Set([...one, ...other].map(({ from }) => from))];
  return dates.flatMap((date): Pair[] => {
    const [before, after] = [valueOn(one, date), valueOn(other, date)];
    return before === null || after === null ? [] : [[before, after]];
  });
}

type Dated = Extract<Expression, { kind: "dated" }>["entries"];

/** Values by date; one that is in force when the term begins is in force from ever. */
function entriesOf({ policy }: Version, node: Expression): Dated {
  if (node.kind !== "dated") return [{ from: null, value: node }];
  const begins = policy.agreement.effective?.from ?? null;
  const [first, ...later] = node.entries;
  if (first?.from == null || begins === null || first.from > begins) return node.entries;
  return [{ ...first, from: null }, ...later];
}

function valueOn(entries: Dated, date: string | null): Expression | null {
  const entry = entries.findLast(({ from }) => from === null || (date !== null && from <= date));
  return entry?.value ?? null;
}

/** One sign for all, where some may be equal. */
export function common(orders: readonly Order[]): Order {
  if (orders.includes(null)) return null;
  const signs = new Set(orders.filter((order) => order !== 0));
  const [first] = signs;
  if (first === undefined) return 0;
  return signs.size === 1 ? first : null;
}

export function orderOfLiterals(a: Literal, b: Literal): Order {
  if (keyOf(a) === keyOf(b)) return 0;
  if (a.kind === "number" && b.kind === "number") return sign(new Fraction(b.value).compare(a.value));
  if (a.kind === "percent" && b.kind === "percent") return sign(new Fraction(b.value).compare(a.value));
  if (a.kind === "money" && b.kind === "money")
    return a.currency === b.currency ? sign(b.minor - a.minor) : null;
  return a.kind === "duration" && b.kind === "duration" ? orderOfDurations(a, b) : null;
}

type Duration = Extract<Literal, { kind: "duration" }>;

/**
 * Which duration ends later after every start. Units of one family compare exactly. Of open time at least as much
 * elapses: so many elapsed hours are over no later than as many business hours.
 */
export function orderOfDurations(a: Duration, b: Duration): Order {
  const [one, other] = [exact(a), exact(b)];
  const sizes = one.unit === other.unit ? sign(other.amount.compare(one.amount)) : null;
  if (a.business === b.business) return sizes;
  if (one.unit !== "second" || sizes === null) return null;
  return a.business ? (sizes <= 0 ? -1 : null) : sizes >= 0 ? 1 : null;
}

function exact(duration: Duration): { readonly unit: string; readonly amount: Fraction } {
  const form = normalDuration(duration) as { readonly unit: string; readonly amount: string };
  return { unit: form.unit, amount: new Fraction(form.amount) };
}

export function sign(value: number): -1 | 0 | 1 {
  return value < 0 ? -1 : value > 0 ? 1 : 0;
}
