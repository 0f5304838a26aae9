import { describe, expect, it } from "vitest";
import type { Occurrence, Value } from "../records/facts.ts";
import { durationOf, eventMatch, expr, literal } from "../testing/expression-builder.ts";
import { commitmentOf, instant, occurrenceOf } from "../testing/policy-builder.ts";
import {
  clauseOf,
  clock,
  evaluate,
  on,
  policyOf,
  policyWith,
  respond,
  within,
  withinExpression,
} from "./testing/test-contract.ts";

const number = (value: number) => expr.literal(literal.number(value));
const handoff = occurrenceOf("handoff", "2026-03-02T09:00Z"); // a Monday
const contact = (at: string, parts: Parameters<typeof occurrenceOf>[2] = {}): Occurrence =>
  occurrenceOf("contact", at, parts);

describe("a clock of `respond`", () => {
  it.each<[string, string, Occurrence[], string, string | null]>([
    ["nothing has happened", "2026-03-02T08:59Z", [handoff], "waiting", null],
    ["it has just started", "2026-03-02T09:00Z", [handoff], "running", "2026-03-02T13:00Z"],
    [
      "done at once",
      "2026-03-02T09:00Z",
      [handoff, contact("2026-03-02T09:00Z")],
      "met",
      "2026-03-02T13:00Z",
    ],
    [
      "done before the trigger",
      "2026-03-02T12:00Z",
      [handoff, contact("2026-03-02T08:59Z")],
      "running",
      "2026-03-02T13:00Z",
    ],
    [
      "done at the due instant",
      "2026-03-02T13:00Z",
      [handoff, contact("2026-03-02T13:00Z")],
      "met",
      "2026-03-02T13:00Z",
    ],
    ["due and not done", "2026-03-02T13:00Z", [handoff], "running", "2026-03-02T13:00Z"],
    ["past due", "2026-03-02T13:00:00.001Z", [handoff], "breached", "2026-03-02T13:00Z"],
    ["done late", "2026-03-02T14:00Z", [handoff, contact("2026-03-02T13:30Z")], "late", "2026-03-02T13:00Z"],
    [
      "done in the future",
      "2026-03-02T12:00Z",
      [handoff, contact("2026-03-02T12:30Z")],
      "running",
      "2026-03-02T13:00Z",
    ],
  ])("%s", (_case, at, events, status, due) => {
    const verdict = clock(evaluate(policyWith(respond()), events, at));
    expect(verdict.status).toBe(status);
    expect(verdict.due).toBe(due === null ? null : instant(due));
  });

  it("says when it was due and done, in the agreement's words", () => {
    const events = [handoff, contact("2026-03-02T09:45Z")];
    const { reasons, elapsedMs, usedPercent } = clock(
      evaluate(policyWith(respond()), events, "2026-03-03T00:00Z"),
    );
    expect(reasons).toEqual(["due Mon 2026-03-02 13:00, done Mon 2026-03-02 09:45"]);
    expect([elapsedMs, usedPercent]).toEqual([45 * 60_000, 18.75]);
  });

  it("measures how far past its deadline it was done", () => {
    const events = [handoff, contact("2026-03-03T10:00Z")];
    const verdict = clock(evaluate(policyWith(respond()), events, "2026-03-04T00:00Z"));
    expect(verdict.overshoot).toEqual({ elapsedMs: 21 * 3_600_000, businessMs: 5 * 3_600_000 });
  });

  it("counts the n-th, skips those too close, and names how many are wanting", () => {
    const duty = respond({
      times: number(3),
      deadline: within(2, "week"),
      apart: durationOf(1, "day", true),
    });
    const touches = ["2026-03-02T10:00Z", "2026-03-02T11:00Z", "2026-03-03T10:00Z", "2026-03-04T09:00Z"];
    const events = [handoff, ...touches.map((at) => contact(at))];
    const before = clock(evaluate(policyWith(duty), events, "2026-03-20T00:00Z"));
    expect([before.status, before.reasons]).toEqual(["breached", ["2 of 3 contact by Mon 2026-03-16 09:00"]]);
    const after = evaluate(policyWith(duty), [...events, contact("2026-03-04T10:00Z")], "2026-03-20T00:00Z");
    expect(clock(after).done).toBe(instant("2026-03-04T10:00Z"));
  });

  it("takes any of several events, under its condition", () => {
    const where = expr.is(expr.attribute("channel"), "call");
    const duty = respond({ events: [eventMatch("contact", where), eventMatch("accept")] });
    const email = contact("2026-03-02T10:00Z", { attributes: { channel: "email" } });
    const silent = contact("2026-03-02T10:30Z");
    const accept = occurrenceOf("accept", "2026-03-02T11:00Z");
    expect(
      clock(evaluate(policyWith(duty), [handoff, email, silent, accept], "2026-03-03T00:00Z")).done,
    ).toBe(accept.at);
  });

  it("never takes the trigger for its own answer, nor the same channel where another is asked for", () => {
    const duty = respond({ trigger: on("contact"), onAnotherChannel: true });
    const policy = policyWith({
      ...duty,
      trigger: { ...on("contact"), kind: "event", which: "first", events: [eventMatch("contact")] },
    });
    const call = contact("2026-03-02T09:00Z", { attributes: { channel: "call" } });
    const again = contact("2026-03-02T09:10Z", { attributes: { channel: "call" } });
    const email = contact("2026-03-02T09:20Z", { attributes: { channel: "email" } });
    expect(clock(evaluate(policy, [call, again], "2026-03-02T12:00Z")).status).toBe("running");
    expect(clock(evaluate(policy, [call, again, email], "2026-03-02T12:00Z")).done).toBe(email.at);
  });
});

