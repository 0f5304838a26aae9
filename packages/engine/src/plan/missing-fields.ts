import type { Expression } from "@entente/ir";
import { Range } from "./cell.ts";
import { childrenOf } from "./children-of.ts";
import { lookingAt } from "./compile-events.ts";
import { datedChoice, tableChoice } from "./compile-lookup.ts";
import type { Context } from "./context.ts";
import type { Scope } from "./scope.ts";
import { visibleOccurrences } from "./visibility.ts";

/**
 * Adds to `found` the fields whose absence leaves `node` open. An operand that is decided has no part in it:
 * of `employees >= 50 and vip` nothing is reported where `vip` is false. An attribute of an event is
 * reported as `event.attribute`.
 */
export function collectMissing(scope: Scope, node: Expression, context: Context, found: Set<string>): void {
  collect(scope, node, context, found, new Set());
}

/** @param seen the defines that were followed in this context: once is enough */
function collect(
  scope: Scope,
  node: Expression,
  context: Context,
  found: Set<string>,
  seen: Set<string>,
): void {
  if (node.kind === "define") {
    if (seen.has(node.name)) return;
    seen.add(node.name);
  }
  const cell = scope.term(node)(context);
  if (cell !== undefined && !(cell instanceof Range)) return;
  if ((node.kind === "occurrence" || node.kind === "count") && node.where !== null) {
    for (const one of visibleOccurrences(context, node.event)) {
      collectMissing(scope, node.where, lookingAt(context, one), found);
    }
    return;
  }
  for (const name of ownMissing(scope, node, context)) found.add(name);
  for (const part of partsInQuestion(scope, node, context)) collect(scope, part, context, found, seen);
}

/** The fields that an undecided node itself reads. */
function ownMissing(scope: Scope, node: Expression, context: Context): Iterable<string> {
  switch (node.kind) {
    case "field":
      return [node.name];
    case "attribute":
      return [context.occurrence === null ? node.name : `${context.occurrence.event}.${node.name}`];
    case "occurrenceAttribute":
      return [`${node.event}.${node.attribute}`];
    case "score":
    case "class":
      return scope.judge.missing(node.kind, node.name, context);
    case "stageIs":
    case "stageReached":
      return scope.judge.missing("stage", node.stage, context);
    default:
      return [];
  }
}

/** The parts of an undecided node that can have left it open. */
function partsInQuestion(scope: Scope, node: Expression, context: Context): readonly Expression[] {
  switch (node.kind) {
    case "define":
      return [scope.define(node.name)];
    case "table":
      return [node.by, tableChoice(scope, node)(context)].filter((part) => part !== undefined);
    case "dated":
      return [datedChoice(scope, node)(context)].filter((part) => part !== undefined);
    default:
      return childrenOf(node);
  }
}
