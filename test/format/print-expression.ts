import { assertNever } from "@entente/ir";
import type {
  DatedNode,
  DurationNode,
  ExpressionNode,
  TableNode,
} from "../../packages/dsl/src/1-syntax/ast/expressions.ts";
import type { EventMatchNode } from "../../packages/dsl/src/1-syntax/ast/facts.ts";
import type { NameNode, TextNode } from "../../packages/dsl/src/1-syntax/ast/name.ts";
import { keywordOf } from "../../packages/dsl/src/1-syntax/lexer/vocabulary.ts";

/** A name; words that mean something somewhere stand in backticks. */
export function printName({ text }: NameNode): string {
  return keywordOf(text) === undefined ? text : `\`${text}\``;
}
export function printNames(names: readonly NameNode[], joint = ", "): string {
  return names.map(printName).join(joint);
}
export function printText({ value }: TextNode): string {
  return `"${value.replace(/["\\]/g, "\\$&").replaceAll("\n", "\\n")}"`;
}
export function printDuration({ amount, unit, business }: DurationNode): string {
  return `${amount} ${business ? "business " : ""}${unit}${amount === "1" ? "" : "s"}`;
}
export function printMoney(amount: string, currency: string): string {
  if (/^\p{Sc}$/u.test(currency)) return `${currency}${amount}`;
  return currency === "円" ? `${amount}円` : `${amount} ${currency}`;
}

/** How tightly an expression binds: one that binds less than its place asks for stands in parentheses. */
export const BINDING = { dated: 0, or: 1, and: 2, condition: 3, sum: 4, product: 5, operand: 6 } as const;

function bindingOf(node: ExpressionNode): number {
  switch (node.kind) {
    case "Dated":
      return BINDING.dated;
    case "Logical":
      return BINDING[node.operator];
    case "Arithmetic":
      return node.operator === "+" || node.operator === "-" ? BINDING.sum : BINDING.product;
    case "Not":
    case "Comparison":
    case "Is":
    case "Presence":
    case "IsWithin":
    case "Between":
    case "In":
    case "TextMatch":
      return BINDING.condition;
    default:
      return BINDING.operand;
  }
}

/** An expression, in parentheses where it binds less tightly than `least`. */
export function printExpression(node: ExpressionNode, least: number = BINDING.or): string {
  const text = printBare(node);
  return bindingOf(node) < least ? `(${text})` : text;
}
const sum = (node: ExpressionNode): string => printExpression(node, BINDING.sum);
const operand = (node: ExpressionNode): string => printExpression(node, BINDING.operand);
const filter = (where: ExpressionNode | null): string => (where ? ` (where ${printExpression(where)})` : "");

function printBare(node: ExpressionNode): string {
  switch (node.kind) {
    case "Number":
      return node.value;
    case "Percent":
      return `${node.value}%`;
    case "Money":
      return printMoney(node.amount, node.currency);
    case "Text":
      return printText(node);
    case "Boolean":
      return node.value ? "yes" : "no";
    case "Date":
      return node.value;
    case "DateTime":
      return `${node.date} ${node.time}`;
    case "Duration":
      return printDuration(node);
    case "Reference":
      return printName(node.name);
    case "Member":
      return `${printName(node.object)}.${printName(node.member)}`;
    case "Occurrence":
      return `${node.which} ${printName(node.event)}${filter(node.where)}`;
    case "Count":
      return `count of ${printName(node.event)}${filter(node.where)}`;
    case "TimeSince":
      return `time since ${operand(node.of)}`;
    case "Not":
      return `not ${printExpression(node.operand, BINDING.condition)}`;
    case "Logical":
      return node.operands
        .map((each) => printExpression(each, BINDING[node.operator] + 1))
        .join(` ${node.operator} `);
    case "Reached":
      return `stage reached ${printName(node.stage)}`;
    case "Negate":
      return `-${operand(node.operand)}`;
    case "Arithmetic": {
      const own = bindingOf(node);
      return `${printExpression(node.left, own)} ${node.operator} ${printExpression(node.right, own + 1)}`;
    }
    case "Table":
      return printTable(node);
    case "Dated":
      return printDated(node);
    default:
      return printCondition(node);
  }
}

type Condition = Extract<
  ExpressionNode,
  { kind: "Comparison" | "Is" | "Presence" | "IsWithin" | "Between" | "In" | "TextMatch" }
>;
const MATCHES = { contains: "contains", startsWith: "starts with", endsWith: "ends with" } as const;

function printCondition(node: Condition): string {
  const not = "negated" in node && node.negated ? "not " : "";
  switch (node.kind) {
    case "Comparison":
      return `${sum(node.left)} ${node.operator} ${sum(node.right)}`;
    case "Is":
      return `${sum(node.subject)} is ${not}${sum(node.value)}`;
    case "Presence":
      return `${sum(node.subject)} is ${node.present ? "present" : "missing"}`;
    case "IsWithin":
      return `${sum(node.subject)} is ${not}within ${printDuration(node.duration)} of ${sum(node.of)}`;
    case "Between":
      return `${sum(node.subject)} ${not}between ${sum(node.low)} and ${sum(node.high)}`;
    case "In":
      return `${sum(node.subject)} ${not}in (${node.values.map(sum).join(", ")})`;
    case "TextMatch":
      return `${sum(node.subject)} ${MATCHES[node.match]} ${sum(node.text)}${node.ignoreCase ? " ignoring case" : ""}`;
    default:
      return assertNever(node);
  }
}

function printTable({ by, cases }: TableNode): string {
  const lines = cases.map(({ values, result }) => `${printValues(values)} -> ${sum(result)}`);
  const chosen = by.kind === "Table" ? `(${printBare(by)})` : operand(by);
  return `by ${chosen} { ${lines.join(", ")} }`;
}
/** The left side of a table's case. */
export function printValues(values: readonly ExpressionNode[] | null): string {
  return values === null ? "otherwise" : values.map(operand).join(" or ");
}

function printDated({ entries }: DatedNode): string {
  return entries
    .map(({ value, from }) => (from ? `${printBare(value)} from ${from.value}` : printBare(value)))
    .join(", ");
}

/** Events of which one suffices. A simple filter of a single one stands without parentheses. */
export function printEvents(events: readonly EventMatchNode[], joint = " or "): string {
  return events
    .map(({ event, where }) =>
      events.length === 1 && joint === " or " && where?.kind === "Is" && where.value.kind === "Reference"
        ? `${printName(event)} where ${printExpression(where)}`
        : `${printName(event)}${filter(where)}`,
    )
    .join(joint);
}
