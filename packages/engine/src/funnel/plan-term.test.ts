import type { Expression, Funnel, Policy } from "@entente/ir";
import { describe, expect, it } from "vitest";
import { buildPolicy, noSpan } from "../testing/policy-builder.ts";
import type { DateSpan } from "./date-span.ts";
import { planTerm } from "./plan-term.ts";

const number = (value: string): Expression => ({
  kind: "literal",
  value: { kind: "number", value },
  span: noSpan,
});
const percent = (value: string): Expression => ({
  kind: "literal",
  value: { kind: "percent", value },
  span: noSpan,
});
const dated = (...entries: [string | null, Expression][]): Expression => ({
  kind: "dated",
  entries: entries.map(([from, value]) => ({ from, value })),
  span: noSpan,
});
const every = (
  count: number,
  unit: "day" | "week" | "month" | "quarter" | "year" | "hour",
  business = false,
) => ({
  count,
  unit,
  business,
});
const cycle = (amount: number, unit: "hour" | "day" | "month" | "quarter", business = false) => ({
  kind: "duration" as const,
  amount,
  unit,
  business,
});

function policy(parts: Partial<Funnel>, term: { from: string; to: string | null } | null): Policy {
  return buildPolicy({
    agreement: { effective: term },
    funnels: [
      {
        name: "f",
        appliesTo: null,
        alternativeTo: null,
        quota: { value: number("10"), stage: "Customer", every: every(1, "month") },
        deal: null,
        rates: [{ from: "Lead", to: "Customer", rate: percent("10"), span: noSpan }],
        mix: [],
        cycle: null,
        capacity: null,
        rounding: "everyStage",
        span: noSpan,
        ...parts,
      },
    ],
  });
}

const year = { from: "2026-01-01", to: "2026-12-31" };

/** The leads of each month. */
function leads(parts: Partial<Funnel>, term: { from: string; to: string | null } | null = year): string[] {
  return planTerm(policy(parts, term), "f").months.map(({ needs }) => needs.get("Lead")?.toFraction() ?? "");
}

const quota = (value: string, period: ReturnType<typeof every>) => ({
  value: number(value),
  stage: "Customer",
  every: period,
});

describe("planTerm", () => {
  it("plans each month of the term", () => {
    expect(leads({})).toEqual(Array.from({ length: 12 }, () => "100"));
  });

  it("spreads a quarter over its months, so that they add up to it", () => {
    const parts = { quota: quota("1", every(1, "quarter")), rates: [rate("30")] };
    // 1 customer at 30% needs 4 leads in three months.
    expect(leads(parts).slice(0, 3)).toEqual(["2", "1", "1"]);
  });

  it("keeps a spread exact where nothing is rounded", () => {
    const rounding: Funnel["rounding"] = "once";
    const parts = { quota: quota("1", every(1, "quarter")), rates: [rate("30")], rounding };
    expect(leads(parts).slice(0, 3)).toEqual(["10/9", "10/9", "10/9"]);
  });

  it("takes the values of each period's first day", () => {
    const value = dated([null, number("10")], ["2026-07-01", number("20")]);
    const parts = { quota: { value, stage: "Customer", every: every(1, "month") } };
    expect(leads(parts).slice(5, 7)).toEqual(["100", "200"]);
  });

  it("counts a month that the term cuts by the share of its days", () => {
    // 17 of 31 days of January: 100 × 17/31 = 54.8.
    expect(leads({}, { from: "2026-01-15", to: "2026-02-28" })).toEqual(["55", "100"]);
  });

  it("keeps a quota by the week in weeks, cut where the term cuts them", () => {
    const { months } = planTerm(
      policy({ quota: quota("7", every(1, "week")) }, { from: "2026-01-01", to: "2026-01-14" }),
      "f",
    );
    expect(months.map(({ from, to, needs }) => [from, to, needs.get("Lead")?.toFraction()])).toEqual([
      // 4 of 7 days, 7, and 3: 70 leads a week.
      ["2026-01-01", "2026-01-04", "40"],
      ["2026-01-05", "2026-01-11", "70"],
      ["2026-01-12", "2026-01-14", "30"],
    ]);
  });

  it.each([
    [
      "a year from the first day where the term has no end",
      { from: "2026-02-01", to: null },
      undefined,
      "2026-02-01",
      "2027-01-31",
    ],
    [
      "a year from the month asked about beyond that",
      { from: "2026-02-01", to: null },
      "2028-03-15",
      "2028-03-01",
      "2029-02-28",
    ],
    ["a year from the month asked about without a term", null, "2028-03-15", "2028-03-01", "2029-02-28"],
  ] as const)("covers %s", (_, term, on, from, to) => {
    expect(planTerm(policy({}, term), "f", on).term).toEqual({ from, to });
  });

  it.each([
    ["hour", every(1, "hour")],
    ["business day", every(1, "day", true)],
  ])("has no months for a quota by the %s", (name, period) => {
    expect(() => leads({ quota: quota("1", period) })).toThrow(`is by the ${name}, which has no months`);
  });
});

