import type { Strictness } from "../comparison.ts";

/** How a part of a promise bears on the party that owes it, and why. */
export interface Relation {
  readonly strictness: Strictness;
  /** A sentence without a full stop, such as "less time: 1 business hour instead of 4 business hours". */
  readonly reason: string;
  /** Whether other clocks start, where the others only turn out otherwise. */
  readonly startsOthers?: boolean;
}

export const stricter = (reason: string): Relation => ({ strictness: "stricter", reason });
export const looser = (reason: string): Relation => ({ strictness: "looser", reason });
export const incomparable = (reason: string): Relation => ({ strictness: "incomparable", reason });

/** Several changes together: what is stricter in one way and looser in another is neither. */
export function together(all: readonly Strictness[]): Strictness {
  const said = new Set(all.filter((one) => one !== "equal"));
  const [first] = said;
  if (first === undefined) return "equal";
  return said.size === 1 ? first : "incomparable";
}

/** A relation that may be read in either direction: more of it is stricter, or looser. */
export function directed(order: -1 | 0 | 1 | null, words: Directions): Relation | null {
  if (order === 0) return null;
  if (order === null) return incomparable(words.unclear);
  return order < 0 ? words.less : words.more;
}

export interface Directions {
  readonly less: Relation;
  readonly more: Relation;
  readonly unclear: string;
}

/** The relation with stricter and looser exchanged. */
export function reversed({ strictness, reason }: Relation): Relation {
  const exchanged = { stricter: "looser", looser: "stricter", equal: "equal", incomparable: "incomparable" };
  return { strictness: exchanged[strictness] as Strictness, reason };
}
