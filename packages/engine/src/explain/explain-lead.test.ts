import { describe, expect, it } from "vitest";
import { createExpressionPlan } from "../plan/expression-plan.ts";
import type { Occurrence, Value } from "../records/facts.ts";
import { eventMatch, expr } from "../testing/expression-builder.ts";
import {
  buildPolicy,
  classOf,
  contextOf,
  eventOf,
  factsOf,
  fieldOf,
  fieldType,
  instant,
  occurrenceOf,
  scoreLineOf,
  scoreOf,
  spanOf,
  stageOf,
} from "../testing/policy-builder.ts";
import { explainCondition } from "./explain-condition.ts";
import { explainClasses, explainScores, explainStages } from "./explain-lead.ts";
import { nearestMisses } from "./nearest-miss.ts";

const source = `define good_fit = employees >= 50 and
    budget >= $10,000
stage MQL after Lead when good_fit unless junk at mql_date
+2 per visit`;
const span = (text: string) => spanOf(source, text);

const big = { ...expr.compare(expr.field("employees"), ">=", 50), span: span("employees >= 50") };
const rich = {
  ...expr.compare(expr.field("budget"), ">=", { kind: "money", minor: 1_000_000, currency: "USD" }),
  span: span("budget >= $10,000"),
};
const both = { ...expr.and(big, rich), span: span("employees >= 50 and\n    budget >= $10,000") };
const policy = buildPolicy({
  sources: [{ file: "test.sla", text: source }],
  lead: {
    fields: [
      fieldOf("employees", fieldType.integer),
      fieldOf("budget", fieldType.money),
      fieldOf("junk", fieldType.boolean),
      fieldOf("mql_date", fieldType.time),
      fieldOf("created", fieldType.time),
    ],
  },
  events: [eventOf("accept"), eventOf("visit")],
  defines: [{ name: "good_fit", value: both, span: span("define good_fit") }],
  classes: [
    classOf("size", [
      ["large", big],
      ["small", null],
    ]),
  ],
  scores: [
    scoreOf("interest", [
      scoreLineOf(2, { kind: "perEvent", match: eventMatch("visit") }, { span: span("+2 per visit") }),
      scoreLineOf(5, { kind: "when", condition: big }),
    ]),
  ],
  stages: [
    stageOf("Lead", { at: expr.field("created") }),
    stageOf("MQL", {
      after: ["Lead"],
      when: expr.define("good_fit"),
      unless: { ...expr.field("junk"), span: span("junk") },
      at: { ...expr.field("mql_date"), span: span("mql_date") },
      rank: 1,
      order: 1,
    }),
    stageOf("SAL", { after: ["MQL"], when: expr.happened("accept"), rank: 2, order: 2 }),
  ],
});
const plan = createExpressionPlan(policy);
const now = instant("2026-03-02T00:00Z");
const known = { employees: 80, budget: 2_000_000, junk: false, created: 0, mql_date: 5 };
const without = (name: string): Record<string, Value> =>
  Object.fromEntries(Object.entries(known).filter(([key]) => key !== name));

describe("the nearest miss", () => {
  const accepted = [occurrenceOf("accept", "2026-03-01T00:00Z")];
  it.each<[string, Record<string, Value>, Occurrence[], string[]]>([
    ["a missing field", without("employees"), [], ["MQL but for: employees is missing"]],
    [
      "a value that falls short",
      { ...known, employees: 40 },
      [],
      ["MQL but for: employees >= 50 (employees = 40)"],
    ],
    [
      "several",
      { ...without("budget"), employees: 40 },
      [],
      ["MQL but for: employees >= 50 (employees = 40); budget is missing"],
    ],
    ["an unless that holds", { ...known, junk: true }, [], ["MQL but for: unless junk (junk = yes)"]],
    ["an unless that is unknown", without("junk"), [], ["MQL but for: junk is missing"]],
    ["a missing instant", without("mql_date"), [], ["MQL but for: mql_date is missing"]],
    [
      "an instant to come",
      { ...known, mql_date: instant("2026-03-02T10:30Z") },
      [],
      ["MQL but for: it is reached only on 2026-03-02 10:30"],
    ],
    ["an event", known, [], ["SAL but for: accept (accept has not happened)"]],
    ["the entry", without("created"), [], ["Lead but for: created is missing"]],
    ["nothing is left", known, accepted, []],
  ])("%s", (_, values, events, expected) => {
    const misses = nearestMisses(plan, contextOf(factsOf(values, events), now));
    expect(misses.map(({ text }) => text)).toEqual(expected);
  });

  it("names the fields that would decide", () => {
    const [miss] = nearestMisses(plan, contextOf(factsOf({ created: 0 }), now));
    expect(miss?.missing).toEqual(["employees", "budget", "junk", "mql_date"]);
  });
});

it("explains a condition in the contract's words", () => {
  const context = contextOf(factsOf({ employees: 40 }), now);
  expect(explainCondition(plan, expr.define("good_fit"), context)).toMatchObject({
    kind: "define",
    text: "good_fit",
    truth: "false",
    missing: [],
    children: [
      {
        kind: "and",
        text: "employees >= 50 and budget >= $10,000",
        truth: "false",
        children: [
          {
            text: "employees >= 50",
            truth: "false",
            values: ["employees = 40"],
            missing: [],
            span: big.span,
          },
          { text: "budget >= $10,000", truth: "unknown", values: ["budget is missing"], missing: ["budget"] },
        ],
      },
    ],
  });
});

it("writes values with their units", () => {
  const values = (data: Record<string, Value>) =>
    explainCondition(plan, both, contextOf(factsOf(data), now)).children.flatMap((child) => child.values);
  expect(values(known)).toEqual(["employees = 80", "budget = 20000.00 USD"]);
});

it("explains stages", () => {
  const [lead, mql, sal] = explainStages(plan, factsOf(known), now);
  expect(lead).toMatchObject({
    stage: "Lead",
    holds: "true",
    current: false,
    reachedAt: 0,
    when: null,
    nearestMiss: null,
  });
  expect(mql).toMatchObject({
    stage: "MQL",
    holds: "true",
    current: true,
    reachedAt: 5,
    when: { truth: "true" },
    unless: { truth: "false" },
  });
  expect(sal).toMatchObject({
    stage: "SAL",
    holds: "false",
    reachedAt: null,
    nearestMiss: { lacking: ["accept (accept has not happened)"] },
  });
});

it("explains classes and scores", () => {
  const facts = factsOf({ employees: 80 }, [occurrenceOf("visit", 1), occurrenceOf("visit", 2)]);
  expect(explainClasses(plan, facts, now)).toMatchObject([
    {
      name: "size",
      case: "large",
      cases: [
        { name: "large", reason: { truth: "true" } },
        { name: "small", reason: null },
      ],
    },
  ]);
  expect(explainScores(plan, facts, now)).toMatchObject([
    {
      name: "interest",
      total: { minimum: 9, maximum: 9 },
      lines: [
        { text: "+2 per visit", points: { minimum: 4, maximum: 4 }, reason: null },
        { points: { minimum: 5, maximum: 5 }, reason: { truth: "true", values: ["employees = 80"] } },
      ],
    },
  ]);
});
