import type { LeadFacts, Occurrence, Value } from "../records/facts.ts";

/** Three-valued truth. `undefined` is unknown: a field that decides is missing. */
export type Truth = boolean | undefined;

/**
 * What an expression sees: the facts of one lead as they were at one instant.
 *
 * Events after `at` have not happened yet. An event that was recorded only after `knownAt` is not known;
 * see `language.md`'s rule that nobody clears a breach afterwards.
 */
export interface Context {
  readonly facts: LeadFacts;
  /** The instant the expression is asked for, epoch milliseconds. */
  readonly at: number;
  /** The as-of instant of the whole evaluation: never before `at` unless the context looks ahead. */
  readonly knownAt: number;
  /** The event that a `where` is looking at; null outside one. */
  readonly occurrence: Occurrence | null;
  /** Statuses of clocks that have been judged, for `COMMITMENT is STATUS`; key is `commitment` or `commitment.clause`. */
  readonly statuses: ReadonlyMap<string, string> | null;
  /** Collects the fields that were found missing while the expression was evaluated, where the caller wants them. */
  readonly missing: Set<string> | null;
}

/** The result of an expression: a value, `unknown` where a field is missing, `never` where an event has not happened. */
export type Result =
  | { readonly kind: "value"; readonly value: Value }
  | { readonly kind: "unknown" }
  | { readonly kind: "never" };
