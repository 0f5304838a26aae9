import { assertNever, type Literal } from "@entente/ir";
import Fraction from "fraction.js";
import { amountWords } from "./amount.ts";
import { durationWords } from "./duration-words.ts";

/** A value that a contract writes, for people: `$5,000`, `34%`, a text without its quotes. */
export function literalWords(literal: Literal): string {
  switch (literal.kind) {
    case "money":
      return amountWords(new Fraction(literal.minor), {
        unit: "money",
        currency: literal.currency,
        counting: null,
      });
    case "percent":
      return `${literal.value}%`;
    case "number":
    case "text":
    case "choice":
    case "date":
      return literal.value;
    case "boolean":
      return literal.value ? "yes" : "no";
    case "instant":
      return new Date(literal.value).toISOString();
    case "duration":
      return durationWords(literal);
    default:
      return assertNever(literal);
  }
}
