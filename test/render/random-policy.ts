import type {
  Action,
  Calendar,
  CalendarChoice,
  Commitment,
  Deadline,
  Duty,
  DutyOf,
  Field,
  FieldType,
  Goal,
  GoalWindow,
  Measure,
  Policy,
  ScoreLine,
  Trigger,
} from "@entente/ir";
import fc from "fast-check";
import {
  amount,
  count,
  date,
  decimal,
  duration,
  expression,
  few,
  literal,
  match,
  maybe,
  minute,
  name,
  period,
  some,
  span,
  text,
} from "./random-expression.ts";

const at = { span: fc.constant(span) };
const kind = <K extends string>(value: K) => ({ kind: fc.constant(value) });
const flag = fc.boolean();
const names = some(name);
type MakersOf<U extends { kind: string }> = { readonly [K in U["kind"]]: fc.Arbitrary<U & { kind: K }> };
/** One of a union whose every kind has a maker. */
function anyOf<U extends { kind: string }>(makers: MakersOf<U>): fc.Arbitrary<U> {
  return fc.oneof(...(Object.values(makers) as fc.Arbitrary<U>[]));
}

const scalar = <K extends "text" | "boolean" | "money" | "percent" | "date" | "time">(value: K) =>
  fc.record({ kind: fc.constant(value) });
const numeric = <K extends "integer" | "number">(value: K) =>
  fc.record({ kind: fc.constant(value), minimum: maybe(decimal), maximum: maybe(decimal) });
const choice = fc.record({
  ...kind("choice"),
  values: some(fc.record({ name, labels: few(text) }), 3),
});
const fieldType = fc.oneof(
  ...(["text", "boolean", "money", "percent", "date", "time"] as const).map(scalar),
  numeric("integer"),
  numeric("number"),
  choice,
  fc.record({ ...kind("list"), of: fc.oneof(choice, scalar("text"), numeric("number")) }),
) as fc.Arbitrary<FieldType>;
const field: fc.Arbitrary<Field> = fc.record({
  name,
  type: fieldType,
  key: flag,
  required: flag,
  column: maybe(text),
  ...at,
});

const intervals = some(fc.record({ opens: minute, closes: fc.integer({ min: 1, max: 2880 }) }));
const calendar: fc.Arbitrary<Calendar> = anyOf<Calendar>({
  office: fc.record({
    ...kind("office"),
    name,
    timeZone: fc.constant("Europe/Warsaw"),
    weekly: some(
      fc.record({ days: fc.uniqueArray(fc.integer({ min: 1, max: 7 }), { minLength: 1 }), intervals, ...at }),
    ),
    holidays: few(
      fc.record({
        set: fc.constant("PL"),
        source: text,
        dates: few(fc.record({ date, name: text })),
        ...at,
      }),
    ),
    closed: few(fc.record({ from: date, to: date, label: maybe(text), ...at })),
    open: few(fc.record({ date, intervals, ...at })),
    ...at,
  }),
  chosen: fc.record({
    ...kind("chosen"),
    name,
    by: expression,
    cases: few(fc.record({ values: some(literal), calendar: name })),
    otherwise: maybe(name),
    ...at,
  }),
});
const calendarChoice: fc.Arbitrary<CalendarChoice> = anyOf<CalendarChoice>({
  named: fc.record({ ...kind("named"), name }),
  owner: fc.record(kind("owner")),
  lead: fc.record(kind("lead")),
});

const scoreLine: fc.Arbitrary<ScoreLine> = fc.record({
  points: fc.oneof(
    decimal,
    decimal.map((value) => `-${value}`),
  ),
  basis: anyOf<ScoreLine["basis"]>({
    when: fc.record({ ...kind("when"), condition: expression }),
    perField: fc.record({ ...kind("perField"), field: name }),
    perEvent: fc.record({ ...kind("perEvent"), match }),
  }),
  once: maybe(duration),
  cap: maybe(decimal),
  expiresAfter: maybe(duration),
  ...at,
});
const score = fc.record({
  name,
  lines: few(scoreLine, 3),
  fades: maybe(fc.record({ points: decimal, every: duration })),
  expiresAfter: maybe(duration),
  minimum: maybe(decimal),
  maximum: maybe(decimal),
  resets: maybe(fc.record({ on: match, to: expression })),
  ...at,
});
const worth = fc.record({ unit: fc.constantFrom("money", "points" as const), value: amount });
const classification = fc.record({
  name,
  firstMatch: flag,
  cases: some(fc.record({ name, when: maybe(expression), worth: maybe(worth), ...at })),
  ...at,
});
const stage = fc.record({
  name,
  label: maybe(text),
  after: few(name),
  when: maybe(expression),
  unless: maybe(expression),
  at: maybe(expression),
  rank: fc.constant(0),
  order: fc.constant(0),
  ...at,
});

