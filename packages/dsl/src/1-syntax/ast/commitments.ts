import type { Span, TimeUnit } from "@entente/ir";
import type { DateNode, DurationNode, ExpressionNode, PercentNode } from "./expressions.ts";
import type { EventMatchNode } from "./facts.ts";
import type { NameNode, TextNode } from "./name.ts";

/** `every month`, `every 6 months`, `every business day`. */
export interface PeriodNode {
  readonly kind: "Period";
  readonly count: number;
  readonly unit: TimeUnit;
  readonly business: boolean;
  readonly span: Span;
}

/** What starts a clock: `handoff`, `first contact`, `accept or reopen`, `reaching SQL`. */
export interface TriggerNode {
  readonly kind: "Trigger";
  readonly which: "each" | "first" | "last";
  /** One event or time field, or several events; empty where `reaching` is set. */
  readonly events: readonly EventMatchNode[];
  readonly reaching: NameNode | null;
  readonly span: Span;
}

/** `within DURATION`: a duration, a table of durations or a dated one. */
export interface WithinNode {
  readonly kind: "Within";
  readonly duration: ExpressionNode;
  readonly span: Span;
}
/** `by close of business day 2`. */
export interface ByCloseNode {
  readonly kind: "ByClose";
  readonly day: number;
  readonly span: Span;
}
/** `by 17:00 on the same business day` (day 0), `by 10:00 on business day 1`, `by 09:00 on day 3`. */
export interface ByTimeNode {
  readonly kind: "ByTime";
  /** `HH:MM`. */
  readonly time: string;
  readonly day: number;
  readonly business: boolean;
  readonly span: Span;
}
export type DeadlineNode = WithinNode | ByCloseNode | ByTimeNode;

/** `contact where channel is call 3 times within 2 weeks of accept, at least 1 business day apart`. */
export interface RespondDutyNode {
  readonly kind: "RespondDuty";
  readonly events: readonly EventMatchNode[];
  /** `N times`; null is once. */
  readonly times: ExpressionNode | null;
  readonly apart: DurationNode | null;
  readonly onAnotherChannel: boolean;
  readonly deadline: DeadlineNode;
  readonly trigger: TriggerNode;
  readonly restarts: boolean;
  readonly span: Span;
}
/** `provide email, phone by handoff`. */
export interface ProvideDutyNode {
  readonly kind: "ProvideDuty";
  readonly fields: readonly NameNode[];
  readonly trigger: TriggerNode;
  readonly span: Span;
}
/** `handoff at most 40 times per owner every week`. */
export interface LimitDutyNode {
  readonly kind: "LimitDuty";
  readonly events: readonly EventMatchNode[];
  readonly bound: "atMost" | "atLeast";
  readonly times: ExpressionNode;
  readonly per: ExpressionNode | null;
  readonly every: PeriodNode;
  readonly span: Span;
}
/** `enroll at least 70% of handoff every month`. */
export interface ShareDutyNode {
  readonly kind: "ShareDuty";
  readonly events: readonly EventMatchNode[];
  readonly bound: "atMost" | "atLeast";
  readonly percent: ExpressionNode;
  readonly of: TriggerNode;
  readonly per: ExpressionNode | null;
  readonly every: PeriodNode;
  readonly span: Span;
}
/** `day 0: email and social`. */
export interface FollowStepNode {
  readonly kind: "FollowStep";
  readonly day: number;
  readonly events: readonly EventMatchNode[];
  readonly span: Span;
}
/** `follow { day 0: email; day 1: call } of accept, in business days`. */
export interface FollowDutyNode {
  readonly kind: "FollowDuty";
  readonly steps: readonly FollowStepNode[];
  readonly business: boolean;
  readonly trigger: TriggerNode;
  readonly restarts: boolean;
  readonly span: Span;
}
/** `leave Opportunity within 7 days of reaching Opportunity`. */
export interface LeaveDutyNode {
  readonly kind: "LeaveDuty";
  readonly stage: NameNode;
  readonly deadline: DeadlineNode;
  readonly trigger: TriggerNode;
  readonly span: Span;
}
/** `contact at least every 90 days while owned`. */
export interface RecurDutyNode {
  readonly kind: "RecurDuty";
  readonly events: readonly EventMatchNode[];
  readonly every: ExpressionNode;
  readonly while: ExpressionNode | null;
  readonly span: Span;
}
export type DutyNode =
  | RespondDutyNode
  | ProvideDutyNode
  | LimitDutyNode
  | ShareDutyNode
  | FollowDutyNode
  | LeaveDutyNode
  | RecurDutyNode;

