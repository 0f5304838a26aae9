import type { SyntaxKind, SyntaxNode, SyntaxNodeOf } from "./ast/node.ts";

export type { SyntaxNode };

type Holds<V> = V extends { readonly kind: SyntaxKind }
  ? true
  : V extends readonly (infer Item)[]
    ? Holds<Item>
    : V extends object
      ? Holds<V[keyof V]>
      : never;
type ChildKey<N> = {
  [K in keyof N]-?: K extends "span" ? never : true extends Holds<NonNullable<N[K]>> ? K : never;
}[keyof N];

/**
 * For each kind of node the properties that hold its children, in the order in which they are visited. A new kind
 * of node, or a new child of one, does not compile until it stands here.
 */
const CHILDREN: { readonly [K in SyntaxKind]: Readonly<Record<ChildKey<SyntaxNodeOf<K>>, true>> } = {
  File: { declarations: true },
  Name: {},
  Text: {},

  Agreement: { title: true, clauses: true },
  BetweenParties: { parties: true },
  Effective: { from: true, to: true },
  TimeZone: { zone: true },
  Currency: { code: true },
  InFlight: {},
  Import: { path: true },
  Party: { name: true, label: true },
  Role: { name: true, label: true, party: true },
  Calendar: { name: true, by: true, cases: true, clauses: true },
  CalendarCase: { values: true, calendar: true },
  WeeklyHours: { hours: true },
  Hours: {},
  Holidays: { set: true, region: true },
  Closed: { from: true, to: true, label: true },
  Open: { date: true, hours: true },
  Meeting: { name: true, every: true, duration: true, attendedBy: true, agenda: true },
  Dispute: { clauses: true },
  Panel: { names: true },
  Hearing: { duration: true },
  Decision: {},
  Arbiter: { name: true },
  Responsibility: { title: true, clauses: true },
  Assignment: { names: true },
  Review: { every: true },
  Cancellation: { goal: true },
  Signature: { who: true, role: true, on: true },

  Lead: { fields: true },
  People: { fields: true },
  Event: { name: true, column: true, alsoWhen: true, attributes: true },
  Field: { name: true, type: true, range: true, column: true },
  Type: { cases: true, item: true },
  Case: { name: true, labels: true },
  EventMatch: { event: true, where: true },

  Define: { name: true, value: true },
  Score: { name: true, clauses: true },
  ScoreLine: { when: true, per: true, once: true, upTo: true, expiresAfter: true },
  ScoreFades: { points: true, every: true },
  ScoreExpires: { after: true },
  ScoreBound: {},
  ScoreResets: { on: true, to: true },
  Classify: { name: true, cases: true },
  ClassCase: { name: true, when: true, worth: true },
  Worth: { value: true },
  Stage: { name: true, label: true, after: true, when: true, unless: true, at: true },

  Commitment: { name: true, appliesTo: true, clauses: true },
  Obligation: { label: true, party: true, duty: true },
  RespondDuty: { events: true, times: true, deadline: true, trigger: true, apart: true },
  ProvideDuty: { fields: true, trigger: true },
  LimitDuty: { events: true, times: true, per: true, every: true },
  ShareDuty: { events: true, percent: true, of: true, per: true, every: true },
  FollowDuty: { steps: true, trigger: true },
  FollowStep: { events: true },
  LeaveDuty: { stage: true, deadline: true, trigger: true },
  RecurDuty: { events: true, every: true, while: true },
  Within: { duration: true },
  ByClose: {},
  ByTime: {},
  Trigger: { events: true, reaching: true },
  Period: {},
  Pause: { from: true, to: true, cap: true },
  Until: { events: true },
  Unless: { condition: true },
  Waive: { for: true, from: true, to: true, because: true },
  Warn: { at: true },
  Otherwise: { ladder: true },
  Because: { text: true },
  UseCalendar: { name: true },
  Ladder: { name: true, steps: true },
  LadderStep: { after: true, actions: true },
  Action: { text: true, every: true, to: true },

  Goal: { name: true, parties: true, clauses: true },
  MeasureClause: { measure: true },
  ReachMeasure: { stage: true, where: true, per: true },
  RateMeasure: { from: true, to: true, maturing: true, where: true, per: true },
  TimeMeasure: { statistic: true, from: true, to: true, where: true, per: true },
  SumMeasure: { event: true, attribute: true, where: true, per: true },
  ShareMeasure: { commitment: true, clause: true, where: true, per: true },
  Baseline: { value: true },
  Targets: { targets: true },
  Target: { value: true, window: true, from: true },
  InYear: {},
  ByDate: { date: true },
  OverLast: { duration: true },
  Tolerance: { percent: true },
  Reward: { name: true, goals: true, give: true, to: true },
  Funnel: { name: true, appliesTo: true, alternativeTo: true, clauses: true },
  Quota: { value: true, stage: true, every: true },
  Deal: { value: true },
  FunnelRate: { from: true, to: true, rate: true },
  Cycle: { duration: true },
  Capacity: { count: true, stage: true, every: true, reps: true },
  Mix: { parts: true },
  Rounding: {},

  Test: { clauses: true },
  TestLead: { settings: true },
  TestPerson: { settings: true },
  TestEvent: { at: true, event: true, attributes: true },
  TestAt: { at: true },
  Setting: { name: true, value: true },
  Subject: { name: true, member: true },
  ExpectIs: { subject: true, value: true },
  ExpectReached: { stage: true },
  ExpectEquals: { subject: true, property: true, value: true },
  ExpectDue: { subject: true, at: true },
  ExpectSteps: { subject: true, count: true },
  ExpectNeeds: { funnel: true, count: true, stage: true, earlier: true },
  ExpectWorth: { funnel: true, value: true, stage: true, roundedTo: true },

  Number: {},
  Percent: {},
  Money: {},
  Boolean: {},
  Date: {},
  DateTime: {},
  Duration: {},
  Reference: { name: true },
  Member: { object: true, member: true },
  Occurrence: { event: true, where: true },
  Count: { event: true, where: true },
  TimeSince: { of: true },
  Not: { operand: true },
  Logical: { operands: true },
  Comparison: { left: true, right: true },
  Is: { subject: true, value: true },
  Presence: { subject: true },
  IsWithin: { subject: true, duration: true, of: true },
  Between: { subject: true, low: true, high: true },
  In: { subject: true, values: true },
  TextMatch: { subject: true, text: true },
  Reached: { stage: true },
  Arithmetic: { left: true, right: true },
  Negate: { operand: true },
  Table: { by: true, cases: true },
  TableCase: { values: true, result: true },
  Dated: { entries: true },
};

/** The children of a node, in the order of {@link CHILDREN}. */
export function childrenOf(node: SyntaxNode): readonly SyntaxNode[] {
  const children: SyntaxNode[] = [];
  for (const key of Object.keys(CHILDREN[node.kind])) {
    collect((node as unknown as Readonly<Record<string, unknown>>)[key], children);
  }
  return children;
}

function collect(value: unknown, into: SyntaxNode[]): void {
  if (Array.isArray(value)) for (const item of value) collect(item, into);
  else if (typeof value === "object" && value !== null) {
    if ("kind" in value) into.push(value as SyntaxNode);
    else for (const [key, part] of Object.entries(value)) if (key !== "span") collect(part, into);
  }
}

/** Calls `enter` for `node` and everything below it, parents first. */
export function visit(node: SyntaxNode, enter: (node: SyntaxNode) => void): void {
  enter(node);
  for (const child of childrenOf(node)) visit(child, enter);
}
