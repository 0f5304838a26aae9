import type { Policy } from "@entente/ir";
import { describe, expect, it } from "vitest";
import type { Occurrence, Value } from "../records/facts.ts";
import { durationOf, eventMatch, expr } from "../testing/expression-builder.ts";
import {
  classOf,
  commitmentOf,
  eventOf,
  instant,
  occurrenceOf,
  scoreLineOf,
  scoreOf,
  stageOf,
} from "../testing/policy-builder.ts";
import { clauseOf, evaluate, policyOf, respond } from "./testing/test-contract.ts";

type Parts = Parameters<typeof policyOf>[1];
const contact = occurrenceOf("contact", "2026-03-02T09:00Z");
const handoff = occurrenceOf("handoff", "2026-03-02T09:00Z");
const created = instant("2026-03-02T09:00Z");
const perContact = (parts: Parameters<typeof scoreLineOf>[2] = {}) =>
  scoreLineOf(5, { kind: "perEvent", match: eventMatch("contact") }, parts);
const fades = { points: "1", every: durationOf(1, "week") };
const silence = (operator: ">" | ">=") =>
  expr.compare(expr.elapsedSince(expr.last("contact")), operator, durationOf(2, "day"));

describe("`next` foresees", () => {
  it.each<[string, Parts, Occurrence[], Record<string, Value>, string, string | null]>([
    [
      "the expiry of an event",
      { scores: [scoreOf("s", [perContact({ expiresAfter: durationOf(3, "day") })])] },
      [contact],
      {},
      "2026-03-03T00:00Z",
      "2026-03-05T09:00:00.001Z",
    ],
    [
      "that a score fades",
      { scores: [scoreOf("s", [perContact()], { fades })] },
      [contact],
      {},
      "2026-03-03T00:00Z",
      "2026-03-09T09:00Z",
    ],
    [
      "the further fading",
      { scores: [scoreOf("s", [perContact()], { fades })] },
      [contact],
      {},
      "2026-03-09T09:00Z",
      "2026-03-16T09:00Z",
    ],
    [
      "nothing for a score at its floor",
      { scores: [scoreOf("s", [perContact()], { fades, minimum: "0" })] },
      [contact],
      {},
      "2026-05-03T00:00Z",
      null,
    ],
    [
      "a length of time that is reached",
      {
        classes: [
          classOf("c", [
            ["quiet", silence(">=")],
            ["new", null],
          ]),
        ],
      },
      [contact],
      {},
      "2026-03-03T00:00Z",
      "2026-03-04T09:00Z",
    ],
    [
      "a length of time that has passed",
      {
        classes: [
          classOf("c", [
            ["quiet", silence(">")],
            ["new", null],
          ]),
        ],
      },
      [contact],
      {},
      "2026-03-04T09:00Z",
      "2026-03-04T09:00:00.001Z",
    ],
    [
      "nothing of two instants within a duration",
      {
        classes: [
          classOf("c", [
            ["near", expr.withinTime(expr.last("contact"), durationOf(2, "day"), expr.field("created"))],
            ["far", null],
          ]),
        ],
      },
      [contact],
      { created },
      "2026-03-03T00:00Z",
      null,
    ],
    [
      "a stage that lapses",
      { stages: [stageOf("Fresh", { when: expr.not(silence(">=")), at: expr.field("created") })] },
      [contact],
      { created },
      "2026-03-03T00:00Z",
      "2026-03-04T09:00Z",
    ],
    [
      "a stage with a computed instant",
      {
        stages: [stageOf("Old", { at: expr.arithmetic(expr.field("created"), "+", durationOf(1, "month")) })],
      },
      [],
      { created },
      "2026-03-03T00:00Z",
      "2026-04-02T09:00Z",
    ],
    [
      "an event of the future",
      {},
      [occurrenceOf("contact", "2026-03-04T09:00Z")],
      {},
      "2026-03-03T00:00Z",
      "2026-03-04T09:00Z",
    ],
    [
      "a recording of the future",
      {},
      [occurrenceOf("contact", "2026-03-02T09:00Z", { recorded: instant("2026-03-05T09:00Z") })],
      {},
      "2026-03-03T00:00Z",
      "2026-03-05T09:00Z",
    ],
  ])("%s", (_case, parts, events, values, at, next) => {
    const verdict = evaluate(policyOf([], parts), events, at, values);
    expect(verdict.next).toBe(next === null ? null : instant(next));
  });

  const promise = (excuses: Parameters<typeof commitmentOf>[2]): Policy =>
    policyOf([commitmentOf("promise", [clauseOf(respond())], excuses)]);

  it("an excuse that begins to hold before the deadline, and none after it", () => {
    const long = expr.compare(expr.elapsedSince(expr.last("handoff")), ">=", durationOf(3, "hour"));
    const policy = promise({ excuses: [long] });
    expect(evaluate(policy, [handoff], "2026-03-02T10:00Z").next).toBe(instant("2026-03-02T12:00Z"));
    expect(evaluate(policy, [handoff], "2026-03-03T00:00Z").next).toBeNull();
  });

  it("what hangs on an event that follows from a breach", () => {
    const policy = promise({});
    const since = expr.compare(expr.elapsedSince(expr.last("accept")), ">=", durationOf(1, "day"));
    const derived = {
      ...policy,
      events: [
        ...policy.events.filter(({ name }) => name !== "accept"),
        eventOf("accept", [], { alsoWhen: expr.verdictIs("promise", "breached") }),
      ],
      classes: [
        classOf("c", [
          ["settled", since],
          ["open", null],
        ]),
      ],
    };
    expect(evaluate(derived, [handoff], "2026-03-02T14:00Z").next).toBe(instant("2026-03-03T13:00Z"));
  });
});
