import { assertNever, type Duration, type Literal, type Period, type TimeUnit } from "@entente/ir";
import Fraction from "fraction.js";
import type { Json } from "../json.ts";

/** A decimal without zeros that say nothing: `10.50` is `10.5`, `-0` is `0`. */
export function normalDecimal(text: string): string {
  const trimmed = text.includes(".") ? text.replace(/0+$/, "").replace(/\.$/, "") : text;
  const whole = trimmed.replace(/^(-?)0+(?=\d)/, "$1");
  return whole === "-0" ? "0" : whole;
}

/** Units that measure one another exactly; a day is not 24 hours and a month is not 30 days. */
const exactUnits: Readonly<Record<TimeUnit, readonly [unit: "second" | "day" | "month", factor: number]>> = {
  second: ["second", 1],
  minute: ["second", 60],
  hour: ["second", 3600],
  day: ["day", 1],
  week: ["day", 7],
  month: ["month", 1],
  quarter: ["month", 3],
  year: ["month", 12],
};

/** A length of time in the smallest unit that measures it exactly. Business weeks and longer stay as they are. */
export function normalDuration({ amount, unit, business }: Duration): Json {
  const keeps = business && !["second", "minute", "hour", "day"].includes(unit);
  const [smallest, factor] = keeps ? [unit, 1] : exactUnits[unit];
  const exact = new Fraction(String(amount)).mul(factor);
  return { kind: "duration", amount: exact.toFraction(), unit: smallest, business };
}

export function normalPeriod({ count, unit, business }: Period): Json {
  return { count, unit, business };
}

/** A value as it compares: a choice is its case, text in NFC. */
export function normalLiteral(literal: Literal): Json {
  switch (literal.kind) {
    case "number":
    case "percent":
      return { kind: literal.kind, value: normalDecimal(literal.value) };
    case "money":
      return { kind: "money", minor: literal.minor, currency: literal.currency };
    case "text":
    case "choice":
      return { kind: literal.kind, value: literal.value.normalize("NFC") };
    case "boolean":
    case "date":
    case "instant":
      return { kind: literal.kind, value: literal.value };
    case "duration":
      return normalDuration(literal);
    default:
      return assertNever(literal);
  }
}
