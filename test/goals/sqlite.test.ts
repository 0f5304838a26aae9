import type { GoalAttainment, GoalWindowAttainment } from "@entente/engine";
import { Fraction } from "fraction.js";
import { describe, expect, it } from "vitest";
import { asked, databaseOf, QUERIES, type QueryRow } from "./queries.ts";
import { CONTRACT, engineOf, OFFSET, randomLeads } from "./world.ts";

const engine = engineOf(CONTRACT);
const BEGINS = Date.UTC(2026, 0, 1) - OFFSET;

/** Seeds with the instants at which everything is asked: within the term, at the end of a month, after the term. */
const WORLDS: readonly (readonly [number, number])[] = [
  [1, Date.UTC(2026, 5, 17, 3, 21)],
  [2, Date.UTC(2026, 4, 31, 15)],
  [3, Date.UTC(2027, 5, 1)],
];

describe.each(WORLDS)("a world with seed %d as of %d", async (seed, at) => {
  const leads = randomLeads(1200, seed);
  const database = databaseOf(leads);
  const { goals } = await engine.attain(leads, { at });

  it.each(Object.keys(QUERIES))("%s is what a database says", (name) => {
    const goal = goals.find((one) => one.goal === name);
    if (goal === undefined) throw new Error(`no goal ${name}`);
    const rows = asked(database, name, at, BEGINS);
    const expected = goal.windows.map((window) => fromQuery(goal, window, rows));
    expect(goal.windows.map((window) => fromEngine(goal, window))).toEqual(expected);
    expect(goal.windows.reduce((sum, { counted }) => sum + counted, 0)).toBeGreaterThan(50);
  });
});

function monthOf({ window }: GoalWindowAttainment): string {
  return new Date(window.from + OFFSET).toISOString().slice(0, 7);
}

function fromEngine({ goal }: GoalAttainment, window: GoalWindowAttainment): readonly unknown[] {
  const { per, counted, of, actual } = window;
  return [monthOf(window), goal === "by_owner" ? per : null, counted, of, actual?.toFraction() ?? null];
}

function fromQuery(
  { goal }: GoalAttainment,
  window: GoalWindowAttainment,
  rows: readonly QueryRow[],
): readonly unknown[] {
  const month = monthOf(window);
  const row = rows.find((one) => one.month === month && (one.owner ?? null) === window.per);
  const ratio = window.of !== null;
  const counted = row?.counted ?? 0;
  return [
    month,
    window.per,
    counted,
    ratio ? (row?.of ?? 0) : null,
    queried(goal, row, ratio)?.toFraction() ?? null,
  ];
}

function queried(goal: string, row: QueryRow | undefined, ratio: boolean): Fraction | null {
  if (ratio) return row?.of === undefined || row.of === 0 ? null : new Fraction(row.counted * 100, row.of);
  if (row === undefined) return ["middle", "ninety", "average"].includes(goal) ? null : new Fraction(0);
  const figure = new Fraction(String(row.figure ?? 0)); // a number with a fraction would be taken for a ratio near it
  return goal === "average" ? figure.div(row.counted) : figure;
}
