import type { Expression } from "@entente/ir";

/** The expressions directly inside one, in the order in which they are written. Names are not followed. */
export function partsOf(node: Expression): readonly Expression[] {
  return Object.values(node).flatMap(expressionsIn);
}

/** An expression with everything inside it. Names are not followed. */
export function withParts(node: Expression): readonly Expression[] {
  return [node, ...partsOf(node).flatMap(withParts)];
}

/** The outermost expressions in any part of a policy, in the order in which they stand there. */
export function expressionsIn(value: unknown): readonly Expression[] {
  if (typeof value !== "object" || value === null) return [];
  return isExpression(value) ? [value] : Object.values(value).flatMap(expressionsIn);
}

const kinds: Readonly<Record<Expression["kind"], true>> = {
  literal: true,
  field: true,
  attribute: true,
  define: true,
  score: true,
  class: true,
  happened: true,
  occurrence: true,
  occurrenceAttribute: true,
  count: true,
  elapsedSince: true,
  stageIs: true,
  stageReached: true,
  verdictIs: true,
  not: true,
  and: true,
  or: true,
  compare: true,
  in: true,
  textMatch: true,
  listContains: true,
  present: true,
  withinTime: true,
  arithmetic: true,
  negate: true,
  table: true,
  dated: true,
};

/** A trigger by a field has the kind of an expression and no name. */
function isExpression(value: object): value is Expression {
  if (!("span" in value && "kind" in value) || typeof value.kind !== "string") return false;
  return Object.hasOwn(kinds, value.kind) && (value.kind !== "field" || "name" in value);
}
