import { assertNever } from "@entente/ir";
import { setOf, type TruthSet } from "../logic/truth-set.ts";
import type { Point, Role } from "./role-of.ts";
import type { Cell } from "./variable.ts";

export type OrderRole = Extract<Role, { kind: "order" }>;

/** Points of which all orders are tried: 541 for five. */
export const MOST_POINTS = 5;

/** A name of a point of time, the same for the same point. */
export function pointKey(point: Point): string {
  switch (point.kind) {
    case "occurrence":
      return `${point.which} ${point.event}`;
    case "field":
      return `field ${point.name}`;
    case "instant":
      return `instant ${point.at}`;
    default:
      return assertNever(point);
  }
}

/** All orders of some points, with ties, as far as the fixed instants among them allow; truths are those of present points. */
export function orderCells(points: readonly Point[], atoms: readonly OrderRole[]): readonly Cell[] {
  const possible = ranksOf(points.length).filter((ranks) => isPossible(points, ranks));
  return possible.map((ranks) => {
    const byPoint = new Map(points.map((point, index) => [pointKey(point), ranks[index] ?? 0]));
    const truths = atoms.map(({ operator, left, right }) => {
      const apart = (byPoint.get(pointKey(left)) ?? 0) - (byPoint.get(pointKey(right)) ?? 0);
      return truthOfOrder(operator, apart);
    });
    return { part: { kind: "order", ranks: byPoint }, truths };
  });
}

/** Whether an operator holds where the left side is so much greater than the right one. */
export function truthOfOrder(operator: OrderRole["operator"], apart: number): TruthSet {
  switch (operator) {
    case "=":
      return setOf(apart === 0);
    case "!=":
      return setOf(apart !== 0);
    case "<":
      return setOf(apart < 0);
    case "<=":
      return setOf(apart <= 0);
    case ">":
      return setOf(apart > 0);
    case ">=":
      return setOf(apart >= 0);
    default:
      return assertNever(operator);
  }
}

/** Weak orders: ranks for each point in which no rank is left out. */
function ranksOf(count: number): readonly number[][] {
  const all = Array.from({ length: count }).reduce<number[][]>(
    (partial) => partial.flatMap((ranks) => Array.from({ length: count }, (_, rank) => [...ranks, rank])),
    [[]],
  );
  return all.filter((ranks) => new Set(ranks).size === Math.max(-1, ...ranks) + 1);
}

/** Fixed instants keep their order, and the first occurrence is not after the last. */
function isPossible(points: readonly Point[], ranks: readonly number[]): boolean {
  return points.every((a, i) =>
    points.every((b, j) => {
      const apart = Math.sign((ranks[i] ?? 0) - (ranks[j] ?? 0));
      if (a.kind === "instant" && b.kind === "instant") return apart === Math.sign(a.at - b.at);
      if (a.kind !== "occurrence" || b.kind !== "occurrence" || a.event !== b.event) return true;
      return a.which !== "first" || b.which !== "last" || apart <= 0;
    }),
  );
}
