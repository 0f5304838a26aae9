import type { Expression, Span } from "@entente/ir";
import type { Context, Truth } from "../plan/context.ts";
import { expandsBeyond } from "../plan/expanded-size.ts";
import { collectMissing } from "../plan/missing-fields.ts";
import type { Scope } from "../plan/scope.ts";
import { leafValues } from "./leaf-values.ts";
import { sourceText } from "./source-text.ts";

export type TruthWord = "true" | "false" | "unknown";

/** Why a condition holds or not, as a tree of the contract's own clauses. */
export interface Reason {
  /** What joins the children: `define` stands for a name with the condition behind it. */
  readonly kind: "and" | "or" | "not" | "define" | "test";
  /** The contract's words; for a define its name. */
  readonly text: string;
  readonly truth: TruthWord;
  /** What a test found, such as `employees = 40`. */
  readonly values: readonly string[];
  readonly span: Span;
  readonly children: readonly Reason[];
  /** The fields whose absence left it unknown; `event.attribute` for those of events. */
  readonly missing: readonly string[];
}

/** Nodes, with every define written out, beyond which a condition is told as a whole and not in parts. */
const LARGEST = 5000;

/**
 * Explains a condition for a lead at an instant.
 *
 * @param plan an ExpressionPlan of the policy
 */
export function explainCondition(plan: Scope, node: Expression, context: Context): Reason {
  const missing = new Set<string>();
  collectMissing(plan, node, context, missing);
  const inner = expandsBeyond(LARGEST, node, plan.define) ? [] : innerConditions(plan, node);
  return {
    kind: kindOf(node),
    text: node.kind === "define" ? node.name : textOf(plan, node),
    truth: truthWord(plan.test(node)(context)),
    values: inner.length === 0 ? leafValues(plan, node, context) : [],
    span: node.span,
    children: inner.map((child) => explainCondition(plan, child, context)),
    missing: [...missing],
  };
}

export function truthWord(truth: Truth): TruthWord {
  return truth === undefined ? "unknown" : truth ? "true" : "false";
}

function textOf(plan: Scope, node: Expression): string {
  const text = sourceText(plan.policy, node.span);
  if (text !== "") return text;
  if ("name" in node) return node.name;
  return node.kind === "happened" ? node.event : node.kind;
}

function kindOf(node: Expression): Reason["kind"] {
  switch (node.kind) {
    case "and":
    case "or":
    case "not":
    case "define":
      return node.kind;
    default:
      return "test";
  }
}

function innerConditions(plan: Scope, node: Expression): readonly Expression[] {
  switch (node.kind) {
    case "and":
    case "or":
      return node.operands;
    case "not":
      return [node.operand];
    case "define":
      return [plan.define(node.name)];
    default:
      return [];
  }
}
