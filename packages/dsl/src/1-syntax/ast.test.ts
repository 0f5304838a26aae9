import { describe, expect, it } from "vitest";
import { parse } from "./parse.ts";
import { shapeOf } from "./testing/shape.ts";

const declarationOf = (text: string): unknown => {
  const { ast, diagnostics } = parse("f.sla", text);
  expect(diagnostics).toEqual([]);
  expect(ast.declarations).toHaveLength(1);
  return ast.declarations.map(shapeOf)[0];
};
const definedAs = (text: string) => declarationOf(`define x = ${text}`);
const ref = (name: string) => ({ kind: "Reference", name });
const number = (value: string) => ({ kind: "Number", value });
const event = (name: string, where: unknown = null) => ({ kind: "EventMatch", event: name, where });

describe("expressions", () => {
  const or = (...operands: unknown[]) => ({ kind: "Logical", operator: "or", operands });
  const and = (...operands: unknown[]) => ({ kind: "Logical", operator: "and", operands });
  const not = (operand: unknown) => ({ kind: "Not", operand });
  const arithmetic = (left: unknown, operator: string, right: unknown) => ({
    kind: "Arithmetic",
    operator,
    left,
    right,
  });
  const is = (subject: unknown, value: unknown, negated = false) => ({ kind: "Is", subject, negated, value });
  const [a, b, c, d] = [ref("a"), ref("b"), ref("c"), ref("d")];

  it.each([
    ["a or b and not c or d", or(a, and(b, not(c)), d)],
    ["(a or b) and c", and(or(a, b), c)],
    ["not a is b", not(is(a, b))],
    ["not a and b", and(not(a), b)],
    ["a + b * c - d", arithmetic(arithmetic(a, "+", arithmetic(b, "*", c)), "-", d)],
    ["(a + b) * c", arithmetic(arithmetic(a, "+", b), "*", c)],
    ["a / b / c", arithmetic(arithmetic(a, "/", b), "/", c)],
    ["a - b - c", arithmetic(arithmetic(a, "-", b), "-", c)],
    ["-a * b", arithmetic({ kind: "Negate", operand: a }, "*", b)],
    ["a + b > c", { kind: "Comparison", operator: ">", left: arithmetic(a, "+", b), right: c }],
    ["a is not b", is(a, b, true)],
    ["a is excused", is(a, ref("excused"))],
    ["a is present", { kind: "Presence", subject: a, present: true }],
    ["a is not missing", { kind: "Presence", subject: a, present: true }],
    ["a is missing", { kind: "Presence", subject: a, present: false }],
    ["a not in (b, 1)", { kind: "In", subject: a, negated: true, values: [b, number("1")] }],
    ["a is between b and c and d", and({ kind: "Between", subject: a, negated: false, low: b, high: c }, d)],
    [
      'a ends with "x" ignoring case',
      { kind: "TextMatch", match: "endsWith", subject: a, text: '"x"', ignoreCase: true },
    ],
    ["a = yes", { kind: "Comparison", operator: "=", left: a, right: { kind: "Boolean", value: true } }],
    ["a != false", { kind: "Comparison", operator: "!=", left: a, right: { kind: "Boolean", value: false } }],
    [
      "a is not within 2 business days of b",
      {
        kind: "IsWithin",
        subject: a,
        negated: true,
        duration: { kind: "Duration", amount: "2", unit: "day", business: true },
        of: b,
      },
    ],
    [
      "count of a (where b) >= 3",
      {
        kind: "Comparison",
        operator: ">=",
        left: { kind: "Count", event: "a", where: b },
        right: number("3"),
      },
    ],
    ["count >= 3", { kind: "Comparison", operator: ">=", left: ref("count"), right: number("3") }],
    ["first a", { kind: "Occurrence", which: "first", event: "a", where: null }],
    [
      "time since last a",
      { kind: "TimeSince", of: { kind: "Occurrence", which: "last", event: "a", where: null } },
    ],
    ["stage reached a", { kind: "Reached", stage: "a" }],
    ["stage is a", is(ref("stage"), a)],
    ["a.b", { kind: "Member", object: "a", member: "b" }],
    ["`and`", ref("and")],
    ['“a\\"b\\\\c\\nd”', '"a"b\\c\nd"'],
  ])("%s", (text, expected) => {
    expect(definedAs(text)).toEqual({ kind: "Define", name: "x", value: expected });
  });

  const money = (amount: string, currency: string) => ({ kind: "Money", amount, currency });
  it.each([
    ["10,000.50", number("10000.50")],
    ["3.25%", { kind: "Percent", value: "3.25" }],
    ["3 ％", { kind: "Percent", value: "3" }],
    ["$10,000", money("10000", "$")],
    ["€5", money("5", "€")],
    ["¥5", money("5", "¥")],
    ["10,000円", money("10000", "円")],
    ["500 EUR", money("500", "EUR")],
    ["2020-01-02", { kind: "Date", value: "2020-01-02" }],
    ["2020-01-02 9:05", { kind: "DateTime", date: "2020-01-02", time: "09:05" }],
    ["2020-01-02 09：05", { kind: "DateTime", date: "2020-01-02", time: "09:05" }],
    ["1.5 hours", { kind: "Duration", amount: "1.5", unit: "hour", business: false }],
    [
      "1 from 2020-01-01, 2 from 2020-07-01",
      {
        kind: "Dated",
        entries: [
          { value: number("1"), from: { kind: "Date", value: "2020-01-01" } },
          { value: number("2"), from: { kind: "Date", value: "2020-07-01" } },
        ],
      },
    ],
    [
      "25%, 35% from 2020-07-01",
      {
        kind: "Dated",
        entries: [
          { value: { kind: "Percent", value: "25" }, from: null },
          { value: { kind: "Percent", value: "35" }, from: { kind: "Date", value: "2020-07-01" } },
        ],
      },
    ],
    [
      "by a { b or c -> 1, otherwise -> 2 }",
      {
        kind: "Table",
        by: a,
        cases: [
          { kind: "TableCase", values: [b, c], result: number("1") },
          { kind: "TableCase", values: null, result: number("2") },
        ],
      },
    ],
  ])("%s", (text, expected) => {
    expect(definedAs(text)).toEqual({ kind: "Define", name: "x", value: expected });
  });
});

