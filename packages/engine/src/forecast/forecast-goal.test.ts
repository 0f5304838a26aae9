import type { Policy } from "@entente/ir";
import Fraction from "fraction.js";
import { describe, expect, it } from "vitest";
import type { GoalAttainment, GoalWindowAttainment, PaceDay } from "../goals/attainment.ts";
import { buildPolicy, noSpan } from "../testing/policy-builder.ts";
import { forecastGoal } from "./forecast-goal.ts";
import type { GoalForecast } from "./window-forecast.ts";

function window(parts: Partial<GoalWindowAttainment>): GoalWindowAttainment {
  return {
    target: 0,
    bound: "atLeast",
    per: null,
    window: { from: Date.UTC(2026, 1, 1), to: Date.UTC(2026, 2, 1) },
    settles: Date.UTC(2026, 2, 31),
    status: "running",
    goal: new Fraction(20),
    actual: null,
    attainment: null,
    counted: 0,
    of: null,
    open: 0,
    unknown: 0,
    pace: null,
    gap: null,
    projected: null,
    remaining: null,
    days: [],
    span: noSpan,
    ...parts,
  };
}

function goal(parts: Partial<GoalAttainment>): GoalAttainment {
  return {
    goal: "close",
    parties: ["sales"],
    measure: "rate",
    unit: "percent",
    counting: null,
    per: null,
    baseline: null,
    tolerance: null,
    windows: [],
    runs: [],
    ladder: null,
    span: noSpan,
    ...parts,
  };
}

const days = (over: number, left: number): PaceDay[] =>
  Array.from({ length: over + left }, (_, index) => ({
    date: `2026-02-${String(index + 1).padStart(2, "0")}`,
    working: true,
    pace: new Fraction(0),
    actual: index < over ? new Fraction(0) : null,
  }));

const policy: Policy = buildPolicy();

function forecast(
  of: GoalAttainment,
  one: GoalWindowAttainment,
  options: Parameters<typeof forecastGoal>[3] = {},
): GoalForecast {
  const result = forecastGoal(policy, of, one, options);
  if (result.kind === "none") throw new Error(result.reason);
  return result;
}

/** Numbers from 0 to 1 in a fixed order (mulberry32). */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

const shareOf = (runs: number, holds: () => boolean): number => {
  let count = 0;
  for (let run = 0; run < runs; run += 1) if (holds()) count += 1;
  return count / runs;
};

describe("a rate", () => {
  const agreed = { conversion: { kind: "agreed", chance: 0.25 } } as const;

  it("is what a simulation of its open leads gives", () => {
    const random = seeded(7);
    const one = window({ counted: 12, of: 80, open: 30, goal: new Fraction(24) });
    // 24% of 80 are 19.2, so 8 of the 30 have to come.
    const simulated = shareOf(200_000, () => {
      let came = 12;
      for (let lead = 0; lead < 30; lead += 1) if (random() < 0.25) came += 1;
      return came / 80 >= 0.24;
    });
    expect(forecast(goal({}), one, agreed).reach).toBeCloseTo(simulated, 2);
  });

  it("is certain where no lead is open", () => {
    const one = window({ counted: 20, of: 100, status: "pending" });
    expect(forecast(goal({}), one, agreed)).toMatchObject({
      method: "binomial",
      reach: 1,
      median: new Fraction(20),
      range95: { low: new Fraction(20), high: new Fraction(20) },
    });
    expect(forecast(goal({}), { ...one, counted: 19 }, agreed).reach).toBe(0);
  });

  it("meets its target exactly, and with its tolerance below it", () => {
    const one = window({ counted: 18, of: 100, status: "pending" });
    const tolerant = (side: "below" | "above" | "either") => goal({ tolerance: { percent: "10", side } });
    expect(forecast(tolerant("below"), one, agreed).reach).toBe(1);
    expect(forecast(tolerant("either"), one, agreed).reach).toBe(1);
    expect(forecast(tolerant("above"), one, agreed).reach).toBe(0);
  });

  it("goes by what earlier windows showed, and is wider for it", () => {
    const earlier = window({
      window: { from: Date.UTC(2026, 0, 1), to: Date.UTC(2026, 1, 1) },
      status: "met",
      counted: 10,
      of: 40,
    });
    const one = window({ counted: 0, of: 100, open: 100 });
    const seen = forecast(goal({ windows: [earlier, one] }), one);
    const known = forecast(goal({ windows: [earlier, one] }), one, agreed);
    expect(seen.method).toBe("beta-binomial");
    const width = ({ range95 }: GoalForecast): number => range95.high.sub(range95.low).valueOf();
    expect(width(seen)).toBeGreaterThan(width(known));
  });

  it("counts the open clocks of a share beside those that are settled", () => {
    const one = window({ counted: 90, of: 100, open: 10, goal: new Fraction(90) });
    const certain = { conversion: { kind: "agreed", chance: 1 } } as const;
    expect(forecast(goal({ measure: "share" }), one, certain).median).toEqual(new Fraction(10_000, 110));
  });

  it("of at most is reached where few enough come", () => {
    const one = window({ bound: "atMost", counted: 20, of: 100, open: 0, status: "pending" });
    expect(forecast(goal({}), one, agreed).reach).toBe(1);
    expect(forecast(goal({}), { ...one, counted: 21 }, agreed).reach).toBe(0);
  });
});

