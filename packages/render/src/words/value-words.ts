import type { Duration, Period } from "@entente/ir";
import type { Inflected, ListType, Part, Phrase } from "../phrase/say.ts";

/** A number in front of what it counts. `exact` is its decimal, null where a table holds several. */
export interface Quantity {
  readonly said: Phrase;
  readonly exact: string | null;
}

/** How a language says values. */
export interface ValueWords {
  duration(duration: Duration): Inflected;
  /** How often something recurs: every 6 months. */
  every(period: Period): string;
  /** The period that a number holds for: in every month. */
  inEvery(period: Period): string;
  date(date: string): string;
  /** @param time `HH:MM` */
  moment(date: string, time: string): string;
  /** @param minute after midnight; beyond 1440 it lies on the next day */
  timeOfDay(minute: number): string;
  yesNo(value: boolean): string;
  quoted(text: string): string;
  /** A value with the case in which it holds: 5 minutes (grade: A). */
  given(value: Part, circumstance: Part): Phrase;
  caseIs(by: Part, values: Part): Phrase;
  /** The case that is left where none of the others holds. */
  otherwise: string;
  from(date: string): string;
  /** The value of a dated list before its first date. */
  initially: string;
  /** `a, b and c` where all are meant, `a, b or c` where one of them is. */
  list(type: ListType, items: readonly Part[]): Phrase;
  /** What stands between two sentences. */
  gap: string;
  /** What stands between the parts of a plain list, between lists, and before what explains. */
  comma: string;
  semicolon: string;
  colon: string;
  times(count: Quantity): Phrase;
  points(count: Quantity): Phrase;
  leads(count: Quantity): Phrase;
}
