import { textOf } from "../canonical/order.ts";
import type { Json } from "../json.ts";

/** What stands for what in the two versions; null where a version has nothing that does. */
export interface Pair<T> {
  readonly before: T | null;
  readonly after: T | null;
  readonly renamed: boolean;
}

interface Named {
  readonly name: string;
  readonly form: Json;
}

/**
 * Pairs by name; what is left is paired where it says the same under another name.
 *
 * @param named false where names are only places in a list: then equal forms are paired first
 */
export function pairsOf<T extends Named>(
  before: readonly T[],
  after: readonly T[],
  named: boolean,
): readonly Pair<T>[] {
  const left = new Set(before);
  const right = new Set(after);
  const pairs: Pair<T>[] = [];
  const take = (alike: (a: T, b: T) => boolean, renamed: boolean): void => {
    for (const one of left) {
      const other = [...right].find((candidate) => alike(one, candidate));
      if (other === undefined) continue;
      left.delete(one);
      right.delete(other);
      pairs.push({ before: one, after: other, renamed });
    }
  };
  if (!named) take((a, b) => textOf(a.form) === textOf(b.form), false);
  take((a, b) => a.name === b.name, false);
  if (named) take((a, b) => nameless(a) === nameless(b), true);
  return [
    ...pairs,
    ...[...left].map((one) => ({ before: one, after: null, renamed: false })),
    ...[...right].map((other) => ({ before: null, after: other, renamed: false })),
  ];
}

function nameless({ form }: Named): string {
  return typeof form === "object" && form !== null && !Array.isArray(form)
    ? textOf({ ...form, name: null, id: null })
    : textOf(form);
}