const matches = some(match);
const trigger: fc.Arbitrary<Trigger> = anyOf<Trigger>({
  event: fc.record({
    ...kind("event"),
    which: fc.constantFrom("each", "first", "last" as const),
    events: matches,
    ...at,
  }),
  stage: fc.record({ ...kind("stage"), stage: name, ...at }),
  field: fc.record({ ...kind("field"), field: name, ...at }),
});
const day = fc.oneof(fc.constant(0), count);
const deadline: fc.Arbitrary<Deadline> = anyOf<Deadline>({
  within: fc.record({ ...kind("within"), duration: amount, ...at }),
  closeOfDay: fc.record({ ...kind("closeOfDay"), day: count, ...at }),
  timeOfDay: fc.record({
    ...kind("timeOfDay"),
    minute: fc.integer({ min: 0, max: 1440 }),
    day,
    business: flag,
    ...at,
  }),
});
const overLeads = {
  events: matches,
  bound: fc.constantFrom("atMost", "atLeast" as const),
  per: maybe(expression),
  every: period,
};
const duties: { readonly [K in Duty["kind"]]: fc.Arbitrary<DutyOf<K>> } = {
  respond: fc.record({
    ...kind("respond"),
    events: matches,
    times: amount,
    apart: maybe(duration),
    onAnotherChannel: flag,
    deadline,
    trigger,
    restarts: flag,
  }),
  provide: fc.record({ ...kind("provide"), fields: names, trigger }),
  limit: fc.record({ ...kind("limit"), ...overLeads, times: amount }),
  share: fc.record({ ...kind("share"), ...overLeads, percent: amount, of: trigger }),
  follow: fc.record({
    ...kind("follow"),
    steps: some(fc.record({ day: count, events: matches, ...at }), 3),
    business: flag,
    trigger,
    restarts: flag,
  }),
  leave: fc.record({ ...kind("leave"), stage: name, deadline, trigger }),
  recur: fc.record({ ...kind("recur"), events: matches, every: amount, while: maybe(expression) }),
};
const party = fc.constantFrom("marketing", "sales", "partner");
const clause = fc.record({
  id: name,
  labelled: flag,
  party,
  duty: fc.oneof(...(Object.values(duties) as fc.Arbitrary<Duty>[])),
  ...at,
});
const commitment: fc.Arbitrary<Commitment> = fc.record({
  name,
  appliesTo: maybe(expression),
  calendar: maybe(calendarChoice),
  clauses: some(clause),
  pauses: few(fc.record({ from: matches, to: matches, cap: maybe(duration), ...at })),
  until: few(match),
  excuses: few(expression),
  waivers: few(
    fc.record({ for: maybe(expression), from: date, to: maybe(date), because: maybe(text), ...at }),
  ),
  warnAt: maybe(decimal),
  ladder: maybe(name),
  because: maybe(text),
  ...at,
});
const action: fc.Arbitrary<Action> = fc.oneof(
  fc.record({
    verb: fc.constantFrom("notify", "escalate", "reassign", "return", "meet" as const),
    to: names,
    text: fc.constant(null),
    every: fc.constant(null),
    ...at,
  }),
  fc.record({ verb: fc.constant("assign" as const), to: names, text, every: fc.constant(null), ...at }),
  fc.record({
    verb: fc.constant("report" as const),
    to: names,
    text: fc.constant(null),
    every: period,
    ...at,
  }),
  fc.record({
    verb: fc.constant("do" as const),
    to: fc.constant<string[]>([]),
    text,
    every: fc.constant(null),
    ...at,
  }),
);
const ladder = fc.record({
  name,
  steps: some(fc.record({ after: maybe(duration), actions: some(action), ...at })),
  ...at,
});

