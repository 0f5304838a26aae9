import type { Expression } from "@entente/ir";
import type { Model } from "../model.ts";
import { partsOf } from "./parts-of.ts";
import { comparedWithLiteral } from "./shape-of.ts";

/**
 * Whether a condition that ever held for a lead still holds: it looks at fields alone, or asks of events only that
 * they have happened, or so many times.
 */
export function isRising(model: Model, node: Expression): boolean {
  return remembered(model.rising, node, () => isSteady(model, node) || rises(model, node));
}

function rises(model: Model, node: Expression): boolean {
  switch (node.kind) {
    case "happened":
      return true;
    case "define":
      return isRising(model, model.define(node.name));
    case "and":
    case "or":
      return node.operands.every((operand) => isRising(model, operand));
    case "compare": {
      const parts = comparedWithLiteral(model, node);
      return parts?.subject.kind === "count" && (parts.operator === ">=" || parts.operator === ">");
    }
    default:
      return false;
  }
}

/** Whether a condition is the same at every instant of a lead: it looks at no events, clocks or the time. */
export function isSteady(model: Model, node: Expression): boolean {
  return remembered(model.steady, node, () => stays(model, node));
}

function stays(model: Model, node: Expression): boolean {
  switch (node.kind) {
    case "happened":
    case "occurrence":
    case "occurrenceAttribute":
    case "count":
    case "elapsedSince":
    case "stageIs":
    case "stageReached":
    case "verdictIs":
    case "dated":
      return false;
    case "define":
      return isSteady(model, model.define(node.name));
    case "class":
      return model.class(node.name).cases.every(({ when }) => when === null || isSteady(model, when));
    case "score": {
      const { lines, fades, resets } = model.score(node.name);
      if (fades !== null || resets !== null) return false;
      return lines.every(({ basis }) => {
        if (basis.kind === "when") return isSteady(model, basis.condition);
        return basis.kind === "perField";
      });
    }
    default:
      return partsOf(node).every((part) => isSteady(model, part));
  }
}

function remembered(known: Map<Expression, boolean>, node: Expression, compute: () => boolean): boolean {
  const before = known.get(node);
  if (before !== undefined) return before;
  const result = compute();
  known.set(node, result);
  return result;
}
