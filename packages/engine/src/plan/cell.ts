import { assertNever, type Duration, type Literal } from "@entente/ir";
import { Fraction } from "fraction.js";
import type { Value } from "../records/facts.ts";
import { type Exact, numberOf } from "./exact.ts";
import { nominalMs } from "./nominal-duration.ts";

/** A number known only to lie between two ends, both included; the ends differ. */
export class Range {
  readonly minimum: Exact;
  readonly maximum: Exact;
  constructor(minimum: Exact, maximum: Exact) {
    this.minimum = minimum;
    this.maximum = maximum;
  }
}

/** The time from one instant to another (epoch milliseconds), kept as its ends so that days and months compare by the wall clock. */
export class Elapsed {
  readonly from: number;
  readonly to: number;
  constructor(from: number, to: number) {
    this.from = from;
    this.to = to;
  }
}

/**
 * What a compiled expression gives: `undefined` is unknown, `null` is an event that has not happened. A class
 * without a case is the empty text, which no value ever is.
 */
export type Cell = Value | Fraction | Duration | Elapsed | Range | null | undefined;

export const isExact = (cell: Cell): cell is Exact => typeof cell === "number" || cell instanceof Fraction;

export const isDuration = (cell: Cell): cell is Duration =>
  typeof cell === "object" && cell !== null && "kind" in cell && cell.kind === "duration";

/** A range, or the number itself where both ends agree. */
export function between(minimum: Exact, maximum: Exact): Exact | Range {
  if (minimum === maximum) return minimum;
  if (typeof minimum !== "number" && typeof maximum !== "number" && minimum.equals(maximum)) return minimum;
  return new Range(minimum, maximum);
}

/** The cell of a value that stands in the contract. */
export function literalCell(literal: Literal): Exclude<Cell, null | undefined> {
  switch (literal.kind) {
    case "number":
    case "percent":
      return Number(literal.value);
    case "money":
      return literal.minor;
    case "text":
    case "choice":
      return literal.value.normalize("NFC");
    case "boolean":
    case "date":
    case "instant":
      return literal.value;
    case "duration":
      return literal;
    default:
      return assertNever(literal);
  }
}

/** The value outside the plan: rationals as the nearest number, times as milliseconds; undefined for what has none. */
export function valueOfCell(cell: Cell): Value | undefined {
  if (cell === null || cell === undefined || cell instanceof Range) return undefined;
  if (cell instanceof Fraction) return numberOf(cell);
  if (cell instanceof Elapsed) return cell.to - cell.from;
  return isDuration(cell) ? nominalMs(cell) : cell;
}
