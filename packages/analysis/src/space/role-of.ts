import type { ComparisonOperator, Expression, FieldType } from "@entente/ir";
import { keyOf } from "../logic/key-of.ts";
import { literalValue } from "../logic/literal-value.ts";
import { comparedWithLiteral, resolved, withDefines } from "../logic/shape-of.ts";
import type { Model } from "../model.ts";

/** Something that has an instant. */
export type Point =
  | { readonly kind: "occurrence"; readonly event: string; readonly which: "first" | "last" }
  | { readonly kind: "field"; readonly name: string }
  | { readonly kind: "instant"; readonly at: number };

/**
 * What an atom rests on.
 *
 * - `constant`: nothing of a lead.
 * - `local`: one field, one attribute, or the history of one event. `simple` is a form whose boundaries can be read
 *   off; any other form is decided by trying every value of a small domain.
 * - `order`: which of two instants comes first.
 * - `threshold`: a number that is not taken apart, compared with a fixed one; `term` is the same for the same number.
 * - `opaque`: anything else. It may turn out any way.
 */
export type Role =
  | { readonly kind: "constant" }
  | { readonly kind: "local"; readonly variable: string; readonly simple: boolean }
  | {
      readonly kind: "order";
      readonly operator: ComparisonOperator;
      readonly left: Point;
      readonly right: Point;
    }
  | {
      readonly kind: "threshold";
      readonly term: string;
      readonly operator: ComparisonOperator;
      readonly bound: number;
    }
  | { readonly kind: "opaque" };

/** @see Role */
export function roleOf(model: Model, node: Expression): Role {
  const order = orderOf(model, node);
  if (order !== null) return order;
  const reads = readsOf(model, node);
  const [variable, ...others] = reads;
  if (variable === undefined) return { kind: "constant" };
  if (others.length === 0) {
    const simple = isSimple(model, node);
    if (simple || isSmall(typeOf(model, node, variable))) return { kind: "local", variable, simple };
  }
  return thresholdOf(model, node) ?? { kind: "opaque" };
}

function orderOf(model: Model, node: Expression): Role | null {
  if (node.kind !== "compare") return null;
  const left = pointOf(model, node.left);
  const right = pointOf(model, node.right);
  if (left === null || right === null || (left.kind === "instant" && right.kind === "instant")) return null;
  return { kind: "order", operator: node.operator, left, right };
}

function pointOf(model: Model, node: Expression): Point | null {
  const term = resolved(model, node);
  if (term.kind === "occurrence" && term.where === null) {
    return { kind: "occurrence", event: term.event, which: term.which };
  }
  if (term.kind === "field" && model.field(term.name).type.kind === "time")
    return { kind: "field", name: term.name };
  if (term.kind === "literal" && term.value.kind === "instant")
    return { kind: "instant", at: term.value.value };
  return null;
}

/** The variables that an atom reads. What depends on the time or on another declaration is a variable of its own. */
export function readsOf(model: Model, node: Expression): ReadonlySet<string> {
  const parts = withDefines(model, node);
  const inside = new Set(parts.flatMap((part) => attributesOfFilter(model, part)));
  return new Set(parts.filter((part) => !inside.has(part)).flatMap(readBy));
}

/** The attributes that the filter of `count of` or `first` asks for: they are part of the event's history. */
function attributesOfFilter(model: Model, node: Expression): readonly Expression[] {
  if ((node.kind !== "count" && node.kind !== "occurrence") || node.where === null) return [];
  return withDefines(model, node.where).filter(({ kind }) => kind === "attribute");
}

function readBy(node: Expression): readonly string[] {
  switch (node.kind) {
    case "field":
    case "attribute":
      return [`${node.kind}:${node.name}`];
    case "happened":
    case "occurrence":
    case "occurrenceAttribute":
    case "count":
      return [`event:${node.event}`];
    case "score":
    case "class":
    case "stageIs":
    case "stageReached":
    case "verdictIs":
      return [`other:${keyOf(node)}`];
    case "elapsedSince":
    case "dated":
      return ["other:time"];
    default:
      return [];
  }
}

function isSimple(model: Model, node: Expression): boolean {
  switch (node.kind) {
    case "happened":
      return true;
    case "field":
    case "attribute":
    case "occurrenceAttribute":
      return true;
    case "compare": {
      const parts = comparedWithLiteral(model, node);
      if (parts === null || literalValue(parts.literal) === null) return false;
      return isValue(parts.subject) || isPlainCount(model, parts.subject);
    }
    case "in":
    case "listContains":
      return isValue(resolved(model, node.subject));
    case "present": {
      const subject = resolved(model, node.subject);
      return isValue(subject) || (subject.kind === "occurrence" && asksAttributesOnly(model, subject.where));
    }
    case "textMatch":
      return isValue(resolved(model, node.subject)) && resolved(model, node.text).kind === "literal";
    default:
      return false;
  }
}

function isValue({ kind }: Expression): boolean {
  return kind === "field" || kind === "attribute" || kind === "occurrenceAttribute";
}

function isPlainCount(model: Model, node: Expression): boolean {
  return node.kind === "count" && asksAttributesOnly(model, node.where);
}

/** Whether a `where` is made of simple questions about attributes. */
export function asksAttributesOnly(
  model: Model,
  where: Expression | null,
  seen = new Set<string>(),
): boolean {
  if (where === null) return true;
  const shape = model.shape(where);
  switch (shape.kind) {
    case "constant":
      return true;
    case "not":
      return asksAttributesOnly(model, shape.operand, seen);
    case "and":
    case "or":
      return shape.operands.every((operand) => asksAttributesOnly(model, operand, seen));
    case "define":
      if (seen.has(shape.name)) return true;
      seen.add(shape.name);
      return asksAttributesOnly(model, shape.value, seen);
    case "atom":
      return (
        isSimple(model, shape.node) &&
        [...readsOf(model, shape.node)].every((read) => read.startsWith("attribute:"))
      );
    default:
      return false;
  }
}

const FEW = 200;

/** Whether all values of a type can be tried. */
export function isSmall(type: FieldType | null): boolean {
  if (type === null) return false;
  if (type.kind === "boolean" || type.kind === "choice") return true;
  if (type.kind !== "integer" || type.minimum === null || type.maximum === null) return false;
  return Number(type.maximum) - Number(type.minimum) < FEW;
}

function typeOf(model: Model, node: Expression, variable: string): FieldType | null {
  const name = variable.slice(variable.indexOf(":") + 1);
  if (variable.startsWith("field:")) return model.field(name).type;
  return node.kind === "field" ? model.field(node.name).type : null;
}

/** Units of time whose order is fixed; an amount of one against one of another family depends on the calendar. */
const families = [
  ["second", "minute", "hour"],
  ["day", "week"],
  ["month", "quarter", "year"],
];
const sizes: Readonly<Record<string, number>> = { minute: 60, hour: 3600, week: 7, quarter: 3, year: 12 };

function thresholdOf(model: Model, node: Expression): Role | null {
  if (node.kind !== "compare") return null;
  const parts = comparedWithLiteral(model, node);
  if (parts === null) return null;
  const { subject, operator, literal } = parts;
  if (literal.kind === "duration") {
    const family = families.findIndex((units) => units.includes(literal.unit));
    const term = `${keyOf(subject)} in ${literal.business ? "business " : ""}${family}`;
    return { kind: "threshold", term, operator, bound: literal.amount * (sizes[literal.unit] ?? 1) };
  }
  const bound = literalValue(literal);
  return typeof bound === "number" ? { kind: "threshold", term: keyOf(subject), operator, bound } : null;
}
