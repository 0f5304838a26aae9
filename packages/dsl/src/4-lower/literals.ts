import {
  type Duration,
  dayNumber,
  invariant,
  type Literal,
  MS_PER_DAY,
  minorDigits,
  type Period,
} from "@entente/ir";
import type { PeriodNode } from "../1-syntax/ast/commitments.ts";
import type { DateTimeNode, DurationNode, ExpressionNode, MoneyNode } from "../1-syntax/ast/expressions.ts";
import { currencyOf } from "../3-check/currency.ts";
import { boundTo, type Lowering } from "./lowering.ts";

/** The value that a node writes down, or null where it has to be computed. */
export function literalOf(node: ExpressionNode, lowering: Lowering): Literal | null {
  switch (node.kind) {
    case "Number":
      return { kind: "number", value: node.value };
    case "Percent":
      return { kind: "percent", value: node.value };
    case "Money":
      return lowerMoney(node, lowering);
    case "Text":
      return { kind: "text", value: node.value };
    case "Boolean":
      return { kind: "boolean", value: node.value };
    case "Date":
      return { kind: "date", value: node.value };
    case "DateTime":
      return { kind: "instant", value: instantOf(node, lowering) };
    case "Duration":
      return lowerDuration(node);
    case "Reference": {
      const binding = boundTo(node, lowering);
      return binding?.kind === "case" ? { kind: "choice", value: binding.name } : null;
    }
    case "Negate":
      return negated(literalOf(node.operand, lowering));
    default:
      return null;
  }
}

function negated(literal: Literal | null): Literal | null {
  switch (literal?.kind) {
    case "number":
    case "percent":
      return {
        ...literal,
        value: literal.value.startsWith("-") ? literal.value.slice(1) : `-${literal.value}`,
      };
    case "money":
      return { ...literal, minor: -literal.minor };
    default:
      return null;
  }
}

/** The value that a node writes down, where the checker has seen to it that it does. */
export function requireLiteral(node: ExpressionNode, lowering: Lowering): Literal {
  const literal = literalOf(node, lowering);
  invariant(literal !== null, `no plain value at offset ${node.span.start}`);
  return literal;
}

function lowerMoney(node: MoneyNode, lowering: Lowering): Literal {
  const currency = currencyOf(node.currency, lowering.currency);
  const [whole = "0", fraction = ""] = node.amount.split(".");
  return { kind: "money", minor: Number(whole + fraction.padEnd(minorDigits(currency), "0")), currency };
}

export function lowerDuration(node: DurationNode): Duration {
  return { kind: "duration", amount: Number(node.amount), unit: node.unit, business: node.business };
}

export function lowerPeriod(node: PeriodNode): Period {
  const { count, unit, business } = node;
  invariant(unit !== "second" && unit !== "minute", `nothing recurs every ${unit}`);
  return { count, unit, business };
}

/** Epoch milliseconds of a date and time as the agreement's zone reads it. */
export function instantOf(node: DateTimeNode, lowering: Lowering): number {
  const [hour = 0, minute = 0, second = 0] = node.time.split(":").map(Number);
  const local = dayNumber(node.date) * MS_PER_DAY + ((hour * 60 + minute) * 60 + second) * 1000;
  return lowering.zone.toInstant(local);
}
