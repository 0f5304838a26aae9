import fc from "fast-check";
import type { DeclarationNode } from "../../packages/dsl/src/1-syntax/ast/file.ts";
import type {
  AgreementClauseNode,
  CalendarClauseNode,
  DisputeClauseNode,
  ResponsibilityNode,
} from "../../packages/dsl/src/1-syntax/ast/governance.ts";
import type {
  FunnelClauseNode,
  GoalClauseNode,
  MeasureNode,
  TargetNode,
  WindowNode,
} from "../../packages/dsl/src/1-syntax/ast/promises.ts";
import type { TestClauseNode } from "../../packages/dsl/src/1-syntax/ast/tests.ts";
import { print } from "./print-contract.ts";
import {
  anyOf,
  because,
  classCase,
  commitmentClause,
  ladderStep,
  type Makers,
  of,
  otherwise,
  period,
  recordField,
  scoreClause,
  useCalendar,
} from "./random-clause.ts";
import {
  braceless,
  clock,
  countOrTable,
  date,
  dated,
  dateTime,
  duration,
  expression,
  few,
  field,
  maybe,
  money,
  name,
  names,
  number,
  percent,
  shareOrTable,
  some,
  text,
} from "./random-expression.ts";

export { print };

const flag = fc.boolean();
const timeZone = fc.record({ ...of("TimeZone"), zone: text });
const fixedName = (...texts: string[]) => fc.record({ ...of("Name"), text: fc.constantFrom(...texts) });

const agreementClause: fc.Arbitrary<AgreementClauseNode> = anyOf<AgreementClauseNode>({
  BetweenParties: fc.record({ ...of("BetweenParties"), parties: fc.tuple(name, name) }),
  Effective: fc.record({ ...of("Effective"), from: date, to: maybe(date) }),
  TimeZone: timeZone,
  Currency: fc.record({ ...of("Currency"), code: fixedName("USD", "JPY") }),
  InFlight: fc.record({ ...of("InFlight"), rule: fc.constantFrom("keeps", "moves") }),
  UseCalendar: useCalendar,
  Because: because,
});

const hours = some(fc.record({ ...of("Hours"), opens: clock, closes: clock }), 2);
const days = fc.uniqueArray(fc.integer({ min: 1, max: 7 }), { minLength: 1, maxLength: 5 });
const stretch = fc
  .tuple(fc.integer({ min: 1, max: 7 }), fc.integer({ min: 3, max: 6 }))
  .map(([first, length]) => Array.from({ length }, (_, offset) => ((first - 1 + offset) % 7) + 1));
const calendarClause: fc.Arbitrary<CalendarClauseNode> = anyOf<CalendarClauseNode>({
  WeeklyHours: fc.record({ ...of("WeeklyHours"), days: fc.oneof(days, stretch), hours }),
  Holidays: fc.record({
    ...of("Holidays"),
    set: fixedName("US", "PL"),
    region: maybe(fixedName("MA", "BY")),
  }),
  Closed: fc.record({ ...of("Closed"), from: date, to: maybe(date), label: maybe(text) }),
  Open: fc.record({ ...of("Open"), date, hours }),
  TimeZone: timeZone,
});
const calendarCase = fc.record({ ...of("CalendarCase"), values: maybe(some(field, 2)), calendar: name });

const disputeClause: fc.Arbitrary<DisputeClauseNode> = anyOf<DisputeClauseNode>({
  Panel: fc.record({ ...of("Panel"), names }),
  Hearing: fc.record({ ...of("Hearing"), duration }),
  Decision: fc.record({ ...of("Decision"), decision: fc.constantFrom("binding", "advisory") }),
  Arbiter: fc.record({ ...of("Arbiter"), name }),
});
const assignment: fc.Arbitrary<ResponsibilityNode["clauses"][number]> = fc.record({
  ...of("Assignment"),
  part: fc.constantFrom("responsible", "accountable", "consulted", "informed"),
  names,
});

