import type { Span } from "@entente/ir";
import type { BecauseNode, PeriodNode, UseCalendarNode } from "./commitments.ts";
import type { DateNode, DurationNode, ExpressionNode } from "./expressions.ts";
import type { NameNode, TextNode } from "./name.ts";

export interface BetweenPartiesNode {
  readonly kind: "BetweenParties";
  readonly parties: readonly [NameNode, NameNode];
  readonly span: Span;
}
/** Both dates belong to the term; `to` null is open-ended. */
export interface EffectiveNode {
  readonly kind: "Effective";
  readonly from: DateNode;
  readonly to: DateNode | null;
  readonly span: Span;
}
export interface TimeZoneNode {
  readonly kind: "TimeZone";
  readonly zone: TextNode;
  readonly span: Span;
}
export interface CurrencyNode {
  readonly kind: "Currency";
  readonly code: NameNode;
  readonly span: Span;
}
/** `in flight keeps` or `in flight moves`. */
export interface InFlightNode {
  readonly kind: "InFlight";
  readonly rule: "keeps" | "moves";
  readonly span: Span;
}
export type AgreementClauseNode =
  | BetweenPartiesNode
  | EffectiveNode
  | TimeZoneNode
  | CurrencyNode
  | InFlightNode
  | UseCalendarNode
  | BecauseNode;

export interface AgreementNode {
  readonly kind: "Agreement";
  readonly title: TextNode;
  readonly clauses: readonly AgreementClauseNode[];
  readonly span: Span;
}
export interface ImportNode {
  readonly kind: "Import";
  readonly path: TextNode;
  readonly span: Span;
}
export interface PartyNode {
  readonly kind: "Party";
  readonly name: NameNode;
  readonly label: TextNode | null;
  readonly span: Span;
}
/** `role cro "Chief revenue officer" of sales optional`. */
export interface RoleNode {
  readonly kind: "Role";
  readonly name: NameNode;
  readonly label: TextNode | null;
  readonly party: NameNode | null;
  readonly optional: boolean;
  readonly span: Span;
}

/** `HH:MM` to `HH:MM`; the end may be `24:00`, or before the start, which is past midnight. */
export interface HoursNode {
  readonly kind: "Hours";
  readonly opens: string;
  readonly closes: string;
  readonly span: Span;
}
/** `mon-fri 09:00-12:00, 13:00-17:00`; days from 1 (Monday) to 7. */
export interface WeeklyHoursNode {
  readonly kind: "WeeklyHours";
  readonly days: readonly number[];
  readonly hours: readonly HoursNode[];
  readonly span: Span;
}
/** `holidays US`; `region` of `holidays US-MA` is `MA`. */
export interface HolidaysNode {
  readonly kind: "Holidays";
  readonly set: NameNode;
  readonly region: NameNode | null;
  readonly span: Span;
}
export interface ClosedNode {
  readonly kind: "Closed";
  readonly from: DateNode;
  readonly to: DateNode | null;
  readonly label: TextNode | null;
  readonly span: Span;
}
export interface OpenNode {
  readonly kind: "Open";
  readonly date: DateNode;
  readonly hours: readonly HoursNode[];
  readonly span: Span;
}
export type CalendarClauseNode = WeeklyHoursNode | HolidaysNode | ClosedNode | OpenNode | TimeZoneNode;

/** `values` null is `otherwise`. */
export interface CalendarCaseNode {
  readonly kind: "CalendarCase";
  readonly values: readonly ExpressionNode[] | null;
  readonly calendar: NameNode;
  readonly span: Span;
}
/** A calendar with hours, or (`by` set) one chosen by a value of the lead. */
export interface CalendarNode {
  readonly kind: "Calendar";
  readonly name: NameNode;
  readonly by: ExpressionNode | null;
  readonly cases: readonly CalendarCaseNode[];
  readonly clauses: readonly CalendarClauseNode[];
  readonly span: Span;
}

export interface MeetingNode {
  readonly kind: "Meeting";
  readonly name: NameNode;
  readonly every: PeriodNode;
  readonly duration: DurationNode;
  readonly attendedBy: readonly NameNode[];
  readonly agenda: readonly TextNode[];
  readonly span: Span;
}
export type DisputeClauseNode =
  | { readonly kind: "Panel"; readonly names: readonly NameNode[]; readonly span: Span }
  | { readonly kind: "Hearing"; readonly duration: DurationNode; readonly span: Span }
  | { readonly kind: "Decision"; readonly decision: "binding" | "advisory"; readonly span: Span }
  | { readonly kind: "Arbiter"; readonly name: NameNode; readonly span: Span };
export interface DisputeNode {
  readonly kind: "Dispute";
  readonly clauses: readonly DisputeClauseNode[];
  readonly span: Span;
}
export interface ResponsibilityNode {
  readonly kind: "Responsibility";
  readonly title: TextNode;
  readonly clauses: readonly {
    readonly kind: "Assignment";
    readonly part: "responsible" | "accountable" | "consulted" | "informed";
    readonly names: readonly NameNode[];
    readonly span: Span;
  }[];
  readonly span: Span;
}
export interface ReviewNode {
  readonly kind: "Review";
  readonly every: PeriodNode;
  readonly span: Span;
}
/** `cancellation when revenue missed 6 times in a row`. */
export interface CancellationNode {
  readonly kind: "Cancellation";
  readonly goal: NameNode;
  readonly missed: number;
  readonly span: Span;
}
export interface SignatureNode {
  readonly kind: "Signature";
  readonly who: TextNode;
  readonly role: NameNode;
  readonly on: DateNode;
  readonly span: Span;
}
