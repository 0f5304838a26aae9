import { type OfficeCalendar, resolveZone } from "@entente/ir";
import { describe, expect, it } from "vitest";
import { office, on, policyWith, respond, within } from "../clocks/testing/test-contract.ts";
import { createEngine } from "../engine.ts";
import type { LeadFacts, Occurrence } from "../records/facts.ts";
import { durationOf, eventMatch, expr, literal } from "../testing/expression-builder.ts";
import { factsOf, instant, noSpan, occurrenceOf, stageOf } from "../testing/policy-builder.ts";
import type { ClockEvidence } from "./clock-evidence.ts";

const HOUR = 3_600_000;
const zone = "America/New_York";
const split: OfficeCalendar = {
  ...office,
  timeZone: zone,
  weekly: [
    {
      days: [1, 2, 3, 4],
      intervals: [
        { opens: 540, closes: 720 },
        { opens: 780, closes: 1020 },
      ],
      span: noSpan,
    },
    { days: [5], intervals: [{ opens: 540, closes: 1020 }], span: noSpan },
  ],
  holidays: [
    { set: "US", source: "test", dates: [{ date: "2020-11-26", name: "Thanksgiving Day" }], span: noSpan },
  ],
  closed: [
    { from: "2020-12-24", to: "2021-01-02", label: "Winter break", span: noSpan },
    { from: "2020-07-01", to: "2020-07-01", label: null, span: noSpan },
  ],
};
const night: OfficeCalendar = {
  ...split,
  weekly: [{ days: [1, 2, 3, 4, 5, 6, 7], intervals: [{ opens: 1320, closes: 1800 }], span: noSpan }],
};
const pauses = [{ from: [eventMatch("hold")], to: [eventMatch("resume")], cap: null, span: noSpan }];

type Deadline = ReturnType<typeof within>;
const policyOf = (deadline: Deadline, calendar = split, duty: Parameters<typeof respond>[0] = {}) =>
  policyWith(
    respond({ deadline, ...duty }),
    { pauses, until: [eventMatch("reject")] },
    {
      agreement: { timeZone: zone },
      zones: { [zone]: resolveZone(zone, instant("2019-01-01T00:00Z"), instant("2031-12-31T00:00Z")) },
      calendars: [calendar],
    },
  );

function explained(
  policy: ReturnType<typeof policyOf>,
  lead: LeadFacts,
  at: string,
  index = 0,
): ClockEvidence {
  const { clocks } = createEngine(policy).explain(lead, { at: instant(at) });
  const found = clocks[index]?.evidence;
  if (found == null) throw new Error(`clock ${index} has no evidence`);
  return found;
}
const at = (event: string, text: string) => occurrenceOf(event, text);
const hours = (amount: number) => within(amount, "hour", true);

