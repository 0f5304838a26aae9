import type { ContractTest, Expectation, Policy } from "@entente/ir";
import { describe, expect, it } from "vitest";
import { policyWith, respond } from "../clocks/testing/test-contract.ts";
import { createEngine } from "../engine.ts";
import { expr, literal } from "../testing/expression-builder.ts";
import { fieldOf, fieldType, instant, noSpan, stageOf } from "../testing/policy-builder.ts";
import { runContractTests } from "./run-contract-tests.ts";

const span = noSpan;
const base = policyWith(
  respond(),
  {},
  {
    defines: [{ name: "callable", value: expr.present(expr.field("phone")), span }],
    scores: [
      {
        name: "fit",
        lines: [
          {
            points: "10",
            basis: { kind: "when", condition: expr.is(expr.field("grade"), "A") },
            once: null,
            cap: null,
            expiresAfter: null,
            span,
          },
        ],
        fades: null,
        expiresAfter: null,
        minimum: null,
        maximum: null,
        resets: null,
        span,
      },
    ],
    classes: [
      {
        name: "kind",
        firstMatch: true,
        cases: [
          {
            name: "online",
            when: expr.is(expr.field("source"), "web"),
            worth: { unit: "money", value: expr.literal(literal.money(400_000)) },
            span,
          },
          { name: "other", when: null, worth: null, span },
        ],
        span,
      },
    ],
    stages: [
      stageOf("Lead", { when: expr.present(expr.field("phone")), at: expr.field("created") }),
      stageOf("SAL", { after: ["Lead"], when: expr.happened("accept"), rank: 1, order: 1 }),
    ],
  },
);
const policy: Policy = {
  ...base,
  lead: {
    fields: base.lead.fields.map((field) =>
      field.name === "created" ? fieldOf("created", fieldType.time, { required: true }) : field,
    ),
  },
};

const test = (expectations: Expectation[], parts: Partial<ContractTest> = {}): ContractTest => ({
  name: "a web lead",
  lead: [
    { name: "source", value: literal.choice("web"), span },
    { name: "phone", value: literal.text("1"), span },
  ],
  events: [
    { at: instant("2026-03-02T09:00Z"), event: "handoff", attributes: [], span },
    {
      at: instant("2026-03-02T10:00Z"),
      event: "contact",
      attributes: [{ name: "channel", value: literal.choice("call"), span }],
      span,
    },
  ],
  at: null,
  expectations,
  span,
  ...parts,
});
const run = (expectation: Expectation, parts: Partial<ContractTest> = {}) => {
  const [result] = runContractTests(createEngine({ ...policy, tests: [test([expectation], parts)] }));
  const line = result?.expectations[0];
  if (result === undefined || line === undefined) throw new Error("nothing was run");
  return { result, line };
};
const clock = { commitment: "promise", clause: null };

