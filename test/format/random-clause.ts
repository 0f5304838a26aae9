import fc from "fast-check";
import type { ClassCaseNode, ScoreClauseNode } from "../../packages/dsl/src/1-syntax/ast/classification.ts";
import type {
  ActionNode,
  BecauseNode,
  CommitmentClauseNode,
  DeadlineNode,
  DutyNode,
  LadderStepNode,
  OtherwiseNode,
  PeriodNode,
  TriggerNode,
  UseCalendarNode,
} from "../../packages/dsl/src/1-syntax/ast/commitments.ts";
import type { ExpressionNode } from "../../packages/dsl/src/1-syntax/ast/expressions.ts";
import type { FieldNode, TypeNode } from "../../packages/dsl/src/1-syntax/ast/facts.ts";
import {
  clock,
  countOrTable,
  date,
  dated,
  dateTime,
  duration,
  durationOrTable,
  event,
  events,
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
  span,
  text,
  unit,
} from "./random-expression.ts";

/** The kind and the span of a node, for `fc.record`. */
export const of = <K extends string>(kind: K) => ({ kind: fc.constant(kind), span: fc.constant(span) });
/** For each kind of a union of nodes how it is made: a kind that is missing does not compile. */
export type Makers<N extends { readonly kind: string }> = {
  readonly [K in N["kind"]]: fc.Arbitrary<Extract<N, { readonly kind: K }>>;
};
export function anyOf<N extends { readonly kind: string }>(makers: Makers<N>): fc.Arbitrary<N> {
  return fc.oneof(...(Object.values(makers) as fc.Arbitrary<N>[]));
}
const flag = fc.boolean();

export const period: fc.Arbitrary<PeriodNode> = fc.record({
  ...of("Period"),
  count: fc.integer({ min: 1, max: 6 }),
  unit,
  business: flag,
});
export const because: fc.Arbitrary<BecauseNode> = fc.record({ ...of("Because"), text });
export const otherwise: fc.Arbitrary<OtherwiseNode> = fc.record({ ...of("Otherwise"), ladder: name });
export const useCalendar: fc.Arbitrary<UseCalendarNode> = fc.oneof(
  fc.record({ ...of("UseCalendar"), name, of: fc.constant(null) }),
  fc.record({ ...of("UseCalendar"), name: fc.constant(null), of: fc.constantFrom("owner", "lead") }),
);

const plainType: fc.Arbitrary<TypeNode> = fc
  .constantFrom("text", "yes/no", "integer", "number", "money", "percent", "date", "time")
  .map((word) => ({ kind: "Type", name: word, cases: [], item: null, span }));
const oneOf: fc.Arbitrary<TypeNode> = some(fc.record({ ...of("Case"), name, labels: few(text, 2) }), 4).map(
  (cases) => ({ kind: "Type", name: "one of", cases, item: null, span }),
);
const listOf: fc.Arbitrary<TypeNode> = fc
  .oneof(plainType, oneOf)
  .map((item) => ({ kind: "Type", name: "list of", cases: [], item, span }));
const bound: fc.Arbitrary<ExpressionNode> = fc.oneof(
  ...[number, money, percent, date, dateTime],
  number.map((operand) => ({ kind: "Negate" as const, operand, span })),
);
export const recordField: fc.Arbitrary<FieldNode> = fc.record({
  ...of("Field"),
  name,
  type: fc.oneof({ weight: 3, arbitrary: plainType }, oneOf, listOf),
  key: flag,
  optional: flag,
  range: maybe(fc.record({ low: bound, high: bound })),
  column: maybe(text),
});

const signed = fc.tuple(fc.constantFrom("", "-"), number).map(([sign, { value }]) => `${sign}${value}`);
export const scoreClause: fc.Arbitrary<ScoreClauseNode> = anyOf<ScoreClauseNode>({
  ScoreLine: fc
    .record({
      ...of("ScoreLine"),
      points: signed,
      when: maybe(expression(2)),
      per: maybe(event()),
      once: maybe(duration),
      upTo: maybe(number),
      expiresAfter: maybe(duration),
    })
    .filter(({ when, per, once, upTo, expiresAfter }) =>
      [when, per, once, upTo, expiresAfter].some((part) => part !== null),
    ),
  ScoreFades: fc.record({ ...of("ScoreFades"), points: number, every: duration }),
  ScoreExpires: fc.record({ ...of("ScoreExpires"), after: duration }),
  ScoreBound: fc.record({ ...of("ScoreBound"), side: fc.constantFrom("below", "above"), value: signed }),
  ScoreResets: fc.record({ ...of("ScoreResets"), on: event(), to: expression(1) }),
});

