import type { Clause } from "@entente/ir";
import { describe, expect, it } from "vitest";
import type { Occurrence } from "../records/facts.ts";
import { durationOf, eventMatch, expr } from "../testing/expression-builder.ts";
import {
  commitmentOf,
  eventOf,
  fieldOf,
  fieldType,
  instant,
  noSpan,
  occurrenceOf,
  stageOf,
} from "../testing/policy-builder.ts";
import {
  clauseOf,
  clock,
  evaluate,
  on,
  policyOf,
  policyWith,
  respond,
  within,
} from "./testing/test-contract.ts";

const at = (event: string, instantText: string, owner: string | null = null): Occurrence =>
  occurrenceOf(event, instantText, { owner });
const handoff = at("handoff", "2026-03-02T09:00Z");

describe("provide", () => {
  const policy = policyWith({ kind: "provide", fields: ["phone", "grade", "owner"], trigger: on("handoff") });
  it("is judged at the instant of the trigger", () => {
    const verdict = clock(evaluate(policy, [handoff], "2026-03-02T09:00Z", { grade: "A" }));
    expect([verdict.status, verdict.due, verdict.reasons]).toEqual([
      "breached",
      handoff.at,
      ["phone, owner are missing at Mon 2026-03-02 09:00"],
    ]);
    const held = at("handoff", "2026-03-02T09:00Z", "anna");
    expect(clock(evaluate(policy, [held], "2026-03-02T09:00Z", { grade: "A", phone: "1" })).status).toBe(
      "met",
    );
  });
});

describe("follow", () => {
  const step = (day: number, ...events: string[]) => ({
    day,
    events: events.map((event) => eventMatch(event)),
    span: noSpan,
  });
  const steps = [step(0, "contact", "assign"), step(1, "contact"), step(4, "contact")];
  const plan = (business: boolean) =>
    policyWith({ kind: "follow", steps, business, trigger: on("accept"), restarts: false });
  const dues = (business: boolean, start: string) =>
    evaluate(plan(business), [at("accept", start)], start).clocks.map(({ due }) => due);

  it.each<[string, boolean, string, string[]]>([
    [
      "business days",
      true,
      "2026-03-05T10:00Z",
      ["2026-03-05T17:00Z", "2026-03-06T17:00Z", "2026-03-11T17:00Z"],
    ],
    [
      "after hours the plan begins on the next working day",
      true,
      "2026-03-06T18:00Z",
      ["2026-03-09T17:00Z", "2026-03-10T17:00Z", "2026-03-13T17:00Z"],
    ],
    [
      "calendar days",
      false,
      "2026-03-06T18:00Z",
      ["2026-03-07T00:00Z", "2026-03-08T00:00Z", "2026-03-11T00:00Z"],
    ],
  ])("%s", (_case, business, start, expected) => {
    expect(dues(business, start)).toEqual(expected.map(instant));
  });

  it("the k-th step wants the k-th event, and all events of its day", () => {
    const events = [
      at("accept", "2026-03-02T09:00Z"),
      at("contact", "2026-03-02T10:00Z"),
      at("assign", "2026-03-02T11:00Z"),
      at("contact", "2026-03-05T10:00Z"),
    ];
    const { clocks } = evaluate(plan(true), events, "2026-03-20T00:00Z");
    expect(clocks.map(({ clause, status }) => [clause, status])).toEqual([
      ["1/day 0", "met"],
      ["1/day 1", "late"],
      ["1/day 4", "breached"],
    ]);
    expect(clocks[0]?.done).toBe(instant("2026-03-02T11:00Z"));
  });
});

