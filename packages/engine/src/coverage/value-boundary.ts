import type { ComparisonOperator, Expression, Literal, Zone } from "@entente/ir";
import type { Scope } from "../plan/scope.ts";
import { spacingOf } from "./step.ts";

/** Where a comparison with a value turns. `label` names the last value on a side, such as `49`. */
export interface ValueBoundary {
  readonly sides: readonly { readonly side: string; readonly label: string }[];
  /** The side whose last value this is; null for values further away. */
  sideOf(value: number | string | null): string | null;
}

const DAY = 86_400_000;
const MINUTE = 60_000;

/**
 * The last values on both sides of a bound. Of an amount in whole dollars every amount within the last dollar counts; a
 * side on which the type allows no value is left out.
 */
export function numberBoundary(
  scope: Scope,
  subject: Expression,
  operator: ComparisonOperator,
  literal: Literal,
): ValueBoundary | null {
  const spacing = spacingOf(scope, subject, literal);
  if (spacing === null) return null;
  const { step, minimum, maximum } = spacing;
  const bound = literal.kind === "money" ? literal.minor : "value" in literal ? Number(literal.value) : 0;
  const below = belongsBelow(operator);
  const low = below
    ? lastUpTo(bound, step)
    : lastUpTo(bound, step) === bound
      ? tidy(bound - step)
      : lastUpTo(bound, step);
  const high = tidy(low + step);
  const words = (value: number): string => valueWords(literal, value);
  return {
    sides: [
      ...(low >= minimum ? [{ side: "low", label: words(low) }] : []),
      ...(high <= maximum ? [{ side: "high", label: words(high) }] : []),
    ],
    sideOf: (value) => {
      if (typeof value !== "number" || value < low || value > high) return null;
      return value < bound || (below && value === bound) ? "low" : "high";
    },
  };
}

/** Whether the bound itself lies on the lower side: of `>` and `<=`. */
function belongsBelow(operator: ComparisonOperator): boolean {
  return operator === ">" || operator === "<=";
}

/** The greatest multiple of a step that is at most the bound. */
function lastUpTo(bound: number, step: number): number {
  const near = Math.round(bound / step);
  return Math.abs(bound / step - near) < 1e-9 ? bound : tidy(Math.floor(bound / step) * step);
}

/** Takes away what binary fractions add: 0.7 - 0.1 is 0.6. */
function tidy(value: number): number {
  return Number(value.toFixed(9));
}

/** Days for a date; for an instant the minute on either side of it. */
export function dateBoundary(
  zone: Zone,
  operator: ComparisonOperator,
  literal: Extract<Literal, { kind: "date" | "instant" }>,
): ValueBoundary {
  const below = belongsBelow(operator);
  if (literal.kind === "instant") {
    const { value: bound } = literal;
    const at = { side: "at", label: "that instant" };
    const other = below
      ? { side: "after", label: "up to a minute later" }
      : { side: "before", label: "a minute earlier" };
    return {
      sides: below ? [at, other] : [other, at],
      sideOf: (value) => (typeof value === "number" ? sideOfInstant(value - bound) : null),
    };
  }
  const first = below ? literal.value : addDays(literal.value, -1);
  const second = addDays(first, 1);
  return {
    sides: [
      { side: "low", label: first },
      { side: "high", label: second },
    ],
    sideOf: (value) => {
      const date = typeof value === "number" ? zone.localDate(value) : value;
      return date === first ? "low" : date === second ? "high" : null;
    },
  };
}

function sideOfInstant(past: number): string | null {
  if (past === 0) return "at";
  if (Math.abs(past) > MINUTE) return null;
  return past > 0 ? "after" : "before";
}

function addDays(date: string, days: number): string {
  return new Date(Date.parse(date) + days * DAY).toISOString().slice(0, 10);
}

/** A value as a contract writes it: `49`, `33%`, `$9,999`. */
function valueWords(literal: Literal, value: number): string {
  if (literal.kind === "percent") return `${value}%`;
  if (literal.kind !== "money") return value.toLocaleString("en-US", { maximumFractionDigits: 9 });
  const format = new Intl.NumberFormat("en", {
    style: "currency",
    currency: literal.currency,
    trailingZeroDisplay: "stripIfInteger",
  });
  return format.format(value / 10 ** (format.resolvedOptions().maximumFractionDigits ?? 2));
}
