import { type Duration, type Expression, isElapsedUnit, type Literal } from "@entente/ir";
import { Fraction } from "fraction.js";
import { literalCell } from "../plan/cell.ts";
import { childrenOf } from "../plan/children-of.ts";
import { fractionOf } from "../plan/exact.ts";
import { nominalMs } from "../plan/nominal-duration.ts";
import type { Scope } from "../plan/scope.ts";
import type { Value } from "../records/facts.ts";
import type { TimeCounting } from "./attainment.ts";

/** What the value of a target is read by. */
export interface TargetReading {
  /** The date whose entry of a dated value counts, `YYYY-MM-DD`. */
  readonly on: string;
  /** What stands behind the measure's `per`, and its value in this window. */
  readonly per: { readonly by: Expression; readonly value: Value | null } | null;
}

/**
 * The exact value of a target or baseline: minor units, points, a percentage (34 is 34%), milliseconds or working days.
 * A day counts as 24 hours, a month as 30 days. A table is read by the value of `per`, where the two ask for the same;
 * null where they do not, or no case fits: a target is not about a single lead.
 */
export function targetValue(scope: Scope, expression: Expression, reading: TargetReading): Fraction | null {
  const value = (inner: Expression): Fraction | null => targetValue(scope, inner, reading);
  switch (expression.kind) {
    case "literal":
      return literalValue(expression.value);
    case "define":
      return value(scope.define(expression.name));
    case "negate":
      return value(expression.operand)?.neg() ?? null;
    case "arithmetic":
      return combined(expression.operator, value(expression.left), value(expression.right));
    case "dated": {
      const entries = expression.entries;
      const inForce = entries.findLast(({ from }) => from === null || from <= reading.on) ?? entries[0];
      return inForce === undefined ? null : value(inForce.value);
    }
    case "table": {
      const result = caseOf(expression, reading);
      return result === null ? null : value(result);
    }
    default:
      return null;
  }
}

function literalValue(literal: Literal): Fraction | null {
  switch (literal.kind) {
    case "number":
    case "percent":
      return new Fraction(literal.value);
    case "money":
      return new Fraction(literal.minor);
    case "duration":
      return countingOf(literal) === "workingDays"
        ? fractionOf(literal.amount)
        : fractionOf(literal.amount).mul(nominalMs({ ...literal, amount: 1 }));
    default:
      return null;
  }
}

function combined(operator: "+" | "-" | "*" | "/", a: Fraction | null, b: Fraction | null): Fraction | null {
  if (a === null || b === null) return null;
  switch (operator) {
    case "+":
      return a.add(b);
    case "-":
      return a.sub(b);
    case "*":
      return a.mul(b);
    case "/":
      return b.equals(0) ? null : a.div(b);
  }
}

function caseOf(table: Extract<Expression, { kind: "table" }>, { per }: TargetReading): Expression | null {
  if (per === null || per.value === null || !asksTheSame(table.by, per.by)) return null;
  const found = table.cases.find(({ values }) => values.some((one) => literalCell(one) === per.value));
  return found?.result ?? table.otherwise;
}

function asksTheSame(a: Expression, b: Expression): boolean {
  return a.kind === b.kind && "name" in a && "name" in b && a.name === b.name;
}

/** How times are counted that are compared with a duration: business hours in open time, business days in working days. */
function countingOf({ business, unit }: Duration): TimeCounting {
  if (!business) return "elapsed";
  if (isElapsedUnit(unit)) return "open";
  return unit === "day" ? "workingDays" : "elapsed";
}

/** How times are counted that are compared with an expression: as the first duration in it. */
export function timeCounting(scope: Scope, expression: Expression): TimeCounting {
  return countingOf(firstDuration(scope, expression) ?? elapsed);
}

const elapsed: Duration = { kind: "duration", amount: 0, unit: "hour", business: false };

function firstDuration(scope: Scope, expression: Expression): Duration | null {
  if (expression.kind === "literal") {
    return expression.value.kind === "duration" ? expression.value : null;
  }
  const inner = expression.kind === "define" ? [scope.define(expression.name)] : childrenOf(expression);
  for (const child of inner) {
    const found = firstDuration(scope, child);
    if (found !== null) return found;
  }
  return null;
}
