import { describe, expect, it } from "vitest";
import { type ClockState, statusOf } from "./status.ts";

const clock: ClockState = {
  now: 50,
  due: 100,
  done: null,
  stop: null,
  pauses: [],
  warn: null,
  immediate: false,
  excuse: () => "none",
};
const pauses = [{ from: 40, to: 60 }];

describe("statusOf", () => {
  it.each<[string, Partial<ClockState>, string]>([
    ["done before due", { done: 50 }, "met"],
    ["done at the due instant", { done: 100, now: 100 }, "met"],
    ["done a millisecond after due", { done: 101, now: 101 }, "late"],
    ["done at the stop", { done: 50, stop: 50 }, "met"],
    ["done after the stop", { done: 50, stop: 49 }, "discharged"],
    ["done, and excused too", { done: 50, excuse: () => "excused" }, "met"],
    ["stopped now", { stop: 50 }, "discharged"],
    ["stopped at the due instant", { stop: 100, now: 200 }, "discharged"],
    ["stopped after due", { stop: 101, now: 200 }, "breached"],
    ["stopped, and excused too", { stop: 50, excuse: () => "excused" }, "discharged"],
    ["excused while running", { excuse: () => "excused" }, "excused"],
    ["excused when breached", { now: 200, excuse: () => "excused" }, "excused"],
    ["excused though done late", { done: 101, now: 200, excuse: () => "excused" }, "excused"],
    ["an excuse that is unknown", { now: 200, excuse: () => "unknown" }, "unknown"],
    ["late, in a later pause", { done: 150, now: 200, pauses: [{ from: 190, to: 210 }] }, "late"],
    ["now at the due instant", { now: 100 }, "running"],
    ["a millisecond after due", { now: 101 }, "breached"],
    ["in a pause", { pauses }, "paused"],
    ["where a pause begins", { pauses, now: 40 }, "paused"],
    ["where a pause ends", { pauses, now: 60 }, "running"],
    ["in a pause, past the warning", { pauses, warn: 45 }, "paused"],
    ["at the warning", { warn: 50 }, "at_risk"],
    ["before the warning", { warn: 51 }, "running"],
    ["judged at once and not done", { immediate: true, now: 100 }, "breached"],
    ["judged at once and done", { immediate: true, now: 100, done: 100 }, "met"],
    ["an endless pause", { due: Number.POSITIVE_INFINITY, pauses: [{ from: 40, to: 1 / 0 }] }, "paused"],
  ])("%s", (_case, parts, expected) => {
    expect(statusOf({ ...clock, ...parts })).toBe(expected);
  });

  it("asks for the excuse only where it decides", () => {
    const excuse = (): never => {
      throw new Error("asked");
    };
    expect(statusOf({ ...clock, done: 50, excuse })).toBe("met");
    expect(statusOf({ ...clock, stop: 50, excuse })).toBe("discharged");
  });
});
