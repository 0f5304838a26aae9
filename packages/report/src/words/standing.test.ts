import type { GoalWindowAttainment } from "@entente/engine";
import Fraction from "fraction.js";
import { expect, it } from "vitest";
import { standingOf } from "./standing.ts";

const running: GoalWindowAttainment = {
  target: 0,
  bound: "atLeast",
  per: null,
  window: { from: 0, to: 10 },
  settles: 10,
  status: "running",
  goal: new Fraction(100),
  actual: new Fraction(40),
  attainment: new Fraction(2, 5),
  counted: 40,
  of: null,
  open: 0,
  unknown: 0,
  pace: new Fraction(50),
  gap: new Fraction(-10),
  projected: null,
  remaining: null,
  days: [],
  span: { file: "", start: 0, end: 0, line: 1, column: 1 },
};

const cases: readonly (readonly [string, Partial<GoalWindowAttainment>, string, string])[] = [
  ["behind its pace", {}, "bad", "behind pace"],
  ["exactly on its pace", { gap: new Fraction(0) }, "good", "on pace"],
  ["above the pace of at most", { bound: "atMost", gap: new Fraction(1) }, "bad", "behind pace"],
  ["below the pace of at most", { bound: "atMost" }, "good", "on pace"],
  ["without a pace, short of the goal", { gap: null }, "bad", "not there yet"],
  ["without a pace, at the goal", { gap: null, actual: new Fraction(100) }, "good", "there so far"],
  ["without a pace, at most", { gap: null, bound: "atMost" }, "good", "there so far"],
  ["with nothing measured", { gap: null, actual: null }, "open", "running"],
  ["with a goal that is not known", { gap: null, goal: null }, "open", "running"],
  ["met", { status: "met" }, "good", "met"],
  ["missed", { status: "missed" }, "bad", "missed"],
  ["over", { status: "over" }, "open", "over the tolerance"],
  ["pending", { status: "pending" }, "open", "pending"],
  ["unknown", { status: "unknown" }, "open", "not measurable"],
];
it.each(cases)("%s", (_, change, tone, words) => {
  expect(standingOf({ ...running, ...change })).toEqual({ tone, words });
});
