import type { Score, ScoreLine } from "@entente/ir";
import { describe, expect, it } from "vitest";
import { createExpressionPlan } from "../plan/expression-plan.ts";
import type { Occurrence, Value } from "../records/facts.ts";
import { durationOf, eventMatch, expr } from "../testing/expression-builder.ts";
import {
  buildPolicy,
  contextOf,
  eventOf,
  factsOf,
  fieldOf,
  fieldType,
  occurrenceOf,
  scoreLineOf,
  scoreOf,
} from "../testing/policy-builder.ts";
import { classifyLead } from "./classify-lead.ts";

const when = (condition: ReturnType<typeof expr.field>): ScoreLine["basis"] => ({ kind: "when", condition });
const perVisit = (where: Parameters<typeof eventMatch>[1] = null): ScoreLine["basis"] => ({
  kind: "perEvent",
  match: eventMatch("visit", where),
});
const perField = (field: string): ScoreLine["basis"] => ({ kind: "perField", field });
const day = (number: number, hour = 12) => `2026-03-${String(number).padStart(2, "0")}T${hour}:00Z`;
const visits = (...days: number[]) => days.map((number) => occurrenceOf("visit", day(number)));
const week = durationOf(1, "week");

function scoreAt(score: Score, at: string, values: Record<string, Value>, events: Occurrence[]) {
  const policy = buildPolicy({
    lead: {
      fields: [
        fieldOf("demo", fieldType.boolean),
        fieldOf("visits", fieldType.integer),
        fieldOf("fit", { kind: "integer", minimum: "0", maximum: "100" }),
        fieldOf("weight", fieldType.number),
      ],
    },
    events: [eventOf("visit", [fieldOf("page", fieldType.text)]), eventOf("recycle")],
    scores: [score],
  });
  return classifyLead(createExpressionPlan(policy), contextOf(factsOf(values, events), at)).scores[
    score.name
  ];
}

const exactly = (points: number) => ({ minimum: points, maximum: points });
const happened = expr.happened("visit");
const { field } = expr;

describe("lines", () => {
  it.each<[string, ScoreLine[], Record<string, Value>, Occurrence[], { minimum: number; maximum: number }]>([
    ["true", [scoreLineOf(10, when(field("demo")))], { demo: true }, [], exactly(10)],
    ["false", [scoreLineOf(10, when(field("demo")))], { demo: false }, [], exactly(0)],
    ["unknown is a range", [scoreLineOf(10, when(field("demo")))], {}, [], { minimum: 0, maximum: 10 }],
    ["unknown and negative", [scoreLineOf(-15, when(field("demo")))], {}, [], { minimum: -15, maximum: 0 }],
    ["once, however often it happened", [scoreLineOf(10, when(happened))], {}, visits(1, 2, 3), exactly(10)],
    ["per field", [scoreLineOf(2, perField("visits"))], { visits: 3 }, [], exactly(6)],
    ["up to", [scoreLineOf(2, perField("visits"), { cap: "5" })], { visits: 3 }, [], exactly(5)],
    ["down to", [scoreLineOf(-2, perField("visits"), { cap: "5" })], { visits: 3 }, [], exactly(-5)],
    [
      "decimals are exact",
      [scoreLineOf(0.1, perField("visits")), scoreLineOf(0.1, perField("weight"))],
      { visits: 1, weight: 2 },
      [],
      exactly(0.3),
    ],
    [
      "a missing field, capped",
      [scoreLineOf(2, perField("visits"), { cap: "5" })],
      {},
      [],
      { minimum: 0, maximum: 5 },
    ],
    [
      "a missing field, open",
      [scoreLineOf(2, perField("visits"))],
      {},
      [],
      { minimum: 0, maximum: Number.POSITIVE_INFINITY },
    ],
    [
      "a missing field with a domain",
      [scoreLineOf(0.5, perField("fit"))],
      {},
      [],
      { minimum: 0, maximum: 50 },
    ],
    ["per event", [scoreLineOf(2, perVisit())], {}, visits(1, 2, 3), exactly(6)],
    ["per event, not yet", [scoreLineOf(2, perVisit())], {}, visits(1, 30), exactly(2)],
    ["per event, up to", [scoreLineOf(2, perVisit(), { cap: "3" })], {}, visits(1, 2), exactly(3)],
    [
      "per matching event",
      [scoreLineOf(2, perVisit(expr.is(expr.attribute("page"), "x")))],
      {},
      [
        occurrenceOf("visit", day(1), { attributes: { page: "x" } }),
        occurrenceOf("visit", day(2), { attributes: { page: "y" } }),
      ],
      exactly(2),
    ],
    [
      "per event that may match",
      [scoreLineOf(2, perVisit(expr.is(expr.attribute("page"), "x")))],
      {},
      visits(1, 2),
      { minimum: 0, maximum: 4 },
    ],
    [
      "once per week",
      [scoreLineOf(5, perVisit(), { once: week })],
      {},
      visits(1, 2, 7, 8, 14, 15),
      exactly(15),
    ],
    [
      "a condition once per week",
      [scoreLineOf(5, when(happened), { once: week })],
      {},
      visits(1, 2, 8),
      exactly(10),
    ],
    [
      "expired",
      [scoreLineOf(5, perVisit(), { expiresAfter: durationOf(10, "day") })],
      {},
      visits(9, 10, 15),
      exactly(10),
    ],
    [
      "a condition on what expired",
      [scoreLineOf(5, when(happened), { expiresAfter: durationOf(10, "day") })],
      {},
      visits(9),
      exactly(0),
    ],
    [
      "a condition that would hold anyhow",
      [scoreLineOf(5, when(expr.or(happened, field("demo"))), { expiresAfter: durationOf(10, "day") })],
      { demo: true },
      visits(9),
      exactly(5),
    ],
  ])("%s", (_, lines, values, events, expected) => {
    expect(scoreAt(scoreOf("s", lines), day(20), values, events)).toEqual(expected);
  });
});

