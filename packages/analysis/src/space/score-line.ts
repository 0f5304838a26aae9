import { assertNever, type Expression, type Score, type ScoreLine } from "@entente/ir";
import { withDefines } from "../logic/shape-of.ts";
import { FALSE, TRUE, type TruthSet } from "../logic/truth-set.ts";
import type { Model } from "../model.ts";
import { bareFacts, occurrenceAt, truthFor } from "./field-cells.ts";
import type { Attributes, Cell } from "./variable.ts";

/** Between which numbers the low and the high end of a sum lie. */
export interface Extent {
  readonly low: readonly [number, number];
  readonly high: readonly [number, number];
}

export const nothing: Extent = { low: [0, 0], high: [0, 0] };
export const anything: Extent = {
  low: [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY],
  high: [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY],
};

/** The extent of a range that is known. */
export function range(a: number, b: number): Extent {
  const [low, high] = [Math.min(a, b), Math.max(a, b)];
  return { low: [low, low], high: [high, high] };
}

export function hull(a: Extent, b: Extent): Extent {
  const over = (x: readonly [number, number], y: readonly [number, number]): [number, number] => [
    Math.min(x[0], y[0]),
    Math.max(x[1], y[1]),
  ];
  return { low: over(a.low, b.low), high: over(a.high, b.high) };
}

export function plus(a: Extent, b: Extent): Extent {
  return {
    low: [a.low[0] + b.low[0], a.low[1] + b.low[1]],
    high: [a.high[0] + b.high[0], a.high[1] + b.high[1]],
  };
}

/** Points in whole units of a score's smallest decimal, so that sums are exact. */
export function scaleOf(score: Score, bounds: readonly string[]): number {
  const texts = [
    ...bounds,
    ...score.lines.flatMap((line) => [line.points, line.cap ?? "0"]),
    score.minimum ?? "0",
    score.maximum ?? "0",
  ];
  return 10 ** Math.max(...texts.map((text) => text.split(".")[1]?.length ?? 0));
}

export const scaled = (text: string, scale: number): number => Math.round(Number(text) * scale);

/** The points for a number of units, bounded by `up to` in the direction of their sign. */
export function capped(line: ScoreLine, scale: number, units: number): number {
  const points = scaled(line.points, scale);
  const total = points === 0 || units === 0 ? 0 : points * units;
  if (line.cap === null) return total;
  const cap = scaled(line.cap, scale);
  return points >= 0 ? Math.min(total, cap) : Math.max(total, -cap);
}

/** Whether time takes points of a line away again, or holds some back. */
export function dependsOnTime(model: Model, score: Score, line: ScoreLine): boolean {
  if (line.once === null && line.expiresAfter === null && score.expiresAfter === null) return false;
  switch (line.basis.kind) {
    case "perField":
      return false;
    case "perEvent":
      return true;
    case "when":
      return looksAtEvents(model, line.basis.condition);
    default:
      return assertNever(line.basis);
  }
}

function looksAtEvents(model: Model, condition: Expression): boolean {
  return withDefines(model, condition).some((part) => "event" in part);
}

/** Whether an occurrence counts for a line of points per event. */
export type Counts = (attributes: Attributes) => TruthSet;

/** {@link Counts} of a line; each occurrence is looked at once. */
export function countsFor(model: Model, { basis }: ScoreLine): Counts {
  if (basis.kind !== "perEvent" || basis.match.where === null) return () => TRUE;
  const { event, where } = basis.match;
  const known = new Map<Attributes, TruthSet>();
  return (attributes) => {
    const before = known.get(attributes);
    if (before !== undefined) return before;
    const one = occurrenceAt(event, model.start, attributes);
    const truth = truthFor(model.engine, where, bareFacts([], [one]), one.at, one);
    known.set(attributes, truth);
    return truth;
  };
}

/** What a line of points per unit or per event gives in one cell of its variable. */
export function extentOfCell(
  model: Model,
  line: ScoreLine,
  scale: number,
  cell: Cell,
  counts: Counts,
): Extent {
  const { basis } = line;
  const { part } = cell;
  if (basis.kind === "perField" && part?.kind === "field") {
    const [least, most] =
      typeof part.value === "number" ? [part.value, part.value] : openUnits(model, basis.field);
    return range(capped(line, scale, least), capped(line, scale, most));
  }
  if (basis.kind !== "perEvent" || part?.kind !== "history") return widest(line, scale);
  const truths = part.occurrences.map(counts);
  const certain = truths.filter((truth) => truth === TRUE).length;
  const possible = truths.filter((truth) => truth !== FALSE).length;
  return range(capped(line, scale, certain), capped(line, scale, possible));
}

/** Everything that a line can give. */
export function widest(line: ScoreLine, scale: number): Extent {
  const most = capped(line, scale, Number.POSITIVE_INFINITY);
  const least = line.basis.kind === "perField" ? capped(line, scale, Number.NEGATIVE_INFINITY) : 0;
  const [low, high] = [Math.min(least, most), Math.max(least, most)];
  return { low: [low, high], high: [low, high] };
}

/** What a missing field leaves open: the bounds of its type, at least nothing where it has none. */
function openUnits(model: Model, name: string): readonly [number, number] {
  const { type } = model.field(name);
  if (type.kind !== "integer" && type.kind !== "number") return [0, Number.POSITIVE_INFINITY];
  return [Number(type.minimum ?? 0), Number(type.maximum ?? Number.POSITIVE_INFINITY)];
}
