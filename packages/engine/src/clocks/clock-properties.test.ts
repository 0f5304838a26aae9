import type { Policy } from "@entente/ir";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createEngine } from "../engine.ts";
import type { LeadFacts, Occurrence } from "../records/facts.ts";
import { durationOf, eventMatch, expr, literal } from "../testing/expression-builder.ts";
import { instant, noSpan, occurrenceOf } from "../testing/policy-builder.ts";
import type { Verdict } from "../verdict.ts";
import { isViolation } from "./status.ts";
import { on, policyWith, respond, within } from "./testing/test-contract.ts";

const MINUTE = 60_000;
/** Friday 2026-03-06, 08:00: the days after it cross a weekend. */
const EPOCH = instant("2026-03-06T08:00Z");
const minutes = fc.integer({ min: 0, max: 7 * 24 * 12 }).map((five) => EPOCH + five * 5 * MINUTE);

const occurrence = fc
  .record({
    event: fc.constantFrom("handoff", "handoff", "contact", "contact", "reject", "hold", "resume", "won"),
    at: minutes,
    delay: fc.option(fc.integer({ min: 0, max: 600 }), { nil: null, freq: 2 }),
    channel: fc.constantFrom("call", "email"),
  })
  .map(({ event, at, delay, channel }) =>
    occurrenceOf(event, at, {
      recorded: delay === null ? null : at + delay * 5 * MINUTE,
      attributes: event === "contact" ? { channel } : {},
    }),
  );
const events = fc.array(occurrence, { maxLength: 10 });

const deadline = fc.constantFrom(
  within(3, "hour"),
  within(2, "day"),
  within(5, "hour", true),
  within(1, "day", true),
  { kind: "closeOfDay" as const, day: 1, span: noSpan },
);
const cap = fc.constantFrom(
  null,
  durationOf(2, "hour"),
  durationOf(3, "hour", true),
  durationOf(1, "day", true),
);

const policy: fc.Arbitrary<Policy> = fc
  .record({
    deadline,
    cap,
    paused: fc.boolean(),
    stopped: fc.boolean(),
    restarts: fc.boolean(),
    last: fc.boolean(),
    excused: fc.boolean(),
    times: fc.integer({ min: 1, max: 3 }),
    apart: fc.constantFrom(null, durationOf(1, "hour"), durationOf(2, "hour", true)),
    warnAt: fc.constantFrom(null, "75", "33.3"),
  })
  .map((one) =>
    policyWith(
      respond({
        deadline: one.deadline,
        times: expr.literal(literal.number(one.times)),
        apart: one.apart,
        restarts: one.restarts,
        trigger: { ...on("handoff"), which: one.last ? "last" : "each" } as ReturnType<typeof on>,
      }),
      {
        pauses: one.paused
          ? [{ from: [eventMatch("hold")], to: [eventMatch("resume")], cap: one.cap, span: noSpan }]
          : [],
        until: one.stopped ? [eventMatch("reject")] : [],
        excuses: one.excused ? [expr.happened("won")] : [],
        warnAt: one.warnAt,
        ladder: "chase",
      },
      { ladders: [ladder], horizon: { from: "2026-01-01", to: "2026-12-31" } },
    ),
  );
const ladder = {
  name: "chase",
  steps: [null, durationOf(2, "hour"), durationOf(1, "day", true)].map((after) => ({
    after,
    actions: [{ verb: "notify" as const, to: ["owner"], text: null, every: null, span: noSpan }],
    span: noSpan,
  })),
  span: noSpan,
};

const lead = (occurrences: readonly Occurrence[]): LeadFacts => ({
  id: "1",
  values: new Map(),
  events: occurrences,
});
const outcome = (verdict: Verdict) =>
  verdict.clocks.map(({ clause, start, status, steps }) => [clause, start, status, steps.length]);

