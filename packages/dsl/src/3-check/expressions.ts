import { assertNever } from "@entente/ir";
import type { ExpressionNode, ExpressionNodeOf } from "../1-syntax/ast/expressions.ts";
import { reportCheck } from "../diagnostics/check.ts";
import { arithmeticType } from "./arithmetic.ts";
import type { Checking } from "./checking.ts";
import { checkComparable, checkComparison, checkOrdered, suggestUnit, unitFix } from "./comparisons.ts";
import { checkDate, dateTimeType, durationType, familyOf, moneyType } from "./literals.ts";
import { bindingType } from "./names.ts";
import { checkOtherwiseLast } from "./otherwise-last.ts";
import { checkPlain } from "./plain-value.ts";
import {
  BOOLEAN,
  comparable,
  DATE,
  describeType,
  ERROR,
  INSTANT,
  NUMBER,
  PERCENT,
  TEXT,
  type Type,
} from "./types.ts";

/** Finds the type of an expression, notes it, and reports what cannot be meant. */
export function checkExpression(node: ExpressionNode, checking: Checking): Type {
  const type = typeOf(node, checking);
  checking.types.set(node, type);
  return type;
}

/** Checks an expression that must hold or not hold. */
export function checkCondition(node: ExpressionNode | null, checking: Checking): void {
  if (node === null) return;
  const type = checkExpression(node, checking);
  if (type.kind === "boolean" || type.kind === "error") return;
  checking.diagnostics.push(
    reportCheck("check/not-a-condition", node.span, {
      found: describeType(type),
      write: suggestCondition(node, type),
    }),
  );
}

function suggestCondition(node: ExpressionNode, type: Type): string | undefined {
  if (node.kind !== "Reference") return undefined;
  const name = node.name.text;
  if (type.kind === "choice") return `\`${name} is …\``;
  return type.kind === "text" || type.kind === "date" || type.kind === "instant"
    ? `\`${name} is present\``
    : undefined;
}

function typeOf(node: ExpressionNode, checking: Checking): Type {
  switch (node.kind) {
    case "Number":
      return NUMBER;
    case "Percent":
      return PERCENT;
    case "Money":
      return moneyType(node, checking);
    case "Text":
      return TEXT;
    case "Boolean":
      return BOOLEAN;
    case "Date":
      return checkDate(node.value, node, checking) ? DATE : ERROR;
    case "DateTime":
      return dateTimeType(node, checking);
    case "Duration":
      return durationType(node, checking);
    case "Reference":
    case "Member":
      return bindingType(checking.resolution.bindings.get(node), checking);
    case "Occurrence":
      checkCondition(node.where, checking);
      return INSTANT;
    case "Count":
      checkCondition(node.where, checking);
      return NUMBER;
    case "TimeSince":
      return timeSinceType(node, checking);
    case "Not":
      checkCondition(node.operand, checking);
      return BOOLEAN;
    case "Logical":
      for (const operand of node.operands) checkCondition(operand, checking);
      return BOOLEAN;
    case "Comparison":
      checkComparison(
        node,
        checkExpression(node.left, checking),
        checkExpression(node.right, checking),
        checking,
      );
      return BOOLEAN;
    case "Is":
      checkMembers(node.subject, [node.value], checking);
      return BOOLEAN;
    case "In":
      checkMembers(node.subject, node.values, checking);
      return BOOLEAN;
    case "Presence":
      checkExpression(node.subject, checking);
      return BOOLEAN;
    case "Between":
      checkMembers(node.subject, [node.low, node.high], checking);
      checkOrdered(node.subject, checking.types.get(node.subject) ?? ERROR, "between", checking);
      return BOOLEAN;
    case "IsWithin":
      return isWithinType(node, checking);
    case "TextMatch":
      return textMatchType(node, checking);
    case "Reached":
      return BOOLEAN;
    case "Arithmetic":
      return arithmeticType(
        node,
        checkExpression(node.left, checking),
        checkExpression(node.right, checking),
        checking,
      );
    case "Negate":
      return checkExpression(node.operand, checking);
    case "Table":
      return tableType(node, checking);
    case "Dated":
      return datedType(node, checking);
    default:
      return assertNever(node);
  }
}

function checkMembers(subject: ExpressionNode, values: readonly ExpressionNode[], checking: Checking): void {
  const type = checkExpression(subject, checking);
  for (const value of values) {
    checkComparable(subject, value, type, checkExpression(value, checking), checking);
  }
}

function checkInstant(node: ExpressionNode, checking: Checking): Type {
  const type = checkExpression(node, checking);
  const isEvent = node.kind === "Reference" && checking.resolution.bindings.get(node)?.kind === "event";
  if (type.kind === "instant" || type.kind === "date" || type.kind === "error" || isEvent) return type;
  checking.diagnostics.push(
    reportCheck("check/wrong-type", node.span, {
      wanted: "a date or a time",
      found: describeType(type),
      write: undefined,
    }),
  );
  return ERROR;
}

