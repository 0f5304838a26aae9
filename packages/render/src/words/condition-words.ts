import type { ClockStatus, ComparisonOperator } from "@entente/ir";
import type { Inflected, Part, Phrase } from "../phrase/say.ts";

/** How a language says conditions. A `negated` sentence says the opposite. */
export interface ConditionWords {
  /** `conditions` all hold; one that is put together from others stands in brackets. */
  all(conditions: readonly Phrase[]): Phrase;
  any(conditions: readonly Phrase[]): Phrase;
  brackets(condition: Part): Phrase;
  /** A denial that shows where it ends: `and` may follow it. */
  not(condition: Part): Phrase;
  isYes(subject: Part, negated: boolean): Phrase;
  /** A named condition holds. */
  holds(name: Part, negated: boolean): Phrase;
  happened(event: Part, negated: boolean): Phrase;
  stageIs(stage: Part, negated: boolean): Phrase;
  stageReached(stage: Part, negated: boolean): Phrase;
  /** @param commitment null for the commitment that an event is derived from */
  verdictIs(commitment: Part | null, status: ClockStatus, negated: boolean): Phrase;
  /** @param ofTimes whether two points in time are compared, not two amounts */
  compare(operator: ComparisonOperator, left: Part, right: Part, ofTimes: boolean): Phrase;
  oneOf(subject: Part, values: Part, negated: boolean): Phrase;
  text(match: "contains" | "startsWith" | "endsWith", subject: Part, text: Part, how: TextHow): Phrase;
  listContains(subject: Part, value: Part, negated: boolean): Phrase;
  present(subject: Part, negated: boolean): Phrase;
  withinTime(subject: Part, duration: Part, of: Part, negated: boolean): Phrase;
  occurrence(which: "first" | "last", event: Part): Inflected;
  occurrenceAttribute(which: "first" | "last", event: Part, attribute: Part): Phrase;
  count(event: Part): Phrase;
  elapsedSince(time: Part): Phrase;
  score(name: Part): Phrase;
  /** An event that a condition narrows. */
  matching(event: Part, condition: Part): Phrase;
}

export interface TextHow {
  readonly ignoreCase: boolean;
  readonly negated: boolean;
}