describe("leave", () => {
  const stages = [
    stageOf("Opportunity", { when: expr.happened("handoff") }),
    stageOf("Customer", { after: ["Opportunity"], when: expr.happened("won"), rank: 1, order: 1 }),
  ];
  const trigger = { kind: "stage", stage: "Opportunity", span: noSpan } as const;
  const policy = policyWith(
    { kind: "leave", stage: "Opportunity", deadline: within(7, "day"), trigger },
    {},
    { stages },
  );
  it.each<[string, Occurrence[], string, string, string | null]>([
    ["still there", [handoff], "2026-03-05T00:00Z", "running", null],
    [
      "gone on",
      [handoff, at("contact", "2026-03-03T09:00Z"), at("won", "2026-03-04T09:00Z")],
      "2026-03-20T00:00Z",
      "met",
      "2026-03-04T09:00Z",
    ],
    [
      "gone on late",
      [handoff, at("won", "2026-03-09T09:01Z")],
      "2026-03-20T00:00Z",
      "late",
      "2026-03-09T09:01Z",
    ],
    ["stuck", [handoff], "2026-03-20T00:00Z", "breached", null],
    ["never there", [], "2026-03-20T00:00Z", "waiting", null],
  ])("%s", (_case, events, now, status, done) => {
    const verdict = clock(evaluate(policy, events, now));
    expect([verdict.status, verdict.done]).toEqual([status, done === null ? null : instant(done)]);
  });
});

describe("recur", () => {
  const every = expr.literal(durationOf(90, "day"));
  const duty = {
    kind: "recur",
    events: [eventMatch("contact")],
    every,
    while: expr.happened("handoff"),
  } as const;
  it("starts when the condition begins, and anew with each answer, until it ends", () => {
    const policy = policyWith({
      ...duty,
      events: [...duty.events],
      while: expr.and(duty.while, expr.not(expr.happened("won"))),
    });
    const events = [
      at("contact", "2026-01-01T00:00Z"),
      at("handoff", "2026-01-02T00:00Z"),
      at("contact", "2026-02-01T00:00Z"),
      at("contact", "2026-06-01T00:00Z"),
      at("won", "2026-06-10T00:00Z"),
    ];
    const { clocks } = evaluate(policy, events, "2027-01-01T00:00Z");
    expect(clocks.map(({ start, status }) => [start, status])).toEqual([
      [instant("2026-01-02T00:00Z"), "met"],
      [instant("2026-02-01T00:00Z"), "late"],
      [instant("2026-06-01T00:00Z"), "discharged"],
    ]);
  });

  it("a lead from before the agreement's term starts with the term", () => {
    const agreement = { effective: { from: "2026-02-01", to: null } };
    const policy = policyWith({ ...duty, events: [...duty.events] }, {}, { agreement });
    const { clocks } = evaluate(policy, [at("handoff", "2026-01-02T00:00Z")], "2026-03-01T00:00Z");
    expect(clocks.map(({ start }) => start)).toEqual([instant("2026-02-01T00:00Z")]);
  });

  it("an unknown condition names the field", () => {
    const policy = policyWith({
      ...duty,
      events: [...duty.events],
      while: expr.is(expr.field("grade"), "A"),
    });
    const verdict = clock(evaluate(policy, [handoff], "2026-03-05T00:00Z"));
    expect([verdict.status, verdict.missing]).toEqual(["unknown", ["grade"]]);
  });
});

describe("triggers that are no events", () => {
  const trigger = { kind: "field", field: "created", span: noSpan } as const;
  const policy = policyWith(respond({ trigger, deadline: within(1, "hour") }));
  it.each<[Record<string, number>, string]>([
    [{}, "waiting"],
    [{ created: instant("2026-03-02T09:00Z") }, "breached"],
    [{ created: instant("2026-03-02T11:30Z") }, "running"],
    [{ created: instant("2026-03-02T12:30Z") }, "waiting"],
  ])("a time field: %j", (values, status) => {
    const verdict = evaluate(policy, [], "2026-03-02T12:00Z", values);
    expect(clock(verdict).status).toBe(status);
    if (values.created === instant("2026-03-02T12:30Z")) expect(verdict.next).toBe(values.created);
  });
});

