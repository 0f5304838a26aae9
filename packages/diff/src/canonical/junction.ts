import type { Json } from "../json.ts";
import { sortedOnce, textOf } from "./order.ts";

type Form = { readonly [key: string]: Json };

const isForm = (value: Json): value is Form =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** The literal `yes` or `no` as a condition. */
export function constant(value: boolean): Json {
  return { kind: "literal", value: { kind: "boolean", value } };
}

function isConstant(form: Json, value: boolean): boolean {
  return textOf(form) === textOf(constant(value));
}

/**
 * Normal forms joined by `and` or `or`: nested ones of the same kind are taken in, repeated ones count once,
 * those that decide nothing are left out, lists of values of one subject become one list.
 */
export function junction(kind: "and" | "or", operands: readonly Json[]): Json {
  const flat = operands.flatMap((one): readonly Json[] => {
    const inner = isForm(one) && one.kind === kind ? one.operands : undefined;
    return Array.isArray(inner) ? inner : [one];
  });
  const absorbing = kind === "or";
  if (flat.some((one) => isConstant(one, absorbing))) return constant(absorbing);
  const kept = flat.filter((one) => !isConstant(one, !absorbing));
  const parts = sortedOnce(withOneList(kind, kept));
  const [first] = parts;
  if (first === undefined) return constant(!absorbing);
  return parts.length === 1 ? first : { kind, operands: parts };
}

/** `x in (a)` or `x in (b)` is `x in (a, b)`; `not x in (a)` and `not x in (b)` is `not x in (a, b)`. */
function withOneList(kind: "and" | "or", forms: readonly Json[]): readonly Json[] {
  const lists = new Map<string, { readonly subject: Json; readonly values: Json[] }>();
  const others = forms.filter((form) => {
    const list = kind === "or" ? listOf(form) : listOf(negatedOf(form));
    if (list === null) return true;
    const key = textOf(list.subject);
    const known = lists.get(key) ?? { subject: list.subject, values: [] };
    known.values.push(...list.values);
    lists.set(key, known);
    return false;
  });
  const joined = [...lists.values()].map(({ subject, values }) => {
    const list = membership(subject, values);
    return kind === "or" ? list : { kind: "not", operand: list };
  });
  return [...others, ...joined];
}

export function membership(subject: Json, values: readonly Json[]): Json {
  return { kind: "in", subject, values: sortedOnce(values) };
}

function listOf(form: Json): { subject: Json; values: readonly Json[] } | null {
  if (!isForm(form) || form.kind !== "in" || !Array.isArray(form.values)) return null;
  return { subject: form.subject ?? null, values: form.values };
}

function negatedOf(form: Json): Json {
  return isForm(form) && form.kind === "not" ? (form.operand ?? null) : null;
}
