import type { ExpressionNode, ExpressionNodeOf } from "../1-syntax/ast/expressions.ts";
import { reportCheck } from "../diagnostics/check.ts";
import type { Checking } from "./checking.ts";
import { writeMoney } from "./currency.ts";
import { comparable, describeType, ordered, type Type } from "./types.ts";

/** Checks the two sides of `=`, `<` and their kin. */
export function checkComparison(
  node: ExpressionNodeOf<"Comparison">,
  left: Type,
  right: Type,
  checking: Checking,
): void {
  if (!checkComparable(node.left, node.right, left, right, checking)) return;
  if (node.operator === "=" || node.operator === "!=") return;
  if (ordered(left) && ordered(right)) return;
  checking.diagnostics.push(
    reportCheck("check/not-ordered", node.left.span, {
      what: node.left.kind === "Reference" ? `\`${node.left.name.text}\`` : describeType(left),
      operator: node.operator,
    }),
  );
}

/** Reports two sides that cannot be compared; the report stands at the right one, which is mostly the value. */
export function checkComparable(
  left: ExpressionNode,
  right: ExpressionNode,
  leftType: Type,
  rightType: Type,
  checking: Checking,
): boolean {
  if (comparable(leftType, rightType)) return true;
  checking.diagnostics.push(
    reportCheck("check/unit-mismatch", right.span, {
      left: subjectText(left, leftType),
      right: valueText(right, leftType, rightType),
      write: suggestUnit(right, leftType, checking.currency),
    }),
  );
  return false;
}

function subjectText(node: ExpressionNode, type: Type): string {
  const name = node.kind === "Reference" ? node.name.text : null;
  if (name === null) return `this is ${describeType(type)}`;
  return `\`${name}\` is ${describeType(type)}`;
}

function valueText(node: ExpressionNode, wanted: Type, type: Type): string {
  if (node.kind === "Number") {
    const missing = MISSING_UNIT[wanted.kind];
    if (missing !== undefined) return `${written(node)} has no ${missing}`;
  }
  if (node.kind === "Reference") return `\`${node.name.text}\` is ${describeType(type)}`;
  return `this is ${describeType(type)}`;
}

const MISSING_UNIT: Readonly<Partial<Record<Type["kind"], string>>> = {
  money: "currency",
  percent: "percent sign",
  duration: "unit of time",
};

function written(node: ExpressionNodeOf<"Number">): string {
  return node.value.replace(/\B(?=(\d{3})+(?!\d))/g, ",");
}

/** The same value with the unit that its place asks for, as the contract would write it. */
export function suggestUnit(node: ExpressionNode, wanted: Type, currency: string | null): string | undefined {
  const value = node.kind === "Number" || node.kind === "Percent" ? node.value : undefined;
  if (value === undefined) return undefined;
  switch (wanted.kind) {
    case "money":
      return currency === null || node.kind === "Percent" ? undefined : writeMoney(value, currency);
    case "percent":
      return `${value}%`;
    case "number":
      return node.kind === "Percent" ? value : undefined;
    default:
      return undefined;
  }
}
