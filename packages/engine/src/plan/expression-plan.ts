import { type Duration, type Expression, invariant, type Policy, Zone } from "@entente/ir";
import { createJudge } from "../classify/create-judge.ts";
import { type Cell, isDuration, valueOfCell } from "./cell.ts";
import { asTest } from "./compile-logic.ts";
import { compileTerm } from "./compile-term.ts";
import type { Context, Result, Truth } from "./context.ts";
import { collectMissing } from "./missing-fields.ts";
import type { Judge, Scope, Term, Test } from "./scope.ts";
import { type Unit, unitOf } from "./unit-of.ts";

/** A compiled condition: true, false, or `undefined` where a missing field decides. */
export type Condition = (context: Context) => Truth;

/** A compiled value. A duration is given in nominal milliseconds; {@link ExpressionPlan.duration} keeps its unit. */
export type Evaluate = (context: Context) => Result;

/**
 * The expressions of one policy, compiled once each. Pure to its users and re-entrant. Where
 * `context.missing` is a set, the fields that made a result unknown are added to it.
 */
export interface ExpressionPlan extends Scope {
  condition(expression: Expression): Condition;
  value(expression: Expression): Evaluate;
  /** The duration that an expression gives (a literal, a table, a dated value); `undefined` where it is unknown. */
  duration(expression: Expression): (context: Context) => Duration | undefined;
}

/** Compiles a policy's expressions, scores, classes and stages, each when it is first asked for. */
export function createExpressionPlan(policy: Policy): ExpressionPlan {
  const scope = createScope(policy);
  return {
    ...scope,
    get judge() {
      return scope.judge;
    },
    condition: (expression) => reporting(scope, expression, scope.test(expression), (truth) => truth),
    value: (expression) => reporting(scope, expression, scope.term(expression), resultOf),
    duration: (expression) =>
      reporting(scope, expression, scope.term(expression), (cell) => (isDuration(cell) ? cell : undefined)),
  };
}

/** Runs a compiled expression and names the missing fields where the caller collects them. */
function reporting<C extends Cell, R>(
  scope: Scope,
  expression: Expression,
  run: (context: Context) => C,
  present: (cell: C) => R,
): (context: Context) => R {
  return (context) => {
    if (context.missing !== null) collectMissing(scope, expression, context, context.missing);
    return present(run(context));
  };
}

function resultOf(cell: Cell): Result {
  if (cell === null) return { kind: "never" };
  const value = valueOfCell(cell);
  return value === undefined ? { kind: "unknown" } : { kind: "value", value };
}

/** The zone of the agreement, by the rules that the compiler stored in the policy. */
function zoneOf(policy: Policy): Zone {
  const { timeZone } = policy.agreement;
  const table = Object.hasOwn(policy.zones, timeZone) ? policy.zones[timeZone] : undefined;
  invariant(table !== undefined, `the policy has no rules for the time zone ${timeZone}`);
  return new Zone(timeZone, table);
}

function createScope(policy: Policy): Scope {
  const terms = new Map<Expression, Term>();
  const tests = new Map<Expression, Test>();
  const units = new Map<Expression, Unit>();
  const defines = new Map(policy.defines.map((define) => [define.name, define.value]));
  let judge: Judge | undefined;
  const scope: Scope = {
    policy,
    zone: zoneOf(policy),
    get judge() {
      judge ??= createJudge(scope);
      return judge;
    },
    term: (expression) => remembered(terms, expression, () => compileTerm(scope, expression)),
    test: (expression) => remembered(tests, expression, () => asTest(scope.term(expression))),
    unit: (expression) => remembered(units, expression, () => unitOf(scope, expression)),
    define: (name) => {
      const value = defines.get(name);
      invariant(value !== undefined, `the policy has no define named ${name}`);
      return value;
    },
  };
  return scope;
}

function remembered<T>(memory: Map<Expression, T>, key: Expression, compile: () => T): T {
  const known = memory.get(key);
  if (known !== undefined) return known;
  const compiled = compile();
  memory.set(key, compiled);
  return compiled;
}
