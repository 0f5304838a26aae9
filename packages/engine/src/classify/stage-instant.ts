import type { Expression, Stage } from "@entente/ir";
import type { Context } from "../plan/context.ts";
import { onceAContext } from "../plan/once-a-context.ts";
import type { Scope } from "../plan/scope.ts";
import { firstVisible } from "../plan/visibility.ts";

/** An instant in epoch milliseconds; null where it does not exist. */
export type InstantOf = (context: Context) => number | null;

/**
 * A stage's own instant (language.md, section 6): that of `at`; without it, the first instant of the event in
 * `when`. Of several events joined by `or` it is the earliest that happened, by `and` the latest, once all
 * have; other conditions beside them have no instant. A stage with neither follows its predecessor at once.
 */
export function compileOwnInstant(scope: Scope, stage: Stage): InstantOf {
  if (stage.at !== null) {
    const term = scope.term(stage.at);
    return (context) => {
      const cell = term(context);
      return typeof cell === "number" ? cell : null;
    };
  }
  if (stage.when !== null) return eventInstant(scope, stage.when) ?? (() => null);
  return stage.after.length > 0 ? () => Number.NEGATIVE_INFINITY : () => null;
}

/** Null where the expression has no event to take an instant from. */
function eventInstant(
  scope: Scope,
  node: Expression,
  known = new Map<string, InstantOf | null>(),
): InstantOf | null {
  switch (node.kind) {
    case "happened":
      return (context) => firstVisible(context, node.event)?.at ?? null;
    case "define": {
      const inner = known.get(node.name);
      if (inner !== undefined) return inner;
      const instant = eventInstant(scope, scope.define(node.name), known);
      const shared = instant === null ? null : onceAContext(instant);
      known.set(node.name, shared);
      return shared;
    }
    case "or":
    case "and": {
      const parts = node.operands
        .map((operand) => eventInstant(scope, operand, known))
        .filter((part) => part !== null);
      if (parts.length === 0) return null;
      return node.kind === "or" ? earliestOf(parts) : latestOf(parts);
    }
    default:
      return null;
  }
}

function earliestOf(parts: readonly InstantOf[]): InstantOf {
  return (context) => {
    const instants = parts.map((part) => part(context)).filter((at) => at !== null);
    return instants.length === 0 ? null : Math.min(...instants);
  };
}

function latestOf(parts: readonly InstantOf[]): InstantOf {
  return (context) => {
    const instants = parts.map((part) => part(context)).filter((at) => at !== null);
    return instants.length < parts.length ? null : Math.max(...instants);
  };
}