const milepost = fc.record({ kind: fc.constantFrom("stage", "event" as const), name });
const narrowing = { where: maybe(expression), per: maybe(expression), ...at };
const measure: fc.Arbitrary<Measure> = anyOf<Measure>({
  reach: fc.record({
    ...kind("reach"),
    what: fc.constantFrom("count", "worth", "points" as const),
    stage: name,
    ...narrowing,
  }),
  rate: fc.record({
    ...kind("rate"),
    from: milepost,
    to: milepost,
    basis: fc.constantFrom("cohort", "snapshot" as const),
    maturing: maybe(duration),
    ...narrowing,
  }),
  time: fc.record({
    ...kind("time"),
    statistic: fc.constantFrom("median", "mean", "p90" as const),
    from: milepost,
    to: milepost,
    ...narrowing,
  }),
  sum: fc.record({ ...kind("sum"), event: name, attribute: name, ...narrowing }),
  share: fc.record({ ...kind("share"), commitment: name, clause: maybe(name), ...narrowing }),
});
const goalWindow: fc.Arbitrary<GoalWindow> = anyOf<GoalWindow>({
  every: fc.record({ ...kind("every"), period }),
  in: fc.record({ ...kind("in"), year: fc.integer({ min: 1970, max: 2069 }) }),
  by: fc.record({ ...kind("by"), date }),
  last: fc.record({ ...kind("last"), duration }),
});
const goal: fc.Arbitrary<Goal> = fc.record({
  name,
  parties: fc.uniqueArray(party, { minLength: 1, maxLength: 2 }),
  measure,
  baseline: maybe(amount),
  targets: some(
    fc.record({
      bound: fc.constantFrom("atLeast", "atMost" as const),
      value: amount,
      window: goalWindow,
      from: maybe(date),
      ...at,
    }),
  ),
  tolerance: maybe(
    fc.record({ percent: decimal, side: fc.constantFrom("either", "above", "below" as const) }),
  ),
  ladder: maybe(name),
  because: maybe(text),
  ...at,
});
const funnel = fc.record({
  name,
  appliesTo: maybe(expression),
  alternativeTo: maybe(name),
  quota: maybe(fc.record({ value: amount, stage: maybe(name), every: period })),
  deal: maybe(amount),
  rates: few(fc.record({ from: name, to: name, rate: amount, ...at })),
  mix: few(fc.record({ share: amount, name, rate: amount, ...at })),
  cycle: maybe(duration),
  capacity: maybe(fc.record({ count: amount, stage: name, every: period, reps: amount, ...at })),
  rounding: fc.constantFrom("everyStage", "once" as const),
  ...at,
});

const people = fc.record({ fields: few(field) });
/** Policies with declarations of every kind and every form of clause. They mean nothing: names stand for nothing. */
export const policy: fc.Arbitrary<Policy> = fc.record({
  irVersion: fc.constant(1 as const),
  sources: fc.constant([{ file: "random.sla", text: "" }]),
  agreement: fc.record({
    title: text,
    between: fc.constant<[string, string]>(["marketing", "sales"]),
    effective: maybe(fc.record({ from: date, to: maybe(date) })),
    timeZone: fc.constant("UTC"),
    currency: fc.constant("USD"),
    calendar: maybe(calendarChoice),
    inFlight: fc.constantFrom("keeps", "moves" as const),
    because: maybe(text),
    ...at,
  }),
  horizon: fc.constant({ from: "1970-01-01", to: "2069-12-31" }),
  zones: fc.constant({ UTC: { initial: 0, changes: [] } }),
  parties: fc.constant(["marketing", "sales", "partner"].map((each) => ({ name: each, label: null, span }))),
  roles: few(fc.record({ name, label: maybe(text), party: maybe(party), optional: flag, ...at })),
  calendars: few(calendar),
  lead: fc.record({ fields: few(field, 4) }),
  people: maybe(people),
  events: few(
    fc.record(
      {
        name,
        about: fc.constant("agreement" as const),
        attributes: few(field),
        column: maybe(text),
        alsoWhen: maybe(expression),
        ...at,
      },
      { requiredKeys: ["name", "attributes", "column", "alsoWhen", "span"] },
    ),
  ),
  defines: few(fc.record({ name, value: expression, ...at })),
  scores: few(score),
  classes: few(classification),
  stages: few(stage),
  commitments: few(commitment, 3),
  ladders: few(ladder),
  goals: few(goal),
  funnels: few(funnel),
  rewards: few(
    fc.record({
      name,
      goals: maybe(names),
      period: fc.constantFrom("month", "quarter", "year" as const),
      give: literal,
      to: fc.uniqueArray(party, { minLength: 1 }),
      ...at,
    }),
  ),
  meetings: few(fc.record({ name, every: period, duration, attendedBy: names, agenda: few(text), ...at })),
  disputes: few(
    fc.record({
      panel: few(name),
      hearing: maybe(duration),
      decision: maybe(fc.constantFrom("binding", "advisory" as const)),
      arbiter: maybe(name),
      ...at,
    }),
  ),
  responsibilities: few(
    fc.record({
      title: text,
      responsible: few(name),
      accountable: few(name),
      consulted: few(name),
      informed: few(name),
      ...at,
    }),
  ),
  reviews: few(fc.record({ every: period, ...at })),
  cancellations: few(fc.record({ goal: name, missed: count, ...at })),
  signatures: few(fc.record({ who: text, role: name, on: date, ...at })),
  tests: fc.constant([]),
});
