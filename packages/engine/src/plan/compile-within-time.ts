import { addDuration, type ExpressionOf, type Zone } from "@entente/ir";
import type { Cell } from "./cell.ts";
import { instantOfDate } from "./compile-arithmetic.ts";
import type { Scope, Test } from "./scope.ts";

/**
 * Whether two times lie at most a duration apart, in either order: the duration is laid from the earlier one,
 * by the agreement's wall clock. Dates count from their local midnight. A business duration needs a calendar
 * and is unknown here.
 */
export function compileWithinTime(scope: Scope, node: ExpressionOf<"withinTime">): Test {
  const { zone } = scope;
  const subject = scope.term(node.subject);
  const of = scope.term(node.of);
  return (context) => {
    const a = subject(context);
    const b = of(context);
    if (a === null || b === null) return false;
    const one = instantOf(zone, a);
    const other = instantOf(zone, b);
    if (one === undefined || other === undefined || node.duration.business) return undefined;
    return Math.max(one, other) <= addDuration(zone, Math.min(one, other), node.duration);
  };
}

function instantOf(zone: Zone, cell: Cell): number | undefined {
  if (typeof cell === "number") return cell;
  return typeof cell === "string" ? instantOfDate(zone, cell) : undefined;
}
