import type { ComparisonOperator, Expression, Literal } from "@entente/ir";
import fc from "fast-check";
import jsonLogic from "json-logic-js";
import { describe, expect, it } from "vitest";
import { createExpressionPlan } from "../plan/expression-plan.ts";
import type { LeadFacts, Value } from "../records/facts.ts";
import { durationOf, eventMatch, expr, literal } from "../testing/expression-builder.ts";
import {
  buildPolicy,
  choiceOf,
  contextOf,
  eventOf,
  factsOf,
  fieldOf,
  fieldType,
  noSpan,
  occurrenceOf,
  stageOf,
} from "../testing/policy-builder.ts";
import { jsonLogicData } from "./json-logic-data.ts";
import { NotPortable } from "./not-portable.ts";
import { toJsonLogic } from "./to-json-logic.ts";

const { field, attribute } = expr;
const NOW = 100 * 3_600_000;
const texts = ["a", "A", "Ünï", "u\u0308", "\u00fc", "株式会社", "Straße", "toString", "😀x", "é", "e\u0301"];
const numbers = [-3, -0.5, 0, 0.1, 1, 2, 5, 10];

const line = { once: null, cap: null, expiresAfter: null, span: noSpan };
const policy = buildPolicy({
  lead: {
    fields: [
      fieldOf("n", fieldType.number),
      fieldOf("従業員数", fieldType.integer),
      fieldOf("t", fieldType.text),
      fieldOf("constructor", fieldType.text),
      fieldOf("b", fieldType.boolean),
      fieldOf("list", fieldType.textList),
      fieldOf("created", fieldType.time),
      fieldOf("day", fieldType.date),
    ],
  },
  events: [
    eventOf("contact", [
      fieldOf("channel", choiceOf("call", "email")),
      fieldOf("minutes", fieldType.number),
      fieldOf("note", fieldType.text),
    ]),
    eventOf("won"),
  ],
  defines: [
    { name: "big", value: expr.compare(field("n"), ">=", 2), span: noSpan },
    { name: "amount", value: field("n"), span: noSpan },
  ],
  scores: [
    {
      name: "points",
      lines: [
        { ...line, points: "5", basis: { kind: "when", condition: field("b") } },
        { ...line, points: "-3", basis: { kind: "when", condition: expr.define("big") } },
        { ...line, points: "2", basis: { kind: "perField", field: "従業員数" } },
        {
          ...line,
          points: "1",
          cap: "2",
          basis: { kind: "perEvent", match: eventMatch("contact", expr.is(attribute("channel"), "call")) },
        },
      ],
      fades: null,
      expiresAfter: null,
      minimum: null,
      maximum: null,
      resets: null,
      span: noSpan,
    },
  ],
  classes: [
    {
      name: "kind",
      firstMatch: true,
      cases: [
        { name: "A", when: field("b"), worth: null, span: noSpan },
        { name: "a", when: expr.compare(field("n"), ">", 1), worth: null, span: noSpan },
      ],
      span: noSpan,
    },
  ],
  stages: [
    stageOf("Lead", { when: expr.present(field("t")), at: field("created") }),
    stageOf("MQL", { when: expr.define("big"), after: ["Lead"], at: field("created"), rank: 1, order: 1 }),
    stageOf("Won", { when: expr.happened("won"), after: ["MQL"], rank: 2, order: 2 }),
  ],
});
const plan = createExpressionPlan(policy);

const operator = fc.constantFrom<ComparisonOperator>("=", "!=", "<", "<=", ">", ">=");
const number = fc.constantFrom(...numbers);
const text = fc.oneof(fc.constantFrom(...texts), fc.string({ minLength: 1, maxLength: 2, unit: "grapheme" }));
const textLiteral = text.map((value) => literal.text(value));
/** Beginnings and ends of the texts in either case, so that searches often succeed. */
const part = fc.constantFrom(
  ...texts.flatMap((one) => [one, one.slice(0, 1), one.slice(-1), one.toUpperCase(), one.toLowerCase()]),
);
const match = fc.constantFrom("contains", "startsWith", "endsWith");

