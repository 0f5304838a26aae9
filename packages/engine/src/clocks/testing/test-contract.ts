import type { Clause, Commitment, Duty, DutyOf, Expression, OfficeCalendar, Policy } from "@entente/ir";
import { createEngine, type EngineOptions } from "../../engine.ts";
import type { Occurrence, Value } from "../../records/facts.ts";
import { durationOf, eventMatch, expr } from "../../testing/expression-builder.ts";
import {
  buildPolicy,
  choiceOf,
  commitmentOf,
  eventOf,
  factsOf,
  fieldOf,
  fieldType,
  instant,
  noSpan,
} from "../../testing/policy-builder.ts";
import type { ClockVerdict, Verdict } from "../../verdict.ts";

type Trigger = DutyOf<"respond">["trigger"];
type Parts = Parameters<typeof buildPolicy>[0];

/** `within 4 hours`, `within(2, "day", true)` for business days. */
export function within(
  amount: number,
  unit: Parameters<typeof durationOf>[1],
  business = false,
): DutyOf<"respond">["deadline"] {
  return withinExpression(expr.literal(durationOf(amount, unit, business)));
}

export function withinExpression(duration: Expression): DutyOf<"respond">["deadline"] {
  return { kind: "within", duration, span: noSpan };
}

export function on(...events: string[]): Trigger {
  return { kind: "event", which: "each", events: events.map((event) => eventMatch(event)), span: noSpan };
}

/** `sales must contact within 4 hours of handoff`, with parts laid over it. */
export function respond(parts: Partial<Omit<DutyOf<"respond">, "kind">> = {}): DutyOf<"respond"> {
  return {
    kind: "respond",
    events: [eventMatch("contact")],
    times: expr.literal({ kind: "number", value: "1" }),
    apart: null,
    onAnotherChannel: false,
    deadline: within(4, "hour"),
    trigger: on("handoff"),
    restarts: false,
    ...parts,
  };
}

export function clauseOf(duty: Duty, id = "1"): Clause {
  return { id, labelled: false, party: "sales", duty, span: noSpan };
}

/** Mon-Fri 09:00-17:00, UTC. */
export const office: OfficeCalendar = {
  kind: "office",
  name: "office",
  timeZone: "UTC",
  weekly: [{ days: [1, 2, 3, 4, 5], intervals: [{ opens: 540, closes: 1020 }], span: noSpan }],
  holidays: [],
  closed: [],
  open: [],
  span: noSpan,
};

/** A policy with one commitment `promise`, the events and fields of the tests, and the office's hours. */
export function policyWith(duty: Duty, commitment: Partial<Commitment> = {}, parts: Parts = {}): Policy {
  return policyOf([commitmentOf("promise", [clauseOf(duty)], commitment)], parts);
}

export function policyOf(commitments: Commitment[], parts: Parts = {}): Policy {
  return buildPolicy({
    calendars: [office],
    lead: {
      fields: [
        fieldOf("id", fieldType.text, { key: true }),
        fieldOf("source", choiceOf("web", "webinar")),
        fieldOf("grade", choiceOf("A", "B")),
        fieldOf("phone", fieldType.text),
        fieldOf("owner", fieldType.text),
        fieldOf("created", fieldType.time),
      ],
    },
    events: [
      eventOf("handoff"),
      eventOf("contact", [fieldOf("channel", choiceOf("call", "email"))]),
      ...["accept", "reject", "hold", "resume", "assign", "won"].map((name) => eventOf(name)),
    ],
    commitments,
    ...parts,
  });
}

/** The verdict on a lead with these events, `at` an instant (ISO text or epoch milliseconds). */
export function evaluate(
  policy: Policy,
  events: readonly Occurrence[],
  at: string | number,
  values: Record<string, Value> = {},
  options: EngineOptions = {},
): Verdict {
  return createEngine(policy, options).evaluate(factsOf(values, events), { at: instant(at) });
}

/** The verdict on the only clock, or on the clock at a position. */
export function clock(verdict: Verdict, position = 0): ClockVerdict {
  const found = verdict.clocks[position];
  if (found === undefined) throw new Error(`there are ${verdict.clocks.length} clocks, not ${position + 1}`);
  return found;
}
