import type { Expression, ExpressionOf } from "@entente/ir";
import { lookingAt } from "../plan/compile-events.ts";
import { datedChoice, tableChoice } from "../plan/compile-lookup.ts";
import type { Context } from "../plan/context.ts";
import { visibleOccurrences } from "../plan/visibility.ts";
import { isCondition, isLogical, isMissingTest, partsOfTest } from "./condition-shape.ts";
import type { Recording } from "./recording.ts";

/**
 * Records what a condition comes to in a context in which it decides. An operand is recorded only where the others
 * leave the decision to it: beside a false operand of `and`, or a true one of `or`, nothing else counts.
 */
export function observeCondition(recording: Recording, node: Expression, context: Context): void {
  if (!recording.first(node, context)) return;
  switch (node.kind) {
    case "and":
    case "or":
      observeOperands(recording, node, context);
      return;
    case "not":
      if (isMissingTest(node)) observeTest(recording, node, context);
      else observeCondition(recording, node.operand, context);
      return;
    default:
      observeTest(recording, node, context);
  }
}

function observeOperands(
  recording: Recording,
  { kind, operands }: ExpressionOf<"and"> | ExpressionOf<"or">,
  context: Context,
): void {
  const decides = kind === "or";
  const truths = operands.map((operand) => recording.plan.condition(operand)(context));
  for (const [place, operand] of operands.entries()) {
    const masked = truths.some((truth, other) => other !== place && truth === decides);
    if (!masked) observeCondition(recording, operand, context);
  }
}

function observeTest(recording: Recording, node: Expression, context: Context): void {
  const { ledger, plan } = recording;
  const truth = plan.condition(node)(context);
  if (truth !== undefined) ledger.mark(node, String(truth));
  const side = recording.boundaries.of(node)?.sideIn(context) ?? null;
  if (side !== null) ledger.mark(node, side);
  observeParts(recording, node, context);
}

/** Records what a value comes from: the case of its table, the conditions of the events that it counts, the names in it. */
export function observeValue(recording: Recording, node: Expression, context: Context): void {
  if (isLogical(node)) observeCondition(recording, node, context);
  else if (recording.first(node, context)) observeParts(recording, node, context);
}

function observeParts(recording: Recording, node: Expression, context: Context): void {
  const { plan, names } = recording;
  switch (node.kind) {
    case "define": {
      const value = plan.define(node.name);
      if (isCondition(plan, value)) observeCondition(recording, value, context);
      else observeValue(recording, value, context);
      return;
    }
    case "score":
      return names.score(recording, node.name, context);
    case "class":
      return names.class(recording, node.name, context);
    case "stageIs":
      return names.stages(recording, context);
    case "stageReached":
      return names.stage(recording, node.stage, context);
    case "verdictIs":
      if (node.commitment !== null) recording.asked.add(node.commitment);
      return;
    case "occurrence":
    case "count":
      return observeOccurrences(recording, node, context);
    case "table":
      return observeTable(recording, node, context);
    case "dated":
      return observeDated(recording, node, context);
    default:
      for (const child of partsOfTest(node)) observeValue(recording, child, context);
  }
}

function observeOccurrences(
  recording: Recording,
  { where, event }: ExpressionOf<"occurrence"> | ExpressionOf<"count">,
  context: Context,
): void {
  if (where === null) return;
  for (const one of visibleOccurrences(context, event)) {
    observeCondition(recording, where, lookingAt(context, one));
  }
}

function observeTable(recording: Recording, node: ExpressionOf<"table">, context: Context): void {
  const { plan, ledger } = recording;
  observeValue(recording, node.by, context);
  const chosen = tableChoice(plan, node)(context);
  if (chosen === undefined) return;
  const found = node.cases.find(({ result }) => result === chosen);
  ledger.mark(found ?? node, found === undefined ? "otherwise" : "case");
  observeValue(recording, chosen, context);
}

function observeDated(recording: Recording, node: ExpressionOf<"dated">, context: Context): void {
  const chosen = datedChoice(recording.plan, node)(context);
  const entry = node.entries.find(({ value }) => value === chosen);
  if (entry === undefined) return;
  recording.ledger.mark(entry, "case");
  observeValue(recording, entry.value, context);
}
