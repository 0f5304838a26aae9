import {
  assertNever,
  type Expression,
  type ExpressionOf,
  type FieldType,
  type Literal,
  type Policy,
} from "@entente/ir";
import { literalCell } from "../plan/cell.ts";
import { nominalMs } from "../plan/nominal-duration.ts";
import { NotPortable } from "./not-portable.ts";
import { all, always, type JsonLogicRule, never, opposite } from "./rule.ts";

/** Two operands can be compared if they are of one kind. */
type OperandKind = "number" | "text" | "boolean" | "list" | "length of time";

/** A value in a rule: its two ends, and when it is there at all. */
export interface Operand {
  readonly kind: OperandKind;
  /** The same rule where the value is no range. */
  readonly minimum: JsonLogicRule;
  readonly maximum: JsonLogicRule;
  /** Whether a value is there; always false where `absent` is true. */
  readonly known: JsonLogicRule;
  /** Whether it belongs to an event that has not happened. */
  readonly absent: JsonLogicRule;
}

/** Where a rule stands: at the top, or inside the filter of one event's occurrences, where it sees only those. */
export interface Place {
  readonly policy: Policy;
  readonly event: string | null;
  /** The rules that are truthy if a `where` is true, or is false, for one occurrence. */
  where(event: string, condition: Expression, truth: boolean): JsonLogicRule;
}

/** Turns a value into the operand of a rule, `folded` for comparisons that ignore upper and lower case. */
export function operandOf(place: Place, node: Expression, folded = false): Operand {
  switch (node.kind) {
    case "literal":
      return literalOperand(node, node.value);
    case "field":
      return value(node, kindOf(fieldType(place, node)), [
        top(place, node, folded ? "folded" : "fields"),
        node.name,
      ]);
    case "attribute":
      return value(node, kindOf(attributeType(place, node, place.event, node.name)), [
        folded ? "folded" : "attributes",
        node.name,
      ]);
    case "occurrenceAttribute": {
      const one = [top(place, node, node.which), node.event];
      const kind = kindOf(attributeType(place, node, node.event, node.attribute));
      const path = [...one, folded ? "folded" : "attributes", node.attribute];
      return { ...value(node, kind, path), absent: { "===": [read(node, one), null] } };
    }
    case "occurrence": {
      if (node.where !== null) throw new NotPortable("the first or last of filtered events", node.span);
      const one = [top(place, node, node.which), node.event];
      return { ...value(node, "number", [...one, "at"]), absent: { "===": [read(node, one), null] } };
    }
    case "define":
      return operandOf(place, defineValue(place.policy, node), folded);
    case "score": {
      const path = [top(place, node, "scores"), node.name];
      return range("number", read(node, [...path, "minimum"]), read(node, [...path, "maximum"]));
    }
    case "class":
      if (folded) throw new NotPortable("a class without regard to upper and lower case", node.span);
      return value(node, "text", [top(place, node, "classes"), node.name]);
    case "count":
      return countOperand(place, node);
    case "elapsedSince": {
      const of = operandOf(place, node.of);
      if (of.kind !== "number")
        throw new NotPortable("the time since a date without a time of day", node.span);
      const elapsed = { "-": [{ var: top(place, node, "at") }, of.minimum] };
      return { ...of, kind: "length of time", minimum: elapsed, maximum: elapsed };
    }
    default:
      throw new NotPortable(`a value of the kind ${node.kind}`, node.span);
  }
}

/** The expression behind a define. */
export function defineValue(policy: Policy, node: ExpressionOf<"define">): Expression {
  const define = policy.defines.find((one) => one.name === node.name);
  if (define === undefined) throw new NotPortable(`the undeclared name ${node.name}`, node.span);
  return define.value;
}

/** A part of the data, which only rules outside filters can see. */
export function top(place: Place, node: Expression, part: string): string {
  if (place.event === null) return part;
  throw new NotPortable("a fact about the lead inside the filter of its events", node.span);
}

/** Reads a path of the data. A dot would split a name in two. */
export function read(node: Expression, path: readonly string[]): JsonLogicRule {
  if (path.some((name) => name.includes("."))) throw new NotPortable("a name with a dot", node.span);
  return { var: path.join(".") };
}

function value(node: Expression, kind: OperandKind, path: readonly string[]): Operand {
  const rule = read(node, path);
  return { kind, minimum: rule, maximum: rule, known: { "!==": [rule, null] }, absent: never };
}

function range(kind: OperandKind, minimum: JsonLogicRule, maximum: JsonLogicRule): Operand {
  return { kind, minimum, maximum, known: always, absent: never };
}

function countOperand(place: Place, node: ExpressionOf<"count">): Operand {
  const events = read(node, [top(place, node, "events"), node.event]);
  const { where } = node;
  if (where === null) return range("number", size(events), size(events));
  const certain = place.where(node.event, where, true);
  const possible = opposite(place.where(node.event, where, false));
  return range("number", size({ filter: [events, certain] }), size({ filter: [events, possible] }));
}

function size(list: JsonLogicRule): JsonLogicRule {
  return { reduce: [list, { "+": [{ var: "accumulator" }, 1] }, 0] };
}

/** The literal as it stands in a rule. Only elapsed units have a length that does not depend on the calendar. */
function literalOperand(node: Expression, literal: Literal): Operand {
  if (literal.kind !== "duration") {
    const cell = literalCell(literal);
    if (typeof cell === "number") return range("number", cell, cell);
    if (typeof cell === "boolean") return range("boolean", cell, cell);
    if (typeof cell === "string") return range("text", cell, cell);
    throw new NotPortable("this literal", node.span);
  }
  if (literal.business || !["second", "minute", "hour"].includes(literal.unit)) {
    throw new NotPortable("a duration that depends on the calendar", node.span);
  }
  const length = Math.round(nominalMs(literal));
  return range("length of time", length, length);
}

function fieldType({ policy }: Place, node: ExpressionOf<"field">): FieldType {
  const field = policy.lead.fields.find((one) => one.name === node.name);
  if (field === undefined) throw new NotPortable(`the undeclared field ${node.name}`, node.span);
  return field.type;
}

function attributeType({ policy }: Place, node: Expression, event: string | null, name: string): FieldType {
  const declared = policy.events.find((one) => one.name === event);
  const attribute = declared?.attributes.find((one) => one.name === name);
  if (attribute === undefined) throw new NotPortable(`the undeclared attribute ${name}`, node.span);
  return attribute.type;
}

function kindOf(type: FieldType): OperandKind {
  switch (type.kind) {
    case "integer":
    case "number":
    case "money":
    case "percent":
    case "time":
      return "number";
    case "text":
    case "choice":
    case "date":
      return "text";
    case "boolean":
      return "boolean";
    case "list":
      return "list";
    default:
      return assertNever(type);
  }
}

/** Whether a value is there. */
export function isThere(operand: Operand): JsonLogicRule {
  return all(opposite(operand.absent), operand.known);
}