describe("a number of leads", () => {
  const leads = goal({ measure: "reach", unit: "leads" });

  it("is what a simulation of steady arrivals gives, its rate drawn from what was seen", () => {
    const random = seeded(11);
    const one = window({
      counted: 60,
      goal: new Fraction(110),
      days: days(12, 8),
      remaining: { days: 8, needed: null },
    });
    const simulated = shareOf(100_000, () => 60 + poisson(gamma(60.5, random) * (8 / 12), random) >= 110);
    expect(forecast(leads, one).reach).toBeCloseTo(simulated, 2);
    expect(forecast(leads, one).method).toBe("negative binomial");
    expect(forecast(leads, one).median.valueOf()).toBeGreaterThan(95);
    expect(forecast(leads, one).median.valueOf()).toBeLessThan(105);
  });

  it("takes what today has brought for known, and not for a day's work", () => {
    // 5 a day for 12 days, and 40 on a morning: 7 more days and the rest of this one are to come.
    const over = days(13, 7).map((day, index) => ({
      ...day,
      actual: index < 12 ? new Fraction(5 * (index + 1)) : day.actual,
    }));
    const morning = over.with(12, { ...days(1, 0)[0], ...over[12], actual: new Fraction(100) } as PaceDay);
    const busy = window({
      counted: 100,
      goal: new Fraction(110),
      days: morning,
      remaining: { days: 8, needed: null },
    });
    const quiet = window({
      counted: 60,
      goal: new Fraction(110),
      days: over.with(12, { ...morning[12], actual: new Fraction(60) } as PaceDay),
      remaining: { days: 8, needed: null },
    });
    expect(forecast(leads, quiet).median.valueOf()).toBeCloseTo(100, -1);
    // 40 are as many as eight whole days bring: no more than a few are to be expected on top.
    expect(forecast(leads, busy).range95.low.valueOf()).toBe(100);
    expect(forecast(leads, busy).median.valueOf()).toBeLessThan(112);
    expect(forecast(leads, busy).assumptions[0]).toContain("the 12 working days that are over");
  });

  it("is certain once the target is there", () => {
    const one = window({ counted: 110, goal: new Fraction(110), days: days(12, 8) });
    expect(forecast(leads, one).reach).toBe(1);
  });

  it.each([
    ["a settled window", window({ status: "met" }), leads, "settled"],
    ["an unknown target", window({ goal: null }), leads, "not known"],
    ["a window in its first day", window({ days: days(0, 20) }), leads, "no working day"],
    ["a time", window({}), goal({ measure: "time", unit: "milliseconds" }), "times are not forecast"],
    ["a rate of nothing", window({ of: 0 }), goal({}), "nothing has begun"],
    ["open leads of which nothing is known", window({ of: 10, open: 5 }), goal({}), "nothing is known"],
  ])("says nothing of %s", (_, one, of, reason) => {
    const result = forecastGoal(policy, of, one);
    expect(result.kind === "none" ? result.reason : "").toContain(reason);
  });
});

/** A sum of exponential times until one full unit has passed. */
function poisson(mean: number, random: () => number): number {
  let count = 0;
  let time = -Math.log(1 - random());
  while (time < mean) {
    count += 1;
    time += -Math.log(1 - random());
  }
  return count;
}

/** A gamma variable of a half-integer shape: exponentials, and half a squared normal. */
function gamma(shape: number, random: () => number): number {
  let sum = 0;
  for (let step = 0; step < Math.floor(shape); step += 1) sum -= Math.log(1 - random());
  const normal = Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
  return sum + (normal * normal) / 2;
}
