import { assertNever, type Expression } from "@entente/ir";
import { literalCell } from "./cell.ts";
import { compileArithmetic, compileNegate } from "./compile-arithmetic.ts";
import {
  compileCount,
  compileElapsedSince,
  compileHappened,
  compileOccurrence,
  compileOccurrenceAttribute,
  compileStage,
  compileVerdictIs,
} from "./compile-events.ts";
import {
  compileAnd,
  compileCompare,
  compileIn,
  compileListContains,
  compileNot,
  compileOr,
  compilePresent,
} from "./compile-logic.ts";
import { compileDated, compileTable } from "./compile-lookup.ts";
import { compileTextMatch } from "./compile-text-match.ts";
import { compileWithinTime } from "./compile-within-time.ts";
import { expandsBeyond } from "./expanded-size.ts";
import { asksForStatus } from "./mentions.ts";
import { onceAContext } from "./once-a-context.ts";
import { ownerAt } from "./owner-at.ts";
import type { Scope, Term } from "./scope.ts";

/** Nodes up to which a define is evaluated wherever its name stands. */
const SMALL = 200;

/** A large define is evaluated once a context. One that asks for statuses is not: those are filled in as clocks are judged. */
function compileDefine(scope: Scope, value: Expression): Term {
  const term = scope.term(value);
  if (!expandsBeyond(SMALL, value, scope.define) || asksForStatus(scope, value)) return term;
  return onceAContext(term);
}

/** `owner` is who holds the lead at the instant that is asked for: an event may have handed it on (language section 8). */
function compileField(scope: Scope, name: string): Term {
  if (name !== "owner") return (context) => context.facts.values.get(name);
  return ({ facts, at, knownAt }) => ownerAt(facts, at, scope.policy, knownAt) ?? undefined;
}

/** Turns an expression into a closure, by the semantics of the language's sections 3 and 4. */
export function compileTerm(scope: Scope, node: Expression): Term {
  switch (node.kind) {
    case "literal": {
      const cell = literalCell(node.value);
      return () => cell;
    }
    case "field":
      return compileField(scope, node.name);
    case "attribute":
      return (context) => context.occurrence?.attributes.get(node.name);
    case "define":
      return compileDefine(scope, scope.define(node.name));
    case "score":
      return (context) => scope.judge.score(node.name, context);
    case "class":
      return (context) => scope.judge.class(node.name, context);
    case "happened":
      return compileHappened(node);
    case "occurrence":
      return compileOccurrence(scope, node);
    case "occurrenceAttribute":
      return compileOccurrenceAttribute(node);
    case "count":
      return compileCount(scope, node);
    case "elapsedSince":
      return compileElapsedSince(scope, node);
    case "stageIs":
    case "stageReached":
      return compileStage(scope, node);
    case "verdictIs":
      return compileVerdictIs(node);
    case "not":
      return compileNot(scope, node);
    case "and":
      return compileAnd(scope, node);
    case "or":
      return compileOr(scope, node);
    case "compare":
      return compileCompare(scope, node);
    case "in":
      return compileIn(scope, node);
    case "textMatch":
      return compileTextMatch(scope, node);
    case "listContains":
      return compileListContains(scope, node);
    case "present":
      return compilePresent(scope, node);
    case "withinTime":
      return compileWithinTime(scope, node);
    case "arithmetic":
      return compileArithmetic(scope, node);
    case "negate":
      return compileNegate(scope, node);
    case "table":
      return compileTable(scope, node);
    case "dated":
      return compileDated(scope, node);
    default:
      return assertNever(node);
  }
}
