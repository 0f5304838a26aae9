import { assertNever, type FieldType, type Policy, type Zone } from "@entente/ir";
import type { Value } from "../records/facts.ts";

/** What a value is written as; `instant` is a time, `number` anything without a unit. */
export type ValueKind = FieldType["kind"];

/**
 * A value for people: `yes`, `34%`, `1200.50 USD`, `"text"`, a time by the agreement's wall clock such as
 * `2020-03-09 10:00`.
 */
export function humanValue(policy: Policy, zone: Zone, kind: ValueKind, value: Value): string {
  if (typeof value === "object") return value.map((item) => humanValue(policy, zone, kind, item)).join(", ");
  if (typeof value === "boolean") return value ? "yes" : "no";
  switch (kind) {
    case "text":
      return JSON.stringify(value);
    case "percent":
      return `${value}%`;
    case "money":
      return typeof value === "number" ? humanMoney(value, policy.agreement.currency) : value;
    case "time":
      return typeof value === "number" ? humanInstant(zone, value) : value;
    case "boolean":
    case "integer":
    case "number":
    case "date":
    case "choice":
    case "list":
      return String(value);
    default:
      return assertNever(kind);
  }
}

/** An instant (epoch milliseconds) by the zone's wall clock, to the minute. */
export function humanInstant(zone: Zone, at: number): string {
  return new Date(zone.toLocal(at)).toISOString().slice(0, 16).replace("T", " ");
}

function humanMoney(minor: number, currency: string): string {
  const format = new Intl.NumberFormat("en", { style: "currency", currency });
  const digits = format.resolvedOptions().maximumFractionDigits ?? 2;
  return `${(minor / 10 ** digits).toFixed(digits)} ${currency}`;
}
