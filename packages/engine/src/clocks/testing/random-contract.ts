import { type Commitment, type Expression, type Policy, resolveZone, type Score } from "@entente/ir";
import fc from "fast-check";
import type { LeadFacts, Occurrence } from "../../records/facts.ts";
import { durationOf, eventMatch, expr, literal } from "../../testing/expression-builder.ts";
import {
  classOf,
  commitmentOf,
  eventOf,
  fieldOf,
  fieldType,
  instant,
  noSpan,
  occurrenceOf,
  scoreLineOf,
  scoreOf,
  stageOf,
} from "../../testing/policy-builder.ts";
import { clauseOf, office, on, policyOf, respond, within } from "./test-contract.ts";

const MINUTE = 60_000;
/** Friday 2026-03-06, 08:00 in New York: two days before the clocks go forward. */
const EPOCH = instant("2026-03-06T13:00Z");

/** Instants of a fortnight in steps of five minutes. */
export const instants = fc.integer({ min: 0, max: 14 * 24 * 12 }).map((five) => EPOCH + five * 5 * MINUTE);

const occurrence = fc
  .record({
    event: fc.constantFrom(
      "handoff",
      "handoff",
      "contact",
      "contact",
      "reject",
      "hold",
      "resume",
      "won",
      "assign",
    ),
    at: instants,
    delay: fc.option(fc.integer({ min: 0, max: 600 }), { nil: null, freq: 2 }),
    owner: fc.constantFrom(null, null, "anna", "bart"),
    channel: fc.option(fc.constantFrom("call", "email"), { nil: null, freq: 4 }),
    promised: instants,
  })
  .map(({ event, at, delay, owner, channel, promised }) =>
    occurrenceOf(event, at, {
      recorded: delay === null ? null : at + delay * 5 * MINUTE,
      owner,
      attributes: event === "contact" && channel !== null ? { channel, promised } : {},
    }),
  );

/** A lead with up to nine events, some written down days later, and fields that may be missing. */
export const leads: fc.Arbitrary<LeadFacts> = fc
  .record({
    events: fc.array(occurrence, { maxLength: 9 }),
    created: fc.option(instants, { nil: null }),
    grade: fc.constantFrom(null, "A", "B"),
    budget_date: fc.constantFrom(null, "2026-03-08", "2026-03-20"),
  })
  .map(({ events, ...fields }) => ({
    id: "1",
    values: new Map(
      Object.entries(fields).flatMap(([name, value]) => (value === null ? [] : [[name, value]])),
    ),
    events,
  }));

const sinceLast = (event: string) => expr.elapsedSince(expr.last(event));
const hasChannel = expr.is(expr.attribute("channel"), "call");

/** Conditions of every kind that can turn by the passing of time, and some that cannot. */
const conditions: fc.Arbitrary<Expression> = fc.constantFrom(
  expr.compare(sinceLast("contact"), ">=", durationOf(30, "hour")),
  expr.compare(sinceLast("handoff"), "<", durationOf(2, "day")),
  expr.compare(durationOf(1, "day"), "<=", sinceLast("won")),
  expr.compare(expr.elapsedSince(expr.last("contact", hasChannel)), ">", durationOf(8, "hour")),
  expr.compare(
    expr.count("contact", expr.compare(sinceLast("handoff"), ">", durationOf(20, "hour"))),
    ">=",
    1,
  ),
  expr.compare(
    expr.count(
      "contact",
      expr.compare(expr.elapsedSince(expr.attribute("promised")), ">", durationOf(20, "hour")),
    ),
    ">=",
    1,
  ),
  expr.not(expr.compare(expr.elapsedSince(expr.field("created")), "<=", durationOf(3, "day"))),
  expr.withinTime(expr.last("contact"), durationOf(1, "day"), expr.field("created")),
  expr.compare(expr.score("interest"), ">=", 5),
  expr.define("stale"),
  expr.is(expr.class("warmth"), "warm"),
  expr.happened("won"),
);
/** Those that a stage may rest on, and those that what follows from the promise may: it derives `accept`. */
const belowStages = fc.oneof(
  conditions,
  fc.constant(expr.compare(sinceLast("accept"), ">", durationOf(7, "hour"))),
);
const furtherConditions = fc.oneof(belowStages, fc.constant(expr.stageReached("Warm")));

const expiry = fc.constantFrom(null, durationOf(2, "day"), durationOf(30, "hour"));
const scores: fc.Arbitrary<Score> = fc
  .record({
    expiry,
    lineExpiry: expiry,
    fades: fc.boolean(),
    floor: fc.constantFrom(null, "0"),
    resets: fc.boolean(),
    once: fc.boolean(),
  })
  .map((one) =>
    scoreOf(
      "interest",
      [
        scoreLineOf(
          3,
          { kind: "perEvent", match: eventMatch("contact") },
          {
            expiresAfter: one.lineExpiry,
            once: one.once ? durationOf(1, "day") : null,
          },
        ),
        scoreLineOf(4, { kind: "when", condition: expr.happened("handoff") }),
        scoreLineOf(5, {
          kind: "when",
          condition: expr.compare(expr.elapsedSince(expr.first("contact")), ">", durationOf(20, "hour")),
        }),
        scoreLineOf(-2, {
          kind: "when",
          condition: expr.compare(sinceLast("contact"), ">", durationOf(1, "day")),
        }),
      ],
      {
        expiresAfter: one.expiry,
        fades: one.fades ? { points: "1", every: durationOf(18, "hour") } : null,
        minimum: one.floor,
        resets: one.resets ? { on: eventMatch("reject"), to: expr.literal(literal.number(2)) } : null,
      },
    ),
  );