const narrowing = { where: maybe(expression(1)), per: maybe(field) };
const measure: fc.Arbitrary<MeasureNode> = anyOf<MeasureNode>({
  ReachMeasure: fc.record({
    ...of("ReachMeasure"),
    ...narrowing,
    what: fc.constantFrom("count", "worth", "points"),
    stage: name,
  }),
  RateMeasure: fc.record({
    ...of("RateMeasure"),
    ...narrowing,
    from: name,
    to: name,
    snapshot: flag,
    maturing: maybe(duration),
  }),
  TimeMeasure: fc.record({
    ...of("TimeMeasure"),
    ...narrowing,
    statistic: fixedName("p90", "high"),
    from: name,
    to: name,
  }),
  SumMeasure: fc.record({ ...of("SumMeasure"), ...narrowing, event: name, attribute: name }),
  ShareMeasure: fc.record({ ...of("ShareMeasure"), ...narrowing, commitment: name, clause: maybe(name) }),
});
const window: fc.Arbitrary<WindowNode> = anyOf<WindowNode>({
  Period: period,
  InYear: fc.record({ ...of("InYear"), year: fc.integer({ min: 2020, max: 2030 }) }),
  ByDate: fc.record({ ...of("ByDate"), date }),
  OverLast: fc.record({ ...of("OverLast"), duration }),
});
const target = (bound: TargetNode["bound"]): fc.Arbitrary<TargetNode> =>
  fc.record({
    ...of("Target"),
    bound: fc.constant(bound),
    value: fc.oneof(number, percent, money, duration, expression(1)),
    points: flag,
    window,
    from: maybe(date),
  });
const goalClause: fc.Arbitrary<GoalClauseNode> = anyOf<GoalClauseNode>({
  MeasureClause: fc.record({ ...of("MeasureClause"), measure }),
  Baseline: fc.record({ ...of("Baseline"), value: fc.oneof(percent, dated, expression(1)) }),
  Targets: fc.record({
    ...of("Targets"),
    targets: fc.oneof(some(target("atLeast")), some(target("atMost"))),
  }),
  Tolerance: fc.record({ ...of("Tolerance"), percent, side: fc.constantFrom("either", "above", "below") }),
  Otherwise: otherwise,
  Because: because,
});

const part = fc.record({ share: shareOrTable, name, rate: shareOrTable, span: of("").span });
const funnelClause: fc.Arbitrary<FunnelClauseNode> = anyOf<FunnelClauseNode>({
  Quota: fc.record({
    ...of("Quota"),
    value: fc.oneof(money, countOrTable),
    stage: maybe(name),
    every: period,
  }),
  Deal: fc.record({ ...of("Deal"), value: expression(1) }),
  FunnelRate: fc.record({ ...of("FunnelRate"), from: name, to: name, rate: fc.oneof(shareOrTable, dated) }),
  Cycle: fc.record({ ...of("Cycle"), duration }),
  Capacity: fc.record({
    ...of("Capacity"),
    count: countOrTable,
    stage: name,
    every: period,
    reps: countOrTable,
  }),
  Mix: fc.record({ ...of("Mix"), parts: some(part) }),
  Rounding: fc.record({ ...of("Rounding"), policy: fc.constantFrom("once", "everyStage") }),
  Because: because,
});

const settings = few(fc.record({ ...of("Setting"), name, value: expression(1) }), 6);
const subject = fc.record({ ...of("Subject"), name, member: maybe(name) });
const testClause: fc.Arbitrary<TestClauseNode> = anyOf<TestClauseNode>({
  TestLead: fc.record({ ...of("TestLead"), settings }),
  TestPerson: fc.record({ ...of("TestPerson"), settings }),
  TestEvent: fc.record({ ...of("TestEvent"), at: dateTime, event: name, attributes: settings }),
  TestAt: fc.record({ ...of("TestAt"), at: dateTime }),
  ExpectIs: fc.record({ ...of("ExpectIs"), subject, negated: flag, value: expression(1) }),
  ExpectReached: fc.record({ ...of("ExpectReached"), negated: flag, stage: name }),
  ExpectEquals: fc.record({
    ...of("ExpectEquals"),
    subject,
    property: maybe(name),
    value: expression(1),
    points: flag,
  }),
  ExpectDue: fc.record({ ...of("ExpectDue"), subject, at: fc.oneof(date, dateTime) }),
  ExpectSteps: fc.record({ ...of("ExpectSteps"), subject, count: number }),
  ExpectNeeds: fc.record({
    ...of("ExpectNeeds"),
    funnel: name,
    count: number,
    stage: name,
    earlier: maybe(duration),
  }),
  ExpectWorth: fc.record({
    ...of("ExpectWorth"),
    funnel: name,
    value: money,
    stage: name,
    roundedTo: maybe(money),
  }),
});