describe("the walk of a clock", () => {
  it.each<[string, Deadline, OfficeCalendar, string, string]>([
    [
      "a weekend",
      hours(1),
      split,
      "2020-03-06T23:30Z",
      "Fri 2020-03-06 18:30 start, closed until Mon 09:00 (night, weekend), counts 09:00-10:00, due Mon 10:00",
    ],
    [
      "a break",
      hours(4),
      split,
      "2020-03-09T14:00Z",
      "Mon 2020-03-09 10:00 start, counts 10:00-12:00, closed until 13:00 (break), counts 13:00-15:00, due Mon 15:00",
    ],
    [
      "a holiday",
      hours(1),
      split,
      "2020-11-25T22:00Z",
      "Wed 2020-11-25 17:00 start, closed until Fri 09:00 (night, holiday: Thanksgiving Day), counts 09:00-10:00, due Fri 10:00",
    ],
    [
      "a range over New Year",
      hours(1),
      split,
      "2020-12-23T21:30Z",
      "Wed 2020-12-23 16:30 start, counts 16:30-17:00, closed until Mon 2021-01-04 09:00 (night, closed: Winter break, weekend), counts 09:00-09:30, due Mon 09:30",
    ],
    [
      "a closed date without a label",
      hours(1),
      split,
      "2020-07-01T14:00Z",
      "Wed 2020-07-01 10:00 start, closed until Thu 09:00 (closed, night), counts 09:00-10:00, due Thu 10:00",
    ],
    [
      "a weekday off",
      hours(1),
      { ...split, weekly: split.weekly.slice(0, 1) },
      "2020-03-06T15:00Z",
      "Fri 2020-03-06 10:00 start, closed until Mon 09:00 (closed on Fridays, weekend, night), counts 09:00-10:00, due Mon 10:00",
    ],
    [
      "a night shift that spills into a holiday",
      hours(1),
      night,
      "2020-11-26T10:30Z",
      "Thu 2020-11-26 05:30 start, counts 05:30-06:00, closed until Fri 22:00 (holiday: Thanksgiving Day, night), counts 22:00-22:30, due Fri 22:30",
    ],
    [
      "the day between two night shifts",
      hours(1),
      night,
      "2020-03-04T15:00Z",
      "Wed 2020-03-04 10:00 start, closed until 22:00 (break), counts 22:00-23:00, due Wed 23:00",
    ],
    [
      "elapsed time",
      within(24, "hour"),
      split,
      "2020-03-07T20:00Z",
      "Sat 2020-03-07 15:00 start, counts 15:00 to Sun 16:00, due Sun 16:00",
    ],
    [
      "no time at all",
      within(0, "hour"),
      split,
      "2020-03-09T14:00Z",
      "Mon 2020-03-09 10:00 start, due Mon 10:00",
    ],
    [
      "a long way, summed up",
      within(3, "day", true),
      split,
      "2020-03-09T14:00Z",
      "Mon 2020-03-09 10:00 start, counts 10:00-12:00, closed until 13:00 (break), counts 13:00-17:00, closed until Tue 09:00 (night), counts 09:00-12:00, closed until 13:00 (break), and so on 6 more times, counts 09:00-10:00, due Thu 10:00",
    ],
  ])("over %s", (_case, deadline, calendar, start, summary) => {
    const evidence = explained(policyOf(deadline, calendar), factsOf({}, [at("handoff", start)]), start);
    expect(evidence.summary).toBe(summary);
  });

  it("says what each stretch is, and what it takes", () => {
    const lead = factsOf({}, [
      at("handoff", "2020-03-09T13:00Z"),
      at("hold", "2020-03-09T15:00Z"),
      at("resume", "2020-03-09T18:00Z"),
    ]);
    const { walk, summary, counting, allowedMs, usedMs, leftMs } = explained(
      policyOf(hours(4)),
      lead,
      "2020-03-09T20:00Z",
    );
    expect(walk).toEqual([
      {
        from: instant("2020-03-09T13:00Z"),
        to: instant("2020-03-09T15:00Z"),
        kind: "open",
        why: null,
        countedMs: 2 * HOUR,
      },
      {
        from: instant("2020-03-09T15:00Z"),
        to: instant("2020-03-09T16:00Z"),
        kind: "paused",
        why: "hold",
        countedMs: 0,
      },
      {
        from: instant("2020-03-09T16:00Z"),
        to: instant("2020-03-09T17:00Z"),
        kind: "closed",
        why: "break",
        countedMs: 0,
      },
      {
        from: instant("2020-03-09T17:00Z"),
        to: instant("2020-03-09T18:00Z"),
        kind: "paused",
        why: "hold",
        countedMs: 0,
      },
      {
        from: instant("2020-03-09T18:00Z"),
        to: instant("2020-03-09T20:00Z"),
        kind: "open",
        why: null,
        countedMs: 2 * HOUR,
      },
    ]);
    expect(summary).toContain(
      "paused until 12:00 (hold), closed until 13:00 (break), paused until 14:00 (hold)",
    );
    expect([counting, allowedMs, usedMs, leftMs]).toEqual(["open", 4 * HOUR, 4 * HOUR, 0]);
  });

  it("ends in a pause that has no end", () => {
    const lead = factsOf({}, [at("handoff", "2020-03-09T13:00Z"), at("hold", "2020-03-09T15:00Z")]);
    const { walk, summary, leftMs } = explained(policyOf(hours(4)), lead, "2020-03-09T20:00Z");
    expect(walk.at(-1)).toEqual({
      from: instant("2020-03-09T15:00Z"),
      to: null,
      kind: "paused",
      why: "hold",
      countedMs: 0,
    });
    expect(summary).toBe(
      "Mon 2020-03-09 09:00 start, counts 09:00-11:00, paused from 11:00 (hold), no deadline until it resumes",
    );
    expect(leftMs).toBe(2 * HOUR);
  });

  it("says where new terms moved a deadline to", () => {
    const dated = expr.dated(
      { from: null, value: durationOf(48, "hour") },
      { from: "2020-03-10", value: durationOf(1, "hour") },
    );
    const policy = policyOf({ kind: "within", duration: dated, span: noSpan });
    const moving = { ...policy, agreement: { ...policy.agreement, inFlight: "moves" as const } };
    const { walk } = explained(
      moving,
      factsOf({}, [at("handoff", "2020-03-09T13:00Z")]),
      "2020-03-11T00:00Z",
    );
    expect(walk).toEqual([
      {
        from: instant("2020-03-09T13:00Z"),
        to: instant("2020-03-09T14:00Z"),
        kind: "open",
        why: null,
        countedMs: HOUR,
      },
      {
        from: instant("2020-03-09T14:00Z"),
        to: instant("2020-03-10T04:00Z"),
        kind: "closed",
        why: "new terms",
        countedMs: 0,
      },
    ]);
  });
});

