import type { Expression } from "@entente/ir";
import { childrenOf } from "./children-of.ts";
import type { Scope } from "./scope.ts";

const eventKinds = new Set<Expression["kind"]>(["happened", "occurrence", "occurrenceAttribute", "count"]);
const steadyKinds = new Set<Expression["kind"]>([
  "literal",
  "field",
  "define",
  "not",
  "and",
  "or",
  "compare",
  "in",
  "textMatch",
  "listContains",
  "present",
  "withinTime",
  "arithmetic",
  "negate",
  "table",
]);

/** Whether `decide` holds for an expression or one inside it, following defines. */
function anywhere(
  scope: Scope,
  node: Expression,
  decide: (node: Expression) => boolean,
  seen = new Set<string>(),
): boolean {
  if (decide(node)) return true;
  if (node.kind === "define") {
    if (seen.has(node.name)) return false;
    seen.add(node.name);
    return anywhere(scope, scope.define(node.name), decide, seen);
  }
  return childrenOf(node).some((child) => anywhere(scope, child, decide, seen));
}

/** Whether an expression looks at events itself: not through a score, class or stage. */
export function looksAtEvents(scope: Scope, node: Expression): boolean {
  return anywhere(scope, node, (one) => eventKinds.has(one.kind));
}

/** Whether an expression gives the same at every instant for the same lead: it looks at fields only. */
export function isSteady(scope: Scope, node: Expression): boolean {
  return !anywhere(scope, node, (one) => !steadyKinds.has(one.kind));
}

/** The events that an expression looks at itself, following defines. */
export function eventsIn(scope: Scope, node: Expression, found = new Set<string>()): ReadonlySet<string> {
  anywhere(scope, node, (one) => {
    if ("event" in one) found.add(one.event);
    return false;
  });
  return found;
}

/** Whether an expression asks for the status of a clock. */
export function asksForStatus(scope: Scope, node: Expression): boolean {
  return anywhere(scope, node, (one) => one.kind === "verdictIs");
}
