import type { Expression, ExpressionOf } from "@entente/ir";
import { literalCell } from "./cell.ts";
import { compareCells, holdsFor } from "./compare-cells.ts";
import type { Scope, Term, Test } from "./scope.ts";

/** Kleene's `and`: false wins over unknown, unknown over true. */
export function compileAnd(scope: Scope, node: ExpressionOf<"and">): Test {
  const tests = node.operands.map((operand) => scope.test(operand));
  return (context) => {
    let unknown = false;
    for (const test of tests) {
      const truth = test(context);
      if (truth === false) return false;
      if (truth === undefined) unknown = true;
    }
    return unknown ? undefined : true;
  };
}

/** Kleene's `or`: true wins over unknown, unknown over false. */
export function compileOr(scope: Scope, node: ExpressionOf<"or">): Test {
  const tests = node.operands.map((operand) => scope.test(operand));
  return (context) => {
    let unknown = false;
    for (const test of tests) {
      const truth = test(context);
      if (truth === true) return true;
      if (truth === undefined) unknown = true;
    }
    return unknown ? undefined : false;
  };
}

export function compileNot(scope: Scope, node: ExpressionOf<"not">): Test {
  const test = scope.test(node.operand);
  return (context) => {
    const truth = test(context);
    return truth === undefined ? undefined : !truth;
  };
}

export function compileCompare(scope: Scope, node: ExpressionOf<"compare">): Test {
  return compareWithNumber(scope, node) ?? compareAny(scope, node);
}

function compareAny(scope: Scope, node: ExpressionOf<"compare">): Test {
  const { zone } = scope;
  const { operator } = node;
  const left = scope.term(node.left);
  const right = scope.term(node.right);
  return (context) => compareCells(zone, operator, left(context), right(context));
}

/** The commonest comparison, `employees >= 50`, without a detour over every kind of value. */
function compareWithNumber(scope: Scope, node: ExpressionOf<"compare">): Test | undefined {
  if (node.left.kind !== "field" || node.right.kind !== "literal") return undefined;
  const right = literalCell(node.right.value);
  if (typeof right !== "number") return undefined;
  const { zone } = scope;
  const { operator } = node;
  const { name } = node.left;
  return (context) => {
    const left = context.facts.values.get(name);
    if (left === undefined) return undefined;
    return typeof left === "number"
      ? holdsFor(operator, left < right ? -1 : left > right ? 1 : 0)
      : compareCells(zone, operator, left, right);
  };
}

export function compileIn(scope: Scope, node: ExpressionOf<"in">): Test {
  return compileMembership(scope, node.subject, node.values);
}

/** Whether the subject equals one of the values: an `or` of comparisons. */
export function compileMembership(
  scope: Scope,
  subject: Expression,
  values: ExpressionOf<"in">["values"],
): Test {
  const term = scope.term(subject);
  const cells = values.map(literalCell);
  const plain: ReadonlySet<unknown> = new Set(cells.filter((cell) => typeof cell !== "object"));
  return (context) => {
    const cell = term(context);
    if (cell === undefined) return undefined;
    if (plain.has(cell)) return true;
    let unknown = false;
    for (const value of cells) {
      const truth = compareCells(scope.zone, "=", cell, value);
      if (truth === true) return true;
      if (truth === undefined) unknown = true;
    }
    return unknown ? undefined : false;
  };
}

export function compileListContains(scope: Scope, node: ExpressionOf<"listContains">): Test {
  const subject = scope.term(node.subject);
  const value = literalCell(node.value);
  return (context) => {
    const list = subject(context);
    if (list === null) return false;
    if (!Array.isArray(list)) return undefined;
    return list.some((item) => compareCells(scope.zone, "=", item, value) === true);
  };
}

/** Always known. A class into which the lead falls nowhere is not present. */
export function compilePresent(scope: Scope, node: ExpressionOf<"present">): Test {
  const subject = scope.term(node.subject);
  return (context) => {
    const cell = subject(context);
    return cell !== undefined && cell !== null && cell !== "";
  };
}

/** A term as a condition: only the value `true` is true, and an event that has not happened is false. */
export function asTest(term: Term): Test {
  return (context) => {
    const cell = term(context);
    return cell === undefined ? undefined : cell === true;
  };
}
