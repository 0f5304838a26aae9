import type { Expression } from "@entente/ir";
import { describe, expect, it } from "vitest";
import type { Occurrence, Value } from "../records/facts.ts";
import { durationOf, expr, literal } from "../testing/expression-builder.ts";
import {
  buildPolicy,
  choiceOf,
  contextOf,
  eventOf,
  factsOf,
  fieldOf,
  fieldType,
  instant,
  occurrenceOf,
} from "../testing/policy-builder.ts";
import { createExpressionPlan } from "./expression-plan.ts";

const NEW_YORK = {
  initial: -18_000_000,
  changes: [
    { at: instant("2026-03-08T07:00Z"), offset: -14_400_000 },
    { at: instant("2026-11-01T06:00Z"), offset: -18_000_000 },
  ],
};

const policy = buildPolicy({
  agreement: { timeZone: "America/New_York" },
  zones: { "America/New_York": NEW_YORK },
  lead: {
    fields: [
      fieldOf("employees", fieldType.integer),
      fieldOf("budget", fieldType.money),
      fieldOf("rate", fieldType.percent),
      fieldOf("country", fieldType.text),
      fieldOf("vip", fieldType.boolean),
      fieldOf("tags", fieldType.textList),
      fieldOf("created", fieldType.time),
      fieldOf("timeline", fieldType.date),
      fieldOf("grade", choiceOf("A", "B", "C")),
    ],
  },
  events: [
    eventOf("contact", [fieldOf("channel", choiceOf("call", "email"))]),
    eventOf("won", [fieldOf("amount", fieldType.money)]),
    eventOf("lost"),
  ],
  defines: [
    {
      name: "big",
      value: expr.compare(expr.field("employees"), ">=", 50),
      span: { file: "test.sla", start: 0, end: 0, line: 1, column: 1 },
    },
  ],
});
const plan = createExpressionPlan(policy);
const now = "2026-03-10T12:00Z";

function judge(node: Expression, values: Record<string, Value> = {}, events: Occurrence[] = []) {
  const missing = new Set<string>();
  const truth = plan.condition(node)(contextOf(factsOf(values, events), now, { missing }));
  return { truth, missing: [...missing] };
}

function evaluate(node: Expression, values: Record<string, Value> = {}, events: Occurrence[] = []) {
  return plan.value(node)(contextOf(factsOf(values, events), now));
}

const { field } = expr;
const employees = field("employees");
const call = occurrenceOf("contact", "2026-03-07T17:00Z", { attributes: { channel: "call" } });

