import { canonicalText, compare } from "@entente/diff";
import { describe, expect, it } from "vitest";
import { HANDOFF } from "../support/contracts.ts";
import { policyOf } from "./contracts.ts";

/** The contract with one condition as its define `fit`. */
const withFit = (condition: string): string =>
  HANDOFF.replace("employees >= 50 and source is not webinar", condition);

const same: readonly (readonly [string, string])[] = [
  ["employees >= 50", "50 <= employees"],
  ["employees >= 50", "employees > 49"],
  ["employees >= 50", "not employees < 50"],
  ["source is web", "source in (web)"],
  ["source is web or source is referral", "source in (referral, web)"],
  ["source is not web", "not source is web"],
  ["not (source is web and employees >= 50)", "employees < 50 or source is not web"],
  ["employees between 10 and 20", "employees >= 10 and employees <= 20"],
  ["email is missing", "not email is present"],
  ["handoff and (accept or contact)", "(contact or accept) and handoff"],
  ["handoff and handoff", "handoff"],
  ["first contact > first handoff", "first handoff < first contact"],
  ["employees + 1 >= 10", "1 + employees >= 10"],
  ["created is within 2 weeks of first handoff", "first handoff is within 14 days of created"],
];

const other: readonly (readonly [string, string])[] = [
  // With an event that has not happened both comparisons are false.
  ["not first contact > first handoff", "first contact <= first handoff"],
  ["created is within 1 day of first handoff", "created is within 24 hours of first handoff"],
  ["employees >= 50", "employees >= 51"],
  ["handoff and (accept or contact)", "handoff and accept or contact"],
  ["source is web", "source is referral"],
  ["employees / 2 >= 10", "not employees / 2 < 10"],
];

describe("the normal form", () => {
  it.each(same)("is one for `%s` and `%s`", (a, b) => {
    expect(canonicalText(policyOf(withFit(a)))).toBe(canonicalText(policyOf(withFit(b))));
  });

  it.each(other)("is another for `%s` and `%s`", (a, b) => {
    expect(canonicalText(policyOf(withFit(a)))).not.toBe(canonicalText(policyOf(withFit(b))));
  });

  const edits: readonly (readonly [string, string, string, boolean])[] = [
    ["units of a deadline", "within 24 hours", "within 1440 minutes", true],
    ["a day for its hours", "within 24 hours", "within 1 day", false],
    ["weeks for days", "within 2 weeks", "within 14 days", true],
    [
      "hours in two lines",
      "mon-fri 09:00-12:00, 13:00-17:00",
      "mon-fri 09:00-12:00; mon-fri 13:00-17:00",
      true,
    ],
    ["hours that touch", "mon-fri 09:00-12:00, 13:00-17:00", "mon-fri 09:00-12:00, 12:00-17:00", false],
    ["either event", "accept or reject within", "reject or accept within", true],
    ["a calendar that is the only one", "until    reject", "calendar office\n  until    reject", true],
    ["the two sides", "between    marketing and sales", "between    sales and marketing", true],
    ["the title", 'agreement "Lead handoff"', 'agreement "Handoff of leads"', false],
    ["the order of cases, first match", "classify kind, first match", "classify kind", false],
  ];
  it.each(edits)("%s", (_, before, after, equal) => {
    expect(HANDOFF).toContain(before);
    const [one, two] = [HANDOFF, HANDOFF.replace(before, after)].map((text) => canonicalText(policyOf(text)));
    expect(one === two).toBe(equal);
  });

  it("does not grow with defines that double", () => {
    const doubling = Array.from(
      { length: 40 },
      (_, index) => `define d${index + 1} = d${index} and employees >= ${index} or d${index} and not accept`,
    );
    const text = `${HANDOFF.replace("when fit and", "when d40 and")}\ndefine d0 = handoff\n${doubling.join("\n")}\n`;
    const policy = policyOf(text);
    expect(canonicalText(policy).length).toBeLessThan(2_000_000);
    expect(compare(policy, policyOf(`# the same\n${text}`)).changes).toEqual([]);
  });
});