describe("what started and what ended a clock", () => {
  const handoff = occurrenceOf("handoff", "2020-03-09T13:00Z", { recorded: instant("2020-03-09T13:10Z") });
  const contact = occurrenceOf("contact", "2020-03-09T14:00Z", { recorded: instant("2020-03-09T19:00Z") });
  const trace = (one: Occurrence) => ({ event: one.event, at: one.at, recorded: one.recorded ?? one.at });
  const second = at("handoff", "2020-03-09T14:30Z");
  const reject = at("reject", "2020-03-09T14:00Z");

  it.each<[string, Parameters<typeof respond>[0], Occurrence[], unknown, Occurrence[]]>([
    [
      "done, logged late",
      {},
      [handoff, contact],
      { kind: "done", at: contact.recorded, events: [trace(contact)] },
      [contact],
    ],
    ["ended by until", {}, [handoff, reject], { kind: "until", at: reject.at, events: [trace(reject)] }, []],
    [
      "ended by a new owner",
      { restarts: true },
      [handoff, second],
      { kind: "restart", at: second.at, events: [trace(second)] },
      [],
    ],
    [
      "replaced",
      { trigger: { ...on("handoff"), which: "last" } as ReturnType<typeof on> },
      [handoff, second],
      { kind: "replaced", at: second.at, events: [trace(second)] },
      [],
    ],
    ["still open", {}, [handoff], null, []],
    [
      "one of two",
      { times: expr.literal(literal.number(2)) },
      [handoff, at("contact", "2020-03-09T14:00Z")],
      null,
      [at("contact", "2020-03-09T14:00Z")],
    ],
  ])("%s", (_case, duty, events, ended, counted) => {
    const evidence = explained(
      policyOf(within(4, "hour"), split, duty),
      factsOf({}, events),
      "2020-03-10T00:00Z",
    );
    expect(evidence.start).toEqual({
      kind: "event",
      name: "handoff",
      at: handoff.at,
      recorded: handoff.recorded,
      events: [trace(handoff)],
    });
    expect(evidence.ended).toEqual(ended);
    expect(evidence.counted).toEqual(counted.map(trace));
  });

  it("a stage, with what happened then, and a field, which has no history", () => {
    const stages = [stageOf("Lead", { when: expr.happened("handoff") })];
    const reaching = { kind: "stage", stage: "Lead", span: noSpan } as const;
    const byStage = { ...policyOf(within(4, "hour"), split, { trigger: reaching }), stages };
    const { start } = explained(byStage, factsOf({}, [handoff]), "2020-03-10T00:00Z");
    expect(start).toEqual({
      kind: "stage",
      name: "Lead",
      at: handoff.at,
      recorded: handoff.recorded,
      events: [trace(handoff)],
    });
    const byField = policyOf(within(4, "hour"), split, {
      trigger: { kind: "field", field: "created", span: noSpan },
    });
    const field = explained(byField, factsOf({ created: handoff.at }, []), "2020-03-10T00:00Z");
    expect(field.start).toEqual({
      kind: "field",
      name: "created",
      at: handoff.at,
      recorded: null,
      events: [],
    });
  });

  it("a condition that begins and lapses, in the contract's words", () => {
    const goesOn = expr.and(expr.happened("handoff"), expr.not(expr.happened("won")));
    const duty = {
      kind: "recur" as const,
      events: [eventMatch("contact")],
      every: expr.literal(durationOf(9, "day")),
      while: goesOn,
    };
    const won = at("won", "2020-03-10T13:00Z");
    const policy = policyWith(duty);
    const { start, ended } = explained(policy, factsOf({}, [handoff, won]), "2020-03-12T00:00Z");
    expect([start.at, start.kind, start.events, ended]).toEqual([
      handoff.recorded,
      "condition",
      [trace(handoff)],
      { kind: "lapsed", at: won.at, events: [trace(won)] },
    ]);
  });

  it("there is none for a clock that waits", () => {
    const { clocks } = createEngine(policyOf(hours(1))).explain(factsOf({}, []), { at: 0 });
    expect(clocks).toEqual([{ commitment: "promise", clause: "1", evidence: null }]);
  });
});
