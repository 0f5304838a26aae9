import { addDuration, assertNever, type ComparisonOperator, type Zone } from "@entente/ir";
import { type Cell, Elapsed, isDuration, isExact, Range } from "./cell.ts";
import type { Truth } from "./context.ts";
import { compareExact, type Exact } from "./exact.ts";
import { nominalMs } from "./nominal-duration.ts";
import { sameText } from "./text.ts";

/**
 * Compares two cells. With an event that has not happened the answer is false, whatever the other side; with
 * an unknown, or with kinds that have no common order, it is unknown.
 *
 * A range answers where every number in it answers alike.
 */
export function compareCells(zone: Zone, operator: ComparisonOperator, left: Cell, right: Cell): Truth {
  if (left === null || right === null) return false;
  if (left === undefined || right === undefined) return undefined;
  if (typeof left === "number" && typeof right === "number") return holdsFor(operator, left - right);
  if (left instanceof Range || right instanceof Range) return compareRanges(operator, left, right);
  const order = orderOf(zone, left, right);
  return order === undefined ? undefined : holdsFor(operator, order);
}

/** Whether an operator holds for two things whose order is negative, zero or positive. */
export function holdsFor(operator: ComparisonOperator, order: number): boolean {
  switch (operator) {
    case "=":
      return order === 0;
    case "!=":
      return order !== 0;
    case "<":
      return order < 0;
    case "<=":
      return order <= 0;
    case ">":
      return order > 0;
    case ">=":
      return order >= 0;
    default:
      return assertNever(operator);
  }
}

function orderOf(zone: Zone, left: Cell, right: Cell): number | undefined {
  if (typeof left === "string" && typeof right === "string") return orderOfTexts(left, right);
  if (typeof left === "boolean" && typeof right === "boolean") return Number(left) - Number(right);
  if (isExact(left) && isExact(right)) return compareExact(left, right);
  if (left instanceof Elapsed) return orderOfElapsed(zone, left, right);
  if (right instanceof Elapsed) {
    const order = orderOfElapsed(zone, right, left);
    return order === undefined ? undefined : 0 - order;
  }
  if (!isDuration(left) || !isDuration(right) || left.business !== right.business) return undefined;
  return nominalMs(left) - nominalMs(right);
}

function orderOfTexts(left: string, right: string): number {
  if (sameText(left, right)) return 0;
  return left.normalize("NFC") < right.normalize("NFC") ? -1 : 1;
}

/** Days and months pass by the wall clock, so the duration is laid from where the time began. */
function orderOfElapsed(zone: Zone, elapsed: Elapsed, other: Cell): number | undefined {
  if (other instanceof Elapsed) return elapsed.to - elapsed.from - (other.to - other.from);
  if (!isDuration(other) || other.business) return undefined;
  return elapsed.to - addDuration(zone, elapsed.from, other);
}

function compareRanges(operator: ComparisonOperator, left: Cell, right: Cell): Truth {
  const a = endsOf(left);
  const b = endsOf(right);
  if (a === undefined || b === undefined) return undefined;
  const lowest = compareExact(a[0], b[1]);
  const highest = compareExact(a[1], b[0]);
  if (operator === "=" || operator === "!=") {
    const apart = lowest > 0 || highest < 0;
    return apart ? operator === "!=" : undefined;
  }
  const one = holdsFor(operator, lowest);
  return one === holdsFor(operator, highest) ? one : undefined;
}

/** The two ends of a number or range. */
export function endsOf(cell: Cell): readonly [Exact, Exact] | undefined {
  if (cell instanceof Range) return [cell.minimum, cell.maximum];
  return isExact(cell) ? [cell, cell] : undefined;
}
