import type { EventMatch } from "@entente/ir";
import {
  assertNever,
  type ComparisonOperator,
  type Expression,
  invariant,
  type Literal,
  type Span,
} from "@entente/ir";
import type { ExpressionNode, ExpressionNodeOf } from "../1-syntax/ast/expressions.ts";
import type { EventMatchNode } from "../1-syntax/ast/facts.ts";
import type { Binding } from "../2-resolve/symbols.ts";
import { literalOf, lowerDuration, requireLiteral } from "./literals.ts";
import { bindingOf, boundTo, type Lowering } from "./lowering.ts";

/** An expression of the policy: names replaced by what they stand for, spellings by one form. */
export function lowerExpression(node: ExpressionNode, lowering: Lowering): Expression {
  const lower = (child: ExpressionNode): Expression => lowerExpression(child, lowering);
  const { span } = node;
  switch (node.kind) {
    case "Number":
    case "Percent":
    case "Money":
    case "Text":
    case "Boolean":
    case "Date":
    case "DateTime":
    case "Duration":
      return { kind: "literal", value: requireLiteral(node, lowering), span };
    case "Reference":
    case "Member":
      return lowerName(bindingOf(node, lowering), span);
    case "Occurrence":
      return {
        kind: "occurrence",
        event: node.event.text,
        which: node.which,
        where: lowerOptional(node.where, lowering),
        span,
      };
    case "Count":
      return { kind: "count", event: node.event.text, where: lowerOptional(node.where, lowering), span };
    case "TimeSince":
      return { kind: "elapsedSince", of: lowerInstant(node.of, lowering), span };
    case "Not":
      return { kind: "not", operand: lower(node.operand), span };
    case "Negate":
      return { kind: "negate", operand: lower(node.operand), span };
    case "Logical":
      return { kind: node.operator, operands: node.operands.map(lower), span };
    case "Arithmetic":
      return {
        kind: "arithmetic",
        operator: node.operator,
        left: lower(node.left),
        right: lower(node.right),
        span,
      };
    case "Comparison":
      return lowerComparison(node, lowering);
    case "Is":
      return lowerEquality(node.negated ? "!=" : "=", node.subject, node.value, span, lowering);
    case "Presence":
      return negatedIf(!node.present, lowerPresence(node.subject, span, lowering), span);
    case "IsWithin":
      return negatedIf(node.negated, lowerIsWithin(node, lowering), span);
    case "Between":
      return negatedIf(node.negated, lowerBetween(node, lowering), span);
    case "In":
      return negatedIf(node.negated, lowerIn(node, lowering), span);
    case "TextMatch":
      return lowerTextMatch(node, lowering);
    case "Reached":
      return { kind: "stageReached", stage: node.stage.text, span };
    case "Table":
      return lowerTable(node, lowering);
    case "Dated":
      return {
        kind: "dated",
        entries: node.entries.map((entry) => ({
          from: entry.from?.value ?? null,
          value: lower(entry.value),
        })),
        span,
      };
    default:
      return assertNever(node);
  }
}

export function lowerOptional(node: ExpressionNode | null, lowering: Lowering): Expression | null {
  return node === null ? null : lowerExpression(node, lowering);
}

/** An expression that stands for an instant: an event's name means its first occurrence (language section 6). */
export function lowerInstant(node: ExpressionNode, lowering: Lowering): Expression {
  const binding = boundTo(node, lowering);
  if (binding?.kind !== "event") return lowerExpression(node, lowering);
  return { kind: "occurrence", event: binding.node.name.text, which: "first", where: null, span: node.span };
}

export function lowerEventMatch(node: EventMatchNode, lowering: Lowering): EventMatch {
  return { event: node.event.text, where: lowerOptional(node.where, lowering), span: node.span };
}

function negatedIf(negated: boolean, operand: Expression, span: Span): Expression {
  return negated ? { kind: "not", operand, span } : operand;
}

function lowerName(binding: Binding, span: Span): Expression {
  switch (binding.kind) {
    case "field":
    case "attribute":
      return { kind: binding.kind, name: binding.node.name.text, span };
    case "occurrenceAttribute": {
      const { event, node } = binding;
      return {
        kind: "occurrenceAttribute",
        event: event.name.text,
        which: "first",
        attribute: node.name.text,
        span,
      };
    }
    case "event":
      return { kind: "happened", event: binding.node.name.text, span };
    case "define":
    case "score":
    case "class":
      return { kind: binding.kind, name: binding.node.name.text, span };
    case "case":
      return { kind: "literal", value: { kind: "choice", value: binding.name }, span };
    case "currentStage":
    case "stage":
    case "status":
    case "clock":
    case "ownVerdict":
    case "error":
      return invariant(false, `a ${binding.kind} has no value of its own`) as never;
    default:
      return assertNever(binding);
  }
}