describe("runContractTests", () => {
  it.each<[Expectation, string]>([
    [{ kind: "stage", negated: false, stage: "Lead", span }, "stage is Lead"],
    [{ kind: "stage", negated: true, stage: "SAL", span }, "stage is not SAL"],
    [{ kind: "reached", negated: false, stage: "Lead", span }, "stage reached Lead"],
    [{ kind: "reached", negated: true, stage: "SAL", span }, "stage not reached SAL"],
    [{ kind: "class", negated: false, name: "kind", value: "online", span }, "kind is online"],
    [{ kind: "worth", value: literal.money(400_000), span }, "worth = $4,000.00"],
    [{ kind: "define", negated: false, name: "callable", value: true, span }, "callable is true"],
    [{ kind: "status", negated: false, ...clock, status: "met", span }, "promise is met"],
    [{ kind: "status", negated: true, ...clock, clause: "1", status: "late", span }, "promise.1 is not late"],
    [{ kind: "due", ...clock, at: instant("2026-03-02T13:00Z"), span }, "promise due Mon 2026-03-02 13:00"],
    [{ kind: "steps", ...clock, count: 0, span }, "promise has 0 steps"],
  ])("passes %j", (expectation, expected) => {
    const { result, line } = run(expectation);
    expect([result.status, line.expected, line.why]).toEqual(["passed", expected, []]);
  });

  it.each<[Expectation, string, string]>([
    [
      { kind: "stage", negated: false, stage: "SAL", span },
      "stage is Lead",
      "SAL but for: accept (accept has not happened) ✗ SAL when accept",
    ],
    [{ kind: "reached", negated: false, stage: "SAL", span }, "SAL was not reached", "SAL but for"],
    [
      { kind: "reached", negated: true, stage: "Lead", span },
      "Lead was reached Mon 2026-03-02 09:00",
      "SAL but for",
    ],
    [
      { kind: "class", negated: false, name: "kind", value: "other", span },
      "kind is online",
      "✓ online when",
    ],
    [
      { kind: "worth", value: literal.money(1), span },
      "worth = $4,000.00",
      "the stage is Lead kind is online",
    ],
    [{ kind: "score", name: "fit", value: "0", span }, "fit is from 0 to 10", "a field is missing 0 to 10:"],
    [
      { kind: "define", negated: true, name: "callable", value: true, span },
      "callable is true",
      "✓ callable   ✓ ",
    ],
    [
      { kind: "status", negated: false, ...clock, status: "late", span },
      "promise is met",
      "due Mon 2026-03-02 13:00, done Mon 2026-03-02 10:00 Mon 2026-03-02 09:00 start, counts 09:00-13:00, due Mon 13:00",
    ],
    [{ kind: "due", ...clock, at: 0, span }, "promise due Mon 2026-03-02 13:00", "due Mon"],
    [{ kind: "steps", ...clock, count: 1, span }, "promise has 0 steps", "judged as of Mon 2026-03-02 10:00"],
    [
      { kind: "status", negated: false, commitment: "other", clause: null, status: "met", span },
      "other has no clock for a single lead",
      "it is judged over many leads",
    ],
  ])("fails %j", (expectation, actual, why) => {
    const { result, line } = run(expectation);
    expect([result.status, line.actual]).toEqual(["failed", actual]);
    expect(line.why.join(" ")).toContain(why);
  });

  it("takes the last event's instant unless the test names another", () => {
    const expectation: Expectation = { kind: "status", negated: false, ...clock, status: "waiting", span };
    expect(run(expectation).result.at).toBe(instant("2026-03-02T10:00Z"));
    const at = instant("2026-03-02T08:00Z");
    expect(run(expectation, { at }).result).toMatchObject({ at, status: "passed" });
  });

  it("says why a sum cannot be done", () => {
    const { line } = run(
      { kind: "funnelRate", funnel: "mixed", value: "3.25", span },
      { lead: null, events: [] },
    );
    expect([line.actual, line.why]).toEqual(["no sum", ["There is no funnel called mixed."]]);
  });

  it("lets a define ask for the status of a clock, and see the events that follow from it", () => {
    const kept = expr.and(expr.verdictIs("promise", "met"), expr.happened("accept"));
    const derived: Policy = {
      ...policy,
      defines: [...policy.defines, { name: "kept", value: kept, span }],
      events: policy.events.map((event) =>
        event.name === "accept" ? { ...event, alsoWhen: expr.verdictIs("promise", "met") } : event,
      ),
      tests: [test([{ kind: "define", negated: false, name: "kept", value: true, span }])],
    };
    expect(runContractTests(createEngine(derived))[0]?.expectations[0]).toMatchObject({
      status: "passed",
      actual: "kept is true",
    });
  });

  it("names the condition that keeps a clock from applying, with its values", () => {
    const appliesTo = expr.is(expr.field("source"), "webinar");
    const only = policyWith(respond(), { appliesTo }, {});
    const expectation: Expectation = { kind: "status", negated: false, ...clock, status: "met", span };
    const [result] = runContractTests(createEngine({ ...only, tests: [test([expectation])] }));
    expect(result?.expectations[0]?.why).toEqual([
      "the lead is not one that this is for",
      "✗ for leads where compare   source = web",
      "judged as of Mon 2026-03-02 10:00",
    ]);
  });

  it("says which of several clocks it is about", () => {
    const again = { at: instant("2026-03-02T09:30Z"), event: "handoff", attributes: [], span };
    const { line } = run(
      { kind: "status", negated: false, ...clock, status: "late", span },
      { events: [...test([]).events, again], at: instant("2026-03-02T12:00Z") },
    );
    expect(line.why).toContain("this is promise, its last of 2 clocks, which started Mon 2026-03-02 09:30");
  });

  it.each([
    ["", 2],
    ["LEAD", 1],
    ["café", 1],
    ["nothing", 0],
  ])("runs the tests whose name contains %j", (filter, count) => {
    const named = ["a web lead", "at the cafe\u0301"].map((name) => test([], { name }));
    const engine = createEngine({ ...policy, tests: named });
    expect(runContractTests(engine, { filter })).toHaveLength(count);
    expect(runContractTests(engine, { filter, coverage: true }).results).toHaveLength(count);
  });
});
