import type { Fraction } from "fraction.js";
import type { Value } from "../records/facts.ts";
import type { GoalStatus, GoalWindowAttainment } from "./attainment.ts";
import { valueOfFigure } from "./figure.ts";
import { meetsTarget } from "./meets-target.ts";
import { paceOf } from "./pace.ts";
import type { GoalPeriod } from "./periods.ts";
import type { GoalScope, TargetPlan } from "./plan-goal.ts";
import type { Cell } from "./target-book.ts";

/** A window with its verdict, and the period that the contract means by it. */
export interface JudgedWindow {
  readonly plan: TargetPlan;
  readonly period: GoalPeriod;
  readonly result: GoalWindowAttainment;
}

/** A window as it was counted. */
export interface CountedWindow {
  readonly per: Value | null;
  readonly period: GoalPeriod;
  readonly cell: Cell;
  /** Leads that set out and have not arrived by the window's end. */
  readonly underway: number;
}

/** Where one window of a target stands at the as-of instant. */
export function judgeWindow(
  scope: GoalScope,
  plan: TargetPlan,
  counted: CountedWindow,
): GoalWindowAttainment {
  const { per, period, cell } = counted;
  const { figure } = cell;
  const { bound } = plan.spec;
  const settles = plan.settles(period);
  const goal = plan.goalIn(period, per);
  const actual = valueOfFigure(plan.reckoner, figure);
  const pace =
    plan.adds && goal !== null && actual !== null ? paced(scope, plan, counted, goal, actual) : null;
  const ended = scope.at >= settles;
  return {
    target: plan.target,
    bound,
    per,
    window: period.window,
    settles,
    status: statusOf(plan, scope.at, { period, settles, goal, actual }),
    goal,
    actual,
    attainment: attainmentOf(bound, goal, actual),
    counted: figure.counted,
    of: plan.reckoner.kind === "ratio" ? figure.of : null,
    open: cell.open + counted.underway,
    unknown: cell.unknown,
    pace: pace?.pace ?? null,
    gap: pace === null || actual === null ? null : actual.sub(pace.pace),
    projected: plan.adds ? (pace?.projected ?? null) : ended ? actual : expected(plan, cell, actual),
    remaining: pace?.remaining ?? null,
    days: pace?.days ?? [],
    span: plan.spec.span,
  };
}

function paced(
  { at, days }: GoalScope,
  { spec }: TargetPlan,
  { period: { window }, cell }: CountedWindow,
  goal: Fraction,
  actual: Fraction,
) {
  const inWindow = days.daysOf(window);
  return paceOf({ window, at, bound: spec.bound, goal, actual, days: inWindow, brought: cell.days });
}

/** A figure that does not add up goes on as it is; of a cohort, as for the leads whose chance is over. */
function expected({ goal, reckoner }: TargetPlan, cell: Cell, actual: Fraction | null): Fraction | null {
  const { measure } = goal;
  return measure.kind === "rate" && measure.basis === "cohort"
    ? valueOfFigure(reckoner, cell.matured)
    : actual;
}

interface Standing {
  readonly period: GoalPeriod;
  readonly settles: number;
  readonly goal: Fraction | null;
  readonly actual: Fraction | null;
}

function statusOf(
  { goal: { tolerance }, spec: { bound } }: TargetPlan,
  at: number,
  { period, settles, goal, actual }: Standing,
): GoalStatus {
  if (at < period.window.to) return "running";
  if (at < settles) return "pending";
  if (goal === null || actual === null) return "unknown";
  return meetsTarget(bound, tolerance, goal, actual);
}

function attainmentOf(
  bound: "atLeast" | "atMost",
  goal: Fraction | null,
  actual: Fraction | null,
): Fraction | null {
  if (goal === null || actual === null) return null;
  const [part, whole] = bound === "atLeast" ? [actual, goal] : [goal, actual];
  return whole.equals(0) ? null : part.div(whole);
}
