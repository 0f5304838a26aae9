import type { ExpressionNode } from "../1-syntax/ast/expressions.ts";
import type { Resolution } from "../2-resolve/resolve.ts";

/** An event, or events joined with `and` and `or`: it holds from an instant on. */
export function isEventCondition(node: ExpressionNode, resolution: Resolution): boolean {
  if (node.kind === "Logical") return node.operands.every((operand) => isEventCondition(operand, resolution));
  return node.kind === "Reference" && resolution.bindings.get(node)?.kind === "event";
}
