import { assertNever } from "@entente/ir";

/**
 * Families of durations that cannot be compared with one another: `4 business hours` is open time, `4 hours`
 * elapsed time, `2 days` the same clock time two days later.
 */
export type DurationFamily = "elapsed" | "wallClock" | "businessTime" | "businessDays";

/** The type of an expression. `error` was reported already and is compatible with everything. */
export type Type =
  | { readonly kind: "boolean" }
  | { readonly kind: "number" }
  | { readonly kind: "percent" }
  | { readonly kind: "money" }
  | { readonly kind: "text" }
  | { readonly kind: "choice"; readonly of: string }
  | { readonly kind: "date" }
  | { readonly kind: "instant" }
  | { readonly kind: "duration"; readonly family: DurationFamily }
  | { readonly kind: "list"; readonly item: Type }
  | { readonly kind: "stage" }
  | { readonly kind: "status" }
  | { readonly kind: "error" };

export const BOOLEAN: Type = { kind: "boolean" };
export const NUMBER: Type = { kind: "number" };
export const PERCENT: Type = { kind: "percent" };
export const MONEY: Type = { kind: "money" };
export const TEXT: Type = { kind: "text" };
export const DATE: Type = { kind: "date" };
export const INSTANT: Type = { kind: "instant" };
export const ERROR: Type = { kind: "error" };

/** How a message speaks of a type, with its article. */
export function describeType(type: Type): string {
  switch (type.kind) {
    case "boolean":
      return "a yes/no";
    case "number":
      return "a number";
    case "percent":
      return "a percentage";
    case "money":
      return "money";
    case "text":
      return "a text";
    case "choice":
      return `one of the values of \`${type.of}\``;
    case "date":
      return "a date";
    case "instant":
      return "a time";
    case "duration":
      return describeFamily(type.family);
    case "list":
      return "a list";
    case "stage":
      return "a stage";
    case "status":
      return "a verdict";
    case "error":
      return "unknown";
    default:
      return assertNever(type);
  }
}

function describeFamily(family: DurationFamily): string {
  switch (family) {
    case "elapsed":
      return "a length of elapsed time";
    case "wallClock":
      return "a length of calendar time";
    case "businessTime":
      return "a length of business time";
    case "businessDays":
      return "a number of business days";
    default:
      return assertNever(family);
  }
}

/** Whether values of the two types may stand on the two sides of a comparison. */
export function comparable(left: Type, right: Type): boolean {
  if (left.kind === "error" || right.kind === "error") return true;
  if (left.kind === "duration" && right.kind === "duration") {
    return business(left.family) === business(right.family) && sameBusiness(left.family, right.family);
  }
  if (left.kind === "choice" && right.kind === "choice") return left.of === right.of;
  return left.kind === right.kind;
}

function business(family: DurationFamily): boolean {
  return family === "businessTime" || family === "businessDays";
}

function sameBusiness(left: DurationFamily, right: DurationFamily): boolean {
  return !business(left) || left === right;
}

/** Whether `<` means something for the type. */
export function ordered(type: Type): boolean {
  switch (type.kind) {
    case "number":
    case "percent":
    case "money":
    case "date":
    case "instant":
    case "duration":
    case "error":
      return true;
    default:
      return false;
  }
}
