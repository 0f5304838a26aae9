import type { Expression, ExpressionOf, Funnel, Literal } from "@entente/ir";

/** A part of a funnel's leads for which it has amounts of its own: a case of `quota by segment { … }`. */
export interface Segment {
  /** As the contract names it: `enterprise`, `small or medium`, `otherwise`. */
  readonly label: string;
  /** The values of the field or class; empty for `otherwise`. */
  readonly values: readonly Literal[];
}

/**
 * The segments of a funnel: the cases of the table in its quota. A funnel whose quota is one amount has none.
 *
 * @throws RangeError where its tables differ by different things: then no segment has one sum
 */
export function segmentsOf(funnel: Funnel): readonly Segment[] {
  const quota = funnel.quota === null ? [] : tablesIn(funnel.quota.value);
  const [table] = quota;
  if (table === undefined) return [];
  const others = amountsOf(funnel).flatMap(tablesIn);
  if (others.some((other) => subjectOf(other) !== subjectOf(table))) {
    throw new RangeError(
      `The amounts of the funnel ${funnel.name} differ by different things, so there is no one sum. Let all its tables be by the same field or class.`,
    );
  }
  const cases = table.cases.map(({ values }) => ({ label: values.map(wordsOf).join(" or "), values }));
  return table.otherwise === null ? cases : [...cases, { label: "otherwise", values: [] }];
}

function amountsOf(funnel: Funnel): readonly Expression[] {
  return [
    ...(funnel.quota === null ? [] : [funnel.quota.value]),
    ...(funnel.deal === null ? [] : [funnel.deal]),
    ...funnel.rates.map(({ rate }) => rate),
    ...funnel.mix.flatMap(({ share, rate }) => [share, rate]),
  ];
}

/** The tables of an amount, through dates and sums. */
function tablesIn(expression: Expression): readonly ExpressionOf<"table">[] {
  switch (expression.kind) {
    case "table":
      return [expression, ...expression.cases.flatMap(({ result }) => tablesIn(result))];
    case "dated":
      return expression.entries.flatMap(({ value }) => tablesIn(value));
    case "arithmetic":
      return [...tablesIn(expression.left), ...tablesIn(expression.right)];
    case "negate":
      return tablesIn(expression.operand);
    default:
      return [];
  }
}

/** What a table is by, without the place where it says so. */
function subjectOf({ by }: ExpressionOf<"table">): string {
  return JSON.stringify(by, (key, value: unknown) => (key === "span" ? undefined : value));
}

function wordsOf(value: Literal): string {
  switch (value.kind) {
    case "boolean":
      return value.value ? "yes" : "no";
    case "money":
      return `${value.minor} ${value.currency}`;
    case "duration":
      return `${value.amount} ${value.unit}`;
    default:
      return String(value.value);
  }
}
