import type { ExpressionNodeOf } from "../1-syntax/ast/expressions.ts";
import { reportCheck } from "../diagnostics/check.ts";
import type { Checking } from "./checking.ts";
import { describeType, ERROR, NUMBER, PERCENT, type Type } from "./types.ts";

/** The type of a sum, difference, product or quotient; units follow the arithmetic of quantities. */
export function arithmeticType(
  node: ExpressionNodeOf<"Arithmetic">,
  left: Type,
  right: Type,
  checking: Checking,
): Type {
  if (left.kind === "error" || right.kind === "error") return ERROR;
  const type =
    node.operator === "+" || node.operator === "-"
      ? sumType(node.operator, left, right)
      : productType(node.operator, left, right);
  if (type !== null) return type;
  checking.diagnostics.push(
    reportCheck("check/unit-mismatch", node.span, {
      left: `\`${node.operator}\` has ${describeType(left)} on its left`,
      right: `${describeType(right)} on its right`,
      write: undefined,
    }),
  );
  return ERROR;
}

function sumType(operator: "+" | "-", left: Type, right: Type): Type | null {
  if (left.kind === "instant" || left.kind === "date") {
    if (right.kind === "duration") return left;
    if (operator === "-" && left.kind === "instant" && right.kind === "instant") {
      return { kind: "duration", family: "elapsed" };
    }
    return null;
  }
  if (left.kind === "duration" && right.kind === "duration")
    return left.family === right.family ? left : null;
  if (left.kind !== right.kind) return null;
  return left.kind === "number" || left.kind === "money" || left.kind === "percent" ? left : null;
}

function productType(operator: "*" | "/", left: Type, right: Type): Type | null {
  const scalar = (type: Type): boolean => type.kind === "number" || type.kind === "percent";
  if (scalar(left) && scalar(right))
    return left.kind === "percent" && right.kind === "percent" ? PERCENT : NUMBER;
  if (left.kind === "money" && scalar(right)) return left;
  if (operator === "*" && scalar(left) && right.kind === "money") return right;
  if (operator === "/" && left.kind === "money" && right.kind === "money") return NUMBER;
  return null;
}