const numberOperand = fc.oneof(
  number.map((value) => expr.literal(literal.number(value))),
  fc.constantFrom(
    field("n"),
    field("従業員数"),
    expr.define("amount"),
    expr.score("points"),
    expr.count("contact"),
    expr.count("won"),
    expr.count("contact", expr.is(attribute("channel"), "call")),
    expr.count("contact", expr.not(expr.textMatch(attribute("note"), "contains", "A", true))),
    expr.attributeOf("first", "contact", "minutes"),
    expr.attributeOf("last", "contact", "minutes"),
  ),
);
const timeOperand = fc.constantFrom(
  field("created"),
  expr.first("contact"),
  expr.last("won"),
  expr.literal(literal.instant(NOW - 5 * 3_600_000)),
);
const textOperand = fc.constantFrom(
  field("t"),
  field("constructor"),
  expr.attributeOf("last", "contact", "note"),
);
const hours = fc.constantFrom(...[0, 1, 5, 20].map((amount) => durationOf(amount, "hour")));

const leaf: fc.Arbitrary<Expression> = fc.oneof(
  fc.tuple(numberOperand, operator, numberOperand).map(([a, op, b]) => expr.compare(a, op, b)),
  fc.tuple(timeOperand, operator, timeOperand).map(([a, op, b]) => expr.compare(a, op, b)),
  fc.tuple(textOperand, fc.constantFrom("=", "!="), textOperand).map(([a, op, b]) => expr.compare(a, op, b)),
  fc.tuple(textOperand, fc.constantFrom("=", "!="), textLiteral).map(([a, op, b]) => expr.compare(a, op, b)),
  fc
    .tuple(operator, fc.constantFrom("2026-01-01", "2026-01-31"))
    .map(([op, day]) => expr.compare(field("day"), op, literal.date(day))),
  fc
    .tuple(fc.constantFrom("=", "!="), fc.constantFrom("A", "a"))
    .map(([op, name]) => expr.compare(expr.class("kind"), op, name)),
  fc
    .tuple(timeOperand, operator, hours)
    .map(([of, op, by]) => expr.compare(expr.elapsedSince(of), op, expr.literal(by))),
  fc.tuple(timeOperand, hours, timeOperand).map(([a, by, b]) => expr.withinTime(a, by, b)),
  fc
    .tuple(textOperand, fc.array(textLiteral, { minLength: 1, maxLength: 3 }))
    .map(([a, list]) => expr.in(a, ...list)),
  fc
    .tuple(numberOperand, fc.array(number, { minLength: 1, maxLength: 3 }))
    .map(([a, list]) => expr.in(a, ...list.map((one): Literal => literal.number(one)))),
  fc
    .tuple(textOperand, match, part, fc.boolean())
    .map(([a, how, one, fold]) => expr.textMatch(a, how, one, fold)),
  textLiteral.map((value) => expr.listContains(field("list"), value)),
  fc.constantFrom(
    field("b"),
    expr.define("big"),
    expr.happened("won"),
    expr.happened("contact"),
    expr.is(field("b"), true),
  ),
  fc
    .oneof(numberOperand, timeOperand, textOperand, fc.constant(expr.class("kind")))
    .map((one) => expr.present(one)),
  fc
    .constantFrom("Lead", "MQL", "Won")
    .chain((stage) => fc.constantFrom(expr.stageIs(stage), expr.stageReached(stage))),
);

const { condition } = fc.letrec<{ condition: Expression }>((tie) => ({
  condition: fc.oneof(
    { maxDepth: 4, withCrossShrink: true },
    leaf,
    tie("condition").map((one) => expr.not(one)),
    fc.array(tie("condition"), { minLength: 2, maxLength: 3 }).map((list) => expr.and(...list)),
    fc.array(tie("condition"), { minLength: 2, maxLength: 3 }).map((list) => expr.or(...list)),
  ),
}));

const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined, freq: 2 });
const present = (values: Record<string, Value | undefined>): Record<string, Value> =>
  Object.fromEntries(
    Object.entries(values).filter((entry): entry is [string, Value] => entry[1] !== undefined),
  );

const instants = fc.constantFrom(...[1, 50, 95, 100, 101].map((hour) => hour * 3_600_000));
const contact = fc
  .record({
    at: instants,
    channel: maybe(fc.constantFrom("call", "email")),
    minutes: maybe(number),
    note: maybe(text),
  })
  .map(({ at, ...attributes }) => occurrenceOf("contact", at, { attributes: present(attributes) }));
