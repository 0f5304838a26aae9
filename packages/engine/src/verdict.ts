import type { Action, ClockStatus, Span } from "@entente/ir";
import type { RecordIssue } from "./records/facts.ts";

/** A stage that the lead has reached, and when (epoch milliseconds). */
export interface ReachedStage {
  readonly stage: string;
  readonly at: number;
}

/** The points of a score; the two ends differ where a line's condition is unknown. */
export interface ScoreRange {
  readonly minimum: number;
  readonly maximum: number;
}

export type WorthAmount =
  | { readonly unit: "money"; readonly minor: number; readonly currency: string }
  | { readonly unit: "points"; readonly points: number };

/** A ladder step that fell due, and when. */
export interface DueStep {
  readonly ladder: string;
  /** Position of the step in the ladder, from 1. */
  readonly step: number;
  readonly at: number;
  readonly actions: readonly Action[];
}

/** How far past its deadline something was done, or is by now. `businessMs` is null without a calendar. */
export interface Overshoot {
  readonly elapsedMs: number;
  readonly businessMs: number | null;
}

/**
 * The time since the first of several clocks of which each ended in the next one's start (`restarts`), such as
 * those of a lead's successive owners. Each part counts by the hours of its own clock, without its pauses.
 */
export interface ChainTotal {
  /** When the first clock started, epoch milliseconds. */
  readonly start: number;
  readonly elapsedMs: number;
  /** Null where a part has no calendar. */
  readonly businessMs: number | null;
}

/**
 * The verdict on one clock at one instant. Instants are epoch milliseconds.
 *
 * `start` and `due` are null while the trigger has not happened or the clause does not apply.
 */
export interface ClockVerdict {
  readonly commitment: string;
  readonly clause: string;
  readonly party: string;
  readonly owner: string | null;
  readonly status: ClockStatus;
  readonly start: number | null;
  readonly due: number | null;
  readonly done: number | null;
  /** The first `until` event at or after the start, where there is one by now. */
  readonly stop: number | null;
  /** From the start to the end of the clock (done, stop or now), without pauses. */
  readonly elapsedMs: number | null;
  readonly businessMs: number | null;
  /** Time left to the deadline while the clock runs or is paused. */
  readonly remainingMs: number | null;
  /** Share of the allowed time that is used, in percent. */
  readonly usedPercent: number | null;
  readonly overshoot: Overshoot | null;
  /** Where `restarts` links this clock to others: the time since the first of them started, up to this one's end. */
  readonly total: ChainTotal | null;
  /** Ladder steps that fell due by now, in order. */
  readonly steps: readonly DueStep[];
  /** Fields whose absence made the status `unknown`. */
  readonly missing: readonly string[];
  /** In the contract's words, one sentence each. */
  readonly reasons: readonly string[];
  readonly span: Span;
  /** In a history of several versions: the day from which the one holds whose terms judge the clock. */
  readonly version?: string;
}

/** What the contract says of one lead at one instant. */
export interface Verdict {
  readonly lead: string;
  /** The as-of instant, epoch milliseconds. */
  readonly at: number;
  /** The current stage; null where the lead is at none. */
  readonly stage: string | null;
  readonly stages: readonly ReachedStage[];
  /** The case of every `classify`; null where it is unknown or where no case holds. */
  readonly classes: Readonly<Record<string, string | null>>;
  readonly scores: Readonly<Record<string, ScoreRange>>;
  readonly worth: WorthAmount | null;
  readonly clocks: readonly ClockVerdict[];
  /** The clocks that are `late` or `breached`. */
  readonly violations: readonly ClockVerdict[];
  /** The earliest later instant at which any of this can change without new data; null where there is none. */
  readonly next: number | null;
  /** What is wrong with the data. Where the record itself is invalid, nothing else was judged. */
  readonly issues: readonly RecordIssue[];
  /** False where the record is invalid and nothing was judged. */
  readonly judged: boolean;
}