const rate = (value: string) => ({ from: "Lead", to: "Customer", rate: percent(value), span: noSpan });

describe("the lag of a cycle", () => {
  const needed = (length: Funnel["cycle"], index = 2): DateSpan | undefined =>
    planTerm(policy({ cycle: length }, year), "f").months[index]?.neededIn;

  it.each([
    ["no cycle", null, "2026-03-01", "2026-03-31"],
    ["a month", cycle(1, "month"), "2026-02-01", "2026-02-28"],
    ["two quarters", cycle(2, "quarter"), "2025-09-01", "2025-09-30"],
    ["45 days", cycle(45, "day"), "2026-01-15", "2026-02-14"],
    ["36 hours, in whole days", cycle(36, "hour"), "2026-02-27", "2026-03-29"],
  ] as const)("%s", (_, length, from, to) => {
    expect(needed(length)).toEqual({ from, to });
  });

  it("marks leads that are needed before the term begins", () => {
    const months = planTerm(policy({ cycle: cycle(2, "month") }, year), "f").months;
    expect(months.map(({ beforeTerm }) => beforeTerm).slice(0, 4)).toEqual([true, true, false, false]);
  });

  it("chains: deals of a fourth quarter come from a first quarter's leads, two funnels on", () => {
    // SAL a quarter after MQL, the deal two quarters after the SAL.
    const deals = planTerm(
      policy({ quota: quota("10", every(1, "quarter")), cycle: cycle(2, "quarter") }, year),
      "f",
    );
    const october = deals.months.find(({ from }) => from === "2026-10-01");
    expect(october?.neededIn).toEqual({ from: "2026-04-01", to: "2026-04-30" });
    const leads = planTerm(
      policy({ quota: quota("10", every(1, "quarter")), cycle: cycle(1, "quarter") }, year),
      "f",
    );
    const april = leads.months.find(({ from }) => from === october?.neededIn.from);
    expect(april?.neededIn).toEqual({ from: "2026-01-01", to: "2026-01-31" });
  });

  it("refuses business time without a calendar", () => {
    expect(() => needed(cycle(10, "day", true))).toThrow("needs the agreement's calendar");
  });
});

describe("capacity", () => {
  const capacity = (count: string, reps: string, period: ReturnType<typeof every>, stage = "Lead") => ({
    capacity: { count: number(count), stage, every: period, reps: number(reps), span: noSpan },
  });
  const checked = (parts: Partial<Funnel>) =>
    planTerm(policy(parts, year), "f").months.map(({ capacity: check }) => [
      check?.available.toFraction(),
      check?.fits,
    ]);

  it("is enough for exactly what it can work, and for no lead more", () => {
    expect(checked(capacity("25", "4", every(1, "month")))[0]).toEqual(["100", true]);
    expect(checked(capacity("24", "4", every(1, "month")))[0]).toEqual(["96", false]);
  });

  it("counts weeks by the days of the month, quarters by their months", () => {
    expect(checked(capacity("7", "4", every(1, "week"))).slice(0, 2)).toEqual([
      ["124", true],
      ["112", true],
    ]);
    expect(checked(capacity("60", "4", every(1, "quarter")))[0]).toEqual(["80", false]);
  });

  it("looks at the days in which the leads are needed, where it counts the first stage", () => {
    const parts = { ...capacity("7", "4", every(1, "week")), cycle: cycle(1, "month") };
    // March's customers are February's leads.
    expect(checked(parts)[2]).toEqual(["112", true]);
    const last = { ...capacity("7", "4", every(1, "week"), "Customer"), cycle: cycle(1, "month") };
    expect(checked(last)[2]).toEqual(["124", true]);
  });

  it("refuses a stage that is not on the way", () => {
    expect(() => checked(capacity("7", "4", every(1, "week"), "SQL"))).toThrow(
      "not on its way (Lead, Customer)",
    );
  });
});