describe("values", () => {
  const is = (value: Value) => ({ kind: "value", value });
  const unknown = { kind: "unknown" };
  it.each<[string, Expression, Record<string, Value>, unknown]>([
    ["0.1 + 0.2", expr.arithmetic(0.1, "+", 0.2), {}, is(0.3)],
    ["7% of 100", expr.arithmetic(literal.percent(7), "*", 100), {}, is(7)],
    [
      "money by a rate",
      expr.arithmetic(field("budget"), "*", field("rate")),
      { budget: 10_000, rate: 34 },
      is(3400),
    ],
    [
      "money over a rate",
      expr.arithmetic(field("budget"), "/", field("rate")),
      { budget: 3400, rate: 34 },
      is(10_000),
    ],
    ["a rate of a rate", expr.arithmetic(literal.percent(50), "*", literal.percent(34)), {}, is(17)],
    [
      "rates are added as they are",
      expr.arithmetic(literal.percent(50), "+", literal.percent(34)),
      {},
      is(84),
    ],
    ["by zero", expr.arithmetic(1, "/", employees), { employees: 0 }, unknown],
    ["of a missing field", expr.arithmetic(1, "+", employees), {}, unknown],
    [
      "of an event that has not happened",
      expr.arithmetic(1, "+", expr.attributeOf("last", "won", "amount")),
      {},
      { kind: "never" },
    ],
    ["negative", expr.negate(employees), { employees: 3 }, is(-3)],
    [
      "a day later by the clock on the wall",
      expr.arithmetic(field("created"), "+", expr.literal(durationOf(1, "day"))),
      { created: instant("2026-03-07T12:00Z") },
      is(instant("2026-03-08T11:00Z")),
    ],
    [
      "24 hours earlier",
      expr.arithmetic(field("created"), "-", expr.literal(durationOf(24, "hour"))),
      { created: instant("2026-03-08T12:00Z") },
      is(instant("2026-03-07T12:00Z")),
    ],
    [
      "a date moves too",
      expr.arithmetic(field("timeline"), "+", expr.literal(durationOf(1, "month"))),
      { timeline: "2026-01-31" },
      is("2026-02-28"),
    ],
    [
      "a table",
      expr.table(field("grade"), [{ values: [literal.choice("A")], result: 1 }], 9),
      { grade: "A" },
      is(1),
    ],
    [
      "a table's otherwise",
      expr.table(field("grade"), [{ values: [literal.choice("A")], result: 1 }], 9),
      { grade: "B" },
      is(9),
    ],
    [
      "a table without a case",
      expr.table(field("grade"), [{ values: [literal.choice("A")], result: 1 }]),
      { grade: "B" },
      unknown,
    ],
    [
      "a table of the unknown",
      expr.table(field("grade"), [{ values: [literal.choice("A")], result: 1 }], 9),
      {},
      unknown,
    ],
    [
      "a dated value",
      expr.dated(
        { from: null, value: 1 },
        { from: "2026-03-10", value: 2 },
        { from: "2026-03-11", value: 3 },
      ),
      {},
      is(2),
    ],
    ["before the first date", expr.dated({ from: "2026-03-11", value: 3 }), {}, unknown],
  ])("%s", (_, node, values, expected) => {
    expect(evaluate(node, values)).toEqual(expected);
  });

  it("reads dates in the agreement's zone", () => {
    const node = expr.dated({ from: null, value: 1 }, { from: "2026-03-10", value: 2 });
    const at = (iso: string) => plan.value(node)(contextOf(factsOf(), iso));
    expect(at("2026-03-10T03:59Z")).toEqual(is(1));
    expect(at("2026-03-10T04:00Z")).toEqual(is(2));
  });

  it("keeps the unit of a duration", () => {
    const hour = expr.literal(durationOf(1, "hour", true));
    const node = expr.table(field("grade"), [{ values: [literal.choice("A")], result: hour }]);
    const read = plan.duration(node);
    expect(read(contextOf(factsOf({ grade: "A" }), now))).toEqual(durationOf(1, "hour", true));
    const missing = new Set<string>();
    expect(read(contextOf(factsOf(), now, { missing }))).toBeUndefined();
    expect([...missing]).toEqual(["grade"]);
  });
});

describe("lengths of time", () => {
  const since = (amount: number, unit: "hour" | "day", business = false) =>
    expr.compare(
      expr.elapsedSince(expr.last("contact")),
      ">=",
      expr.literal(durationOf(amount, unit, business)),
    );
  // 17:00 UTC on 7 March is noon in New York; the clocks go forward on the 8th.
  const at = (iso: string, node: Expression) => plan.condition(node)(contextOf(factsOf({}, [call]), iso));
  it.each<[string, string, Expression, boolean | undefined]>([
    ["a day passes after 23 hours there", "2026-03-08T16:00Z", since(1, "day"), true],
    ["and not before", "2026-03-08T15:59Z", since(1, "day"), false],
    ["24 hours are 24 hours", "2026-03-08T16:00Z", since(24, "hour"), false],
    ["business time has no answer here", "2026-03-08T16:00Z", since(1, "hour", true), undefined],
    [
      "within a day of",
      "2026-03-08T16:00Z",
      expr.withinTime(
        expr.first("contact"),
        durationOf(1, "day"),
        expr.literal(literal.instant(instant("2026-03-08T16:00Z"))),
      ),
      true,
    ],
    [
      "in either order",
      "2026-03-08T16:00Z",
      expr.withinTime(
        expr.literal(literal.instant(instant("2026-03-08T16:01Z"))),
        durationOf(1, "day"),
        expr.first("contact"),
      ),
      false,
    ],
    [
      "the difference of two times",
      "2026-03-08T16:00Z",
      expr.compare(
        expr.arithmetic(
          expr.literal(literal.instant(instant("2026-03-08T16:00Z"))),
          "-",
          expr.first("contact"),
        ),
        "<=",
        expr.literal(durationOf(1, "day")),
      ),
      true,
    ],
  ])("%s", (_, iso, node, truth) => {
    expect(at(iso, node)).toBe(truth);
  });

  it("is false since an event that never was", () => {
    expect(judge(since(1, "day")).truth).toBe(false);
  });
});
