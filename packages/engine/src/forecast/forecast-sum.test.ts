import Fraction from "fraction.js";
import { describe, expect, it } from "vitest";
import type { GoalAttainment, GoalWindowAttainment, PaceDay } from "../goals/attainment.ts";
import { buildPolicy, noSpan } from "../testing/policy-builder.ts";
import { forecastGoal } from "./forecast-goal.ts";
import type { GoalForecast } from "./window-forecast.ts";

/** Working days with what each brought, then `left` ones to come. */
function daysOf(brought: readonly number[], left: number): PaceDay[] {
  let sum = 0;
  return [...brought, ...Array.from({ length: left }, () => null)].map((amount, index) => {
    sum += amount ?? 0;
    return {
      date: `day ${index + 1}`,
      working: true,
      pace: new Fraction(0),
      actual: amount === null ? null : new Fraction(sum),
    };
  });
}

const total = (days: readonly PaceDay[]): Fraction =>
  days.reduce((sum, { actual }) => actual ?? sum, new Fraction(0));

/** A window from one month's beginning to the next, of which `left` working days are to come. */
function month(index: number, days: readonly PaceDay[], left: number, asked: number): GoalWindowAttainment {
  return {
    target: 0,
    bound: "atLeast",
    per: null,
    window: { from: Date.UTC(2026, index, 1), to: Date.UTC(2026, index + 1, 1) },
    settles: Date.UTC(2026, index + 1, 1),
    status: left === 0 ? "met" : "running",
    goal: new Fraction(asked),
    actual: total(days),
    attainment: null,
    counted: 0,
    of: null,
    open: 0,
    unknown: 0,
    pace: null,
    gap: null,
    projected: null,
    remaining: left === 0 ? null : { days: left, needed: null },
    days,
    span: noSpan,
  };
}

function goalOf(windows: readonly GoalWindowAttainment[], parts: Partial<GoalAttainment> = {}) {
  const goal: GoalAttainment = {
    goal: "revenue",
    parties: ["sales"],
    measure: "sum",
    unit: "money",
    counting: null,
    per: null,
    baseline: null,
    tolerance: null,
    windows,
    runs: [],
    ladder: null,
    span: noSpan,
    ...parts,
  };
  return goal;
}

const policy = buildPolicy();
const month15 = [0, 900, 400, 0, 2_000, 300, 700, 0, 500, 1_200, 0, 800, 600, 100, 500];

function outcome(windows: readonly GoalWindowAttainment[], parts: Partial<GoalAttainment> = {}) {
  const goal = goalOf(windows, parts);
  const window = windows.at(-1);
  if (window === undefined) throw new Error("no window");
  return forecastGoal(policy, goal, window);
}

function forecast(
  windows: readonly GoalWindowAttainment[],
  parts: Partial<GoalAttainment> = {},
): GoalForecast {
  const result = outcome(windows, parts);
  if (result.kind === "none") throw new Error(result.reason);
  return result;
}

describe("a sum", () => {
  it("goes on as its days went, between what is there and what could be", () => {
    const one = month(1, daysOf(month15, 6), 6, 11_000);
    const { median, range80, range95, reach, method } = forecast([one]);
    expect(method).toBe("resampled days");
    // 8,000 in 15 days, so 3,200 more in 6.
    expect(Math.abs(median.valueOf() - 11_200)).toBeLessThan(300);
    expect(range95.low.gte(8_000)).toBe(true);
    expect([range95.low.lte(range80.low), range80.high.lte(range95.high)]).toEqual([true, true]);
    expect(reach).toBeGreaterThan(0.4);
    expect(reach).toBeLessThan(0.65);
    expect(forecast([one])).toEqual(forecast([one]));
  });

  it("goes by its own days where there are fifteen, and by earlier windows too where not", () => {
    const before = month(0, daysOf(month15, 0), 0, 1);
    const [full, young] = [daysOf(month15, 6), daysOf(month15.slice(0, 5), 16)];
    expect(forecast([before, month(1, full, 6, 1)]).assumptions[0]).toBe(
      "each working day to come is like one of the 15 working days of this window that are over",
    );
    expect(forecast([before, month(1, young, 16, 1)]).assumptions[0]).toContain(
      "the 5 working days of this window that are over and 15 working days of windows before",
    );
    expect(forecast([before, month(1, daysOf([], 21), 21, 1)]).assumptions[0]).toContain(
      "the 15 working days of windows before",
    );
  });

  it("takes no window of another value of per for one before", () => {
    const other = { ...month(0, daysOf(month15, 0), 0, 1), per: "anna" };
    expect(outcome([other, month(1, daysOf([], 21), 21, 1)]).kind).toBe("none");
  });

  it("is certain of what is there, to the last minor unit", () => {
    const days = daysOf(month15, 6);
    const asked = (goal: number) => forecast([month(1, days, 6, goal)]).reach;
    expect(asked(8_000)).toBe(1);
    expect(asked(8_001)).toBeLessThan(1);
    const thirds = {
      ...month(1, days, 6, 0),
      actual: new Fraction(24_001, 3),
      goal: new Fraction(24_001, 3),
    };
    expect(forecast([thirds]).reach).toBe(1);
    expect(forecast([{ ...thirds, bound: "atMost" }]).reach).toBeLessThan(1);
  });

  it("knows what today has brought, and that it is not over", () => {
    const days = daysOf([...month15, 5_000], 0);
    const today = month(1, [...days, ...daysOf([], 0)], 1, 13_000);
    // Today is the one day left: nothing of the days seen tops 5,000.
    expect(forecast([today])).toMatchObject({ reach: 1, median: new Fraction(13_000) });
  });

  it("meets its target with its tolerance", () => {
    const one = month(1, daysOf(month15, 6), 6, 8_800);
    expect(forecast([one], { tolerance: { percent: "10", side: "below" } }).reach).toBe(1);
    expect(forecast([one]).reach).toBeLessThan(1);
    // 90% of 8,889 are 8,000.1, and 110% of 7,272 are 7,999.2: one minor unit too little, and too much.
    const short = month(1, daysOf(month15, 6), 6, 8_889);
    expect(forecast([short], { tolerance: { percent: "10", side: "below" } }).reach).toBeLessThan(1);
    const above = { ...month(1, daysOf(month15, 6), 6, 7_272), bound: "atMost" as const };
    expect(forecast([above], { tolerance: { percent: "10", side: "above" } }).reach).toBe(0);
    const most = { ...month(1, daysOf(month15, 6), 6, 7_999), bound: "atMost" as const };
    expect(forecast([most]).reach).toBe(0);
  });

  it("of points keeps thousandths", () => {
    const tenths = daysOf(month15, 6).map((day) => ({ ...day, actual: day.actual?.div(1000) ?? null }));
    const { median } = forecast([month(1, tenths, 6, 11)], { measure: "reach", unit: "points" });
    expect(median.sub(11).abs().valueOf()).toBeLessThan(0.5);
  });

  it.each([
    ["four days", daysOf([1, 2, 3, 4], 10), "fewer than 5 working days"],
    ["hardly a day that brought anything", daysOf([0, 0, 5, 0, 0, 0, 9], 10), "fewer than 3 of the 7"],
    ["amounts beyond all sums", daysOf([1e15, 1, 2, 3, 4, 5], 10), "too large"],
  ])("says nothing of %s", (_, days, reason) => {
    const result = outcome([month(1, days, 10, 100)]);
    expect(result.kind === "none" ? result.reason : "").toContain(reason);
  });
});
