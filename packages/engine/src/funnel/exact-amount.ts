import { type Expression, invariant } from "@entente/ir";
import Fraction from "fraction.js";

/**
 * The exact value of an amount that depends on nothing but the date: minor units for money, a ratio for a
 * percentage (34% is 34/100).
 *
 * @param on the date whose entry of a dated value counts, `YYYY-MM-DD`
 * @throws RangeError where the amount depends on the lead
 */
export function exactAmount(expression: Expression, on: string): Fraction {
  switch (expression.kind) {
    case "literal":
      return exactLiteral(expression.value);
    case "negate":
      return exactAmount(expression.operand, on).neg();
    case "arithmetic":
      return combine(
        expression.operator,
        exactAmount(expression.left, on),
        exactAmount(expression.right, on),
      );
    case "dated": {
      const inForce = expression.entries.findLast((entry) => entry.from === null || entry.from <= on);
      const entry = inForce ?? expression.entries[0];
      invariant(entry !== undefined, "a dated value has an entry");
      return exactAmount(entry.value, on);
    }
    default:
      throw new RangeError(
        "This amount differs from lead to lead, so it has no place in the sum of a funnel. Write one funnel for each kind of lead.",
      );
  }
}

function exactLiteral(value: Extract<Expression, { kind: "literal" }>["value"]): Fraction {
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
      return left.div(right);
  }
}
