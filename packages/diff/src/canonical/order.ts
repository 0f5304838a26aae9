import { invariant } from "@entente/ir";
import canonicalize from "canonicalize";
import type { Json } from "../json.ts";

/** The one text of a JSON value: RFC 8785, members sorted, no spaces. */
export function textOf(value: Json): string {
  const text = canonicalize(value);
  invariant(text !== undefined, "a JSON value has a text");
  return text;
}

/** Values whose order has no meaning, in the order of their texts. */
export function sorted(values: readonly Json[]): readonly Json[] {
  return values
    .map((value) => ({ value, text: textOf(value) }))
    .toSorted((a, b) => byCodeUnits(a.text, b.text))
    .map(({ value }) => value);
}

/** As {@link sorted}, each value once. */
export function sortedOnce(values: readonly Json[]): readonly Json[] {
  const known = new Map(values.map((value) => [textOf(value), value]));
  return [...known].toSorted(([a], [b]) => byCodeUnits(a, b)).map(([, value]) => value);
}

/** The order of UTF-16 code units, which no locale changes. */
export function byCodeUnits(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** Declarations in the order of their names. */
export function byName<T extends { readonly name: string }>(items: readonly T[]): readonly T[] {
  return items.toSorted((a, b) => byCodeUnits(a.name, b.name));
}
