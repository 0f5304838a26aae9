import { type Policy, resolveZone } from "@entente/ir";
import { describe, expect, it } from "vitest";
import type { Occurrence } from "../records/facts.ts";
import { eventMatch } from "../testing/expression-builder.ts";
import { fieldOf, fieldType, instant, noSpan, occurrenceOf } from "../testing/policy-builder.ts";
import { evaluate, on, policyWith, respond, within } from "./testing/test-contract.ts";

const HOUR = 3_600_000;
const zones = Object.fromEntries(
  ["UTC", "America/New_York", "Asia/Tokyo"].map((name) => [
    name,
    resolveZone(name, instant("2019-01-01T00:00Z"), instant("2031-12-31T00:00Z")),
  ]),
);
const people = [
  { id: "anna", hours: "office", time_zone: "America/New_York" },
  { id: "bart", hours: "office", time_zone: "Asia/Tokyo" },
];
const restarts = (commitment: Parameters<typeof policyWith>[1] = {}): Policy =>
  policyWith(
    respond({ deadline: within(4, "hour", true), trigger: on("assign"), restarts: true }),
    { calendar: { kind: "owner" }, ...commitment },
    { zones, people: { fields: [fieldOf("id", fieldType.text, { key: true })] } },
  );
const assign = (owner: string, at: string) => occurrenceOf("assign", at, { owner });
const event = (name: string, at: string) => occurrenceOf(name, at);
/** Monday 2026-03-09, 10:00 in New York; Tuesday 2026-03-10, 09:00 in Tokyo. */
const toAnna = assign("anna", "2026-03-09T14:00Z");
const toBart = assign("bart", "2026-03-10T00:00Z");

const told = (events: readonly Occurrence[], at: string, commitment: Parameters<typeof policyWith>[1] = {}) =>
  evaluate(restarts(commitment), events, at, {}, { people }).clocks.map(
    ({ owner, status, due, elapsedMs, businessMs, total }) => ({
      owner,
      status,
      due: due === null ? null : new Date(due).toISOString().slice(5, 16),
      hours: [elapsedMs, businessMs].map((ms) => (ms ?? Number.NaN) / HOUR),
      total:
        total === null ? null : [total.elapsedMs, total.businessMs].map((ms) => (ms ?? Number.NaN) / HOUR),
      since: total?.start ?? null,
    }),
  );

describe("a new owner", () => {
  it("gets a fresh clock by their own hours, and the total goes on", () => {
    const taken = assign("bart", "2026-03-09T16:00Z");
    expect(told([toAnna, taken, event("contact", "2026-03-10T02:00Z")], "2026-03-12T00:00Z")).toEqual([
      {
        owner: "anna",
        status: "discharged",
        due: "03-09T18:00",
        hours: [2, 2],
        total: [2, 2],
        since: toAnna.at,
      },
      { owner: "bart", status: "met", due: "03-10T04:00", hours: [10, 2], total: [12, 4], since: toAnna.at },
    ]);
  });

  it("takes over a breach that stays the older owner's, whose time ends there", () => {
    expect(told([toAnna, toBart], "2026-03-10T03:00Z")).toEqual([
      {
        owner: "anna",
        status: "breached",
        due: "03-09T18:00",
        hours: [10, 7],
        total: [10, 7],
        since: toAnna.at,
      },
      {
        owner: "bart",
        status: "running",
        due: "03-10T04:00",
        hours: [3, 3],
        total: [13, 10],
        since: toAnna.at,
      },
    ]);
  });

  it.each<[string, Occurrence[], Parameters<typeof policyWith>[1], (number[] | null)[]]>([
    ["alone", [toAnna], {}, [null]],
    ["after it was done", [toAnna, event("contact", "2026-03-09T15:00Z"), toBart], {}, [null, null]],
    [
      "after `until` ended it",
      [toAnna, event("reject", "2026-03-09T15:00Z"), toBart],
      { until: [eventMatch("reject")] },
      [null, null],
    ],
    [
      "after `until` came past the deadline",
      [toAnna, event("reject", "2026-03-09T20:00Z"), toBart],
      { until: [eventMatch("reject")] },
      [null, null],
    ],
    [
      "a third one",
      [toAnna, toBart, assign("anna", "2026-03-10T13:00Z")],
      {},
      [
        [10, 7],
        [23, 15],
        [34, 23],
      ],
    ],
    [
      "without the pauses",
      [toAnna, event("hold", "2026-03-09T15:00Z"), event("resume", "2026-03-09T17:00Z"), toBart],
      { pauses: [{ from: [eventMatch("hold")], to: [eventMatch("resume")], cap: null, span: noSpan }] },
      [
        [8, 5],
        [32, 13],
      ],
    ],
  ])("%s: the totals", (_case, events, commitment, totals) => {
    const at = "2026-03-11T00:00Z";
    expect(told(events, at, commitment).map(({ total }) => total)).toEqual(totals);
  });

  it("without `restarts` there is no chain", () => {
    const policy = policyWith(respond({ trigger: on("assign") }));
    const { clocks } = evaluate(policy, [toAnna, toBart], "2026-03-11T00:00Z");
    expect(clocks.map(({ owner, total }) => [owner, total])).toEqual([
      ["anna", null],
      ["bart", null],
    ]);
  });
});
