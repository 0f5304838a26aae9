import type { Span } from "@entente/ir";
import type { BecauseNode, OtherwiseNode, PeriodNode } from "./commitments.ts";
import type { DateNode, DurationNode, ExpressionNode, PercentNode } from "./expressions.ts";
import type { NameNode, TextNode } from "./name.ts";

interface Narrowing {
  readonly where: ExpressionNode | null;
  readonly per: ExpressionNode | null;
  readonly span: Span;
}
/** `count of leads reaching MQL`. */
export interface ReachMeasureNode extends Narrowing {
  readonly kind: "ReachMeasure";
  readonly what: "count" | "worth" | "points";
  readonly stage: NameNode;
}
/** `rate from MQL to SQL, maturing 30 days`. */
export interface RateMeasureNode extends Narrowing {
  readonly kind: "RateMeasure";
  readonly from: NameNode;
  readonly to: NameNode;
  readonly snapshot: boolean;
  readonly maturing: DurationNode | null;
}
/** `median time from proposal to won`. */
export interface TimeMeasureNode extends Narrowing {
  readonly kind: "TimeMeasure";
  /** The word as written, such as `median` or `p90`: the checker knows which exist. */
  readonly statistic: NameNode;
  readonly from: NameNode;
  readonly to: NameNode;
}
/** `sum of won.amount`. */
export interface SumMeasureNode extends Narrowing {
  readonly kind: "SumMeasure";
  readonly event: NameNode;
  readonly attribute: NameNode;
}
/** `share of first_contact met`, `share of follow_up.early met`. */
export interface ShareMeasureNode extends Narrowing {
  readonly kind: "ShareMeasure";
  readonly commitment: NameNode;
  readonly clause: NameNode | null;
}
export type MeasureNode =
  | ReachMeasureNode
  | RateMeasureNode
  | TimeMeasureNode
  | SumMeasureNode
  | ShareMeasureNode;

/** `every month` | `in 2020` | `by 2020-06-30` | `over the last 30 days`. */
export type WindowNode =
  | PeriodNode
  | { readonly kind: "InYear"; readonly year: number; readonly span: Span }
  | { readonly kind: "ByDate"; readonly date: DateNode; readonly span: Span }
  | { readonly kind: "OverLast"; readonly duration: DurationNode; readonly span: Span };

/** One value with its window; `at least 35% by A, 50% by B` gives two of these. */
export interface TargetNode {
  readonly kind: "Target";
  readonly bound: "atLeast" | "atMost";
  readonly value: ExpressionNode;
  /** `2,000 points`: the word stood behind the value. */
  readonly points: boolean;
  readonly window: WindowNode;
  /** `every month from 2020-06-01`. */
  readonly from: DateNode | null;
  readonly span: Span;
}
export interface TargetsNode {
  readonly kind: "Targets";
  readonly targets: readonly TargetNode[];
  readonly span: Span;
}
export interface MeasureClauseNode {
  readonly kind: "MeasureClause";
  readonly measure: MeasureNode;
  readonly span: Span;
}
export interface BaselineNode {
  readonly kind: "Baseline";
  readonly value: ExpressionNode;
  readonly span: Span;
}
/** `tolerance 10% either way`, `tolerance 10% above`. */
export interface ToleranceNode {
  readonly kind: "Tolerance";
  readonly percent: PercentNode;
  readonly side: "either" | "above" | "below";
  readonly span: Span;
}
export type GoalClauseNode =
  | MeasureClauseNode
  | BaselineNode
  | TargetsNode
  | ToleranceNode
  | OtherwiseNode
  | BecauseNode;

export interface GoalNode {
  readonly kind: "Goal";
  readonly name: NameNode;
  readonly parties: readonly NameNode[];
  readonly clauses: readonly GoalClauseNode[];
  readonly span: Span;
}

/** `quota $500,000 every month`, `quota 20 Customer every month`. */
export interface QuotaNode {
  readonly kind: "Quota";
  readonly value: ExpressionNode;
  readonly stage: NameNode | null;
  readonly every: PeriodNode;
  readonly span: Span;
}
export interface DealNode {
  readonly kind: "Deal";
  readonly value: ExpressionNode;
  readonly span: Span;
}
/** `MQL to SQL 34%`. */
export interface FunnelRateNode {
  readonly kind: "FunnelRate";
  readonly from: NameNode;
  readonly to: NameNode;
  readonly rate: ExpressionNode;
  readonly span: Span;
}
export interface CycleNode {
  readonly kind: "Cycle";
  readonly duration: DurationNode;
  readonly span: Span;
}
/** `capacity 120 MQL per rep every month, 40 reps`. */
export interface CapacityNode {
  readonly kind: "Capacity";
  readonly count: ExpressionNode;
  readonly stage: NameNode;
  readonly every: PeriodNode;
  readonly reps: ExpressionNode;
  readonly span: Span;
}
/** `mix 25% demo_request at 10%, 75% other at 1%`. */
export interface MixNode {
  readonly kind: "Mix";
  readonly parts: readonly {
    readonly share: ExpressionNode;
    readonly name: NameNode;
    readonly rate: ExpressionNode;
    readonly span: Span;
  }[];
  readonly span: Span;
}
/** `rounding once` or `rounding every stage`. */
export interface RoundingNode {
  readonly kind: "Rounding";
  readonly policy: "once" | "everyStage";
  readonly span: Span;
}
export type FunnelClauseNode =
  | QuotaNode
  | DealNode
  | FunnelRateNode
  | CycleNode
  | CapacityNode
  | MixNode
  | RoundingNode
  | BecauseNode;

export interface FunnelNode {
  readonly kind: "Funnel";
  readonly name: NameNode;
  readonly appliesTo: ExpressionNode | null;
  readonly alternativeTo: NameNode | null;
  readonly clauses: readonly FunnelClauseNode[];
  readonly span: Span;
}

/** `when lead_value and revenue met in a month  give $5,000 to marketing and sales`. */
export interface RewardNode {
  readonly kind: "Reward";
  readonly name: NameNode;
  /** Null where `all goals` is written. */
  readonly goals: readonly NameNode[] | null;
  readonly period: "month" | "quarter" | "year";
  readonly give: ExpressionNode | TextNode;
  readonly to: readonly NameNode[];
  readonly span: Span;
}
