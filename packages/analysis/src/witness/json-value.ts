import type { Value } from "@entente/engine";
import { assertNever, type FieldType } from "@entente/ir";

/** A value as JSON has it. */
export type Json = string | number | boolean | null | readonly Json[];

/** A value of a field as a record in JSON spells it: money in major units, times as ISO text in UTC. */
export function jsonValue(type: FieldType, value: Value, digits: number): Json {
  switch (type.kind) {
    case "money":
      return typeof value === "number" ? Number((value / 10 ** digits).toFixed(digits)) : null;
    case "time":
      return typeof value === "number" ? new Date(value).toISOString() : null;
    case "list":
      return Array.isArray(value) ? value.map((item: Value) => jsonValue(type.of, item, digits)) : null;
    case "text":
    case "boolean":
    case "percent":
    case "date":
    case "integer":
    case "number":
    case "choice":
      return typeof value === "object" ? null : value;
    default:
      return assertNever(type);
  }
}
