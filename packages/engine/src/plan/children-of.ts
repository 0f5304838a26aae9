import { assertNever, type Expression } from "@entente/ir";

/** The expressions directly inside one, in the order in which they are written. Names are not followed. */
export function childrenOf(node: Expression): readonly Expression[] {
  switch (node.kind) {
    case "literal":
    case "field":
    case "attribute":
    case "define":
    case "score":
    case "class":
    case "happened":
    case "occurrenceAttribute":
    case "stageIs":
    case "stageReached":
    case "verdictIs":
      return [];
    case "occurrence":
    case "count":
      return node.where === null ? [] : [node.where];
    case "elapsedSince":
      return [node.of];
    case "not":
    case "negate":
      return [node.operand];
    case "and":
    case "or":
      return node.operands;
    case "compare":
    case "arithmetic":
      return [node.left, node.right];
    case "in":
    case "listContains":
    case "present":
      return [node.subject];
    case "textMatch":
      return [node.subject, node.text];
    case "withinTime":
      return [node.subject, node.of];
    case "table":
      return [
        node.by,
        ...node.cases.map((one) => one.result),
        ...(node.otherwise === null ? [] : [node.otherwise]),
      ];
    case "dated":
      return node.entries.map((entry) => entry.value);
    default:
      return assertNever(node);
  }
}
