/** A rule of JSON Logic: a primitive, a list, or an object with one operator. */
export type JsonLogicRule =
  | string
  | number
  | boolean
  | null
  | readonly JsonLogicRule[]
  | { readonly [operator: string]: JsonLogicRule };

export const always = true;
export const never = false;

/** A conjunction, without the parts that are always true. */
export function all(...rules: readonly JsonLogicRule[]): JsonLogicRule {
  if (rules.includes(never)) return never;
  const needed = rules.filter((rule) => rule !== always);
  const [first = always, second] = needed;
  return second === undefined ? first : { and: needed };
}

/** A disjunction, without the parts that are never true. */
export function any(...rules: readonly JsonLogicRule[]): JsonLogicRule {
  if (rules.includes(always)) return always;
  const needed = rules.filter((rule) => rule !== never);
  const [first = never, second] = needed;
  return second === undefined ? first : { or: needed };
}

export function opposite(rule: JsonLogicRule): JsonLogicRule {
  return typeof rule === "boolean" ? !rule : { "!": [rule] };
}
