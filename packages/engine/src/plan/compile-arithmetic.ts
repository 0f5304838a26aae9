import { addDuration, assertNever, type ExpressionOf, type Zone } from "@entente/ir";
import { between, type Cell, Elapsed, isDuration, isExact, Range } from "./cell.ts";
import { endsOf } from "./compare-cells.ts";
import { add, divide, type Exact, greatest, least, multiply, negative, subtract } from "./exact.ts";
import type { Scope, Term } from "./scope.ts";

type Arithmetic = ExpressionOf<"arithmetic">;

/**
 * Exact arithmetic. Instants move by durations in the agreement's zone, and the difference of two instants is
 * a length of time; a percentage is divided by 100 where it is a factor or a divisor. A division by zero is
 * unknown.
 */
export function compileArithmetic(scope: Scope, node: Arithmetic): Term {
  const left = scope.term(node.left);
  const right = scope.term(node.right);
  const calculate = chooseCalculation(scope, node);
  return (context) => {
    const a = left(context);
    const b = right(context);
    if (a === null || b === null) return null;
    return a === undefined || b === undefined ? undefined : calculate(a, b);
  };
}

export function compileNegate(scope: Scope, node: ExpressionOf<"negate">): Term {
  const operand = scope.term(node.operand);
  return (context) => {
    const cell = operand(context);
    if (cell instanceof Range) return new Range(negative(cell.maximum), negative(cell.minimum));
    if (cell === null) return null;
    return isExact(cell) ? negative(cell) : undefined;
  };
}

function chooseCalculation(scope: Scope, node: Arithmetic): (a: Cell, b: Cell) => Cell {
  const left = scope.unit(node.left);
  const right = scope.unit(node.right);
  const { operator } = node;
  if (operator === "-" && left === "instant" && right === "instant") {
    return (a, b) => (typeof a === "number" && typeof b === "number" ? new Elapsed(b, a) : undefined);
  }
  const numbers = numberCalculation(operator, left === "percent", right === "percent");
  if (operator === "*" || operator === "/") return (a, b) => onEnds(a, b, numbers);
  const direction = operator === "+" ? 1 : -1;
  return (a, b) => {
    if (isDuration(b)) return move(scope.zone, a, b, direction);
    if (isDuration(a) && operator === "+") return move(scope.zone, b, a, 1);
    return onEnds(a, b, numbers);
  };
}

function numberCalculation(operator: Arithmetic["operator"], leftPercent: boolean, rightPercent: boolean) {
  return (a: Exact, b: Exact): Exact | undefined => {
    switch (operator) {
      case "+":
        return add(a, b);
      case "-":
        return subtract(a, b);
      case "*":
        return leftPercent || rightPercent ? divide(multiply(a, b), 100) : multiply(a, b);
      case "/":
        return rightPercent && !leftPercent ? divide(multiply(a, 100), b) : divide(a, b);
      default:
        return assertNever(operator);
    }
  };
}

/** Works on ranges by their corners, which suffices since no operator turns around between them except at a divisor of zero. */
function onEnds(a: Cell, b: Cell, calculate: (a: Exact, b: Exact) => Exact | undefined): Cell {
  const left = endsOf(a);
  const right = endsOf(b);
  if (left === undefined || right === undefined) return undefined;
  if (!(a instanceof Range) && !(b instanceof Range)) return calculate(left[0], right[0]);
  if (b instanceof Range && calculate(1, 0) === undefined && straddlesZero(right)) return undefined;
  const corners = left.flatMap((x) => right.map((y) => calculate(x, y)));
  const [first, ...rest] = corners.filter((corner) => corner !== undefined);
  if (first === undefined || rest.length + 1 < corners.length) return undefined;
  return between(rest.reduce(least, first), rest.reduce(greatest, first));
}

function straddlesZero([low, high]: readonly [Exact, Exact]): boolean {
  return low.valueOf() <= 0 && high.valueOf() >= 0;
}

/** An instant, or a date as its local midnight, moved by a duration; business durations need a calendar and are unknown here. */
function move(zone: Zone, cell: Cell, duration: Parameters<typeof addDuration>[2], direction: 1 | -1): Cell {
  if (duration.business) return undefined;
  const by = { ...duration, amount: direction * duration.amount };
  if (typeof cell === "number") return addDuration(zone, cell, by);
  if (typeof cell !== "string") return undefined;
  const start = instantOfDate(zone, cell);
  return start === undefined ? undefined : zone.localDate(addDuration(zone, start, by));
}

/** The first instant of a local date; undefined for a text that is no date of the calendar. */
export function instantOfDate(zone: Zone, date: string): number | undefined {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(date) || Number.isNaN(Date.parse(date))) return undefined;
  return zone.instantOf(date, 0);
}
