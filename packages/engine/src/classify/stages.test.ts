import { describe, expect, it } from "vitest";
import { createExpressionPlan } from "../plan/expression-plan.ts";
import type { Occurrence, Value } from "../records/facts.ts";
import { expr } from "../testing/expression-builder.ts";
import {
  buildPolicy,
  contextOf,
  eventOf,
  factsOf,
  fieldOf,
  fieldType,
  noSpan,
  occurrenceOf,
  stageOf,
} from "../testing/policy-builder.ts";
import { classifyLead } from "./classify-lead.ts";

const { field, happened } = expr;
const policy = buildPolicy({
  lead: {
    fields: [
      fieldOf("email", fieldType.text),
      fieldOf("fit", fieldType.boolean),
      fieldOf("junk", fieldType.boolean),
      fieldOf("outbound", fieldType.boolean),
      fieldOf("created", fieldType.time),
      fieldOf("mql_date", fieldType.time),
    ],
  },
  events: ["accept", "reject", "meeting", "demo", "won"].map((name) => eventOf(name)),
  defines: [{ name: "met", value: expr.or(happened("meeting"), happened("demo")), span: noSpan }],
  stages: [
    stageOf("Lead", { when: expr.present(field("email")), at: field("created") }),
    stageOf("MQL", {
      after: ["Lead"],
      when: field("fit"),
      unless: field("junk"),
      at: field("mql_date"),
      rank: 1,
      order: 1,
    }),
    stageOf("SAL", {
      after: ["MQL"],
      when: happened("accept"),
      unless: expr.compare(expr.last("reject"), ">", expr.last("accept")),
      rank: 2,
      order: 2,
    }),
    stageOf("SGL", { after: ["Lead"], when: field("outbound"), at: field("created"), rank: 1, order: 3 }),
    stageOf("SQL", {
      after: ["SAL", "SGL"],
      when: expr.and(field("fit"), expr.define("met")),
      rank: 3,
      order: 4,
    }),
    stageOf("Customer", {
      after: ["SQL"],
      when: expr.and(happened("won"), happened("accept")),
      rank: 4,
      order: 5,
    }),
  ],
});
const plan = createExpressionPlan(policy);
const marketing = { email: "a", fit: true, junk: false, outbound: false, created: 100, mql_date: 150 };
const at = (events: Record<string, number[]>): Occurrence[] =>
  Object.entries(events).flatMap(([event, instants]) =>
    instants.map((instant) => occurrenceOf(event, instant)),
  );

function classify(values: Record<string, Value>, events: Record<string, number[]>, now = 1000) {
  const { stage, stages } = classifyLead(plan, contextOf(factsOf(values, at(events)), now));
  return [stage, Object.fromEntries(stages.map((one) => [one.stage, one.at]))];
}

const without = (name: string): Record<string, Value> =>
  Object.fromEntries(Object.entries(marketing).filter(([key]) => key !== name));

