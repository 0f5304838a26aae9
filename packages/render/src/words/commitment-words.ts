import type { Inflected, Part, Phrase } from "../phrase/say.ts";
import type { Quantity } from "./value-words.ts";

type Bound = "atLeast" | "atMost";

/** How a language says commitments: whole sentences, each with its full stop. */
export interface CommitmentWords {
  appliesTo(condition: Part): Phrase;
  /** @param due when, with the trigger it counts from */
  respond(duty: { party: Part; events: Part; times: Quantity | null; due: Part }): Phrase;
  provide(duty: { party: Part; fields: Part; trigger: Part }): Phrase;
  limit(duty: {
    party: Part;
    events: Part;
    bound: Bound;
    times: Quantity;
    per: Part | null;
    every: string;
  }): Phrase;
  share(duty: {
    party: Part;
    events: Part;
    bound: Bound;
    percent: Part;
    of: Part;
    per: Part | null;
    every: string;
  }): Phrase;
  /** Opens the list of steps. */
  follow(duty: { party: Part; trigger: Part; business: boolean }): Phrase;
  followStep(day: string, business: boolean, events: Part): Phrase;
  leave(duty: { party: Part; stage: Part; due: Part }): Phrase;
  recur(duty: { party: Part; events: Part; every: Inflected; while: Part | null }): Phrase;
  within(time: Inflected, trigger: Part): Phrase;
  byClose(day: string, trigger: Part): Phrase;
  /** @param day null for the day of the trigger itself */
  byTime(time: string, day: string | null, business: boolean, trigger: Part): Phrase;
  onEvent(which: "each" | "first" | "last", events: Part): Phrase;
  onStage(stage: Part): Phrase;
  onField(field: Part): Phrase;
  /** What a share is a share of: all `handoff`. */
  ofEvents(which: "each" | "first" | "last", events: Part): Phrase;
  ofStage(stage: Part): Phrase;
  ofField(field: Part): Phrase;
  apart(time: Inflected): Phrase;
  onAnotherChannel: string;
  restarts: string;
  calendar(name: Part): Phrase;
  calendarOf(whose: "owner" | "lead"): string;
  pause(from: Part, to: Part, cap: Inflected | null): Phrase;
  until(events: Part): Phrase;
  excuse(condition: Part): Phrase;
  /** Dates are `YYYY-MM-DD`. */
  waiver(waiver: { for: Part | null; from: string; to: string | null; because: string | null }): Phrase;
  warn(percent: string): string;
  ladder(ladder: Part): Phrase;
  because(text: string): string;
}