const facts: fc.Arbitrary<LeadFacts> = fc
  .record({
    values: fc.record({
      n: maybe(number),
      従業員数: maybe(fc.constantFrom(0, 1, 5)),
      t: maybe(text),
      constructor: maybe(text),
      b: maybe(fc.boolean()),
      list: maybe(fc.array(text, { maxLength: 2 })),
      created: maybe(instants),
      day: maybe(fc.constantFrom("2026-01-01", "2026-01-15", "2026-01-31")),
    }),
    contacts: fc.array(contact, { maxLength: 3 }),
    wins: fc.array(
      instants.map((at) => occurrenceOf("won", at)),
      { maxLength: 2 },
    ),
  })
  .map(({ values, contacts, wins }) => factsOf(present(values), [...contacts, ...wins]));

describe("a rule of JSON Logic", () => {
  it("is truthy exactly where the engine's condition is true, through JSON and back", () => {
    const seen = new Map<boolean | undefined, number>();
    fc.assert(
      fc.property(condition, facts, (node, lead) => {
        const truth = plan.condition(node)(contextOf(lead, NOW));
        seen.set(truth, (seen.get(truth) ?? 0) + 1);
        const rule: unknown = JSON.parse(JSON.stringify(toJsonLogic(policy, node)));
        const data: unknown = JSON.parse(JSON.stringify(jsonLogicData(plan, lead, NOW)));
        expect(Boolean(jsonLogic.apply(rule, data))).toBe(truth === true);
      }),
      { numRuns: 6000, seed: 20260301 },
    );
    for (const truth of [true, false, undefined]) expect(seen.get(truth) ?? 0).toBeGreaterThan(500);
  });

  it.each<[string, Expression]>([
    ["arithmetic", expr.compare(expr.arithmetic(field("n"), "+", 1), ">", 2)],
    ["a table", expr.compare(expr.table(field("t"), [{ values: [literal.text("a")], result: 1 }]), ">", 2)],
    ["a dated value", expr.compare(field("n"), ">", expr.dated({ from: null, value: 1 }))],
    ["days", expr.withinTime(field("created"), durationOf(1, "day"), expr.first("won"))],
    [
      "business time",
      expr.compare(expr.elapsedSince(field("created")), ">", expr.literal(durationOf(1, "hour", true))),
    ],
    [
      "filtered first",
      expr.compare(expr.first("contact", expr.is(attribute("channel"), "call")), ">", field("created")),
    ],
    [
      "a lead's field inside a filter",
      expr.compare(expr.count("contact", expr.compare(field("n"), ">", 1)), ">", 1),
    ],
    ["a clock's status", expr.verdictIs("first_contact", "met")],
    ["different kinds", expr.compare(field("t"), "=", 1)],
  ])("does not exist for %s", (_, node) => {
    expect(() => toJsonLogic(policy, node)).toThrow(NotPortable);
  });

  it.each<[string, Expression, string, boolean]>([
    ["ends with", expr.textMatch(field("t"), "endsWith", "com"), "a.com", true],
    ["ends with, ignoring case", expr.textMatch(field("t"), "endsWith", "COM", true), "a.Com", true],
    ["starts with", expr.textMatch(field("t"), "startsWith", "a."), "a.com", true],
    ["starts with, composed", expr.textMatch(field("t"), "startsWith", "é"), "e\u0301x", true],
    [
      "an attribute, ignoring case",
      expr.textMatch(expr.attributeOf("last", "contact", "note"), "contains", "x", true),
      "aXb",
      true,
    ],
    [
      "an attribute, exactly",
      expr.textMatch(expr.attributeOf("last", "contact", "note"), "contains", "X"),
      "axb",
      false,
    ],
  ])("searches text: %s", (_, node, value, truth) => {
    const lead = factsOf({ t: value }, [occurrenceOf("contact", 0, { attributes: { note: value } })]);
    expect(plan.condition(node)(contextOf(lead, NOW))).toBe(truth);
    expect(Boolean(jsonLogic.apply(toJsonLogic(policy, node), jsonLogicData(plan, lead, NOW)))).toBe(truth);
  });

  it("reads like the condition", () => {
    expect(toJsonLogic(policy, expr.not(expr.compare(field("n"), ">=", 50)))).toEqual({
      and: [{ "!==": [{ var: "fields.n" }, null] }, { "<": [{ var: "fields.n" }, 50] }],
    });
  });
});
