import {
  assertNever,
  type ComparisonOperator,
  type Expression,
  type ExpressionOf,
  type Policy,
} from "@entente/ir";
import { expandsBeyond } from "../plan/expanded-size.ts";
import { nominalMs } from "../plan/nominal-duration.ts";
import { composed, folded } from "../plan/text.ts";
import { NotPortable } from "./not-portable.ts";
import { defineValue, isThere, type Operand, operandOf, type Place, read, top } from "./operand.ts";
import { all, always, any, type JsonLogicRule, never, opposite } from "./rule.ts";

/** Nodes that a condition may have with every define written out. */
const LARGEST = 20_000;

/**
 * Writes a condition as a rule for json-logic-js 2 over the data of `jsonLogicData`. The rule is truthy
 * exactly where the engine finds the condition true.
 *
 * JSON Logic has two truth values, so the rule is in negation normal form: every comparison is written once for
 * "certainly true" or once for "certainly false", each with a guard that the value is there. Defines are written out.
 *
 * @throws NotPortable where no rule says exactly the same: arithmetic, tables, dated values, durations that
 *   depend on the calendar, filtered first and last events, statuses of clocks
 */
export function toJsonLogic(policy: Policy, condition: Expression): JsonLogicRule {
  const place = placeIn(policy, null);
  const defineOf = (name: string) => defineValue(policy, { kind: "define", name, span: condition.span });
  if (expandsBeyond(LARGEST, condition, defineOf)) {
    throw new NotPortable("a condition of this size with its defines written out", condition.span);
  }
  return ruleFor(place, condition, true);
}

function placeIn(policy: Policy, event: string | null): Place {
  return {
    policy,
    event,
    where: (name, condition, truth) => ruleFor(placeIn(policy, name), condition, truth),
  };
}

/** A rule that is truthy exactly where the condition has the truth value `truth`. */
function ruleFor(place: Place, node: Expression, truth: boolean): JsonLogicRule {
  const each = (operands: readonly Expression[]) => operands.map((one) => ruleFor(place, one, truth));
  switch (node.kind) {
    case "and":
      return truth ? all(...each(node.operands)) : any(...each(node.operands));
    case "or":
      return truth ? any(...each(node.operands)) : all(...each(node.operands));
    case "not":
      return ruleFor(place, node.operand, !truth);
    case "define":
      return ruleFor(place, defineValue(place.policy, node), truth);
    case "happened":
      return when(truth, { "!!": [read(node, [top(place, node, "events"), node.event])] });
    case "stageIs":
      return { "===": [read(node, [top(place, node, "stages"), node.stage, "is"]), truth] };
    case "stageReached":
      return { "===": [read(node, [top(place, node, "stages"), node.stage, "reached"]), truth] };
    case "compare":
      return comparison(place, node, truth);
    case "in":
      return membership(place, node, truth);
    case "textMatch":
      return textMatch(place, node, truth);
    case "listContains":
      return listContains(place, node, truth);
    case "present":
      return when(truth, presence(place, node.subject));
    case "withinTime":
      return withinTime(place, node, truth);
    case "literal":
    case "field":
    case "attribute":
    case "occurrenceAttribute":
      return booleanValue(operandOf(place, node), node, truth);
    default:
      throw new NotPortable(`a condition of the kind ${node.kind}`, node.span);
  }
}

const when = (truth: boolean, rule: JsonLogicRule): JsonLogicRule => (truth ? rule : opposite(rule));

/** Guards a test by the presence of what it looks at: an event that has not happened makes it false. */
function guarded(operands: readonly Operand[], truth: boolean, test: JsonLogicRule): JsonLogicRule {
  const there = operands.map(isThere);
  if (truth) return all(...there, test);
  return any(...operands.map((operand) => operand.absent), all(...there, test));
}

function booleanValue(operand: Operand, node: Expression, truth: boolean): JsonLogicRule {
  if (operand.kind !== "boolean")
    throw new NotPortable("a value that is neither yes nor no as a condition", node.span);
  const test: JsonLogicRule =
    typeof operand.minimum === "boolean" ? operand.minimum === truth : { "===": [operand.minimum, truth] };
  return truth ? test : any(operand.absent, test);
}

const opposites: Readonly<Record<ComparisonOperator, ComparisonOperator>> = {
  "=": "!=",
  "!=": "=",
  "<": ">=",
  ">=": "<",
  ">": "<=",
  "<=": ">",
};

function comparison(place: Place, node: ExpressionOf<"compare">, truth: boolean): JsonLogicRule {
  const left = operandOf(place, node.left);
  const right = operandOf(place, node.right);
  if (left.kind !== right.kind || left.kind === "list") {
    throw new NotPortable(`a comparison of ${left.kind} with ${right.kind}`, node.span);
  }
  return guarded(
    [left, right],
    truth,
    certainly(truth ? node.operator : opposites[node.operator], left, right),
  );
}