describe("several triggers", () => {
  const second = occurrenceOf("handoff", "2026-03-02T10:00Z");
  const third = occurrenceOf("handoff", "2026-03-05T10:00Z");
  const statuses = (duty: ReturnType<typeof respond>, events: Occurrence[]) =>
    evaluate(policyWith(duty), events, "2026-03-06T00:00Z").clocks.map(({ status }) => status);
  const answer = contact("2026-03-02T11:00Z");
  const which = (one: "first" | "last") => ({ ...on("handoff"), which: one }) as ReturnType<typeof on>;

  it.each<[string, ReturnType<typeof respond>, Occurrence[], string[]]>([
    [
      "each opens a clock, and one answer counts for all",
      respond(),
      [handoff, second, answer],
      ["met", "met"],
    ],
    ["of first opens one", respond({ trigger: which("first") }), [handoff, second, answer], ["met"]],
    [
      "restarts ends the older one",
      respond({ restarts: true }),
      [handoff, second, answer],
      ["discharged", "met"],
    ],
    ["restarts clears no breach", respond({ restarts: true }), [handoff, third], ["breached", "breached"]],
    [
      "of last discharges what is not yet due",
      respond({ trigger: which("last") }),
      [handoff, second],
      ["discharged", "breached"],
    ],
    [
      "of last leaves what is due",
      respond({ trigger: which("last") }),
      [handoff, third],
      ["breached", "breached"],
    ],
    [
      "what comes after the restart is not for the older clock",
      respond({ restarts: true }),
      [handoff, third, contact("2026-03-05T11:00Z")],
      ["breached", "met"],
    ],
    [
      "of last, it is late for the older clock",
      respond({ trigger: which("last") }),
      [handoff, third, contact("2026-03-05T11:00Z")],
      ["late", "met"],
    ],
  ])("%s", (_case, duty, events, expected) => {
    expect(statuses(duty, events)).toEqual(expected);
  });

  it("outside the agreement's term starts no clock, the last day is inside", () => {
    const agreement = { effective: { from: "2026-01-01", to: "2026-03-02" } };
    const policy = policyWith(respond(), {}, { agreement });
    const late = occurrenceOf("handoff", "2026-03-03T00:00Z");
    const last = occurrenceOf("handoff", "2026-03-02T23:59Z");
    expect(clock(evaluate(policy, [late], "2026-03-04T00:00Z")).status).toBe("waiting");
    expect(clock(evaluate(policy, [last], "2026-03-04T05:00Z")).status).toBe("breached");
  });
});

describe("the terms of a clock", () => {
  const byGrade = expr.table(
    expr.field("grade"),
    [{ values: [literal.choice("A")], result: durationOf(5, "minute") }],
    durationOf(1, "hour", true),
  );
  it.each<[Record<string, Value>, string, string | null, string[]]>([
    [{ grade: "A" }, "running", "2026-03-02T09:05Z", []],
    [{ grade: "B" }, "running", "2026-03-02T10:00Z", []],
    [{}, "unknown", null, ["grade"]],
  ])("come from a table by class: %j", (values, status, due, missing) => {
    const policy = policyWith(respond({ deadline: withinExpression(byGrade) }));
    const verdict = clock(evaluate(policy, [handoff], "2026-03-02T09:00Z", values));
    expect([verdict.status, verdict.due, verdict.missing]).toEqual([
      status,
      due === null ? null : instant(due),
      missing,
    ]);
  });

  it.each<[Record<string, Value>, string, string[]]>([
    [{ source: "web" }, "running", []],
    [{ source: "webinar" }, "inapplicable", []],
    [{}, "unknown", ["source"]],
  ])("`for` decides at the trigger: %j", (values, status, missing) => {
    const appliesTo = expr.is(expr.field("source"), "web");
    const verdict = clock(
      evaluate(policyWith(respond(), { appliesTo }), [handoff], "2026-03-02T09:00Z", values),
    );
    expect([verdict.status, verdict.missing]).toEqual([status, missing]);
  });

  it.each([
    ["keeps", "2026-03-02T11:00Z"],
    ["moves", "2026-03-02T10:00Z"],
  ] as const)("in flight %s: dated terms under a running clock", (inFlight, due) => {
    const dated = expr.dated(
      { from: null, value: durationOf(12, "hour") },
      { from: "2026-03-02", value: durationOf(11, "hour") },
    );
    const policy = policyWith(
      respond({ deadline: withinExpression(dated) }),
      {},
      { agreement: { inFlight } },
    );
    const evening = occurrenceOf("handoff", "2026-03-01T23:00Z");
    const before = evaluate(policy, [evening], "2026-03-01T23:30Z");
    expect([clock(before).due, before.next]).toEqual([
      instant("2026-03-02T11:00Z"),
      instant("2026-03-02T00:00Z"),
    ]);
    expect(clock(evaluate(policy, [evening], "2026-03-02T02:00Z")).due).toBe(instant(due));
  });
});

