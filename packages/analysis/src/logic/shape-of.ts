import type { ComparisonOperator, Expression, ExpressionOf, Stage } from "@entente/ir";
import type { Model } from "../model.ts";
import { keyOf } from "./key-of.ts";
import { literalValue } from "./literal-value.ts";
import { withParts } from "./parts-of.ts";
import { FALSE, setOf, TRUE, type TruthSet, UNKNOWN } from "./truth-set.ts";

/** A class as a condition sees it: the name of a case, null where no case holds, undefined where it is unknown. */
export type Outcome = string | null | undefined;

/**
 * What a condition is to the analysis: something made of other conditions, a question about a class, score or stage,
 * or an atom that is not taken apart further.
 */
export type Shape =
  | { readonly kind: "constant"; readonly truth: TruthSet }
  | { readonly kind: "not"; readonly operand: Expression }
  | { readonly kind: "and" | "or"; readonly operands: readonly Expression[] }
  | { readonly kind: "define"; readonly name: string; readonly value: Expression }
  | { readonly kind: "class"; readonly name: string; readonly test: (outcome: Outcome) => TruthSet }
  | {
      readonly kind: "score";
      readonly name: string;
      readonly operator: ComparisonOperator;
      readonly bound: string;
    }
  | { readonly kind: "stageIs" | "stageReached"; readonly stage: Stage }
  | { readonly kind: "atom"; readonly key: string; readonly node: Expression };

/** @see Shape */
export function shapeOf(model: Model, node: Expression): Shape {
  switch (node.kind) {
    case "literal":
      return { kind: "constant", truth: setOf(literalValue(node.value) === true) };
    case "not":
      return { kind: "not", operand: node.operand };
    case "and":
    case "or":
      return { kind: node.kind, operands: node.operands };
    case "define":
      return { kind: "define", name: node.name, value: model.define(node.name) };
    case "stageIs":
    case "stageReached":
      return { kind: node.kind, stage: model.stage(node.stage) };
    case "compare":
      return compareShape(model, node) ?? atomOf(node);
    case "in":
      return classIn(model, node) ?? atomOf(node);
    case "present":
      return classPresent(model, node) ?? atomOf(node);
    default:
      return atomOf(node);
  }
}

const atomOf = (node: Expression): Shape => ({ kind: "atom", key: keyOf(node), node });

/** The expression that a name of a define stands for in the end; any other expression is itself. */
export function resolved(model: Model, node: Expression): Expression {
  return node.kind === "define" ? resolved(model, model.define(node.name)) : node;
}

/** An expression with everything inside it, and once what is inside the defines that it names; the names are left out. */
export function withDefines(model: Model, node: Expression, seen = new Set<string>()): readonly Expression[] {
  return withParts(node).flatMap((part) => {
    if (part.kind !== "define") return [part];
    if (seen.has(part.name)) return [];
    seen.add(part.name);
    return withDefines(model, model.define(part.name), seen);
  });
}

const mirrored: Readonly<Record<ComparisonOperator, ComparisonOperator>> = {
  "=": "=",
  "!=": "!=",
  "<": ">",
  "<=": ">=",
  ">": "<",
  ">=": "<=",
};

/** The comparison with its literal on the right; null where neither side is one. Defines are followed. */
export function comparedWithLiteral(
  model: Model,
  node: ExpressionOf<"compare">,
): { subject: Expression; operator: ComparisonOperator; literal: ExpressionOf<"literal">["value"] } | null {
  const left = resolved(model, node.left);
  const right = resolved(model, node.right);
  if (right.kind === "literal") return { subject: left, operator: node.operator, literal: right.value };
  if (left.kind !== "literal") return null;
  return { subject: right, operator: mirrored[node.operator], literal: left.value };
}

function compareShape(model: Model, node: ExpressionOf<"compare">): Shape | null {
  const parts = comparedWithLiteral(model, node);
  if (parts === null) return null;
  const { subject, operator, literal } = parts;
  if (subject.kind === "score" && literal.kind === "number") {
    return { kind: "score", name: subject.name, operator, bound: literal.value };
  }
  if (subject.kind !== "class" || (operator !== "=" && operator !== "!=")) return null;
  const wanted = literalValue(literal);
  return classShape(subject.name, (outcome) => (outcome === wanted) === (operator === "="));
}

function classIn(model: Model, node: ExpressionOf<"in">): Shape | null {
  const subject = resolved(model, node.subject);
  if (subject.kind !== "class") return null;
  const wanted = new Set<unknown>(node.values.map(literalValue));
  return classShape(subject.name, (outcome) => wanted.has(outcome));
}

function classPresent(model: Model, node: ExpressionOf<"present">): Shape | null {
  const subject = resolved(model, node.subject);
  if (subject.kind !== "class") return null;
  const test = (outcome: Outcome): TruthSet => (typeof outcome === "string" ? TRUE : FALSE);
  return { kind: "class", name: subject.name, test };
}

function classShape(name: string, holds: (outcome: string | null) => boolean): Shape {
  return {
    kind: "class",
    name,
    test: (outcome) => (outcome === undefined ? UNKNOWN : setOf(holds(outcome))),
  };
}
