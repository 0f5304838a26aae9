import type { Attainment, GoalAttainment, GoalWindowAttainment } from "@entente/engine";
import type Fraction from "fraction.js";
import type { GoalChange } from "./replay.ts";

/** The goals of either version, each with the windows in which the two differ; goals without any are left out. */
export function goalChanges(before: Attainment, after: Attainment): GoalChange[] {
  const names = new Set([...before.goals, ...after.goals].map(({ goal }) => goal));
  return [...names].flatMap((name) => {
    const was = before.goals.find(({ goal }) => goal === name);
    const is = after.goals.find(({ goal }) => goal === name);
    const change = goalChange(name, was, is);
    return change.differing.length === 0 ? [] : [change];
  });
}

function goalChange(
  goal: string,
  before: GoalAttainment | undefined,
  after: GoalAttainment | undefined,
): GoalChange {
  const was = byKey(before);
  const is = byKey(after);
  const keys = [...new Set([...was.keys(), ...is.keys()])];
  const pairs = keys.map((key) => ({ before: was.get(key) ?? null, after: is.get(key) ?? null }));
  return {
    goal,
    unit: after?.unit ?? before?.unit ?? "number",
    counting: after?.counting ?? before?.counting ?? null,
    windows: keys.length,
    missed: { before: missedIn(before), after: missedIn(after) },
    differing: pairs.filter(({ before: one, after: other }) => !sameWindow(one, other)),
  };
}

function byKey(goal: GoalAttainment | undefined): ReadonlyMap<string, GoalWindowAttainment> {
  const windows = goal?.windows ?? [];
  return new Map(
    windows.map((one) => [JSON.stringify([one.target, one.per, one.window.from, one.window.to]), one]),
  );
}

function missedIn(goal: GoalAttainment | undefined): number {
  return (goal?.windows ?? []).filter(({ status }) => status === "missed").length;
}

function sameWindow(a: GoalWindowAttainment | null, b: GoalWindowAttainment | null): boolean {
  if (a === null || b === null) return a === b;
  return a.status === b.status && same(a.goal, b.goal) && same(a.actual, b.actual);
}

function same(a: Fraction | null, b: Fraction | null): boolean {
  return a === null || b === null ? a === b : a.equals(b);
}
