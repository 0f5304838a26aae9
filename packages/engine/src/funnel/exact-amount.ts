import { type Expression, type ExpressionOf, invariant } from "@entente/ir";
import Fraction from "fraction.js";
import type { Segment } from "./segments.ts";

/** An exact rational number. */
export type Exact = Fraction;

/** For what the amount is asked: a date, and a segment where the amounts of the funnel differ by one. */
export interface AmountContext {
  /** The date whose entry of a dated value counts, `YYYY-MM-DD`. */
  readonly on: string;
  readonly segment?: Segment | null;
}

/**
 * The exact value of an amount that depends on nothing but the date and the segment: minor units for money, a ratio
 * for a percentage (34% is 34/100).
 *
 * @param at the date (`YYYY-MM-DD`) whose entry of a dated value counts, with the segment where there is one
 * @throws RangeError where the amount depends on the lead in another way
 */
export function exactAmount(expression: Expression, at: string | AmountContext): Fraction {
  const context = typeof at === "string" ? { on: at } : at;
  switch (expression.kind) {
    case "literal":
      return exactLiteral(expression.value);
    case "negate":
      return exactAmount(expression.operand, context).neg();
    case "arithmetic":
      return combine(
        expression.operator,
        exactAmount(expression.left, context),
        exactAmount(expression.right, context),
      );
    case "dated": {
      const inForce = expression.entries.findLast((entry) => entry.from === null || entry.from <= context.on);
      const entry = inForce ?? expression.entries[0];
      invariant(entry !== undefined, "a dated value has an entry");
      return exactAmount(entry.value, context);
    }
    case "table":
      return exactAmount(caseFor(expression, context.segment ?? null), context);
    default:
      throw new RangeError(
        "This amount differs from lead to lead, so it has no place in the sum of a funnel. Write one funnel for each kind of lead.",
      );
  }
}

/** The amount that a table has for a segment. */
function caseFor(table: ExpressionOf<"table">, segment: Segment | null): Expression {
  if (segment === null) {
    throw new RangeError(
      "This amount differs by segment, so one sum for all leads needs the quota of each: write `quota by …`, too, or one funnel for each kind of lead.",
    );
  }
  const held = table.cases.find(({ values }) =>
    segment.values.some((value) => values.some((other) => sameLiteral(value, other))),
  );
  const result = held?.result ?? table.otherwise;
  if (result === null) {
    throw new RangeError(
      `A table of this funnel says nothing of ${segment.label}: add a case for it, or \`otherwise\`.`,
    );
  }
  return result;
}

type Values = ExpressionOf<"table">["cases"][number]["values"];

function sameLiteral(a: Values[number], b: Values[number]): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

function exactLiteral(value: ExpressionOf<"literal">["value"]): Fraction {
  switch (value.kind) {
    case "number":
      return new Fraction(value.value);
    case "percent":
      return new Fraction(value.value).div(100);
    case "money":
      return new Fraction(value.minor);
    default:
      throw new RangeError(`A ${value.kind} has no place in the sum of a funnel.`);
  }
}

function combine(operator: "+" | "-" | "*" | "/", left: Fraction, right: Fraction): Fraction {
  switch (operator) {
    case "+":
      return left.add(right);
    case "-":
      return left.sub(right);
    case "*":
      return left.mul(right);
    case "/":
      if (right.equals(0)) throw new RangeError("An amount of this funnel is divided by zero.");
      return left.div(right);
  }
}
