import { assertNever, type Expression, type ExpressionOf } from "@entente/ir";
import type { Occurrence } from "../records/facts.ts";
import { between, Elapsed } from "./cell.ts";
import type { Context, Truth } from "./context.ts";
import type { Scope, Term, Test } from "./scope.ts";
import { firstVisible, isVisible, lastVisible } from "./visibility.ts";

/** The context of a `where`: the same facts, seen from one occurrence. */
export function lookingAt(context: Context, occurrence: Occurrence): Context {
  return { ...context, occurrence };
}

/** Whether an occurrence is of the event and meets the condition; without a condition it does. */
export function matches(event: string, where: Test | null, one: Occurrence, context: Context): Truth {
  if (one.event !== event || !isVisible(one, context)) return false;
  return where === null ? true : where(lookingAt(context, one));
}

const filterOf = (scope: Scope, where: Expression | null): Test | null =>
  where === null ? null : scope.test(where);

export function compileHappened(node: ExpressionOf<"happened">): Test {
  return (context) => firstVisible(context, node.event) !== undefined;
}

/**
 * The instant of the first or last occurrence. Where a missing attribute leaves open whether an occurrence
 * before the first certain one counts, the instant is unknown.
 */
export function compileOccurrence(scope: Scope, node: ExpressionOf<"occurrence">): Term {
  const { event, which } = node;
  const where = filterOf(scope, node.where);
  return (context) => {
    const { events } = context.facts;
    for (let step = 0; step < events.length; step++) {
      const one = events[which === "first" ? step : events.length - 1 - step];
      if (one === undefined) continue;
      const truth = matches(event, where, one, context);
      if (truth !== false) return truth ? one.at : undefined;
    }
    return null;
  };
}

export function compileOccurrenceAttribute(node: ExpressionOf<"occurrenceAttribute">): Term {
  const { event, attribute } = node;
  const find = node.which === "first" ? firstVisible : lastVisible;
  return (context) => {
    const one = find(context, event);
    return one === undefined ? null : one.attributes.get(attribute);
  };
}

/** How many occurrences there are: a range where a missing attribute leaves open whether some count. */
export function compileCount(scope: Scope, node: ExpressionOf<"count">): Term {
  const where = filterOf(scope, node.where);
  return (context) => {
    let certain = 0;
    let possible = 0;
    for (const one of context.facts.events) {
      const truth = matches(node.event, where, one, context);
      if (truth !== false) possible++;
      if (truth === true) certain++;
    }
    return between(certain, possible);
  };
}

export function compileElapsedSince(scope: Scope, node: ExpressionOf<"elapsedSince">): Term {
  const of = scope.term(node.of);
  return (context) => {
    const start = of(context);
    if (typeof start === "number") return new Elapsed(start, context.at);
    return start === null ? null : undefined;
  };
}

/** Unknown until the clock has been judged. The clock that an event is derived from has the empty key. */
export function compileVerdictIs(node: ExpressionOf<"verdictIs">): Test {
  const { commitment, clause, status } = node;
  const key = clause === null ? (commitment ?? "") : `${commitment ?? ""}.${clause}`;
  return (context) => {
    const judged = context.statuses?.get(key);
    return judged === undefined ? undefined : judged === status;
  };
}

/** What a node asks of the lead's stages. */
export function compileStage(
  scope: Scope,
  node: ExpressionOf<"stageIs"> | ExpressionOf<"stageReached">,
): Test {
  const { kind, stage } = node;
  switch (kind) {
    case "stageIs":
      return (context) => scope.judge.stageIs(stage, context);
    case "stageReached":
      return (context) => scope.judge.stageReached(stage, context);
    default:
      return assertNever(kind);
  }
}
