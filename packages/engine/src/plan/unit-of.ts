import { assertNever, type Expression, type FieldType, type Policy } from "@entente/ir";

/** What arithmetic must know of a number: an instant, a percentage (34 means 34/100 as a factor), or neither. */
export type Unit = "instant" | "percent" | "plain";

/** `unit` is this module's answer, remembered. */
export interface UnitScope {
  readonly policy: Policy;
  define(name: string): Expression;
  unit(expression: Expression): Unit;
}

/** The unit of an expression's numbers, from the declared types. */
export function unitOf(scope: UnitScope, expression: Expression): Unit {
  const { policy } = scope;
  switch (expression.kind) {
    case "literal":
      if (expression.value.kind === "percent") return "percent";
      return expression.value.kind === "instant" ? "instant" : "plain";
    case "field":
      return unitOfType(policy.lead.fields.find((field) => field.name === expression.name)?.type);
    case "attribute":
      return unitOfAttribute(policy, null, expression.name);
    case "occurrenceAttribute":
      return unitOfAttribute(policy, expression.event, expression.attribute);
    case "occurrence":
      return "instant";
    case "define":
      return scope.unit(scope.define(expression.name));
    case "arithmetic":
      return unitOfArithmetic(scope, expression);
    case "negate":
      return scope.unit(expression.operand);
    case "table":
      return firstUnit(scope, [...expression.cases.map((one) => one.result), expression.otherwise]);
    case "dated":
      return firstUnit(
        scope,
        expression.entries.map((entry) => entry.value),
      );
    case "score":
    case "class":
    case "happened":
    case "count":
    case "elapsedSince":
    case "stageIs":
    case "stageReached":
    case "verdictIs":
    case "not":
    case "and":
    case "or":
    case "compare":
    case "in":
    case "textMatch":
    case "listContains":
    case "present":
    case "withinTime":
      return "plain";
    default:
      return assertNever(expression);
  }
}

function unitOfType(type: FieldType | undefined): Unit {
  if (type?.kind === "percent") return "percent";
  return type?.kind === "time" ? "instant" : "plain";
}

/** Inside a `where` the event is not written; the attribute's name decides where all events that have it agree. */
function unitOfAttribute(policy: Policy, event: string | null, name: string): Unit {
  const types = policy.events
    .filter((one) => event === null || one.name === event)
    .flatMap((one) => one.attributes.filter((attribute) => attribute.name === name));
  const units = new Set(types.map((attribute) => unitOfType(attribute.type)));
  const [only] = units;
  return units.size === 1 && only !== undefined ? only : "plain";
}

function unitOfArithmetic(scope: UnitScope, node: Extract<Expression, { kind: "arithmetic" }>): Unit {
  const left = scope.unit(node.left);
  const right = scope.unit(node.right);
  switch (node.operator) {
    case "+":
      return left === "plain" ? right : left;
    case "-":
      return left === "instant" && right === "instant" ? "plain" : left;
    case "*":
      return left === "percent" && right === "percent" ? "percent" : "plain";
    case "/":
      return left === "percent" && right !== "percent" ? "percent" : "plain";
    default:
      return assertNever(node.operator);
  }
}

function firstUnit(scope: UnitScope, expressions: readonly (Expression | null)[]): Unit {
  for (const expression of expressions) {
    if (expression === null) continue;
    const unit = scope.unit(expression);
    if (unit !== "plain") return unit;
  }
  return "plain";
}
