import type { Expression } from "@entente/ir";
import { describe, expect, it } from "vitest";
import type { Occurrence, Value } from "../records/facts.ts";
import { expr, literal } from "../testing/expression-builder.ts";
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

const { field } = expr;
const employees = field("employees");
const call = occurrenceOf("contact", "2026-03-07T17:00Z", { attributes: { channel: "call" } });
const untold = occurrenceOf("contact", "2026-03-06T17:00Z");
const won = occurrenceOf("won", "2026-03-09T09:00Z", { attributes: { amount: 250_000 } });

describe("unknown and never", () => {
  const big = expr.compare(employees, ">=", 50);
  const vip = field("vip");
  const later = expr.compare(expr.last("contact"), ">", field("created"));
  it.each<[string, Expression, Record<string, Value>, boolean | undefined, string[]]>([
    ["a missing field leaves a comparison open", big, {}, undefined, ["employees"]],
    ["not unknown is unknown", expr.not(big), {}, undefined, ["employees"]],
    ["false decides an and", expr.and(big, vip), { vip: false }, false, []],
    ["true does not decide an and", expr.and(big, vip), { vip: true }, undefined, ["employees"]],
    ["true decides an or", expr.or(big, vip), { vip: true }, true, []],
    ["both may be missing", expr.or(big, vip), {}, undefined, ["employees", "vip"]],
    [
      "a decided or inside names nothing",
      expr.and(expr.or(big, vip), field("country")),
      { vip: true },
      undefined,
      ["country"],
    ],
    ["present is known", expr.present(employees), {}, false, []],
    ["missing is known", expr.missing(employees), {}, true, []],
    ["an event that has not happened is false", later, { created: 0 }, false, []],
    ["even beside a missing field", later, {}, false, []],
    ["and its negation is true", expr.not(later), {}, true, []],
    [
      "is not, too, is false",
      expr.compare(expr.attributeOf("first", "won", "amount"), "!=", literal.money(1)),
      {},
      false,
      [],
    ],
    ["a define is followed", expr.define("big"), {}, undefined, ["employees"]],
    ["in with a missing subject", expr.in(field("country"), literal.text("US")), {}, undefined, ["country"]],
    ["a list that is missing", expr.listContains(field("tags"), literal.text("x")), {}, undefined, ["tags"]],
    [
      "kinds without a common order",
      expr.compare(field("timeline"), "<", field("created")),
      { timeline: "2026-01-01", created: 1 },
      undefined,
      [],
    ],
  ])("%s", (_, node, values, truth, missing) => {
    expect(judge(node, values)).toEqual({ truth, missing });
  });
});

describe("events", () => {
  const calls = expr.is(expr.attribute("channel"), "call");
  it.each<[string, Expression, Occurrence[], boolean | undefined, string[]]>([
    ["happened", expr.happened("won"), [won], true, []],
    ["not happened", expr.happened("won"), [call], false, []],
    ["not yet happened", expr.happened("won"), [occurrenceOf("won", "2026-03-11T00:00Z")], false, []],
    ["happened at this very instant", expr.happened("won"), [occurrenceOf("won", now)], true, []],
    [
      "not yet written down",
      expr.happened("won"),
      [{ ...won, recorded: instant("2026-03-11T00:00Z") }],
      false,
      [],
    ],
    ["a count", expr.compare(expr.count("contact"), "=", 2), [call, untold], true, []],
    ["a filtered count", expr.compare(expr.count("contact", calls), ">=", 1), [call, untold], true, []],
    [
      "a filtered count left open",
      expr.compare(expr.count("contact", calls), ">=", 2),
      [call, untold],
      undefined,
      ["contact.channel"],
    ],
    [
      "a filtered count out of reach",
      expr.compare(expr.count("contact", calls), ">=", 3),
      [call, untold],
      false,
      [],
    ],
    [
      "a last one that is certain",
      expr.compare(expr.last("contact", calls), "=", literal.instant(call.at)),
      [call, untold],
      true,
      [],
    ],
    [
      "a first one left open",
      expr.compare(expr.first("contact", calls), "=", literal.instant(call.at)),
      [call, untold],
      undefined,
      ["contact.channel"],
    ],
    ["order of events", expr.compare(expr.first("won"), ">", expr.last("contact")), [call, won], true, []],
    [
      "an attribute",
      expr.compare(expr.attributeOf("last", "won", "amount"), ">", literal.money(200_000)),
      [won],
      true,
      [],
    ],
    [
      "an attribute that is missing",
      expr.is(expr.attributeOf("last", "won", "amount"), literal.money(1)),
      [occurrenceOf("won", 0)],
      undefined,
      ["won.amount"],
    ],
  ])("%s", (_, node, events, truth, missing) => {
    expect(judge(node, {}, events)).toEqual({ truth, missing });
  });

  it("knows the statuses of clocks once they are judged", () => {
    const met = plan.condition(expr.verdictIs("first_contact", "met"));
    const statuses = new Map([["first_contact", "met"]]);
    expect(met(contextOf(factsOf(), now))).toBeUndefined();
    expect(met(contextOf(factsOf(), now, { statuses }))).toBe(true);
  });
});

describe("text", () => {
  const country = field("country");
  it.each<[string, Expression, string, boolean]>([
    ["composed and decomposed are one", expr.is(country, literal.text("Caf\u00e9")), "Cafe\u0301", true],
    ["is is exact", expr.is(country, literal.text("us")), "US", false],
    ["in compares composed", expr.in(country, literal.text("\u00e9")), "e\u0301", true],
    ["contains", expr.textMatch(country, "contains", "nit"), "United", true],
    ["contains is exact", expr.textMatch(country, "contains", "NIT"), "United", false],
    ["ignoring case", expr.textMatch(country, "contains", "NIT", true), "United", true],
    ["starts with", expr.textMatch(country, "startsWith", "Uni"), "United", true],
    ["ends with", expr.textMatch(country, "endsWith", "@RIVAL.com", true), "a@rival.COM", true],
    ["ends with, longer than the text", expr.textMatch(country, "endsWith", "xxUS"), "US", false],
    ["any script", expr.textMatch(country, "startsWith", "株式"), "株式会社", true],
  ])("%s", (_, node, value, truth) => {
    expect(judge(node, { country: value }).truth).toBe(truth);
  });
});
