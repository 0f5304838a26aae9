import { assertNever, type ClockStatus } from "@entente/ir";
import type { ExpressionNode, ExpressionNodeOf } from "../1-syntax/ast/expressions.ts";
import type { EventMatchNode } from "../1-syntax/ast/facts.ts";
import type { NameNode } from "../1-syntax/ast/name.ts";
import { reportResolve } from "../diagnostics/resolve.ts";
import { findAttribute, findEvent, findStage } from "./find.ts";
import {
  type BoundNode,
  type CaseList,
  caseListOf,
  lookupName,
  type Resolving,
  reportQuotedCase,
  reportUnknownCase,
  type Scope,
} from "./scope.ts";
import { type Binding, describeTerm } from "./symbols.ts";

/** Binds every name of an expression to what it stands for. */
export function resolveExpression(node: ExpressionNode, scope: Scope, resolving: Resolving): void {
  const inner = (child: ExpressionNode): void => resolveExpression(child, scope, resolving);
  switch (node.kind) {
    case "Number":
    case "Percent":
    case "Money":
    case "Text":
    case "Boolean":
    case "Date":
    case "DateTime":
    case "Duration":
      return;
    case "Reference":
      bind(node, lookupName(node.name, scope, resolving), resolving);
      return;
    case "Member":
      bind(node, resolveMember(node, resolving), resolving);
      return;
    case "Occurrence":
    case "Count":
      resolveEventUse(node.event, node.where, scope, resolving);
      return;
    case "TimeSince":
      inner(node.of);
      return;
    case "Not":
    case "Negate":
      inner(node.operand);
      return;
    case "Logical":
      resolveLogical(node, scope, resolving);
      return;
    case "Arithmetic":
      inner(node.left);
      inner(node.right);
      return;
    case "Comparison":
      resolveComparison(node, scope, resolving);
      return;
    case "Is":
      resolveIs(node, scope, resolving);
      return;
    case "In":
      inner(node.subject);
      resolveValues(node.values, casesOf(node.subject, resolving), scope, resolving);
      return;
    case "Presence":
      inner(node.subject);
      return;
    case "IsWithin":
      inner(node.subject);
      inner(node.of);
      return;
    case "Between":
      inner(node.subject);
      inner(node.low);
      inner(node.high);
      return;
    case "TextMatch":
      inner(node.subject);
      resolveValues([node.text], casesOf(node.subject, resolving), scope, resolving);
      return;
    case "Reached":
      findStage(node.stage, resolving);
      return;
    case "Table":
      resolveTable(node, scope, resolving);
      return;
    case "Dated":
      for (const entry of node.entries) inner(entry.value);
      return;
    default:
      assertNever(node);
  }
}

function bind(node: BoundNode, binding: Binding, resolving: Resolving): void {
  resolving.bindings.set(node, binding);
}

function casesOf(subject: ExpressionNode, resolving: Resolving): CaseList | null {
  if (subject.kind !== "Reference" && subject.kind !== "Member") return null;
  return caseListOf(resolving.bindings.get(subject), resolving);
}

/** A name on the value side is a case where the subject has a closed list; elsewhere it is a term. */
export function resolveValues(
  values: readonly ExpressionNode[],
  cases: CaseList | null,
  scope: Scope,
  resolving: Resolving,
): void {
  for (const value of values) {
    if (cases !== null && value.kind === "Reference")
      bind(value, findCase(value.name, cases, resolving), resolving);
    else if (cases !== null && value.kind === "Text")
      reportQuotedCase(value.value, value.span, cases, resolving);
    else resolveExpression(value, scope, resolving);
  }
}

function findCase(name: NameNode, cases: CaseList, resolving: Resolving): Binding {
  if (!cases.names.includes(name.text)) {
    reportUnknownCase(name.text, name.span, cases, resolving);
    return { kind: "error" };
  }
  if (cases.of === "verdict") return { kind: "status", status: name.text as ClockStatus };
  const stage = cases.of === "stage" ? resolving.symbols.stages.get(name.text) : undefined;
  return stage === undefined ? { kind: "case", name: name.text } : { kind: "stage", node: stage };
}

function resolveComparison(node: ExpressionNodeOf<"Comparison">, scope: Scope, resolving: Resolving): void {
  resolveExpression(node.left, scope, resolving);
  resolveValues([node.right], casesOf(node.left, resolving), scope, resolving);
}

