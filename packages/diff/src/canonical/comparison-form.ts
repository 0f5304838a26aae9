import { assertNever, type ComparisonOperator, type Expression, type Literal } from "@entente/ir";
import Fraction from "fraction.js";

export const mirrored: Readonly<Record<ComparisonOperator, ComparisonOperator>> = {
  "=": "=",
  "!=": "!=",
  "<": ">",
  "<=": ">=",
  ">": "<",
  ">=": "<=",
};

export const inverse: Readonly<Record<ComparisonOperator, ComparisonOperator>> = {
  "=": "!=",
  "!=": "=",
  "<": ">=",
  "<=": ">",
  ">": "<=",
  ">=": "<",
};

/**
 * Whether a comparison with the expression is unknown exactly where its inverse is. With an event that has not
 * happened, or a class without a case that holds, both are false.
 */
export function isInvertible(node: Expression): boolean {
  switch (node.kind) {
    case "literal":
    case "field":
    case "attribute":
    case "score":
    case "count":
      return true;
    case "arithmetic":
      return node.operator !== "/" && isInvertible(node.left) && isInvertible(node.right);
    case "negate":
      return isInvertible(node.operand);
    default:
      return false;
  }
}

/** A comparison of a whole number with a bound, written with `>=`, `<=` or `=` and a whole bound: `> 49` is `>= 50`. */
export function wholeBound(
  operator: ComparisonOperator,
  bound: Literal,
): { readonly operator: ComparisonOperator; readonly bound: Literal } {
  if (bound.kind !== "number") return { operator, bound };
  const value = new Fraction(bound.value);
  const whole = (result: Fraction): Literal => ({ kind: "number", value: result.toFraction() });
  switch (operator) {
    case ">":
      return { operator: ">=", bound: whole(value.floor().add(1)) };
    case ">=":
      return { operator, bound: whole(value.ceil()) };
    case "<":
      return { operator: "<=", bound: whole(value.ceil().sub(1)) };
    case "<=":
      return { operator, bound: whole(value.floor()) };
    case "=":
    case "!=":
      return { operator, bound };
    default:
      return assertNever(operator);
  }
}