/** Elapsed time needs an instant to count from: a date has no time of day. */
function timeSinceType(node: ExpressionNodeOf<"TimeSince">, checking: Checking): Type {
  if (checkInstant(node.of, checking).kind === "date") {
    checking.diagnostics.push(
      reportCheck("check/wrong-type", node.of.span, {
        wanted: "an event or a time",
        found: "a date, which has no time of day",
        write: undefined,
      }),
    );
  }
  return { kind: "duration", family: "elapsed" };
}

function isWithinType(node: ExpressionNodeOf<"IsWithin">, checking: Checking): Type {
  const sides = [checkInstant(node.subject, checking), checkInstant(node.of, checking)];
  checkPlainDuration(node.duration, checking);
  if (sides.some((side) => side.kind === "date") && familyOf(node.duration) === "elapsed") {
    checking.diagnostics.push(
      reportCheck("check/wrong-type", node.duration.span, {
        wanted: "a number of days, weeks or months (a date has no time of day)",
        found: "a length of elapsed time",
        write: undefined,
      }),
    );
  }
  return BOOLEAN;
}

/** Checks a length of time that is counted without a calendar: elapsed or calendar time. */
export function checkPlainDuration(node: ExpressionNodeOf<"Duration">, checking: Checking): void {
  const type = checkExpression(node, checking);
  if (type.kind !== "duration" || (type.family !== "businessTime" && type.family !== "businessDays")) return;
  checking.diagnostics.push(
    reportCheck("check/wrong-type", node.span, {
      wanted: "a length of elapsed or calendar time",
      found: describeType(type),
      write: undefined,
    }),
  );
}

function textMatchType(node: ExpressionNodeOf<"TextMatch">, checking: Checking): Type {
  const subject = checkExpression(node.subject, checking);
  const found = checkExpression(node.text, checking);
  if (subject.kind === "error") return BOOLEAN;
  if (subject.kind === "list") {
    if (!comparable(subject.item, found))
      checkComparable(node.subject, node.text, subject.item, found, checking);
    return BOOLEAN;
  }
  for (const [side, type] of [
    [node.subject, subject],
    [node.text, found],
  ] as const) {
    if (type.kind === "text" || type.kind === "error") continue;
    checking.diagnostics.push(
      reportCheck("check/wrong-type", side.span, {
        wanted: "a text",
        found: describeType(type),
        write: undefined,
      }),
    );
  }
  return BOOLEAN;
}

function tableType(node: ExpressionNodeOf<"Table">, checking: Checking): Type {
  const by = checkExpression(node.by, checking);
  let result: Type = ERROR;
  let first: ExpressionNode | null = null;
  checkOtherwiseLast(node.cases, (item) => item.values === null, "the table", checking);
  for (const item of node.cases) {
    for (const value of item.values ?? []) {
      if (checkComparable(node.by, value, by, checkExpression(value, checking), checking))
        checkPlain(value, "a case of a table", checking);
    }
    const type = checkExpression(item.result, checking);
    if (first === null) {
      first = item.result;
      result = type;
    } else if (type.kind !== "duration" || result.kind !== "duration") {
      checkComparable(first, item.result, result, type, checking);
    }
  }
  if (first === null || (result.kind !== "stage" && result.kind !== "status")) return result;
  const params = { wanted: "a value", found: describeType(result), write: undefined };
  checking.diagnostics.push(reportCheck("check/wrong-type", first.span, params));
  return ERROR;
}

function datedType(node: ExpressionNodeOf<"Dated">, checking: Checking): Type {
  const [first, ...others] = node.entries;
  if (first === undefined) return ERROR;
  const type = checkExpression(first.value, checking);
  let latest = first.from?.value ?? "";
  if (first.from !== null) checkExpression(first.from, checking);
  for (const entry of others) {
    checkComparable(first.value, entry.value, type, checkExpression(entry.value, checking), checking);
    if (entry.from !== null) checkExpression(entry.from, checking);
    const from = entry.from?.value ?? "";
    if (from <= latest) {
      const span = entry.from?.span ?? entry.value.span;
      checking.diagnostics.push(reportCheck("check/dated-order", span, { date: entry.from?.value }));
    }
    latest = from;
  }
  return type;
}

/** Checks a value whose type is given by its place, such as the amount of a quota. */
export function checkValue(
  node: ExpressionNode,
  accepts: (type: Type) => boolean,
  wanted: string,
  wantedType: Type,
  checking: Checking,
): void {
  const type = checkExpression(node, checking);
  if (type.kind === "error" || accepts(type)) return;
  checking.diagnostics.push(
    reportCheck(
      "check/wrong-type",
      node.span,
      { wanted, found: describeType(type), write: suggestUnit(node, wantedType, checking.currency) },
      unitFix(node, wantedType, checking.currency),
    ),
  );
}
