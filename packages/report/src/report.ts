import type {
  CancellationState,
  GoalAttainment,
  GoalForecast,
  LimitVerdict,
  ReviewState,
  RewardPeriod,
} from "@entente/engine";
import type { WeekAgenda } from "./agenda/week-agenda.ts";
import type { MeetingRecord } from "./collect/attested.ts";
import type { ReportedClause } from "./collect/clause-book.ts";
import type { ReportedFunnel } from "./collect/funnels.ts";
import type { DueLadderStep } from "./collect/ladder-book.ts";
import type { StageFlow } from "./collect/stage-book.ts";
import type { Violations } from "./collect/violation-book.ts";
import type { ReportZone } from "./words/local-time.ts";

/**
 * Where an agreement stands at an instant, ready to be shown: plain data, exact figures, instants in epoch
 * milliseconds. Names and texts are as contract and data have them; whoever shows them makes them harmless.
 */
export interface Report {
  readonly agreement: AgreementFacts;
  /** The as-of instant. */
  readonly at: number;
  /** Records that were judged, and records that could not be read and so count nowhere. */
  readonly leads: { readonly judged: number; readonly invalid: number };
  readonly goals: readonly ReportedGoal[];
  readonly rewards: readonly RewardPeriod[];
  readonly cancellations: readonly CancellationState[];
  readonly reviews: readonly ReviewState[];
  readonly stages: StageFlow;
  readonly funnels: readonly ReportedFunnel[];
  readonly clauses: readonly ReportedClause[];
  /** Promises over many leads, one entry for each clause, period and value of `per`. */
  readonly limits: readonly LimitVerdict[];
  readonly violations: Violations;
  readonly steps: readonly DueLadderStep[];
  /** Which meetings were held; empty where nothing at all is attested of the agreement. */
  readonly meetings: readonly MeetingRecord[];
  readonly week: WeekAgenda;
  /** What could not be reckoned: one sentence each. */
  readonly issues: readonly string[];
}

export interface AgreementFacts {
  readonly title: string;
  readonly because: string | null;
  /** The two sides, and every other party of a goal or a clause after them. */
  readonly parties: readonly { readonly name: string; readonly label: string }[];
  /** Dates, both included. */
  readonly effective: { readonly from: string; readonly to: string | null } | null;
  readonly zone: ReportZone;
  /** Three letters. */
  readonly currency: string;
}

/** A goal with the contract's own words for it. */
export interface ReportedGoal extends GoalAttainment {
  /** `worth of leads reaching Lead`. */
  readonly measureWords: string;
  /** `at least $550,000 every month`, one for each of the goal's targets. */
  readonly targets: readonly { readonly words: string; readonly recurs: boolean }[];
  readonly because: string | null;
  /** How each of the goal's windows may end, in their order; null where it is settled or nothing can be said. */
  readonly forecasts: readonly (GoalForecast | null)[];
}
