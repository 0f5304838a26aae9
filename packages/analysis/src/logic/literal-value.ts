import type { Value } from "@entente/engine";
import { assertNever, type Literal } from "@entente/ir";

/** The value of a literal as a record holds it: money in minor units, instants in milliseconds; null for a duration. */
export function literalValue(literal: Literal): Value | null {
  switch (literal.kind) {
    case "number":
    case "percent":
      return Number(literal.value);
    case "money":
      return literal.minor;
    case "text":
    case "choice":
      return literal.value.normalize("NFC");
    case "boolean":
    case "date":
    case "instant":
      return literal.value;
    case "duration":
      return null;
    default:
      return assertNever(literal);
  }
}