describe("the whole score", () => {
  const demo = scoreLineOf(10, when(field("demo")));
  const visit = scoreLineOf(5, perVisit());
  it.each<[string, Partial<Score>, number, Occurrence[], number]>([
    ["fades for each full week", { fades: { points: "4", every: week } }, 16, visits(1), 15 - 8],
    [
      "a week is not full before its hour",
      { fades: { points: "4", every: week } },
      8,
      [occurrenceOf("visit", day(1, 13))],
      15,
    ],
    [
      "fades since the last event that added",
      { fades: { points: "4", every: week } },
      16,
      visits(1, 9),
      20 - 4,
    ],
    ["nothing fades without events", { fades: { points: "4", every: week } }, 16, [], 10],
    ["never below", { fades: { points: "40", every: week }, minimum: "0" }, 16, visits(1), 0],
    ["never above", { maximum: "12" }, 16, visits(1), 12],
    ["expiry of the score", { expiresAfter: durationOf(10, "day") }, 16, visits(1, 10), 15],
    [
      "a reset replaces what was before",
      { resets: { on: eventMatch("recycle"), to: field("visits") } },
      16,
      [...visits(1, 2, 5), occurrenceOf("recycle", day(3))],
      3 + 5,
    ],
    [
      "fades since a reset",
      { resets: { on: eventMatch("recycle"), to: field("visits") }, fades: { points: "1", every: week } },
      16,
      [...visits(1), occurrenceOf("recycle", day(3))],
      3 - 1,
    ],
  ])("%s", (_, parts, onDay, events, expected) => {
    const score = scoreOf("s", [demo, visit], parts);
    expect(scoreAt(score, day(onDay), { demo: true, visits: 3 }, events)).toEqual(exactly(expected));
  });

  it("counts full months from the beginning, so that month ends do not drift", () => {
    const score = scoreOf("s", [visit], { fades: { points: "1", every: durationOf(1, "month") } });
    const from = [occurrenceOf("visit", "2026-01-31T12:00Z")];
    expect(scoreAt(score, "2026-03-30T12:00Z", {}, from)).toEqual(exactly(4));
    expect(scoreAt(score, "2026-03-31T12:00Z", {}, from)).toEqual(exactly(3));
    const march = [occurrenceOf("visit", "2026-03-01T12:00Z")];
    expect(scoreAt(score, "2026-03-31T12:00Z", {}, march)).toEqual(exactly(5));
  });
});

describe("a comparison with a range", () => {
  const policy = buildPolicy({
    lead: { fields: [fieldOf("demo", fieldType.boolean)] },
    scores: [
      scoreOf("s", [
        scoreLineOf(10, when(field("demo"))),
        scoreLineOf(5, when(expr.literal({ kind: "boolean", value: true }))),
      ]),
    ],
  });
  const plan = createExpressionPlan(policy);
  it.each<[string, Parameters<typeof expr.compare>[1], number, boolean | undefined]>([
    ["both ends reach it", ">=", 5, true],
    ["neither end reaches it", ">=", 16, false],
    ["the ends disagree", ">=", 10, undefined],
    ["equality outside", "=", 20, false],
    ["equality at an end is open", "=", 15, undefined],
    ["equality between the ends is open", "=", 10, undefined],
    ["inequality outside", "!=", 4, true],
  ])("%s", (_, operator, points, truth) => {
    const missing = new Set<string>();
    const test = plan.condition(expr.compare(expr.score("s"), operator, points));
    expect(test(contextOf(factsOf(), day(1), { missing }))).toBe(truth);
    expect([...missing]).toEqual(truth === undefined ? ["demo"] : []);
  });
});