/** `early: sales must …`. */
export interface ObligationNode {
  readonly kind: "Obligation";
  readonly label: NameNode | null;
  readonly party: NameNode;
  readonly duty: DutyNode;
  readonly span: Span;
}
/** `pause from on_hold to resume, at most 5 business days`. */
export interface PauseNode {
  readonly kind: "Pause";
  readonly from: readonly EventMatchNode[];
  readonly to: readonly EventMatchNode[];
  readonly cap: DurationNode | null;
  readonly span: Span;
}
export interface UntilNode {
  readonly kind: "Until";
  readonly events: readonly EventMatchNode[];
  readonly span: Span;
}
/** `unless CONDITION`, or `excused when CONDITION`. */
export interface UnlessNode {
  readonly kind: "Unless";
  readonly condition: ExpressionNode;
  readonly span: Span;
}
/** `waive for owner in ("a") from DATE to DATE because "…"`. */
export interface WaiveNode {
  readonly kind: "Waive";
  readonly for: ExpressionNode | null;
  readonly from: DateNode;
  readonly to: DateNode | null;
  readonly because: TextNode | null;
  readonly span: Span;
}
/** `warn at 75%`. */
export interface WarnNode {
  readonly kind: "Warn";
  readonly at: PercentNode;
  readonly span: Span;
}
/** `otherwise LADDER`. */
export interface OtherwiseNode {
  readonly kind: "Otherwise";
  readonly ladder: NameNode;
  readonly span: Span;
}
export interface BecauseNode {
  readonly kind: "Because";
  readonly text: TextNode;
  readonly span: Span;
}
/** `calendar office`, `calendar of owner`, `calendar of lead`. */
export interface UseCalendarNode {
  readonly kind: "UseCalendar";
  /** Null where `of` is set. */
  readonly name: NameNode | null;
  readonly of: "owner" | "lead" | null;
  readonly span: Span;
}
export type CommitmentClauseNode =
  | ObligationNode
  | PauseNode
  | UntilNode
  | UnlessNode
  | WaiveNode
  | WarnNode
  | OtherwiseNode
  | BecauseNode
  | UseCalendarNode;

export interface CommitmentNode {
  readonly kind: "Commitment";
  readonly name: NameNode;
  /** `for leads where …`. */
  readonly appliesTo: ExpressionNode | null;
  readonly clauses: readonly CommitmentClauseNode[];
  readonly span: Span;
}

/** `notify owner`, `report every week to executives`, `assign "A team" to "carry it out"`, `do "…"`, `meet a, b`. */
export interface ActionNode {
  readonly kind: "Action";
  readonly verb: "notify" | "escalate" | "reassign" | "return" | "assign" | "meet" | "report" | "do";
  /** What is done or assigned: the text behind `do` and `assign`. */
  readonly text: TextNode | null;
  readonly to: readonly (NameNode | TextNode)[];
  readonly every: PeriodNode | null;
  readonly span: Span;
}
/** `at breach …` (`after` null) or `after 30 days { … }`. */
export interface LadderStepNode {
  readonly kind: "LadderStep";
  readonly after: DurationNode | null;
  readonly actions: readonly ActionNode[];
  readonly span: Span;
}
export interface LadderNode {
  readonly kind: "Ladder";
  readonly name: NameNode;
  readonly steps: readonly LadderStepNode[];
  readonly span: Span;
}