describe("duties", () => {
  const dutyOf = (text: string) => {
    const { clauses } = declarationOf(`commitment c { s must ${text} }`) as { clauses: { duty: unknown }[] };
    return clauses[0]?.duty;
  };
  const trigger = (name: string, which = "each") => ({
    kind: "Trigger",
    which,
    events: [event(name)],
    reaching: null,
  });
  const hour = { kind: "Duration", amount: "1", unit: "hour", business: false };
  const within = { kind: "Within", duration: hour };
  const responds = {
    kind: "RespondDuty",
    events: [event("a")],
    times: null,
    apart: null,
    onAnotherChannel: false,
    deadline: within,
    trigger: trigger("x"),
    restarts: false,
  };
  const period = (count: number, unit: string, business = false) => ({
    kind: "Period",
    count,
    unit,
    business,
  });

  it.each([
    ["a within 1 hour of x", responds],
    ["a or b within 1 hour of x", { ...responds, events: [event("a"), event("b")] }],
    [
      "a where b is c 3 times within 1 hour of first x, restarts",
      {
        ...responds,
        events: [event("a", { kind: "Is", subject: ref("b"), negated: false, value: ref("c") })],
        times: number("3"),
        trigger: trigger("x", "first"),
        restarts: true,
      },
    ],
    ["a within 1 hour of x, on another channel", { ...responds, onAnotherChannel: true }],
    [
      "a within 1 hour of x, at least 1 business day apart",
      { ...responds, apart: { kind: "Duration", amount: "1", unit: "day", business: true } },
    ],
    ["a by close of business day 2 of x", { ...responds, deadline: { kind: "ByClose", day: 2 } }],
    [
      "a by 17:00 on the same business day of x",
      { ...responds, deadline: { kind: "ByTime", time: "17:00", day: 0, business: true } },
    ],
    [
      "a by 9:00 on day 3 of x",
      { ...responds, deadline: { kind: "ByTime", time: "09:00", day: 3, business: false } },
    ],
    [
      "leave a within 1 hour of reaching b",
      {
        kind: "LeaveDuty",
        stage: "a",
        deadline: within,
        trigger: { kind: "Trigger", which: "each", events: [], reaching: "b" },
      },
    ],
    ["provide a, b by x", { kind: "ProvideDuty", fields: ["a", "b"], trigger: trigger("x") }],
    [
      "a at most 40 times per o every 2 weeks",
      {
        kind: "LimitDuty",
        events: [event("a")],
        bound: "atMost",
        times: number("40"),
        per: ref("o"),
        every: period(2, "week"),
      },
    ],
    [
      "a at least 70% of x every business day",
      {
        kind: "ShareDuty",
        events: [event("a")],
        bound: "atLeast",
        percent: { kind: "Percent", value: "70" },
        of: trigger("x"),
        per: null,
        every: period(1, "day", true),
      },
    ],
    [
      "a at least every 1 hour while b",
      { kind: "RecurDuty", events: [event("a")], every: hour, while: ref("b") },
    ],
    [
      "follow { day 0: a and b (where c); day 2: d } of x, in business days",
      {
        kind: "FollowDuty",
        steps: [
          { kind: "FollowStep", day: 0, events: [event("a"), event("b", ref("c"))] },
          { kind: "FollowStep", day: 2, events: [event("d")] },
        ],
        business: true,
        trigger: trigger("x"),
        restarts: false,
      },
    ],
  ])("%s", (text, expected) => {
    expect(dutyOf(text)).toEqual(expected);
  });
});

