import { assertNever } from "@entente/ir";
import type { Reason } from "./explain-condition.ts";

/**
 * What keeps a condition from holding, one phrase each: `employees is missing`, `employees >= 50 (employees =
 * 40)`. The ways out of an `or` make one phrase. Empty where it holds.
 */
export function shortfall(reason: Reason): string[] {
  if (reason.truth === "true") return [];
  switch (reason.kind) {
    case "and":
      return reason.children.flatMap(shortfall);
    case "define": {
      const inner = reason.children.flatMap(shortfall);
      return inner.length === 0 ? [phrase(reason)] : inner;
    }
    case "or": {
      const ways = reason.children.map((child) => shortfall(child).join(" and ")).filter((way) => way !== "");
      return ways.length === 0 ? [phrase(reason)] : [ways.join(" or ")];
    }
    case "not":
    case "test":
      return [phrase(reason)];
    default:
      return assertNever(reason.kind);
  }
}

function phrase(reason: Reason): string {
  if (reason.truth === "unknown" && reason.missing.length > 0) return isMissing(reason.missing);
  const values = valuesBelow(reason);
  return values.length === 0 ? reason.text : `${reason.text} (${values.join(", ")})`;
}

/** `employees is missing`, `employees and country are missing`. */
export function isMissing(fields: readonly string[]): string {
  return `${fields.join(" and ")} ${fields.length === 1 ? "is" : "are"} missing`;
}

function valuesBelow(reason: Reason): string[] {
  return [...new Set([...reason.values, ...reason.children.flatMap(valuesBelow)])];
}
