import type { ComparisonOperator } from "@entente/ir";
import { FALSE, setOf, type TruthSet, UNKNOWN } from "../logic/truth-set.ts";
import { truthOfOrder } from "./order-cells.ts";
import type { Cell } from "./variable.ts";

/** A comparison of a number with a fixed one. */
export interface Threshold {
  readonly operator: ComparisonOperator;
  readonly bound: number;
}

/**
 * Where a number lies among sorted bounds: segment `2 k + 1` is the bound `k` itself, an even one the stretch
 * between two bounds.
 */
export function segmentOf(bounds: readonly number[], value: number): number {
  const below = bounds.filter((bound) => bound < value).length;
  return bounds[below] === value ? 2 * below + 1 : 2 * below;
}

/**
 * The cells of a number that may be a range: in which segments its two ends lie. Plain numbers come first.
 *
 * @param openEnded whether it can also be unknown, or that of an event which has not happened
 */
export function segmentCells(
  bounds: readonly number[],
  atoms: readonly Threshold[],
  openEnded: boolean,
): readonly Cell[] {
  const segments = Array.from({ length: 2 * bounds.length + 1 }, (_, index) => index);
  const pairs = segments.flatMap((low) =>
    segments.filter((high) => high >= low).map((high) => [low, high] as const),
  );
  const cells = pairs
    .toSorted(([a, b], [c, d]) => b - a - (d - c))
    .map(
      ([low, high]): Cell => ({
        part: null,
        truths: atoms.map(({ operator, bound }) =>
          truthOfRange(operator, 2 * bounds.indexOf(bound) + 1, low, high),
        ),
        segments: [low, high],
      }),
    );
  const open = (truth: TruthSet): Cell => ({ part: null, truths: atoms.map(() => truth) });
  return openEnded ? [...cells, open(UNKNOWN), open(FALSE)] : cells;
}

/** A range answers where every number in it answers alike; equality with it is never certain. */
function truthOfRange(operator: ComparisonOperator, at: number, low: number, high: number): TruthSet {
  if (low === high) return truthOfOrder(operator, low - at);
  if (operator === "=" || operator === "!=") {
    return at < low || at > high ? setOf(operator === "!=") : UNKNOWN;
  }
  const one = truthOfOrder(operator, low - at);
  return one === truthOfOrder(operator, high - at) ? one : UNKNOWN;
}