const deadlines = fc.constantFrom(
  within(3, "hour"),
  within(2, "day"),
  within(5, "hour", true),
  within(1, "day", true),
  { kind: "closeOfDay" as const, day: 1, span: noSpan },
  { kind: "timeOfDay" as const, day: 1, minute: 600, business: false, span: noSpan },
);
const caps = fc.constantFrom(
  null,
  durationOf(2, "hour"),
  durationOf(3, "hour", true),
  durationOf(1, "day", true),
);

const promises: fc.Arbitrary<Commitment> = fc
  .record({
    deadline: deadlines,
    cap: caps,
    paused: fc.boolean(),
    stopped: fc.boolean(),
    which: fc.constantFrom("each", "first", "last"),
    trigger: fc.constantFrom("handoff", "assign"),
    restarts: fc.boolean(),
    times: fc.integer({ min: 1, max: 2 }),
    applies: fc.option(conditions, { nil: null }),
    excuse: fc.option(conditions, { nil: null }),
    warnAt: fc.constantFrom(null, "75"),
  })
  .map((one) =>
    commitmentOf(
      "promise",
      [
        clauseOf(
          respond({
            deadline: one.deadline,
            times: expr.literal(literal.number(one.times)),
            restarts: one.restarts,
            trigger: { kind: "event", which: one.which, events: [eventMatch(one.trigger)], span: noSpan },
          }),
        ),
      ],
      {
        appliesTo: one.applies,
        pauses: one.paused
          ? [{ from: [eventMatch("hold")], to: [eventMatch("resume")], cap: one.cap, span: noSpan }]
          : [],
        until: one.stopped ? [eventMatch("reject")] : [],
        excuses: one.excuse === null ? [] : [one.excuse],
        warnAt: one.warnAt,
        ladder: "chase",
      },
    ),
  );

/** What follows from the promise, through a derived event, a stage, a condition. */
const followers: fc.Arbitrary<readonly Commitment[]> = fc
  .record({
    deadline: deadlines,
    goesOn: furtherConditions,
    excuse: fc.option(furtherConditions, { nil: null }),
  })
  .map(({ deadline, goesOn, excuse }) => {
    const reaching = { kind: "stage", stage: "Warm", span: noSpan } as const;
    const contact = [eventMatch("contact")];
    const every = expr.literal(durationOf(2, "day"));
    return [
      commitmentOf("answer", [clauseOf(respond({ deadline, trigger: on("accept") }))], {
        excuses: [expr.verdictIs("promise", "excused"), ...(excuse === null ? [] : [excuse])],
      }),
      commitmentOf("greet", [clauseOf(respond({ deadline, trigger: reaching }))]),
      commitmentOf("move_on", [clauseOf({ kind: "leave", stage: "Warm", deadline, trigger: reaching })]),
      commitmentOf("keep", [clauseOf({ kind: "recur", events: contact, every, while: goesOn })]),
    ];
  });

const notify = { verb: "notify" as const, to: ["owner"], text: null, every: null, span: noSpan };
const ladder = {
  name: "chase",
  steps: [null, durationOf(2, "hour"), durationOf(1, "day", true)].map((after) => ({
    after,
    actions: [notify],
    span: noSpan,
  })),
  span: noSpan,
};

const zone = "America/New_York";
const newYork = {
  ...office,
  timeZone: zone,
  weekly: [
    {
      days: [1, 2, 3, 4, 5],
      intervals: [
        { opens: 540, closes: 720 },
        { opens: 780, closes: 1020 },
      ],
      span: noSpan,
    },
  ],
  holidays: [{ set: "XX", source: "test", dates: [{ date: "2026-03-10", name: "Founders" }], span: noSpan }],
  closed: [{ from: "2026-03-17", to: "2026-03-18", label: "Move", span: noSpan }],
};

/** Contracts with a promise, a derived event, a fading score, classes, stages that lapse, and what hangs on them. */
export const contracts: fc.Arbitrary<Policy> = fc
  .record({ promise: promises, others: followers, score: scores, warm: belowStages })
  .map(({ promise, others, score, warm }) => {
    const policy = policyOf([promise, ...others], {
      agreement: { timeZone: zone },
      zones: { [zone]: resolveZone(zone, instant("2025-06-01T00:00Z"), instant("2027-06-01T00:00Z")) },
      calendars: [newYork],
      horizon: { from: "2026-01-01", to: "2026-12-31" },
      ladders: [ladder],
      scores: [score],
      defines: [
        {
          name: "stale",
          value: expr.compare(sinceLast("contact"), ">=", durationOf(50, "hour")),
          span: noSpan,
        },
      ],
      classes: [
        classOf("warmth", [
          ["hot", expr.compare(expr.score("interest"), ">=", 8)],
          ["warm", expr.compare(expr.elapsedSince(expr.first("handoff")), "<", durationOf(3, "day"))],
          ["cold", null],
        ]),
      ],
      stages: [
        stageOf("Lead", { when: expr.present(expr.field("created")), at: expr.field("created") }),
        stageOf("Warm", {
          after: ["Lead"],
          when: warm,
          at: expr.arithmetic(expr.field("created"), "+", durationOf(1, "day")),
          rank: 1,
          order: 1,
        }),
      ],
    });
    const accept = eventOf("accept", [], { alsoWhen: expr.verdictIs("promise", "breached") });
    const fields = [...policy.lead.fields, fieldOf("budget_date", fieldType.date)];
    return {
      ...policy,
      lead: { fields },
      events: policy.events.map((one) => (one.name === "accept" ? accept : one)),
    };
  });

/** What was recorded by an instant, as a data set of that day would hold it. */
export function cutAt(lead: LeadFacts, at: number): LeadFacts {
  const known = (one: Occurrence): boolean => Math.max(one.at, one.recorded ?? one.at) <= at;
  return { ...lead, events: lead.events.filter(known) };
}
