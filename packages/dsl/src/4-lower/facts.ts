import {
  assertNever,
  type EventType,
  type Field,
  type FieldType,
  invariant,
  type ScalarType,
} from "@entente/ir";
import type { EventNode, FieldNode, TypeNode } from "../1-syntax/ast/facts.ts";
import { decimalOf } from "../3-check/facts.ts";
import { lowerOptional } from "./expressions.ts";
import type { Lowering } from "./lowering.ts";

export function lowerField(node: FieldNode): Field {
  return {
    name: node.name.text,
    type: lowerType(node.type, node),
    key: node.key,
    required: !node.optional,
    column: node.column?.value ?? null,
    span: node.span,
  };
}

function lowerType(node: TypeNode, field: FieldNode): FieldType {
  if (node.name !== "list of") return lowerScalar(node, field);
  invariant(node.item !== null, "a list has items");
  return { kind: "list", of: lowerScalar(node.item, field) };
}

function lowerScalar(node: TypeNode, field: FieldNode): ScalarType {
  switch (node.name) {
    case "yes/no":
      return { kind: "boolean" };
    case "text":
    case "money":
    case "percent":
    case "date":
    case "time":
      return { kind: node.name };
    case "integer":
    case "number":
      return {
        kind: node.name,
        minimum: field.range === null ? null : decimalOf(field.range.low),
        maximum: field.range === null ? null : decimalOf(field.range.high),
      };
    case "one of":
      return {
        kind: "choice",
        values: node.cases.map((item) => ({
          name: item.name.text,
          labels: item.labels.map((label) => label.value),
        })),
      };
    case "list of":
      return invariant(false, "a list of lists has no place in the grammar") as never;
    default:
      return assertNever(node.name);
  }
}

export function lowerEvent(node: EventNode, lowering: Lowering): EventType {
  return {
    name: node.name.text,
    ...(node.about === "agreement" ? { about: node.about } : {}),
    attributes: node.attributes.map(lowerField),
    column: node.column?.value ?? null,
    alsoWhen: lowerOptional(node.alsoWhen, lowering),
    span: node.span,
  };
}
