import { describe, expect, it } from "vitest";
import { createExpressionPlan } from "../plan/expression-plan.ts";
import type { Value } from "../records/facts.ts";
import { expr } from "../testing/expression-builder.ts";
import {
  buildPolicy,
  classOf,
  contextOf,
  factsOf,
  fieldOf,
  fieldType,
  occurrenceOf,
  stageOf,
} from "../testing/policy-builder.ts";
import { classifyLead } from "./classify-lead.ts";

const { field } = expr;
const fields = ["a", "b"].map((name) => fieldOf(name, fieldType.boolean));
const cases = [
  ["first", field("a"), 500_000],
  ["second", field("b"), 400_000],
] as const;
const rest = ["rest", null, 100_000] as const;

function classify(one: ReturnType<typeof classOf>, values: Record<string, Value>) {
  const plan = createExpressionPlan(buildPolicy({ lead: { fields }, classes: [one] }));
  const context = contextOf(factsOf(values), 0);
  const missing = new Set<string>();
  const isSecond = plan.condition(expr.compare(expr.class("kind"), "!=", "second"))({ ...context, missing });
  const { classes, worth } = classifyLead(plan, context);
  return { case: classes.kind, isNotSecond: isSecond, missing: [...missing], worth };
}

const worth = (minor: number) => ({ unit: "money", minor, currency: "USD" });

describe("first match", () => {
  const one = classOf("kind", [...cases, rest]);
  it.each<[string, Record<string, Value>, unknown]>([
    [
      "the first that holds",
      { a: true, b: true },
      { case: "first", isNotSecond: true, missing: [], worth: worth(500_000) },
    ],
    [
      "the second",
      { a: false, b: true },
      { case: "second", isNotSecond: false, missing: [], worth: worth(400_000) },
    ],
    [
      "otherwise",
      { a: false, b: false },
      { case: "rest", isNotSecond: true, missing: [], worth: worth(100_000) },
    ],
    [
      "an unknown case before",
      { b: true },
      { case: null, isNotSecond: undefined, missing: ["a"], worth: null },
    ],
    [
      "an unknown case after",
      { a: true },
      { case: "first", isNotSecond: true, missing: [], worth: worth(500_000) },
    ],
    [
      "only the case that decides is named",
      {},
      { case: null, isNotSecond: undefined, missing: ["a"], worth: null },
    ],
  ])("%s", (_, values, expected) => {
    expect(classify(one, values)).toEqual(expected);
  });
});

describe("cases that exclude each other", () => {
  const one = classOf("kind", [...cases, rest], false);
  it.each<[string, Record<string, Value>, string | null, string[]]>([
    ["the one that holds, whatever is unknown", { b: true }, "second", []],
    ["unknown before otherwise", { a: false }, null, ["b"]],
    ["otherwise", { a: false, b: false }, "rest", []],
  ])("%s", (_, values, name, missing) => {
    expect(classify(one, values)).toMatchObject({ case: name, missing });
  });
});

describe("no case", () => {
  it("is known: it is not the second", () => {
    const one = classOf("kind", cases);
    expect(classify(one, { a: false, b: false })).toEqual({
      case: null,
      isNotSecond: true,
      missing: [],
      worth: null,
    });
  });
  it("is not present", () => {
    const plan = createExpressionPlan(buildPolicy({ lead: { fields }, classes: [classOf("kind", cases)] }));
    const present = plan.condition(expr.present(expr.class("kind")));
    expect(present(contextOf(factsOf({ a: false, b: false }), 0))).toBe(false);
    expect(present(contextOf(factsOf({ a: true }), 0))).toBe(true);
  });
});

describe("worth", () => {
  const policy = buildPolicy({
    lead: { fields },
    classes: [
      classOf("plain", [["any", null]]),
      classOf("kind", [
        ["won", expr.happened("won"), 900],
        ["open", null, 100],
      ]),
      classOf("other", [["any", null, 5]]),
    ],
    stages: [
      stageOf("Lead", { at: expr.first("start") }),
      stageOf("Customer", { after: ["Lead"], when: expr.happened("won"), rank: 1, order: 1 }),
    ],
  });
  const plan = createExpressionPlan(policy);
  const start = occurrenceOf("start", 100);

  it("is read when the first stage was reached", () => {
    const facts = factsOf({}, [start, occurrenceOf("won", 200)]);
    expect(classifyLead(plan, contextOf(facts, 300)).worth).toEqual(worth(100));
  });
  it("is nothing before any stage", () => {
    expect(classifyLead(plan, contextOf(factsOf({}, [start]), 50)).worth).toBeNull();
  });
});
