import type { ExpressionNode } from "../1-syntax/ast/expressions.ts";
import { reportCheck } from "../diagnostics/check.ts";
import type { Checking } from "./checking.ts";

/**
 * Tells a value that is not written out where nothing can be calculated: in a test, or in what a reward gives.
 *
 * @returns whether it is written out
 */
export function checkPlain(node: ExpressionNode, what: string, checking: Checking): boolean {
  if (isPlain(node, checking)) return true;
  checking.diagnostics.push(reportCheck("check/not-plain", node.span, { what }));
  return false;
}

function isPlain(node: ExpressionNode, checking: Checking): boolean {
  switch (node.kind) {
    case "Number":
    case "Percent":
    case "Money":
    case "Text":
    case "Boolean":
    case "Date":
    case "DateTime":
    case "Duration":
      return true;
    case "Negate":
      return (
        node.operand.kind === "Number" || node.operand.kind === "Percent" || node.operand.kind === "Money"
      );
    case "Reference": {
      const binding = checking.resolution.bindings.get(node);
      return binding?.kind === "case" || binding?.kind === "error";
    }
    default:
      return false;
  }
}
