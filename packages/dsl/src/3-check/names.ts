import { assertNever } from "@entente/ir";
import type { TypeNode } from "../1-syntax/ast/facts.ts";
import type { Binding } from "../2-resolve/symbols.ts";
import type { Checking } from "./checking.ts";
import { BOOLEAN, DATE, ERROR, INSTANT, MONEY, NUMBER, PERCENT, TEXT, type Type } from "./types.ts";

/** The type of what a name stands for. */
export function bindingType(binding: Binding | undefined, checking: Checking): Type {
  switch (binding?.kind) {
    case undefined:
    case "error":
      return ERROR;
    case "field":
    case "attribute":
    case "occurrenceAttribute":
      return fieldType(binding.node.name.text, binding.node.type);
    case "event":
      return BOOLEAN;
    case "define":
      return checking.types.get(binding.node.value) ?? ERROR;
    case "score":
      return NUMBER;
    case "class":
      return { kind: "choice", of: binding.node.name.text };
    case "case":
      return ERROR;
    case "currentStage":
    case "stage":
      return { kind: "stage" };
    case "status":
    case "clock":
    case "ownVerdict":
      return { kind: "status" };
    default:
      return assertNever(binding);
  }
}

/** The type of a declared field or attribute. */
export function fieldType(name: string, type: TypeNode): Type {
  switch (type.name) {
    case "text":
      return TEXT;
    case "yes/no":
      return BOOLEAN;
    case "integer":
    case "number":
      return NUMBER;
    case "money":
      return MONEY;
    case "percent":
      return PERCENT;
    case "date":
      return DATE;
    case "time":
      return INSTANT;
    case "one of":
      return { kind: "choice", of: name };
    case "list of":
      return { kind: "list", item: type.item === null ? ERROR : fieldType(name, type.item) };
    default:
      return assertNever(type.name);
  }
}
