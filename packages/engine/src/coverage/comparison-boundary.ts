import { addDuration, type ComparisonOperator, type Expression, type ExpressionOf } from "@entente/ir";
import { type Cell, Elapsed, isExact } from "../plan/cell.ts";
import { instantOfDate } from "../plan/compile-arithmetic.ts";
import type { Context } from "../plan/context.ts";
import { numberOf } from "../plan/exact.ts";
import type { Scope } from "../plan/scope.ts";
import { dateBoundary, numberBoundary, type ValueBoundary } from "./value-boundary.ts";

/** The two last values before a comparison turns, and which of them it saw in a context; null for any other value. */
export interface ComparisonBoundary {
  readonly sides: ValueBoundary["sides"];
  sideIn(context: Context): string | null;
}

const MINUTE = 60_000;
const DAY = 86_400_000;
const ORDERED = new Set<ComparisonOperator>(["<", "<=", ">", ">="]);
const FLIPPED: Readonly<Partial<Record<ComparisonOperator, ComparisonOperator>>> = {
  "<": ">",
  "<=": ">=",
  ">": "<",
  ">=": "<=",
};

/**
 * The boundary of a condition that compares something with a value of the contract: `employees >= 50` turns
 * between 49 and 50, `time since last contact > 30 days` within the minute after 30 days. Null where a condition
 * has no such value.
 */
export function comparisonBoundary(scope: Scope, node: Expression): ComparisonBoundary | null {
  if (node.kind === "withinTime") return withinBoundary(scope, node);
  if (node.kind !== "compare" || !ORDERED.has(node.operator)) return null;
  const { left, right, operator } = node;
  if (right.kind === "literal") return against(scope, left, operator, right);
  const flipped = FLIPPED[operator];
  return left.kind === "literal" && flipped !== undefined ? against(scope, right, flipped, left) : null;
}

function against(
  scope: Scope,
  subject: Expression,
  operator: ComparisonOperator,
  { value }: ExpressionOf<"literal">,
): ComparisonBoundary | null {
  const term = scope.term(subject);
  if (value.kind === "duration") return elapsedBoundary(scope, subject, operator, value);
  if (value.kind === "date" || value.kind === "instant") {
    const boundary = dateBoundary(scope.zone, operator, value);
    return { sides: boundary.sides, sideIn: (context) => boundary.sideOf(plain(term(context))) };
  }
  const boundary = numberBoundary(scope, subject, operator, value);
  if (boundary === null) return null;
  return { sides: boundary.sides, sideIn: (context) => boundary.sideOf(plain(term(context))) };
}

function plain(cell: Cell): number | string | null {
  if (typeof cell === "string") return cell;
  return isExact(cell) ? numberOf(cell) : null;
}

/** Lengths of time are compared by where they end, to the minute. */
function elapsedBoundary(
  scope: Scope,
  subject: Expression,
  operator: ComparisonOperator,
  duration: Parameters<typeof addDuration>[2],
): ComparisonBoundary {
  const term = scope.term(subject);
  const atEnd = operator === "<=" || operator === ">";
  return {
    sides: atEnd ? [END, AFTER] : [BEFORE, END],
    sideIn: (context) => {
      const cell = term(context);
      if (!(cell instanceof Elapsed) || duration.business) return null;
      return sideOfEnd(cell.to - addDuration(scope.zone, cell.from, duration), MINUTE);
    },
  };
}

const BEFORE = { side: "before", label: "a minute less" } as const;
const END = { side: "end", label: "exactly that long" } as const;
const AFTER = { side: "after", label: "up to a minute more" } as const;

/** @param past how far past the end, milliseconds */
function sideOfEnd(past: number, step: number): string | null {
  if (past === 0) return END.side;
  if (past > 0) return past <= step ? AFTER.side : null;
  return past >= -step ? BEFORE.side : null;
}

/** `is within D of` holds up to and including D, in either direction. Dates count by the day. */
function withinBoundary(scope: Scope, node: ExpressionOf<"withinTime">): ComparisonBoundary {
  const [subject, of] = [scope.term(node.subject), scope.term(node.of)];
  const instant = (cell: Cell): number | undefined =>
    typeof cell === "number" ? cell : typeof cell === "string" ? instantOfDate(scope.zone, cell) : undefined;
  return {
    sides: [END, { side: AFTER.side, label: "just beyond" }],
    sideIn: (context) => {
      const [a, b] = [subject(context), of(context)];
      const [one, other] = [instant(a), instant(b)];
      if (one === undefined || other === undefined || node.duration.business) return null;
      const end = addDuration(scope.zone, Math.min(one, other), node.duration);
      const byDay = typeof a === "string" || typeof b === "string";
      const past = Math.max(one, other) - end;
      if (byDay && past <= 0 && past > -DAY) return END.side;
      return sideOfEnd(past, byDay ? DAY : MINUTE);
    },
  };
}