/** That a comparison holds for whatever lies between the ends. */
function certainly(operator: ComparisonOperator, left: Operand, right: Operand): JsonLogicRule {
  switch (operator) {
    case "<":
    case "<=":
      return { [operator]: [left.maximum, right.minimum] };
    case ">":
    case ">=":
      return { [operator]: [left.minimum, right.maximum] };
    case "=":
      return all(point(left), point(right), { "===": [left.minimum, right.minimum] });
    case "!=":
      if (point(left) === always && point(right) === always) return { "!==": [left.minimum, right.minimum] };
      return any({ "<": [left.maximum, right.minimum] }, { ">": [left.minimum, right.maximum] });
    default:
      return assertNever(operator);
  }
}

/** That both ends agree: always, where they are the same rule. */
function point({ minimum, maximum }: Operand): JsonLogicRule {
  return minimum === maximum ? always : { "===": [minimum, maximum] };
}

function membership(place: Place, node: ExpressionOf<"in">, truth: boolean): JsonLogicRule {
  const { span, subject } = node;
  const tests = node.values.map((value) => {
    const right: Expression = { kind: "literal", value, span };
    return comparison(place, { kind: "compare", operator: "=", left: subject, right, span }, truth);
  });
  const operand = operandOf(place, subject);
  if (point(operand) !== always) return truth ? any(...tests) : all(...tests);
  const values = node.values.map((value) => operandOf(place, { kind: "literal", value, span }).minimum);
  return guarded([operand], truth, when(truth, { in: [operand.minimum, values] }));
}

function textMatch(place: Place, node: ExpressionOf<"textMatch">, truth: boolean): JsonLogicRule {
  if (node.text.kind !== "literal" || node.subject.kind === "literal") {
    throw new NotPortable("a search of anything but a fixed text in a field", node.span);
  }
  const subject = operandOf(place, node.subject, node.ignoreCase);
  const wanted = operandOf(place, node.text).minimum;
  if (subject.kind !== "text" || typeof wanted !== "string") {
    throw new NotPortable("a text search in something else than text", node.span);
  }
  const text = node.ignoreCase ? folded(wanted) : composed(wanted);
  return guarded([subject], truth, when(truth, found(node.match, subject.minimum, text)));
}

function found(
  match: ExpressionOf<"textMatch">["match"],
  subject: JsonLogicRule,
  text: string,
): JsonLogicRule {
  if (text === "") return always;
  switch (match) {
    case "contains":
      return { in: [text, subject] };
    case "startsWith":
      return { "===": [{ substr: [subject, 0, text.length] }, text] };
    case "endsWith":
      return { "===": [{ substr: [subject, -text.length] }, text] };
    default:
      return assertNever(match);
  }
}

function listContains(place: Place, node: ExpressionOf<"listContains">, truth: boolean): JsonLogicRule {
  const list = operandOf(place, node.subject);
  if (list.kind !== "list") throw new NotPortable("a search in something else than a list", node.span);
  const value = operandOf(place, { kind: "literal", value: node.value, span: node.span });
  return guarded([list], truth, when(truth, { in: [value.minimum, list.minimum] }));
}

function presence(place: Place, subject: Expression): JsonLogicRule {
  switch (subject.kind) {
    case "class":
      return all(isThere(operandOf(place, subject)), { "!==": [operandOf(place, subject).minimum, ""] });
    case "define":
      return presence(place, defineValue(place.policy, subject));
    case "literal":
    case "field":
    case "attribute":
    case "occurrence":
    case "occurrenceAttribute":
    case "score":
    case "count":
    case "elapsedSince":
      return isThere(operandOf(place, subject));
    default:
      throw new NotPortable(`the presence of a value of the kind ${subject.kind}`, subject.span);
  }
}

function withinTime(place: Place, node: ExpressionOf<"withinTime">, truth: boolean): JsonLogicRule {
  const { duration } = node;
  const length = operandOf(place, { kind: "literal", value: duration, span: node.span });
  const times = [operandOf(place, node.subject), operandOf(place, node.of)];
  if (times.some(({ kind }) => kind !== "number")) {
    throw new NotPortable("a distance between dates without a time of day", node.span);
  }
  const [a, b] = times.map(({ minimum }) => minimum);
  if (a === undefined || b === undefined || length.kind !== "length of time") return never;
  const limit = Math.round(nominalMs(duration));
  const near = all({ "<=": [{ "-": [a, b] }, limit] }, { "<=": [{ "-": [b, a] }, limit] });
  return guarded(times, truth, when(truth, near));
}
