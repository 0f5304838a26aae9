import type { Goal, Literal, Measure, Span } from "@entente/ir";
import type Fraction from "fraction.js";
import type { Stretch } from "../limits/period-of.ts";
import type { Value } from "../records/facts.ts";
import type { DueStep } from "../verdict.ts";

/** Where the promises of an agreement that are about many leads stand at an instant. */
export interface Attainment {
  /** The as-of instant, epoch milliseconds. */
  readonly at: number;
  /** Records that counted, and records that could not be read and so count nowhere. */
  readonly leads: { readonly counted: number; readonly invalid: number };
  readonly goals: readonly GoalAttainment[];
  readonly rewards: readonly RewardPeriod[];
  readonly cancellations: readonly CancellationState[];
  readonly reviews: readonly ReviewState[];
  readonly funnels: readonly FunnelActuals[];
  /** What could not be reckoned, such as a window beyond the calendars of the policy: one sentence each. */
  readonly issues: readonly string[];
}

/**
 * What the figures of a goal are in: leads, minor units of the agreement's currency, points, percent (34 is 34%),
 * milliseconds, or a bare number.
 */
export type GoalUnit = "leads" | "money" | "points" | "percent" | "milliseconds" | "number";

/** How the time between two instants is counted: as the targets of the goal are written. */
export type TimeCounting = "elapsed" | "open" | "workingDays";

export interface GoalAttainment {
  readonly goal: string;
  readonly parties: readonly string[];
  readonly measure: Measure["kind"];
  readonly unit: GoalUnit;
  /** What a time counts in: all of it, the open time of the calendar (both milliseconds), or its working days. Null for other measures. */
  readonly counting: TimeCounting | null;
  /** What stands behind `per`, as the contract writes it. */
  readonly per: string | null;
  readonly baseline: Fraction | null;
  readonly tolerance: Goal["tolerance"];
  /** One entry for each window that has begun by the as-of instant, by target, value of `per` and time. */
  readonly windows: readonly GoalWindowAttainment[];
  /** Unbroken runs of missed windows, with the steps of the ladder that fell due in each. */
  readonly runs: readonly MissedRun[];
  readonly ladder: string | null;
  readonly span: Span;
}

/**
 * - `running`: the window has not ended; `pending`: it has, but leads of it are too young to have had their chance.
 * - `met`, `over` (beyond the tolerance above), `missed`: settled.
 * - `unknown`: nothing to measure (a rate of no leads, a median of none), or a missing field decides.
 */
export type GoalStatus = "running" | "pending" | "met" | "over" | "missed" | "unknown";

export interface GoalWindowAttainment {
  /** Which of the goal's targets, from 0. */
  readonly target: number;
  readonly bound: "atLeast" | "atMost";
  /** The value of `per`; null without `per`, and for leads where it is missing. */
  readonly per: Value | null;
  /** Epoch milliseconds, the end excluded. */
  readonly window: Stretch;
  /** When the verdict is settled, epoch milliseconds: the window's end, or later where leads still mature. */
  readonly settles: number;
  readonly status: GoalStatus;
  /** The target for this window; null where a missing value of `per` decides it. Of a window that the term cuts: its part. */
  readonly goal: Fraction | null;
  /** What was measured up to the as-of instant; null where there was nothing to measure. */
  readonly actual: Fraction | null;
  /** `actual / goal`; for `at most`, `goal / actual`. Null where it cannot be said. */
  readonly attainment: Fraction | null;
  /** The leads or events behind the figure: of a rate, those that came and those that had to. */
  readonly counted: number;
  readonly of: number | null;
  /** Leads of a rate or time that have not had their chance yet, or have not come through. */
  readonly open: number;
  /** Leads or events that are not in the figure, since a missing field leaves open whether or with what they count. */
  readonly unknown: number;
  /** The cumulative target at the as-of instant, spread over working days; null for measures that do not add up. */
  readonly pace: Fraction | null;
  /** `actual - pace`. */
  readonly gap: Fraction | null;
  /** The value at the window's end if the rest goes as it went; null where nothing can be projected. */
  readonly projected: Fraction | null;
  /** The days that are left in a running window, today among them; null for measures that do not add up, and once it ended. */
  readonly remaining: RemainingDays | null;
  /** Day by day, for measures that add up: what a waterfall chart draws. Empty for the others. */
  readonly days: readonly PaceDay[];
  readonly span: Span;
}

/** What is left of a running window. */
export interface RemainingDays {
  /** Working days; calendar days without a calendar, and where the window has no working days. */
  readonly days: number;
  /** What each of them has to bring for the target to be reached; null for `at most`, and where no day is left. */
  readonly needed: Fraction | null;
}

export interface PaceDay {
  /** The local date, `YYYY-MM-DD`. */
  readonly date: string;
  readonly working: boolean;
  /** The cumulative target at the end of the day. */
  readonly pace: Fraction;
  /** The cumulative actual at the end of the day; null for days after the as-of instant. */
  readonly actual: Fraction | null;
}

/** Missed windows in a row, with no met one between them. */
export interface MissedRun {
  readonly target: number;
  readonly per: Value | null;
  /** The end of the first missed window, epoch milliseconds: from here the ladder counts. */
  readonly since: number;
  /** When a met window ended the run; null while it goes on. */
  readonly until: number | null;
  readonly missed: number;
  readonly steps: readonly DueStep[];
}

export interface RewardPeriod {
  readonly reward: string;
  readonly period: Stretch;
  readonly status: "earned" | "not earned" | "running" | "pending";
  /** The goals that stand in the way, or still may. */
  readonly lacking: readonly string[];
  readonly give: Literal;
  readonly to: readonly string[];
  readonly span: Span;
}

export interface CancellationState {
  readonly goal: string;
  /** Misses in a row that are needed, and the longest run so far. */
  readonly needed: number;
  readonly run: number;
  /** When the condition was met first, epoch milliseconds; null where it was not. */
  readonly metAt: number | null;
  readonly span: Span;
}

/** A review of the contract: due one period after the last that was held, or after the term began. Epoch milliseconds. */
export interface ReviewState {
  /** When an overdue review was due; null where none is. */
  readonly due: number | null;
  /** When the last one was held, by an attestation; null where none says so. */
  readonly held: number | null;
  readonly status: "not due" | "held" | "overdue";
  /** When the next one is due; null where one is overdue, and where the term ends before. */
  readonly next: number | null;
  readonly span: Span;
}

/** What really came through a funnel, beside what it plans. */
export interface FunnelActuals {
  readonly funnel: string;
  /** Leads of the funnel that reached each stage by the as-of instant within the agreement's term. */
  readonly stages: readonly { readonly stage: string; readonly leads: number }[];
  /** For each step: the leads that came from one stage to the next, against the contract's rate. */
  readonly steps: readonly FunnelStepActuals[];
}

export interface FunnelStepActuals {
  readonly from: string;
  readonly to: string;
  readonly came: number;
  readonly of: number;
  /** As a ratio; null where no lead was at `from`. */
  readonly actual: Fraction | null;
  readonly agreed: Fraction;
}