describe("until, unless and waivers", () => {
  const reject = occurrenceOf("reject", "2026-03-02T10:00Z");
  const lateReject = occurrenceOf("reject", "2026-03-02T14:00Z");
  const until = [eventMatch("reject")];
  it.each<[string, Occurrence[], string]>([
    ["stopped before it was done", [handoff, reject, contact("2026-03-02T11:00Z")], "discharged"],
    ["stopped by now", [handoff, reject], "discharged"],
    ["done before the stop", [handoff, contact("2026-03-02T09:30Z"), reject], "met"],
    ["stopped after due", [handoff, lateReject], "breached"],
  ])("%s", (_case, events, status) => {
    expect(clock(evaluate(policyWith(respond(), { until }), events, "2026-03-03T00:00Z")).status).toBe(
      status,
    );
  });

  it("the trigger does not stop its own clock", () => {
    const policy = policyWith(respond({ trigger: on("reject") }), { until });
    expect(clock(evaluate(policy, [reject], "2026-03-02T11:00Z")).status).toBe("running");
  });

  it("an excuse is read at the earlier of due and now", () => {
    const policy = policyWith(respond(), { excuses: [expr.happened("won")] });
    const won = (at: string) => occurrenceOf("won", at);
    expect(clock(evaluate(policy, [handoff, won("2026-03-02T13:00Z")], "2026-03-03T00:00Z")).status).toBe(
      "excused",
    );
    expect(clock(evaluate(policy, [handoff, won("2026-03-02T13:01Z")], "2026-03-03T00:00Z")).status).toBe(
      "breached",
    );
  });

  it("an unknown excuse names the field", () => {
    const policy = policyWith(respond(), { excuses: [expr.is(expr.field("grade"), "B")] });
    const verdict = clock(evaluate(policy, [handoff], "2026-03-03T00:00Z"));
    expect([verdict.status, verdict.missing]).toEqual(["unknown", ["grade"]]);
  });

  it.each([
    ["anna", "2026-03-02", "excused"],
    ["bart", "2026-03-02", "breached"],
    ["anna", "2026-03-01", "breached"],
  ])("a waiver for anna holds on its dates: %s until %s", (owner, to, status) => {
    const waiver = {
      for: expr.is(expr.field("owner"), expr.literal(literal.text("anna"))),
      from: "2026-02-01",
      to,
      because: "Leave",
      span: respond().deadline.span,
    };
    const verdict = evaluate(policyWith(respond(), { waivers: [waiver] }), [handoff], "2026-03-03T00:00Z", {
      owner,
    });
    expect(clock(verdict).status).toBe(status);
  });
});

describe("when an event was written down", () => {
  const recorded = (at: string) => contact("2026-03-02T10:00Z", { recorded: instant(at) });
  it.each([
    [
      "by the deadline, it counts from when it happened",
      "2026-03-02T13:00Z",
      "2026-03-05T00:00Z",
      "met",
      "2026-03-02T10:00Z",
    ],
    ["later, it counts from then", "2026-03-02T13:01Z", "2026-03-05T00:00Z", "late", "2026-03-02T13:01Z"],
    ["not yet, it is not seen", "2026-03-04T00:00Z", "2026-03-03T00:00Z", "breached", null],
  ])("%s", (_case, record, at, status, done) => {
    const verdict = clock(evaluate(policyWith(respond()), [handoff, recorded(record)], at));
    expect([verdict.status, verdict.done]).toEqual([status, done === null ? null : instant(done)]);
    expect(verdict.reasons.some((reason) => reason.includes("late logging"))).toBe(status === "late");
  });
});

describe("one party's breach", () => {
  it("releases the other's duty on the same lead", () => {
    const provide = commitmentOf("complete", [
      clauseOf({ kind: "provide", fields: ["phone"], trigger: on("handoff") }),
    ]);
    const call = commitmentOf("call", [clauseOf(respond())], {
      excuses: [expr.verdictIs("complete", "breached")],
    });
    const statuses = (values: Record<string, Value>) =>
      evaluate(policyOf([call, provide]), [handoff], "2026-03-03T00:00Z", values).clocks.map(
        ({ status }) => status,
      );
    expect(statuses({})).toEqual(["excused", "breached"]);
    expect(statuses({ phone: "1" })).toEqual(["breached", "met"]);
  });
});