describe("for every contract and history", () => {
  it("neither the order of events nor duplicates matter", () => {
    fc.assert(
      fc.property(policy, events, minutes, fc.infiniteStream(fc.nat()), (contract, history, at, keys) => {
        const engine = createEngine(contract);
        const shuffled = [...history, ...history.slice(0, 3)]
          .map((one) => ({ one, key: keys.next().value }))
          .sort((a, b) => a.key - b.key)
          .map(({ one }) => one);
        expect(engine.evaluate(lead(shuffled), { at })).toEqual(engine.evaluate(lead(history), { at }));
      }),
      { numRuns: 300 },
    );
  });

  it("a violation stays one, whatever is written down later", () => {
    fc.assert(
      fc.property(policy, events, minutes, minutes, (contract, history, one, other) => {
        const engine = createEngine(contract);
        const before = engine.evaluate(lead(history), { at: Math.min(one, other) });
        const after = engine.evaluate(lead(history), { at: Math.max(one, other) });
        for (const clock of before.violations) {
          const later = after.clocks.find(({ start }) => start === clock.start);
          expect(isViolation(later?.status ?? "waiting")).toBe(true);
          expect(later?.steps.slice(0, clock.steps.length)).toEqual(clock.steps);
        }
      }),
      { numRuns: 500 },
    );
  });

  it("nothing changes between now and `next`", () => {
    fc.assert(
      fc.property(
        policy,
        events,
        minutes,
        fc.double({ min: 0, max: 1, noNaN: true }),
        (contract, history, at, share) => {
          const engine = createEngine(contract);
          const now = engine.evaluate(lead(history), { at });
          const end = now.next ?? at + 60 * 24 * 60 * MINUTE;
          const between = [at + Math.floor((end - at - 1) * share), end - 1];
          for (const later of between)
            expect(outcome(engine.evaluate(lead(history), { at: later }))).toEqual(outcome(now));
        },
      ),
      { numRuns: 500 },
    );
  });
});

/** The plainest reading of the promise: minute by minute, without pauses, excuses or late recordings. */
function slowStatus(
  starts: number,
  due: number,
  answers: readonly number[],
  stops: readonly number[],
  times: number,
  now: number,
): string {
  let count = 0;
  let stopped = false;
  for (let at = starts; at <= now; at += 5 * MINUTE) {
    for (const answer of answers) {
      if (answer !== at) continue;
      count += 1;
      if (count === times)
        return at <= due ? (stopped ? "discharged" : "met") : stopped ? "discharged" : "late";
    }
    if (at <= due && stops.includes(at)) stopped = true;
  }
  if (stopped) return "discharged";
  return now > due ? "breached" : "running";
}

describe("a slow reference", () => {
  it("agrees on every status", () => {
    const plain = fc
      .record({ event: fc.constantFrom("contact", "contact", "reject"), at: minutes })
      .map(({ event, at }) => occurrenceOf(event, at));
    const distinct = fc.uniqueArray(plain, { maxLength: 6, selector: (one) => one.at });
    fc.assert(
      fc.property(
        minutes,
        distinct,
        fc.integer({ min: 1, max: 3 }),
        fc.integer({ min: 1, max: 60 }),
        minutes,
        (start, history, times, hours, at) => {
          const contract = policyWith(
            respond({ times: expr.literal(literal.number(times)), deadline: within(hours, "hour") }),
            { until: [eventMatch("reject")] },
            { horizon: { from: "2026-01-01", to: "2026-12-31" } },
          );
          const verdict = createEngine(contract).evaluate(
            lead([occurrenceOf("handoff", start), ...history]),
            { at },
          );
          const instants = (event: string) =>
            history.filter((one) => one.event === event).map((one) => one.at);
          const due = start + hours * 60 * MINUTE;
          const expected =
            at < start
              ? "waiting"
              : slowStatus(start, due, instants("contact"), instants("reject"), times, at);
          expect(verdict.clocks.map(({ status }) => status)).toEqual([expected]);
        },
      ),
      { numRuns: 500 },
    );
  });
});
