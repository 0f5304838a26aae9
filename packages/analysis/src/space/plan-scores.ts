import type { Expression, FieldType, Score, ScoreLine } from "@entente/ir";
import { TRUE } from "../logic/truth-set.ts";
import type { Model } from "../model.ts";
import { asksAttributesOnly } from "./role-of.ts";
import {
  type Counts,
  capped,
  countsFor,
  dependsOnTime,
  type Extent,
  extentOfCell,
  hull,
  nothing,
  scaled,
  scaleOf,
  widest,
} from "./score-line.ts";
import { segmentCells } from "./segment-cells.ts";
import type { PlannedLine, PlannedScore } from "./space.ts";
import { type Cell, type Variable, variableOf } from "./variable.ts";

/** What scores want of one variable. */
export interface ScoreNeeds {
  /** Whole numbers from 0 to here have to be told apart. */
  readonly upTo: number;
  readonly counted: readonly { readonly where: Expression | null; readonly upTo: number }[];
  /** The points that a cell gives: cells that differ in it are kept apart. */
  readonly signature: (cell: Cell) => string;
}

/** The scores of a question while its variables are being cut. */
export interface ScorePlan {
  /** Keys of the variables that lines count. */
  readonly variables: readonly string[];
  needsOf(variable: string): ScoreNeeds;
  /** Tells that a variable has its cells. */
  attach(key: string, variable: Variable): void;
  finish(): { readonly scores: ReadonlyMap<string, PlannedScore>; readonly doubts: readonly Expression[] };
}

interface Counting {
  readonly line: ScoreLine;
  readonly scale: number;
  readonly variable: string;
  readonly upTo: number;
  readonly counts: Counts;
}

/** More units of a field or an event than this are not told apart. */
export const MOST_UNITS = 300;

/** Whether trying the whole numbers up to a bound covers a type: none lies below zero. */
export function coversUnits(type: FieldType, upTo: number): boolean {
  if (type.kind !== "integer" || type.minimum === null || Number(type.minimum) < 0) return false;
  return upTo <= MOST_UNITS || (type.maximum !== null && Number(type.maximum) <= MOST_UNITS);
}

/** @param asked by score, the comparisons that are made with it, such as `>= 30` */
export function planScores(model: Model, asked: ReadonlyMap<string, ReadonlySet<string>>): ScorePlan {
  const scales = new Map<string, number>();
  const countings: Counting[] = [];
  for (const [name, comparisons] of asked) {
    const score = model.score(name);
    const bounds = [...comparisons].map(boundOf);
    const scale = scaleOf(score, bounds);
    scales.set(name, scale);
    countings.push(...score.lines.flatMap((line) => countingOf(model, score, line, scale, bounds)));
  }
  const attached = new Map<string, Variable>();
  return {
    variables: [...new Set(countings.map(({ variable }) => variable))],
    needsOf: (variable) =>
      needs(
        model,
        countings.filter((one) => one.variable === variable),
      ),
    attach: (key, variable) => void attached.set(key, variable),
    finish() {
      const scores = new Map<string, PlannedScore>();
      for (const [name, comparisons] of asked) {
        const scale = scales.get(name) ?? 1;
        const lines = model.score(name).lines.map((line) => {
          const counting = countings.find((one) => one.line === line);
          const variable = counting === undefined ? undefined : attached.get(counting.variable);
          return plannedLine(model, model.score(name), line, scale, variable ?? null, counting?.counts);
        });
        scores.set(name, plannedScore(model.score(name), [...comparisons], scale, lines));
      }
      return { scores, doubts: [...scores.values()].flatMap(({ score, lines }) => doubtsOf(score, lines)) };
    },
  };
}

const boundOf = (comparison: string): string => comparison.slice(comparison.indexOf(" ") + 1);

