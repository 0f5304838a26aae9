import { minorDigits } from "@entente/ir";
import type { ExpressionNode, ExpressionNodeOf } from "../1-syntax/ast/expressions.ts";
import { reportCheck } from "../diagnostics/check.ts";
import { type Fixes, replacing } from "../diagnostics/fixes.ts";
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
  if (!ordered(left) || !ordered(right)) tellUnordered(node.left, left, node.operator, checking);
}

/** Tells a value that is neither more nor less than another. */
export function checkOrdered(node: ExpressionNode, type: Type, operator: string, checking: Checking): void {
  if (!ordered(type)) tellUnordered(node, type, operator, checking);
}

function tellUnordered(node: ExpressionNode, type: Type, operator: string, checking: Checking): void {
  const what = node.kind === "Reference" ? `\`${node.name.text}\`` : describeType(type);
  checking.diagnostics.push(reportCheck("check/not-ordered", node.span, { what, operator }));
}

/** Reports two sides that cannot be compared; the report stands at the right one, which is mostly the value. */
export function checkComparable(
  left: ExpressionNode,
  right: ExpressionNode,
  leftType: Type,
  rightType: Type,
  checking: Checking,
): boolean {
  if (comparable(leftType, rightType) || isTextForCase(left, right, leftType)) return true;
  checking.diagnostics.push(
    reportCheck(
      "check/unit-mismatch",
      right.span,
      {
        left: subjectText(left, leftType),
        right: valueText(right, leftType, rightType),
        write: suggestUnit(right, leftType, checking.currency),
      },
      unitFix(right, leftType, checking.currency),
    ),
  );
  return false;
}

/** A text where a name of a closed list is meant: the resolver has told that. */
function isTextForCase(left: ExpressionNode, right: ExpressionNode, type: Type): boolean {
  const isClosed = type.kind === "choice" || type.kind === "stage" || type.kind === "status";
  return right.kind === "Text" && isClosed && (left.kind === "Reference" || left.kind === "Member");
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

/**
 * The fix that writes the unit: certain of money, which an agreement counts in one currency, and of whole
 * percentages. `0.34` may mean 0.34% or 34%.
 */
export function unitFix(node: ExpressionNode, wanted: Type, currency: string | null): Fixes {
  if (node.kind !== "Number") return {};
  if (wanted.kind === "percent" && node.value.includes(".")) return {};
  const decimals = node.value.split(".")[1]?.length ?? 0;
  if (wanted.kind === "money" && currency !== null && decimals > minorDigits(currency)) return {};
  const text = suggestUnit(node, wanted, currency);
  return text === undefined ? {} : { fixes: [replacing(node.span, text)] };
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
