import type { ClockEvidence, ClockVerdict, EndCause } from "@entente/engine";
import { describe, expect, it } from "vitest";
import { plain } from "../terminal/colours.ts";
import { clockLines } from "./explain-clocks.ts";

const utc = (text: string) => Date.parse(`2026-03-${text}Z`);
const style = { zone: { toLocal: (at: number) => at }, timeZone: "UTC", colours: plain };

const clock: ClockVerdict = {
  commitment: "speed",
  clause: "1",
  party: "sales",
  owner: "anna",
  status: "running",
  start: utc("02T09:00"),
  due: utc("02T10:00"),
  done: null,
  stop: null,
  elapsedMs: 0,
  businessMs: 0,
  remainingMs: null,
  usedPercent: null,
  overshoot: null,
  total: null,
  steps: [],
  missing: [],
  reasons: [],
  span: { file: "a.sla", start: 0, end: 0, line: 3, column: 1 },
};
const assign = { event: "assign", at: utc("02T09:00"), recorded: utc("02T09:00") };
const evidence: ClockEvidence = {
  start: { kind: "event", name: "assign", at: assign.at, recorded: assign.at, events: [assign] },
  ended: null,
  counted: [],
  timeZone: "UTC",
  calendar: null,
  counting: "elapsed",
  allowedMs: 3_600_000,
  usedMs: 0,
  leftMs: 3_600_000,
  walk: [],
  summary: "THE WAY",
};

function told(verdict: Partial<ClockVerdict>, parts: Partial<ClockEvidence> | null): readonly string[] {
  const explanation = parts === null ? null : { ...evidence, ...parts };
  const lines = clockLines(
    [{ ...clock, ...verdict }],
    [{ commitment: "speed", clause: "1", evidence: explanation }],
    style,
  );
  return lines.slice(1, -1).map((line) => line.trim());
}

describe("what a clock rests on", () => {
  it("says what started it, and when that was written down", () => {
    const late = { ...evidence.start, recorded: utc("02T09:30") };
    expect(told({}, { start: late })).toEqual([
      "started Mon 2026-03-02 09:00 by assign, recorded Mon 2026-03-02 09:30, held by anna",
      "THE WAY",
    ]);
    const stage = { ...evidence.start, kind: "stage" as const, name: "MQL" };
    expect(told({ owner: null }, { start: stage })[0]).toBe("started Mon 2026-03-02 09:00 by reaching MQL");
  });

  it("names the zone of the hours where it is not the agreement's", () => {
    expect(told({}, { timeZone: "Asia/Tokyo" })[1]).toBe("THE WAY (Asia/Tokyo)");
  });

  const contact = { event: "contact", at: utc("02T09:20"), recorded: utc("02T11:00") };
  it.each<[EndCause["kind"], string]>([
    ["done", "done by contact Mon 2026-03-02 09:20, recorded Mon 2026-03-02 11:00"],
    ["until", "ended by contact Mon 2026-03-02 09:20, recorded Mon 2026-03-02 11:00"],
    ["restart", "ended by a new clock: contact Mon 2026-03-02 09:20, recorded Mon 2026-03-02 11:00"],
    ["replaced", "replaced by a newer clock: contact Mon 2026-03-02 09:20, recorded Mon 2026-03-02 11:00"],
    ["lapsed", "its condition ended by contact Mon 2026-03-02 09:20, recorded Mon 2026-03-02 11:00"],
  ])("says how it ended: %s", (kind, line) => {
    expect(told({}, { ended: { kind, at: contact.recorded, events: [contact] } }).at(-1)).toBe(line);
  });

  it("counts the events that it took", () => {
    const ended = { kind: "done" as const, at: contact.at, events: [assign, contact, contact] };
    expect(told({}, { ended }).at(-1)).toMatch(/^done by assign, 2 contact Mon/);
  });

  it("adds up the clocks of all owners", () => {
    const total = { start: utc("01T09:00"), elapsedMs: 90_000_000, businessMs: 9_000_000 };
    expect(told({ total }, {}).at(-1)).toBe("in all 2 h 30 min of business time since Sun 2026-03-01 09:00");
    expect(told({ total: { ...total, businessMs: null } }, {}).at(-1)).toBe(
      "in all 1 d 1 h since Sun 2026-03-01 09:00",
    );
  });

  it("has no way for a clock that did not start", () => {
    expect(told({ start: null, owner: null, reasons: ["waiting for assign"] }, null)).toEqual([
      "waiting for assign",
    ]);
  });
});
