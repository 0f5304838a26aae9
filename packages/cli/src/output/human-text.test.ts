import type { Action } from "@entente/ir";
import { describe, expect, it } from "vitest";
import { actionWords } from "./action-words.ts";
import { humanDuration, humanOvershoot } from "./human-duration.ts";
import { humanTime } from "./human-time.ts";
import { createDecimalAmount } from "./money.ts";

describe("durations", () => {
  it.each([
    [0, "under a second"],
    [999, "under a second"],
    [1000, "1 s"],
    [59_999, "59 s"],
    [8_100_000, "2 h 15 min"],
    [7_200_000, "2 h"],
    [7_205_000, "2 h"],
    [86_400_000, "1 d"],
    [273_600_000, "3 d 4 h"],
  ])("%i ms is %s", (ms, text) => {
    expect(humanDuration(ms)).toBe(text);
  });

  it.each([
    [{ elapsedMs: 1e9, businessMs: 93_600_000 }, "26 h of business time"],
    [{ elapsedMs: 7_200_000, businessMs: 0 }, "2 h, outside business hours"],
    [{ elapsedMs: 7_200_000, businessMs: null }, "2 h"],
  ])("%j is %s", (overshoot, text) => {
    expect(humanOvershoot(overshoot)).toBe(text);
  });
});

it("shows instants on the wall clock", () => {
  expect(humanTime({ toLocal: (at) => at + 9 * 3_600_000 }, Date.parse("2020-03-08T23:05:59Z"))).toBe(
    "Mon 2020-03-09 08:05",
  );
});

describe("amounts", () => {
  it.each([
    [400_000, "USD", "4000.00"],
    [5, "USD", "0.05"],
    [-5, "USD", "-0.05"],
    [0, "USD", "0.00"],
    [1200, "JPY", "1200"],
    [1234, "KWD", "1.234"],
    [Number.MAX_SAFE_INTEGER, "USD", "90071992547409.91"],
  ])("%i minor units of %s are %s", (minor, currency, text) => {
    expect(createDecimalAmount()(minor, currency)).toBe(text);
  });
});

describe("actions", () => {
  const week: Action["every"] = { count: 1, unit: "week", business: false };
  it.each<[Partial<Action>, string]>([
    [{ verb: "notify", to: ["owner"] }, "notify owner"],
    [{ verb: "escalate", to: ["executives", "部長"] }, "escalate to executives, 部長"],
    [{ verb: "reassign", to: ["backup queue"] }, 'reassign to "backup queue"'],
    [{ verb: "return", to: ["marketing"] }, "return to marketing"],
    [{ verb: "assign", to: ["carry it out"], text: "A team" }, 'assign "A team" to "carry it out"'],
    [{ verb: "meet", to: ["marketing", "sales"] }, "meet marketing, sales"],
    [{ verb: "report", to: ["executives"], every: week }, "report every week to executives"],
    [
      { verb: "report", to: ["cmo"], every: { count: 2, unit: "day", business: true } },
      "report every 2 business days to cmo",
    ],
    [{ verb: "do", text: "Review the goals" }, 'do "Review the goals"'],
  ])("%j", (parts, words) => {
    const span = { file: "", start: 0, end: 0, line: 1, column: 1 };
    expect(actionWords({ verb: "do", to: [], text: null, every: null, span, ...parts })).toBe(words);
  });
});
