import type { Expression, Span } from "@entente/ir";
import { sourceText } from "../explain/source-text.ts";
import { childrenOf } from "../plan/children-of.ts";
import type { Scope } from "../plan/scope.ts";

const LOGICAL = new Set<Expression["kind"]>([
  "happened",
  "stageIs",
  "stageReached",
  "verdictIs",
  "not",
  "and",
  "or",
  "compare",
  "in",
  "textMatch",
  "listContains",
  "present",
  "withinTime",
]);

/** Whether an expression is a condition by its own kind, wherever it stands. */
export function isLogical(node: Expression): boolean {
  return LOGICAL.has(node.kind);
}

/** Whether a define is a condition: something true or false, and no number, amount or length of time. */
export function isCondition(scope: Scope, node: Expression): boolean {
  if (isLogical(node)) return true;
  if (node.kind === "define") return isCondition(scope, scope.define(node.name));
  if (node.kind === "literal") return node.value.kind === "boolean";
  if (node.kind !== "field") return false;
  return scope.policy.lead.fields.find(({ name }) => name === node.name)?.type.kind === "boolean";
}

/** Whether a `not` is read as one test: `phone is missing`. */
export function isMissingTest(node: Expression): boolean {
  return node.kind === "not" && node.operand.kind === "present";
}

/** What a test looks at: of `phone is missing` the phone. */
export function partsOfTest(node: Expression): readonly Expression[] {
  return node.kind === "not" && node.operand.kind === "present" ? childrenOf(node.operand) : childrenOf(node);
}

/**
 * The contract's words for a condition. One side of `between` is told as a comparison of its own, and so is a
 * value of `in` that stands for a test.
 *
 * @param parent the span of the condition around it
 */
export function conditionText(scope: Scope, node: Expression, parent: Span | null): string {
  const { policy } = scope;
  const text = sourceText(policy, node.span);
  if (node.kind === "compare") {
    const left = sourceText(policy, node.left.span);
    const isPart = parent !== null && parent.start === node.span.start && parent.end === node.span.end;
    const isValue = node.span.start !== node.left.span.start;
    if (left !== "" && (isPart || isValue))
      return `${left} ${node.operator} ${sourceText(policy, node.right.span)}`;
  }
  if (node.kind === "stageIs" && text === node.stage) return `stage is ${text}`;
  return text === "" ? node.kind : text;
}