describe("deadlines", () => {
  const close = (day: number) => ({ kind: "closeOfDay", day, span: noSpan }) as const;
  const time = (day: number, business: boolean) =>
    ({ kind: "timeOfDay", minute: 600, day, business, span: noSpan }) as const;
  it.each([
    ["1 business hour in hours", within(1, "hour", true), "2026-03-02T10:00Z", "2026-03-02T11:00Z"],
    ["1 business hour on Friday evening", within(1, "hour", true), "2026-03-06T18:30Z", "2026-03-09T10:00Z"],
    ["2 business days", within(2, "day", true), "2026-03-05T10:00Z", "2026-03-09T10:00Z"],
    ["1 month clamps", within(1, "month"), "2026-01-31T10:00Z", "2026-02-28T10:00Z"],
    ["close of business day 2", close(2), "2026-03-05T10:00Z", "2026-03-09T17:00Z"],
    ["10:00 on business day 1", time(1, true), "2026-03-06T08:00Z", "2026-03-09T10:00Z"],
    ["10:00 on the same business day", time(0, true), "2026-03-06T08:00Z", "2026-03-06T10:00Z"],
    [
      "10:00 on the same business day, when it is past",
      time(0, true),
      "2026-03-06T11:00Z",
      "2026-03-09T10:00Z",
    ],
    ["10:00 on day 3", time(3, false), "2026-03-06T11:00Z", "2026-03-09T10:00Z"],
  ])("%s", (_case, deadline, start, due) => {
    expect(clock(evaluate(policyWith(respond({ deadline })), [at("handoff", start)], start)).due).toBe(
      instant(due),
    );
  });

  it("business time without a calendar, and past the horizon, is unknown and an issue", () => {
    const policy = policyWith(respond({ deadline: within(1, "hour", true) }));
    const without = evaluate({ ...policy, calendars: [] }, [handoff], "2026-03-02T10:00Z");
    expect([clock(without).status, without.issues.length]).toEqual(["unknown", 1]);
    const far = evaluate(policy, [at("handoff", "2040-03-02T09:00Z")], "2040-03-02T10:00Z");
    expect([clock(far).status, far.issues[0]?.message]).toEqual([
      "unknown",
      expect.stringContaining("2030-12-31"),
    ]);
  });
});

describe("ladders and warnings", () => {
  const notify = { verb: "notify", to: ["owner"], text: null, every: null, span: noSpan } as const;
  const action = { ...notify, to: [...notify.to] };
  const steps = [null, durationOf(2, "hour", true), durationOf(1, "day", true)].map((after) => ({
    after,
    actions: [action],
    span: noSpan,
  }));
  const ladders = [{ name: "chase", steps, span: noSpan }];
  const policy = policyWith(respond(), { ladder: "chase", warnAt: "75" }, { ladders });
  it.each<[string, Occurrence[], string, string[], string | null]>([
    ["nothing at the due instant", [], "2026-03-02T13:00Z", [], "2026-03-02T13:00:00.001Z"],
    ["at breach", [], "2026-03-02T13:00:00.001Z", ["2026-03-02T13:00Z"], "2026-03-02T15:00Z"],
    [
      "after 2 business hours",
      [],
      "2026-03-02T15:00Z",
      ["2026-03-02T13:00Z", "2026-03-02T15:00Z"],
      "2026-03-03T13:00Z",
    ],
    [
      "stops when it is done, what fell due stays",
      [at("contact", "2026-03-02T14:00Z")],
      "2026-03-09T00:00Z",
      ["2026-03-02T13:00Z"],
      null,
    ],
    ["none when it was in time", [at("contact", "2026-03-02T13:00Z")], "2026-03-09T00:00Z", [], null],
  ])("%s", (_case, events, now, expected, next) => {
    const verdict = evaluate(policy, [handoff, ...events], now);
    expect(clock(verdict).steps.map((step) => step.at)).toEqual(expected.map(instant));
    expect(verdict.next).toBe(next === null ? null : instant(next));
  });

  it.each([
    ["2026-03-02T11:59:59.999Z", "running", "2026-03-02T12:00Z"],
    ["2026-03-02T12:00Z", "at_risk", "2026-03-02T13:00:00.001Z"],
  ])("warns from 75%% of the time on: %s", (now, status, next) => {
    const verdict = evaluate(policy, [handoff], now);
    expect([clock(verdict).status, verdict.next]).toEqual([status, instant(next)]);
  });
});