function countingOf(
  model: Model,
  score: Score,
  line: ScoreLine,
  scale: number,
  bounds: readonly string[],
): Counting[] {
  const { basis } = line;
  if (basis.kind === "when") return [];
  if (basis.kind === "perEvent" && !asksAttributesOnly(model, basis.match.where)) return [];
  const variable = basis.kind === "perField" ? `field:${basis.field}` : `event:${basis.match.event}`;
  const upTo = unitsThatMatter(score, line, scale, bounds);
  return [{ line, scale, variable, upTo, counts: countsFor(model, line) }];
}

/** Beyond how many units a line changes no comparison: its cap, or more than all bounds and other lines make up. */
function unitsThatMatter(score: Score, line: ScoreLine, scale: number, bounds: readonly string[]): number {
  const points = Math.abs(scaled(line.points, scale));
  if (points === 0) return 1;
  if (line.cap !== null) return Math.ceil(scaled(line.cap, scale) / points) + 1;
  const others = score.lines.filter((other) => other !== line).map((other) => widest(other, scale));
  const most = others.reduce((sum, { low, high }) => sum + Math.max(Math.abs(low[0]), Math.abs(high[1])), 0);
  const farthest = Math.max(0, ...bounds.map((bound) => Math.abs(scaled(bound, scale))));
  return Math.ceil((farthest + most) / points) + 2;
}

function needs(model: Model, countings: readonly Counting[]): ScoreNeeds {
  const within = (upTo: number): number => Math.min(upTo, MOST_UNITS + 1);
  return {
    upTo: Math.max(0, ...countings.map(({ upTo }) => within(upTo))),
    counted: countings.flatMap(({ line, upTo }) =>
      line.basis.kind === "perEvent" ? [{ where: line.basis.match.where, upTo: within(upTo) }] : [],
    ),
    signature: (cell) =>
      countings
        .map(({ line, scale, counts }) => extentOfCell(model, line, scale, cell, counts))
        .flatMap(({ low, high }) => [low[0], high[0]])
        .join(),
  };
}

function plannedLine(
  model: Model,
  score: Score,
  line: ScoreLine,
  scale: number,
  variable: Variable | null,
  counts: Counts = () => TRUE,
): PlannedLine {
  const timed = dependsOnTime(model, score, line);
  const reached = (extent: Extent): Extent => (timed ? hull(extent, nothing) : extent);
  const extents = new Map(
    (variable?.cells ?? []).map((cell) => [cell, reached(extentOfCell(model, line, scale, cell, counts))]),
  );
  const [first, ...others] = [...extents.values()];
  const all = first === undefined ? widestOf(line, scale) : others.reduce(hull, first);
  return { line, variable, extents, all, timed };
}

function widestOf(line: ScoreLine, scale: number): Extent {
  if (line.basis.kind !== "when" || line.once !== null) return widest(line, scale);
  const points = capped({ ...line, cap: null }, scale, 1);
  const ends: [number, number] = [Math.min(0, points), Math.max(0, points)];
  return { low: ends, high: ends };
}

function plannedScore(
  score: Score,
  comparisons: readonly string[],
  scale: number,
  lines: readonly PlannedLine[],
): PlannedScore {
  const atoms = comparisons.map((comparison) => ({
    operator: comparison.slice(0, comparison.indexOf(" ")) as "=",
    bound: scaled(boundOf(comparison), scale),
  }));
  const bounds = [...new Set(atoms.map(({ bound }) => bound))].toSorted((a, b) => a - b);
  return {
    score,
    variable: variableOf(`score:${score.name}`, segmentCells(bounds, atoms, false)),
    comparisons: new Map(comparisons.map((comparison, index) => [comparison, index])),
    bounds,
    scale,
    lines,
  };
}

function doubtsOf(score: Score, lines: readonly PlannedLine[]): readonly Expression[] {
  const doubtful =
    score.fades !== null ||
    score.resets !== null ||
    lines.some(({ line, variable, timed }) => {
      if (timed) return true;
      if (line.basis.kind === "when") return false;
      return variable === null || variable.cells.some(({ part }) => part === null);
    });
  return doubtful ? [{ kind: "score", name: score.name, span: score.span }] : [];
}
