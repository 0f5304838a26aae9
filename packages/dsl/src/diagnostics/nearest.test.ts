import { describe, expect, it } from "vitest";
import { nearest } from "./nearest.ts";

describe("nearest", () => {
  it.each([
    ["wbe", ["web", "referral"], "web"],
    ["emial", ["company", "email"], "email"],
    ["hand_off", ["handoff", "contact"], "handoff"],
    ["Manger", ["manager", "owner"], "manager"],
    ["従業員", ["従業員数", "会社名"], "従業員数"],
    ["xyz", ["web", "referral"], undefined],
    ["call", ["contact", "handoff"], undefined],
    ["", ["a"], "a"],
    ["anything", [], undefined],
  ])("%s among %j is %s", (word, candidates, expected) => {
    expect(nearest(word, candidates)).toBe(expected);
  });

  it("prefers the nearer of two", () => {
    expect(nearest("referal", ["referrals", "referral"])).toBe("referral");
  });
});