describe("whose hours count", () => {
  const zones = { UTC: { initial: 0, changes: [] }, "Asia/Tokyo": { initial: 9 * 3_600_000, changes: [] } };
  const people = [{ id: "anna", hours: "office", time_zone: "Asia/Tokyo" }];
  const policy = policyWith(
    respond({ deadline: within(1, "hour", true) }),
    { calendar: { kind: "owner" } },
    { zones },
  );
  it("those of the owner when the clock started", () => {
    const events = [at("handoff", "2026-03-02T00:00Z", "anna"), at("assign", "2026-03-02T00:10Z", "bart")];
    const verdict = evaluate(policy, events, "2026-03-02T00:30Z", {}, { people });
    expect([clock(verdict).owner, clock(verdict).due]).toEqual(["anna", instant("2026-03-02T01:00Z")]);
  });
  it.each([
    ["bart", "unknown"],
    [null, "unknown"],
  ])("an owner who is not in the people table: %s", (owner, status) => {
    expect(
      clock(
        evaluate(policy, [at("handoff", "2026-03-02T00:00Z", owner)], "2026-03-02T01:00Z", {}, { people }),
      ).status,
    ).toBe(status);
  });
  it("a calendar by a field of the lead", () => {
    const chosen = {
      kind: "chosen" as const,
      name: "local",
      by: expr.field("grade"),
      cases: [{ values: [{ kind: "choice" as const, value: "A" }], calendar: "tokyo" }],
      otherwise: "office",
      span: noSpan,
    };
    const base = policyWith(
      respond({ deadline: within(1, "hour", true) }),
      { calendar: { kind: "named", name: "local" } },
      { zones },
    );
    const [office] = base.calendars;
    if (office?.kind !== "office") throw new Error("the office is missing");
    const calendars = [office, { ...office, name: "tokyo", timeZone: "Asia/Tokyo" }, chosen];
    const due = (grade: string) =>
      clock(
        evaluate({ ...base, calendars }, [at("handoff", "2026-03-02T00:00Z")], "2026-03-02T00:30Z", {
          grade,
        }),
      ).due;
    expect([due("A"), due("B")]).toEqual([instant("2026-03-02T01:00Z"), instant("2026-03-02T10:00Z")]);
  });
});

describe("derived events", () => {
  const verdict = respond({ events: [eventMatch("accept"), eventMatch("reject")] });
  const clauses: [string, Clause][] = [
    ["reply", clauseOf(respond({ trigger: on("accept"), deadline: within(1, "hour") }))],
    ["verdict", clauseOf(verdict)],
  ];
  const base = policyOf(clauses.map(([name, clause]) => commitmentOf(name, [clause])));
  const policy = {
    ...base,
    events: [
      ...base.events.filter(({ name }) => name !== "accept"),
      eventOf("accept", [], { alsoWhen: expr.verdictIs(null, "breached") }),
    ],
    stages: [stageOf("SAL", { when: expr.happened("accept") })],
  };
  it("silence is acceptance from the due instant on, but does not keep the promise it follows from", () => {
    const before = evaluate(policy, [handoff], "2026-03-02T13:00Z");
    expect([before.clocks.map(({ status }) => status), before.stage]).toEqual([["waiting", "running"], null]);
    const after = evaluate(policy, [handoff], "2026-03-02T13:30Z");
    expect([after.clocks.map(({ status }) => status), after.stage]).toEqual([["running", "breached"], "SAL"]);
    expect(after.clocks[0]?.start).toBe(instant("2026-03-02T13:00Z"));
    const late = evaluate(policy, [handoff, at("reject", "2026-03-02T15:00Z")], "2026-03-02T16:00Z");
    expect(late.clocks.map(({ status }) => status)).toEqual(["breached", "late"]);
  });
});

describe("evaluate", () => {
  const policy = policyWith(
    respond(),
    {},
    { lead: { fields: [fieldOf("id", fieldType.text, { key: true, required: true })] } },
  );
  it.each<[unknown, string, boolean]>([
    [{ id: "7", events: [{ event: "handoff", at: "2026-03-02T09:00Z" }] }, "7", true],
    [{ id: "" }, "", false],
    [null, "", false],
    [[], "", false],
    [{ ok: false, id: "8", issues: [{ field: null, column: null, message: "bad" }] }, "8", false],
  ])("takes a raw record: %j", async (raw, lead, judged) => {
    const { createEngine } = await import("../engine.ts");
    const verdict = createEngine(policy).evaluate(raw, { at: instant("2026-03-02T10:00Z") });
    expect([verdict.lead, verdict.judged, verdict.issues.length > 0]).toEqual([lead, judged, !judged]);
  });
});
