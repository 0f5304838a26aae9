import type { Span } from "@entente/ir";
import type { LimitVerdict } from "../limits/limit-verdict.ts";
import type { Stretch } from "../limits/period-of.ts";
import type { RecordIssue } from "../records/facts.ts";
import type { ClockVerdict } from "../verdict.ts";

/**
 * One meeting in one period of its rhythm.
 *
 * - `held`: attested, and written down before the period ended
 * - `late`: held in the period, but written down only afterwards
 * - `missed`: the period has ended, and nobody attests it
 * - `open`: the period has not ended
 */
export interface MeetingVerdict {
  readonly meeting: string;
  /** Epoch milliseconds, the end excluded. */
  readonly period: Stretch;
  readonly status: "held" | "late" | "missed" | "open";
  /** When it was held, epoch milliseconds: the first time in the period. */
  readonly held: number | null;
  readonly span: Span;
}

/** A review of the contract itself: each is due one period after the one before, or after the term's beginning. */
export interface ReviewVerdict {
  /** Epoch milliseconds; null where the agreement says neither when it begins nor has been reviewed. */
  readonly due: number | null;
  /** The last review that is attested, epoch milliseconds. */
  readonly held: number | null;
  readonly status: "not due" | "overdue";
  readonly span: Span;
}

/** What the contract says of the agreement itself at one instant, from what was attested by then. */
export interface AgreementVerdict {
  /** The as-of instant, epoch milliseconds. */
  readonly at: number;
  /** The clocks of the commitments about the agreement. */
  readonly clocks: readonly ClockVerdict[];
  /** The clocks that are `late` or `breached`. */
  readonly violations: readonly ClockVerdict[];
  /** Promises such as `at least 2 times every quarter`, by period. */
  readonly limits: readonly LimitVerdict[];
  /** Every period that lies within the term and began by now, in order of time. */
  readonly meetings: readonly MeetingVerdict[];
  readonly reviews: readonly ReviewVerdict[];
  /** The earliest later instant at which any of this can change without new attestations. */
  readonly next: number | null;
  readonly issues: readonly RecordIssue[];
}