const declarations: Makers<DeclarationNode> = {
  Agreement: fc.record({ ...of("Agreement"), title: text, clauses: few(agreementClause, 4) }),
  Import: fc.record({ ...of("Import"), path: text }),
  Party: fc.record({ ...of("Party"), name, label: maybe(text) }),
  Role: fc.record({ ...of("Role"), name, label: maybe(text), party: maybe(name), optional: flag }),
  Calendar: fc.oneof(
    fc.record({
      ...of("Calendar"),
      name,
      by: fc.constant(null),
      cases: fc.constant([]),
      clauses: few(calendarClause, 4),
    }),
    fc.record({ ...of("Calendar"), name, by: field, cases: some(calendarCase), clauses: fc.constant([]) }),
  ),
  Lead: fc.record({ ...of("Lead"), fields: few(recordField, 5) }),
  People: fc.record({ ...of("People"), fields: few(recordField, 3) }),
  Event: fc.record({
    ...of("Event"),
    name,
    column: maybe(text),
    about: fc.constantFrom("lead" as const, "agreement" as const),
    alsoWhen: maybe(braceless),
    attributes: few(recordField, 2),
  }),
  Define: fc.record({ ...of("Define"), name, value: expression(3) }),
  Score: fc.record({ ...of("Score"), name, clauses: few(scoreClause, 4) }),
  Classify: fc.record({ ...of("Classify"), name, firstMatch: flag, cases: few(classCase, 4) }),
  Stage: fc.record({
    ...of("Stage"),
    name,
    label: maybe(text),
    after: few(name, 2),
    when: maybe(expression(2)),
    unless: maybe(expression(1)),
    at: maybe(expression(1)),
  }),
  Commitment: fc.record({
    ...of("Commitment"),
    name,
    appliesTo: maybe(braceless),
    clauses: few(commitmentClause, 4),
  }),
  Ladder: fc.record({ ...of("Ladder"), name, steps: few(ladderStep) }),
  Goal: fc.record({ ...of("Goal"), name, parties: names, clauses: few(goalClause, 4) }),
  Funnel: fc.record({
    ...of("Funnel"),
    name,
    appliesTo: maybe(braceless),
    alternativeTo: maybe(name),
    clauses: few(funnelClause, 4),
  }),
  Reward: fc.record({
    ...of("Reward"),
    name,
    goals: maybe(names),
    period: fc.constantFrom("month", "quarter", "year"),
    give: fc.oneof(money, text, countOrTable),
    to: names,
  }),
  Meeting: fc.record({
    ...of("Meeting"),
    name,
    every: period,
    duration,
    attendedBy: names,
    agenda: few(text),
  }),
  Dispute: fc.record({ ...of("Dispute"), clauses: few(disputeClause) }),
  Responsibility: fc.record({ ...of("Responsibility"), title: text, clauses: few(assignment) }),
  Review: fc.record({ ...of("Review"), every: period }),
  Cancellation: fc.record({ ...of("Cancellation"), goal: name, missed: fc.nat(9) }),
  Signature: fc.record({ ...of("Signature"), who: text, role: name, on: date }),
  Test: fc.record({ ...of("Test"), name: text.map(({ value }) => value), clauses: few(testClause, 5) }),
};

/**
 * Contracts with declarations of every kind and clauses of every form; runs of one kind are likely, since they are
 * laid out together. They mean nothing: their names stand for nothing.
 */
export const contract: fc.Arbitrary<readonly DeclarationNode[]> = fc
  .array(
    fc.oneof(...Object.values(declarations).map((maker: fc.Arbitrary<DeclarationNode>) => some(maker))),
    {
      maxLength: 4,
    },
  )
  .map((runs) => runs.flat());
