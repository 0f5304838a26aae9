import type { Span } from "@entente/ir";
import type { DateNode, DateTimeNode, DurationNode, ExpressionNode, NumberNode } from "./expressions.ts";
import type { NameNode } from "./name.ts";

/** `source: web`. */
export interface SettingNode {
  readonly kind: "Setting";
  readonly name: NameNode;
  readonly value: ExpressionNode;
  readonly span: Span;
}
export interface TestLeadNode {
  readonly kind: "TestLead";
  readonly settings: readonly SettingNode[];
  readonly span: Span;
}
/** `people { id: "r1", hours: london }`: a row of the people table, as the test has it. */
export interface TestPersonNode {
  readonly kind: "TestPerson";
  readonly settings: readonly SettingNode[];
  readonly span: Span;
}
/** `2020-03-09 09:45  contact { channel: call }`. */
export interface TestEventNode {
  readonly kind: "TestEvent";
  readonly at: DateTimeNode;
  readonly event: NameNode;
  readonly attributes: readonly SettingNode[];
  readonly span: Span;
}
/** `at 2020-04-01 12:00`. */
export interface TestAtNode {
  readonly kind: "TestAt";
  readonly at: DateTimeNode;
  readonly span: Span;
}
/** What an expectation is about: a class, score, commitment, funnel, `stage`, `worth`, or `commitment.clause`. */
export interface SubjectNode {
  readonly kind: "Subject";
  readonly name: NameNode;
  readonly member: NameNode | null;
  readonly span: Span;
}
/** `expect first_contact is met`, `expect stage is not MQL`, `expect lead_type is web`. */
export interface ExpectIsNode {
  readonly kind: "ExpectIs";
  readonly subject: SubjectNode;
  readonly negated: boolean;
  readonly value: ExpressionNode;
  readonly span: Span;
}
/** `expect stage reached SQL`, `expect stage not reached SQL`. */
export interface ExpectReachedNode {
  readonly kind: "ExpectReached";
  readonly negated: boolean;
  readonly stage: NameNode;
  readonly span: Span;
}
/** `expect worth = $4,000`, `expect interest = 30`, `expect mixed rate = 3.25%` (`property` is `rate`). */
export interface ExpectEqualsNode {
  readonly kind: "ExpectEquals";
  readonly subject: SubjectNode;
  readonly property: NameNode | null;
  readonly value: ExpressionNode;
  /** `worth = 10 points`. */
  readonly points: boolean;
  readonly span: Span;
}
/** `expect first_contact due 2020-03-09 10:00`. */
export interface ExpectDueNode {
  readonly kind: "ExpectDue";
  readonly subject: SubjectNode;
  readonly at: DateTimeNode | DateNode;
  readonly span: Span;
}
/** `expect first_contact has 2 steps`. */
export interface ExpectStepsNode {
  readonly kind: "ExpectSteps";
  readonly subject: SubjectNode;
  readonly count: NumberNode;
  readonly span: Span;
}
/** `expect website needs 3,900 MQL`, `… 2 months earlier`. */
export interface ExpectNeedsNode {
  readonly kind: "ExpectNeeds";
  readonly funnel: NameNode;
  readonly count: NumberNode;
  readonly stage: NameNode;
  readonly earlier: DurationNode | null;
  readonly span: Span;
}
/** `expect website worth $128 per MQL, rounded to $1`. */
export interface ExpectWorthNode {
  readonly kind: "ExpectWorth";
  readonly funnel: NameNode;
  readonly value: ExpressionNode;
  readonly stage: NameNode;
  readonly roundedTo: ExpressionNode | null;
  readonly span: Span;
}
export type ExpectationNode =
  | ExpectIsNode
  | ExpectReachedNode
  | ExpectEqualsNode
  | ExpectDueNode
  | ExpectStepsNode
  | ExpectNeedsNode
  | ExpectWorthNode;

export type TestClauseNode = TestLeadNode | TestPersonNode | TestEventNode | TestAtNode | ExpectationNode;

export interface TestNode {
  readonly kind: "Test";
  readonly name: string;
  readonly clauses: readonly TestClauseNode[];
  readonly span: Span;
}