function lowerComparison(node: ExpressionNodeOf<"Comparison">, lowering: Lowering): Expression {
  const { left, operator, right, span } = node;
  if (operator === "=" || operator === "!=") return lowerEquality(operator, left, right, span, lowering);
  return compare(operator, left, right, span, lowering);
}

function compare(
  operator: ComparisonOperator,
  left: ExpressionNode,
  right: ExpressionNode,
  span: Span,
  lowering: Lowering,
): Expression {
  return {
    kind: "compare",
    operator,
    left: lowerExpression(left, lowering),
    right: lowerExpression(right, lowering),
    span,
  };
}

/**
 * `stage is MQL` and `first_contact is met` are tests of their own; everything else compares values. `is not`
 * stays a comparison of its own: with an event that has not happened it is false, as every comparison is.
 */
function lowerEquality(
  operator: "=" | "!=",
  subject: ExpressionNode,
  value: ExpressionNode,
  span: Span,
  lowering: Lowering,
): Expression {
  const test = lowerTest(boundTo(subject, lowering), boundTo(value, lowering), span);
  if (test === null) return compare(operator, subject, value, span, lowering);
  return negatedIf(operator === "!=", test, span);
}

function lowerTest(left: Binding | null, right: Binding | null, span: Span): Expression | null {
  if (left?.kind === "currentStage" && right?.kind === "stage") {
    return { kind: "stageIs", stage: right.node.name.text, span };
  }
  if (right?.kind !== "status") return null;
  const { status } = right;
  if (left?.kind === "clock") {
    return { kind: "verdictIs", commitment: left.commitment.name.text, clause: left.clause, status, span };
  }
  return left?.kind === "ownVerdict"
    ? { kind: "verdictIs", commitment: null, clause: null, status, span }
    : null;
}

function lowerPresence(subject: ExpressionNode, span: Span, lowering: Lowering): Expression {
  const binding = boundTo(subject, lowering);
  if (binding?.kind === "event") return { kind: "happened", event: binding.node.name.text, span };
  return { kind: "present", subject: lowerExpression(subject, lowering), span };
}

function lowerIsWithin(node: ExpressionNodeOf<"IsWithin">, lowering: Lowering): Expression {
  return {
    kind: "withinTime",
    subject: lowerInstant(node.subject, lowering),
    duration: lowerDuration(node.duration),
    of: lowerInstant(node.of, lowering),
    span: node.span,
  };
}

function lowerBetween(node: ExpressionNodeOf<"Between">, lowering: Lowering): Expression {
  const { subject, low, high, span } = node;
  const operands = [
    compare(">=", subject, low, span, lowering),
    compare("<=", subject, high, span, lowering),
  ];
  return { kind: "and", operands, span };
}

function lowerIn(node: ExpressionNodeOf<"In">, lowering: Lowering): Expression {
  const { subject, values, span } = node;
  const literals = values.map((value) => literalOf(value, lowering));
  if (literals.every((literal): literal is Literal => literal !== null)) {
    return { kind: "in", subject: lowerExpression(subject, lowering), values: literals, span };
  }
  const operands = values.map((value) => lowerEquality("=", subject, value, value.span, lowering));
  const [first] = operands;
  return operands.length === 1 && first !== undefined ? first : { kind: "or", operands, span };
}

function lowerTextMatch(node: ExpressionNodeOf<"TextMatch">, lowering: Lowering): Expression {
  const { match, ignoreCase, span } = node;
  const subject = lowerExpression(node.subject, lowering);
  if (lowering.checked.types.get(node.subject)?.kind === "list") {
    return { kind: "listContains", subject, value: requireLiteral(node.text, lowering), span };
  }
  return { kind: "textMatch", match, subject, text: lowerExpression(node.text, lowering), ignoreCase, span };
}

function lowerTable(node: ExpressionNodeOf<"Table">, lowering: Lowering): Expression {
  const otherwise = node.cases.find((item) => item.values === null);
  return {
    kind: "table",
    by: lowerExpression(node.by, lowering),
    cases: node.cases.flatMap((item) =>
      item.values === null
        ? []
        : [
            {
              values: item.values.map((value) => requireLiteral(value, lowering)),
              result: lowerExpression(item.result, lowering),
              span: item.span,
            },
          ],
    ),
    otherwise: otherwise === undefined ? null : lowerExpression(otherwise.result, lowering),
    span: node.span,
  };
}
