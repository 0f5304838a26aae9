import { describe, expect, it } from "vitest";
import type { Occurrence } from "../records/facts.ts";
import { durationOf, eventMatch } from "../testing/expression-builder.ts";
import { instant, noSpan, occurrenceOf } from "../testing/policy-builder.ts";
import { clock, evaluate, policyWith, respond, within } from "./testing/test-contract.ts";

const pause = (cap: ReturnType<typeof durationOf> | null = null) => ({
  from: [eventMatch("hold")],
  to: [eventMatch("resume")],
  cap,
  span: noSpan,
});
const hold = (at: string, parts: Parameters<typeof occurrenceOf>[2] = {}) => occurrenceOf("hold", at, parts);
const resume = (at: string) => occurrenceOf("resume", at);
/** Monday 2026-03-02, 09:00. */
const handoff = occurrenceOf("handoff", "2026-03-02T09:00Z");

const elapsed = within(4, "hour");
const business = within(4, "hour", true);
const days = within(2, "day", true);
const close = { kind: "closeOfDay", day: 2, span: noSpan } as const;

describe("pauses", () => {
  it.each<
    [string, ReturnType<typeof within>, ReturnType<typeof durationOf> | null, Occurrence[], string | null]
  >([
    [
      "elapsed units lose elapsed time",
      elapsed,
      null,
      [hold("2026-03-02T10:00Z"), resume("2026-03-02T12:00Z")],
      "2026-03-02T15:00Z",
    ],
    [
      "overlapping pauses count once",
      elapsed,
      null,
      [hold("2026-03-02T10:00Z"), hold("2026-03-02T11:00Z"), resume("2026-03-02T12:00Z")],
      "2026-03-02T15:00Z",
    ],
    [
      "a pause from before the start is clipped",
      elapsed,
      null,
      [hold("2026-03-02T08:00Z"), resume("2026-03-02T10:00Z")],
      "2026-03-02T14:00Z",
    ],
    [
      "a pause over before the start is nothing",
      elapsed,
      null,
      [hold("2026-03-02T07:00Z"), resume("2026-03-02T08:00Z")],
      "2026-03-02T13:00Z",
    ],
    [
      "after due nothing changes",
      elapsed,
      null,
      [hold("2026-03-02T13:00Z"), resume("2026-03-02T15:00Z")],
      "2026-03-02T13:00Z",
    ],
    [
      "a millisecond before due it does",
      elapsed,
      null,
      [hold("2026-03-02T12:59:59.999Z"), resume("2026-03-02T15:00Z")],
      "2026-03-02T15:00:00.001Z",
    ],
    [
      "the cap ends an endless pause",
      elapsed,
      durationOf(1, "hour"),
      [hold("2026-03-02T10:00Z")],
      "2026-03-02T14:00Z",
    ],
    [
      "the cap is for all pauses together",
      elapsed,
      durationOf(1, "hour"),
      [
        hold("2026-03-02T10:00Z"),
        resume("2026-03-02T10:40Z"),
        hold("2026-03-02T11:00Z"),
        resume("2026-03-02T12:00Z"),
      ],
      "2026-03-02T14:00Z",
    ],
    [
      "business units lose open time",
      business,
      null,
      [hold("2026-03-02T10:00Z"), resume("2026-03-02T11:00Z")],
      "2026-03-02T14:00Z",
    ],
    [
      "a hold overnight costs nothing",
      within(12, "hour", true),
      null,
      [hold("2026-03-02T20:00Z"), resume("2026-03-03T08:00Z")],
      "2026-03-03T13:00Z",
    ],
    [
      "day units lose the closings inside",
      days,
      null,
      [hold("2026-03-02T16:00Z"), resume("2026-03-04T09:00Z")],
      "2026-03-06T09:00Z",
    ],
    [
      "day units lose nothing within a day",
      days,
      null,
      [hold("2026-03-02T10:00Z"), resume("2026-03-02T16:59Z")],
      "2026-03-04T09:00Z",
    ],
    [
      "by close of business",
      close,
      null,
      [hold("2026-03-02T16:00Z"), resume("2026-03-03T09:00Z")],
      "2026-03-05T17:00Z",
    ],
    [
      "a cap in business days",
      days,
      durationOf(1, "day", true),
      [hold("2026-03-02T10:00Z")],
      "2026-03-05T09:00Z",
    ],
    ["an endless pause leaves no deadline", elapsed, null, [hold("2026-03-02T10:00Z")], null],
  ])("%s", (_case, deadline, cap, events, due) => {
    const policy = policyWith(respond({ deadline }), { pauses: [pause(cap)] });
    const verdict = clock(evaluate(policy, [handoff, ...events], "2026-03-20T00:00Z"));
    expect(verdict.due).toBe(due === null ? null : instant(due));
  });

  it("keeps the remaining time, and runs again when the cap is used up", () => {
    const policy = policyWith(respond(), { pauses: [pause(durationOf(2, "hour"))] });
    const events = [handoff, hold("2026-03-02T10:00Z")];
    const held = evaluate(policy, events, "2026-03-02T11:30Z");
    expect([clock(held).status, clock(held).remainingMs]).toEqual(["paused", 3 * 3_600_000]);
    expect(held.next).toBe(instant("2026-03-02T12:00Z"));
    expect(clock(evaluate(policy, events, "2026-03-02T12:00Z")).status).toBe("running");
  });

  it("one that was written down after the deadline clears no breach", () => {
    const policy = policyWith(respond(), { pauses: [pause()] });
    const late = hold("2026-03-02T10:00Z", { recorded: instant("2026-03-02T14:00Z") });
    const early = hold("2026-03-02T10:00Z", { recorded: instant("2026-03-02T12:00Z") });
    expect(clock(evaluate(policy, [handoff, late], "2026-03-02T15:00Z")).status).toBe("breached");
    expect(clock(evaluate(policy, [handoff, early], "2026-03-02T15:00Z")).status).toBe("paused");
  });

  it.each<[string, Occurrence[]]>([
    ["an earlier hold", [hold("2026-03-02T09:30Z", { recorded: instant("2026-03-02T14:00Z") })]],
    [
      "an earlier resumption",
      [occurrenceOf("resume", "2026-03-02T10:10Z", { recorded: instant("2026-03-02T14:00Z") })],
    ],
  ])("%s that was written down after the deadline moves no deadline that is over", (_, late) => {
    const policy = policyWith(respond(), { pauses: [pause()] });
    const events = [handoff, hold("2026-03-02T10:00Z"), resume("2026-03-02T10:30Z")];
    const before = clock(evaluate(policy, events, "2026-03-02T13:59Z"));
    const after = clock(evaluate(policy, [...events, ...late], "2026-03-02T15:00Z"));
    expect(before.due).toBe(instant("2026-03-02T13:30Z"));
    expect([after.due, after.status]).toEqual([before.due, "breached"]);
  });

  it("a late hold that is left out uses nothing of the cap", () => {
    const policy = policyWith(respond(), { pauses: [pause(durationOf(1, "hour"))] });
    const late = hold("2026-03-02T09:00Z", { recorded: instant("2026-03-02T16:00Z") });
    const events = [handoff, late, hold("2026-03-02T11:00Z"), resume("2026-03-02T11:30Z")];
    expect(clock(evaluate(policy, events, "2026-03-02T17:00Z")).due).toBe(instant("2026-03-02T13:30Z"));
  });
});
