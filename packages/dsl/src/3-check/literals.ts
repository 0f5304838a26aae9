import { minorDigits } from "@entente/ir";
import type { ExpressionNode, ExpressionNodeOf } from "../1-syntax/ast/expressions.ts";
import { reportCheck } from "../diagnostics/check.ts";
import type { Checking } from "./checking.ts";
import { currencyOf } from "./currency.ts";
import { dateProblem, isWrittenAsDate, minuteOfDay } from "./dates.ts";
import { type DurationFamily, ERROR, INSTANT, MONEY, type Type } from "./types.ts";

/** A length of time whose unit its amount fits. */
export function durationType(node: ExpressionNodeOf<"Duration">, checking: Checking): Type {
  const clock = node.unit === "second" || node.unit === "minute" || node.unit === "hour";
  const amount = `${node.amount} ${node.business ? "business " : ""}${node.unit}s`;
  if (node.business && !clock && node.unit !== "day") {
    checking.diagnostics.push(reportCheck("check/business-unit", node.span, { amount, unit: node.unit }));
    return ERROR;
  }
  if (!clock && node.amount.includes(".")) {
    checking.diagnostics.push(
      reportCheck("check/whole-number", node.span, { what: `a number of ${node.unit}s`, found: node.amount }),
    );
    return ERROR;
  }
  return { kind: "duration", family: familyOf(node) };
}

/** Which durations it can be compared with. */
export function familyOf(node: ExpressionNodeOf<"Duration">): DurationFamily {
  const clock = node.unit === "second" || node.unit === "minute" || node.unit === "hour";
  if (node.business) return clock ? "businessTime" : "businessDays";
  return clock ? "elapsed" : "wallClock";
}

/** An amount in the currency of the agreement, no finer than its minor unit. */
export function moneyType(node: ExpressionNodeOf<"Money">, checking: Checking): Type {
  if (checking.currency === null) return MONEY;
  const currency = currencyOf(node.currency, checking.currency);
  if (currency !== checking.currency) {
    checking.diagnostics.push(
      reportCheck("check/wrong-currency", node.span, { found: currency, agreement: checking.currency }),
    );
    return ERROR;
  }
  const digits = minorDigits(currency);
  if ((node.amount.split(".")[1]?.length ?? 0) > digits) {
    checking.diagnostics.push(
      reportCheck("check/money-too-fine", node.span, { amount: node.amount, currency, digits }),
    );
    return ERROR;
  }
  return MONEY;
}

/** Reports a date that does not exist, such as 30 February. */
export function checkDate(
  date: string,
  node: { readonly span: ExpressionNode["span"] },
  checking: Checking,
): boolean {
  if (!isWrittenAsDate(date)) return false;
  const reason = dateProblem(date);
  if (reason === null) return true;
  checking.diagnostics.push(reportCheck("check/no-such-date", node.span, { date, reason }));
  return false;
}

/** A date and time of day that exist. */
export function dateTimeType(node: ExpressionNodeOf<"DateTime">, checking: Checking): Type {
  if (!checkDate(node.date, node, checking)) return ERROR;
  const minute = minuteOfDay(node.time);
  if (minute === null || minute === 1440) {
    checking.diagnostics.push(reportCheck("check/no-such-time", node.span, { time: node.time }));
    return ERROR;
  }
  return INSTANT;
}