describe("declarations", () => {
  it.each([
    [
      'lead { k one of a "A" "AA", b optional from "X"; n integer 0 to 5 key }',
      {
        kind: "Lead",
        fields: [
          {
            kind: "Field",
            name: "k",
            type: {
              kind: "Type",
              name: "one of",
              cases: [
                { kind: "Case", name: "a", labels: ['"A"', '"AA"'] },
                { kind: "Case", name: "b", labels: [] },
              ],
              item: null,
            },
            key: false,
            optional: true,
            range: null,
            column: '"X"',
          },
          {
            kind: "Field",
            name: "n",
            type: { kind: "Type", name: "integer", cases: [], item: null },
            key: true,
            optional: false,
            range: { low: number("0"), high: number("5") },
            column: null,
          },
        ],
      },
    ],
    [
      "calendar c { sat-mon, wed 9:00-12:00; holidays US-MA }",
      {
        kind: "Calendar",
        name: "c",
        by: null,
        cases: [],
        clauses: [
          {
            kind: "WeeklyHours",
            days: [6, 7, 1, 3],
            hours: [{ kind: "Hours", opens: "09:00", closes: "12:00" }],
          },
          { kind: "Holidays", set: "US", region: "MA" },
        ],
      },
    ],
    [
      "stage S after A or B when c unless d at e",
      {
        kind: "Stage",
        name: "S",
        label: null,
        after: ["A", "B"],
        when: ref("c"),
        unless: ref("d"),
        at: ref("e"),
      },
    ],
    [
      "score s { -15 when a; +2 per b once per week up to 1,000 }",
      {
        kind: "Score",
        name: "s",
        clauses: [
          {
            kind: "ScoreLine",
            points: "-15",
            when: ref("a"),
            per: null,
            once: null,
            upTo: null,
            expiresAfter: null,
          },
          {
            kind: "ScoreLine",
            points: "2",
            when: null,
            per: event("b"),
            once: { kind: "Duration", amount: "1", unit: "week", business: false },
            upTo: number("1000"),
            expiresAfter: null,
          },
        ],
      },
    ],
    [
      'ladder l { at breach notify a, "B"; after 1 day { assign "x" to "y" } }',
      {
        kind: "Ladder",
        name: "l",
        steps: [
          {
            kind: "LadderStep",
            after: null,
            actions: [{ kind: "Action", verb: "notify", text: null, to: ["a", '"B"'], every: null }],
          },
          {
            kind: "LadderStep",
            after: { kind: "Duration", amount: "1", unit: "day", business: false },
            actions: [{ kind: "Action", verb: "assign", text: '"x"', to: ['"y"'], every: null }],
          },
        ],
      },
    ],
    [
      'meeting m every 2 weeks for 1 hour attended by a, b { agenda "x", "y"; agenda "z" }',
      {
        kind: "Meeting",
        name: "m",
        every: { kind: "Period", count: 2, unit: "week", business: false },
        duration: { kind: "Duration", amount: "1", unit: "hour", business: false },
        attendedBy: ["a", "b"],
        agenda: ['"x"', '"y"', '"z"'],
      },
    ],
    [
      "funnel f { quota 20 MQL every month; mix 25% a at 10% }",
      {
        kind: "Funnel",
        name: "f",
        appliesTo: null,
        alternativeTo: null,
        clauses: [
          {
            kind: "Quota",
            value: number("20"),
            stage: "MQL",
            every: { kind: "Period", count: 1, unit: "month", business: false },
          },
          {
            kind: "Mix",
            parts: [
              { share: { kind: "Percent", value: "25" }, name: "a", rate: { kind: "Percent", value: "10" } },
            ],
          },
        ],
      },
    ],
    [
      "goal g by s { at least 35% by 2020-06-30, 50% by 2020-12-31 }",
      {
        kind: "Goal",
        name: "g",
        parties: ["s"],
        clauses: [
          {
            kind: "Targets",
            targets: [
              ["35", "2020-06-30"],
              ["50", "2020-12-31"],
            ].map(([value, date]) => ({
              kind: "Target",
              bound: "atLeast",
              value: { kind: "Percent", value },
              points: false,
              window: { kind: "ByDate", date: { kind: "Date", value: date } },
              from: null,
            })),
          },
        ],
      },
    ],
    [
      'test "t" { 2020-03-09 9:45 c { d: yes, e: -1 }\n expect a.b is not met }',
      {
        kind: "Test",
        name: "t",
        clauses: [
          {
            kind: "TestEvent",
            at: { kind: "DateTime", date: "2020-03-09", time: "09:45" },
            event: "c",
            attributes: [
              { kind: "Setting", name: "d", value: { kind: "Boolean", value: true } },
              { kind: "Setting", name: "e", value: { kind: "Negate", operand: number("1") } },
            ],
          },
          {
            kind: "ExpectIs",
            subject: { kind: "Subject", name: "a", member: "b" },
            negated: true,
            value: ref("met"),
          },
        ],
      },
    ],
  ])("%s", (text, expected) => {
    expect(declarationOf(text)).toEqual(expected);
  });
});

describe("spans and side results", () => {
  it("cover exactly what a node was read from", () => {
    const text = "# a comment\nevent a # b\n\n  define 良い = 従業員数 >= 50 and b  \n";
    const { ast, comments } = parse("f.sla", text);
    const pieces = ast.declarations.map(({ span }) => text.slice(span.start, span.end));
    expect(pieces).toEqual(["event a", "define 良い = 従業員数 >= 50 and b"]);
    expect(ast.declarations[1]?.span).toMatchObject({ file: "f.sla", line: 4, column: 3 });
    expect(comments).toEqual([
      { offset: 0, text: "# a comment" },
      { offset: 20, text: "# b" },
    ]);
  });
  it("count in the NFC form, without a byte order mark", () => {
    const composed = parse("f.sla", "event caf\u00E9\nevent b");
    const decomposed = parse("f.sla", "\uFEFFevent cafe\u0301\nevent b");
    expect(decomposed).toEqual(composed);
    expect(composed.ast.declarations).toMatchObject([{ name: { text: "caf\u00E9" } }, {}]);
  });
});