/** In `source is web or referral` the last word is a value that lacks its comparison. */
function resolveLogical(node: ExpressionNodeOf<"Logical">, scope: Scope, resolving: Resolving): void {
  let before: ExpressionNode | null = null;
  for (const operand of node.operands) {
    const loose = operand.kind === "Reference" && !resolving.symbols.terms.has(operand.name.text);
    const cases = loose && before !== null ? casesOf(before, resolving) : null;
    if (loose && before !== null && cases?.names.includes(operand.name.text)) {
      reportLooseCase(operand, before, node.operator, resolving);
      continue;
    }
    resolveExpression(operand, scope, resolving);
    if (operand.kind === "Is") before = operand.subject;
    else if (operand.kind === "Comparison") before = operand.left;
  }
}

function reportLooseCase(
  node: ExpressionNodeOf<"Reference">,
  subject: ExpressionNode,
  operator: "and" | "or",
  resolving: Resolving,
): void {
  bind(node, { kind: "error" }, resolving);
  const of = subject.kind === "Reference" ? subject.name.text : "…";
  const params = { name: node.name.text, of, operator };
  resolving.diagnostics.push(reportResolve("resolve/loose-case", node.span, params));
}

/** `COMMITMENT is STATUS` wins over an event of the same name, which cannot be compared with anything. */
function resolveIs(node: ExpressionNodeOf<"Is">, scope: Scope, resolving: Resolving): void {
  const { subject } = node;
  const clock = subject.kind === "Reference" ? clockNamed(subject.name, resolving) : null;
  if (subject.kind === "Reference" && clock !== null) bind(subject, clock, resolving);
  else resolveExpression(subject, scope, resolving);
  resolveValues([node.value], casesOf(subject, resolving), scope, resolving);
}

function clockNamed(name: NameNode, resolving: Resolving): Binding | null {
  const commitment = resolving.symbols.commitments.get(name.text);
  const term = resolving.symbols.terms.get(name.text);
  if (commitment === undefined || (term !== undefined && term.kind !== "event")) return null;
  return { kind: "clock", commitment, clause: null };
}

/** `won.amount` is an attribute, `follow_up.early` a clause. */
function resolveMember(node: ExpressionNodeOf<"Member">, resolving: Resolving): Binding {
  const { object, member } = node;
  const term = resolving.symbols.terms.get(object.text);
  if (term?.kind === "event") {
    const field = findAttribute(term.node, member, resolving);
    return field === null
      ? { kind: "error" }
      : { kind: "occurrenceAttribute", event: term.node, node: field };
  }
  const commitment = resolving.symbols.commitments.get(object.text);
  if (commitment !== undefined) return { kind: "clock", commitment, clause: member.text };
  if (term !== undefined) {
    resolving.diagnostics.push(
      reportResolve("resolve/wrong-kind", object.span, {
        name: object.text,
        is: describeTerm(term),
        wanted: "an event or a commitment",
      }),
    );
    return { kind: "error" };
  }
  findEvent(object, resolving);
  return { kind: "error" };
}

function resolveTable(node: ExpressionNodeOf<"Table">, scope: Scope, resolving: Resolving): void {
  const values = node.cases.map((item) => item.values);
  resolveTableValues(node.by, values, scope, resolving);
  for (const item of node.cases) resolveExpression(item.result, scope, resolving);
}

/** Binds what a table goes by, and the values of its cases (null is `otherwise`). */
export function resolveTableValues(
  by: ExpressionNode,
  cases: readonly (readonly ExpressionNode[] | null)[],
  scope: Scope,
  resolving: Resolving,
): void {
  resolveExpression(by, scope, resolving);
  const list = casesOf(by, resolving);
  for (const values of cases) resolveValues(values ?? [], list, scope, resolving);
}

function resolveEventUse(
  name: NameNode,
  where: ExpressionNode | null,
  scope: Scope,
  resolving: Resolving,
): void {
  const event = findEvent(name, resolving);
  if (where !== null) resolveExpression(where, { ...scope, event }, resolving);
}

/** Binds the event and the condition of a match such as `contact where channel is call`. */
export function resolveEventMatch(match: EventMatchNode, scope: Scope, resolving: Resolving): void {
  resolveEventUse(match.event, match.where, scope, resolving);
}
