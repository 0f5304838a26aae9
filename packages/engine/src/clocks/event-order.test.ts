import { describe, expect, it } from "vitest";
import type { Occurrence } from "../records/facts.ts";
import { durationOf, eventMatch, expr } from "../testing/expression-builder.ts";
import { instant, noSpan, occurrenceOf } from "../testing/policy-builder.ts";
import { held, newYork, newYorkAgreement, promiseOf } from "./testing/new-york.ts";
import {
  clock,
  evaluate,
  on,
  policyWith,
  type respond,
  within,
  withinExpression,
} from "./testing/test-contract.ts";

type Deadline = ReturnType<typeof within>;

describe("the order of events", () => {
  const four = within(4, "hour");
  const handoff = occurrenceOf("handoff", "2026-03-05T10:00-05:00");
  const contact = (text: string, recorded: string | null = null) =>
    occurrenceOf("contact", text, recorded === null ? {} : { recorded: instant(recorded) });
  const again = occurrenceOf("handoff", "2026-03-09T10:00-04:00");

  it.each<[string, Deadline, Parameters<typeof respond>[0], Occurrence[], string[]]>([
    [
      "the answer at the trigger's instant counts",
      four,
      {},
      [handoff, contact("2026-03-05T10:00-05:00")],
      ["met"],
    ],
    [
      "and where no time is given",
      within(0, "minute"),
      {},
      [handoff, contact("2026-03-05T10:00-05:00")],
      ["met"],
    ],
    [
      "the answer before the trigger does not",
      four,
      {},
      [contact("2026-03-05T09:59:59.999-05:00"), handoff],
      ["breached"],
    ],
    ["the answer at the due instant counts", four, {}, [handoff, contact("2026-03-05T14:00-05:00")], ["met"]],
    [
      "the answer a millisecond later is late",
      four,
      {},
      [handoff, contact("2026-03-05T14:00:00.001-05:00")],
      ["late"],
    ],
    [
      "a duplicate of the trigger starts no second clock",
      four,
      {},
      [handoff, occurrenceOf("handoff", "2026-03-05T10:00-05:00")],
      ["breached"],
    ],
    [
      "a duplicate answer counts once",
      four,
      { times: expr.literal({ kind: "number", value: "2" }) },
      [handoff, contact("2026-03-05T11:00-05:00"), contact("2026-03-05T11:00-05:00")],
      ["breached"],
    ],
    [
      "a recycled lead has a clock for each occurrence",
      four,
      {},
      [handoff, contact("2026-03-05T11:00-05:00"), again],
      ["met", "breached"],
    ],
    [
      "an answer to the second counts for the open first, late",
      four,
      {},
      [handoff, again, contact("2026-03-09T11:00-04:00")],
      ["late", "met"],
    ],
    [
      "recorded at the due instant, it counts from when it happened",
      four,
      {},
      [handoff, contact("2026-03-05T10:30-05:00", "2026-03-05T14:00-05:00")],
      ["met"],
    ],
    [
      "recorded a millisecond later, it counts from then",
      four,
      {},
      [handoff, contact("2026-03-05T10:30-05:00", "2026-03-05T14:00:00.001-05:00")],
      ["late"],
    ],
    [
      "happened before the trigger and recorded after it, it does not count",
      four,
      {},
      [contact("2026-03-05T09:00-05:00", "2026-03-05T11:00-05:00"), handoff],
      ["breached"],
    ],
  ])("%s", (_case, deadline, duty, events, statuses) => {
    const { clocks } = evaluate(promiseOf(deadline, newYork, duty), events, "2026-03-20T00:00Z");
    expect(clocks.map(({ status }) => status)).toEqual(statuses);
  });

  it("touches of a cadence that arrive out of order count in order of time", () => {
    const step = (day: number) => ({ day, events: [eventMatch("contact")], span: noSpan });
    const steps = [step(0), step(1), step(2)];
    const policy = policyWith(
      { kind: "follow", steps, business: true, trigger: on("handoff"), restarts: false },
      {},
      { ...newYorkAgreement, calendars: [newYork] },
    );
    const touches = [
      contact("2026-03-09T12:00-04:00"),
      contact("2026-03-05T11:00-05:00"),
      contact("2026-03-06T16:00-05:00"),
    ];
    const { clocks } = evaluate(policy, [...touches, handoff], "2026-03-20T00:00Z");
    expect(clocks.map(({ status, done }) => [status, done])).toEqual([
      ["met", touches[1]?.at],
      ["met", touches[2]?.at],
      ["met", touches[0]?.at],
    ]);
    const logged = [
      contact("2026-03-05T11:00-05:00", "2026-03-06T08:00-05:00"),
      contact("2026-03-06T07:00-05:00"),
    ];
    const late = evaluate(policy, [handoff, ...logged], "2026-03-20T00:00Z").clocks;
    expect(late.map(({ status }) => status)).toEqual(["late", "met", "breached"]);
  });
});

describe("a dated value that changes under a running clock", () => {
  const dated = (before: number, after: number) =>
    withinExpression(
      expr.dated(
        { from: null, value: durationOf(before, "hour", true) },
        { from: "2026-03-06", value: durationOf(after, "hour", true) },
      ),
    );
  const handoff = occurrenceOf("handoff", "2026-03-05T16:00-05:00");
  /** 16:00 on Thursday; the terms change at midnight. */
  it.each<["keeps" | "moves", number, number, Occurrence[], string, string]>([
    ["keeps", 4, 2, [], "2026-03-06T12:00-05:00", "breached"],
    ["moves", 4, 2, [], "2026-03-06T10:00-05:00", "breached"],
    ["moves", 2, 4, [], "2026-03-06T12:00-05:00", "breached"],
    ["moves", 4, 1, [], "2026-03-06T00:00-05:00", "breached"],
    ["moves", 1, 4, [], "2026-03-05T17:00-05:00", "breached"],
    ["moves", 4, 1, [occurrenceOf("contact", "2026-03-05T23:59-05:00")], "2026-03-06T12:00-05:00", "met"],
    [
      "moves",
      4,
      2,
      held("2026-03-05T16:30-05:00", "2026-03-06T10:00-05:00"),
      "2026-03-06T11:30-05:00",
      "breached",
    ],
  ])("in flight %s, %d then %d business hours", (inFlight, before, after, events, due, status) => {
    const policy = promiseOf(dated(before, after), newYork);
    const verdict = clock(
      evaluate(
        { ...policy, agreement: { ...policy.agreement, inFlight } },
        [handoff, ...events],
        "2026-03-20T00:00Z",
      ),
    );
    expect([new Date(verdict.due ?? Number.NaN).toISOString(), verdict.status]).toEqual([
      new Date(due).toISOString(),
      status,
    ]);
  });
});

it("a date alone starts no clock: no midnight is invented", () => {
  const policy = promiseOf(within(4, "hour"), newYork, {
    trigger: { kind: "field", field: "created", span: noSpan },
  });
  const verdict = evaluate(policy, [], "2026-03-20T00:00Z", { created: "2026-03-05" });
  expect([clock(verdict).status, clock(verdict).start, verdict.issues[0]?.message]).toEqual([
    "unknown",
    null,
    "created is a date, which does not say when in the day the clock starts",
  ]);
});