const worth = fc.record({
  ...of("Worth"),
  value: fc.oneof(money, number, dated, expression(1)),
  points: flag,
});
export const classCase: fc.Arbitrary<ClassCaseNode> = fc.record({
  ...of("ClassCase"),
  name,
  when: maybe(expression(2)),
  worth: maybe(worth),
});

const deadline: fc.Arbitrary<DeadlineNode> = anyOf<DeadlineNode>({
  Within: fc.record({ ...of("Within"), duration: fc.oneof(durationOrTable, dated) }),
  ByClose: fc.record({ ...of("ByClose"), day: fc.nat(5) }),
  ByTime: fc.record({ ...of("ByTime"), time: clock, day: fc.nat(3), business: flag }),
});
const triggerOn = (on: fc.Arbitrary<TriggerNode["events"]>): fc.Arbitrary<TriggerNode> =>
  fc.oneof(
    fc.record({
      ...of("Trigger"),
      which: fc.constantFrom("each", "first", "last"),
      events: on,
      reaching: fc.constant(null),
    }),
    fc.record({ ...of("Trigger"), which: fc.constant("each"), events: fc.constant([]), reaching: name }),
  );
const trigger = triggerOn(events);
const promised = {
  events,
  bound: fc.constantFrom("atMost", "atLeast"),
  per: maybe(field),
  every: period,
} as const;
const step = fc.record({ ...of("FollowStep"), day: fc.nat(14), events });

const duty: fc.Arbitrary<DutyNode> = anyOf<DutyNode>({
  RespondDuty: fc.record({
    ...of("RespondDuty"),
    events,
    times: maybe(countOrTable),
    apart: maybe(duration),
    onAnotherChannel: flag,
    deadline,
    trigger,
    restarts: flag,
  }),
  ProvideDuty: fc.record({ ...of("ProvideDuty"), fields: names, trigger }),
  LimitDuty: fc.record({ ...of("LimitDuty"), ...promised, times: countOrTable }),
  ShareDuty: fc.record({ ...of("ShareDuty"), ...promised, percent: shareOrTable, of: trigger }),
  FollowDuty: fc.record({
    ...of("FollowDuty"),
    steps: some(step),
    business: flag,
    trigger: triggerOn(some(event({ tables: false, dated: true }), 2)),
    restarts: flag,
  }),
  LeaveDuty: fc.record({ ...of("LeaveDuty"), stage: name, deadline, trigger }),
  RecurDuty: fc.record({ ...of("RecurDuty"), events, every: durationOrTable, while: maybe(expression(1)) }),
});

export const commitmentClause: fc.Arbitrary<CommitmentClauseNode> = anyOf<CommitmentClauseNode>({
  Obligation: fc.record({ ...of("Obligation"), label: maybe(name), party: name, duty }),
  Pause: fc.record({ ...of("Pause"), from: events, to: events, cap: maybe(duration) }),
  Until: fc.record({ ...of("Until"), events }),
  Unless: fc.record({ ...of("Unless"), condition: expression(2) }),
  Waive: fc.record({
    ...of("Waive"),
    for: maybe(expression(1, { tables: true, dated: false })),
    from: date,
    to: maybe(date),
    because: maybe(text),
  }),
  Warn: fc.record({ ...of("Warn"), at: percent }),
  Otherwise: otherwise,
  Because: because,
  UseCalendar: useCalendar,
});

const addressees = some(fc.oneof(name, text));
const action = <V extends ActionNode["verb"]>(
  verb: V,
  parts: Partial<{ [K in "text" | "to" | "every"]: fc.Arbitrary<ActionNode[K]> }>,
): fc.Arbitrary<ActionNode> =>
  fc.record({
    ...of("Action"),
    verb: fc.constant(verb),
    text: parts.text ?? fc.constant(null),
    to: parts.to ?? fc.constant([]),
    every: parts.every ?? fc.constant(null),
  });
const actions: fc.Arbitrary<ActionNode> = fc.oneof(
  ...(["notify", "escalate", "reassign", "return", "meet"] as const).map((verb) =>
    action(verb, { to: addressees }),
  ),
  action("do", { text }),
  action("assign", { text, to: addressees }),
  action("report", { every: period, to: addressees }),
);
export const ladderStep: fc.Arbitrary<LadderStepNode> = fc.record({
  ...of("LadderStep"),
  after: maybe(duration),
  actions: some(actions),
});