describe("stages", () => {
  it.each<[string, Record<string, Value>, Record<string, number[]>, number, unknown[]]>([
    ["none without an email", without("email"), {}, 1000, [null, {}]],
    ["the furthest", marketing, { accept: [200] }, 1000, ["SAL", { Lead: 100, MQL: 150, SAL: 200 }]],
    ["not reached before its instant", marketing, {}, 149, ["Lead", { Lead: 100 }]],
    ["reached at its very instant", marketing, {}, 150, ["MQL", { Lead: 100, MQL: 150 }]],
    ["without an instant not reached", without("mql_date"), {}, 1000, ["Lead", { Lead: 100 }]],
    ["unknown does not hold", without("fit"), {}, 1000, ["Lead", { Lead: 100 }]],
    ["an unknown unless does not hold either", without("junk"), {}, 1000, ["Lead", { Lead: 100 }]],
    ["a true unless keeps out", { ...marketing, junk: true }, {}, 1000, ["Lead", { Lead: 100 }]],
    [
      "no stage without a predecessor",
      { ...marketing, fit: false },
      { accept: [200] },
      1000,
      ["Lead", { Lead: 100 }],
    ],
    [
      "not before its predecessor",
      { ...marketing, mql_date: 300 },
      { accept: [200] },
      1000,
      ["SAL", { Lead: 100, MQL: 300, SAL: 300 }],
    ],
    [
      "a repeated event means its first",
      marketing,
      { accept: [200, 400] },
      1000,
      ["SAL", { Lead: 100, MQL: 150, SAL: 200 }],
    ],
    [
      "the earliest of or",
      marketing,
      { accept: [200], meeting: [500], demo: [400] },
      1000,
      ["SQL", { Lead: 100, MQL: 150, SAL: 200, SQL: 400 }],
    ],
    [
      "the latest of and",
      marketing,
      { accept: [200], demo: [400], won: [300] },
      1000,
      ["Customer", { Lead: 100, MQL: 150, SAL: 200, SQL: 400, Customer: 400 }],
    ],
    [
      "the other way in",
      { ...marketing, outbound: true, mql_date: 5000 },
      { demo: [400] },
      1000,
      ["SQL", { Lead: 100, SGL: 100, SQL: 400 }],
    ],
    [
      "the earliest predecessor",
      { ...marketing, outbound: true },
      { demo: [120], accept: [200] },
      1000,
      ["SQL", { Lead: 100, MQL: 150, SAL: 200, SGL: 100, SQL: 120 }],
    ],
    [
      "a tie goes to the last declared",
      { ...marketing, outbound: true },
      {},
      1000,
      ["SGL", { Lead: 100, MQL: 150, SGL: 100 }],
    ],
    [
      "a recycled lead falls back, what it reached stays",
      marketing,
      { accept: [200], reject: [300] },
      1000,
      ["MQL", { Lead: 100, MQL: 150, SAL: 200 }],
    ],
    [
      "what comes after a lapsed stage lapses with it",
      marketing,
      { accept: [200], demo: [250], reject: [300] },
      1000,
      ["MQL", { Lead: 100, MQL: 150, SAL: 200, SQL: 250 }],
    ],
    [
      "and comes back",
      marketing,
      { accept: [200, 400], reject: [300] },
      1000,
      ["SAL", { Lead: 100, MQL: 150, SAL: 200 }],
    ],
  ])("%s", (_, values, events, now, expected) => {
    expect(classify(values, events, now)).toEqual(expected);
  });
});

describe("conditions on stages", () => {
  const judge = (
    node: ReturnType<typeof expr.stageIs>,
    values: Record<string, Value>,
    events: Record<string, number[]> = {},
  ) => {
    const missing = new Set<string>();
    const truth = plan.condition(node)(contextOf(factsOf(values, at(events)), 1000, { missing }));
    return [truth, [...missing]];
  };
  it.each<
    [string, ReturnType<typeof expr.stageIs>, Record<string, Value>, Record<string, number[]>, unknown[]]
  >([
    ["is", expr.stageIs("MQL"), marketing, {}, [true, []]],
    ["is no longer", expr.stageIs("MQL"), marketing, { accept: [200] }, [false, []]],
    [
      "the current stage is known though the next is not",
      expr.stageIs("Lead"),
      without("fit"),
      {},
      [true, []],
    ],
    ["the next one is unknown", expr.stageIs("MQL"), without("fit"), {}, [undefined, ["fit"]]],
    ["reached", expr.stageReached("Lead"), marketing, { accept: [200] }, [true, []]],
    [
      "reached never lapses",
      expr.stageReached("SAL"),
      marketing,
      { accept: [200], reject: [300] },
      [true, []],
    ],
    ["not reached", expr.stageReached("SAL"), marketing, {}, [false, []]],
    ["whether it was reached is unknown", expr.stageReached("MQL"), without("fit"), {}, [undefined, ["fit"]]],
    [
      "and so is what comes after",
      expr.stageReached("SAL"),
      without("fit"),
      { accept: [200] },
      [undefined, ["fit"]],
    ],
  ])("%s", (_, node, values, events, expected) => {
    expect(judge(node, values, events)).toEqual(expected);
  });
});

it("gives the same whatever was asked before", () => {
  const facts = factsOf(marketing, at({ accept: [200], reject: [300], demo: [400] }));
  const fresh = (now: number) => classifyLead(createExpressionPlan(policy), contextOf(facts, now));
  for (const now of [1000, 120, 250, 350, 1000, 250]) {
    expect(classifyLead(plan, contextOf(facts, now))).toEqual(fresh(now));
  }
});

it("takes no instant from an and of which one event is wanting", () => {
  const when = expr.or(expr.and(happened("won"), happened("demo")), happened("meeting"));
  const one = createExpressionPlan(buildPolicy({ stages: [stageOf("Deal", { when })] }));
  const facts = factsOf({}, at({ won: [100], meeting: [300] }));
  expect(classifyLead(one, contextOf(facts, 1000)).stages).toEqual([{ stage: "Deal", at: 300 }]);
});
