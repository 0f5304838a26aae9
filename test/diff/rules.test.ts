import { type Comparison, compare, type Strictness } from "@entente/diff";
import { describe, expect, it } from "vitest";
import { HANDOFF } from "../support/contracts.ts";
import { policyOf } from "./contracts.ts";

const GOALS = `
goal handed by marketing { measure count of leads reaching MQL;  at least 100 every month }
goal value by marketing  { measure worth of leads reaching Lead;  at least $100,000 every month;  tolerance 10% below }
goal kept by sales       { measure share of verdict met;  at least 95% every month }
goal speed by sales      { measure mean time from handoff to contact;  at most 8 hours every month }
meeting weekly every week for 30 minutes attended by marketing, sales
`;
const CONTRACT = `${HANDOFF}${GOALS}`;

function compared(before: string, after: string): Comparison {
  expect(CONTRACT).toContain(before);
  return compare(policyOf(CONTRACT), policyOf(CONTRACT.replace(before, after)));
}

type Rule = readonly [what: string, before: string, after: string, marketing: Strictness, sales: Strictness];

const rules: readonly Rule[] = [
  ["less time", "within 24 hours of handoff", "within 4 hours of handoff", "equal", "stricter"],
  ["more time", "within 24 hours of handoff", "within 2000 minutes of handoff", "equal", "looser"],
  [
    "business hours for hours",
    "within 24 hours of handoff",
    "within 24 business hours of handoff",
    "equal",
    "looser",
  ],
  [
    "fewer business hours for hours",
    "within 24 hours of handoff",
    "within 4 business hours of handoff",
    "equal",
    "incomparable",
  ],
  [
    "a table with one value less",
    "large -> 1 business hour",
    "large -> 30 business minutes",
    "equal",
    "stricter",
  ],
  ["more times", "contact 3 times within 2 weeks", "contact 4 times within 2 weeks", "equal", "stricter"],
  [
    "more times in more time",
    "contact 3 times within 2 weeks",
    "contact 4 times within 3 weeks",
    "equal",
    "incomparable",
  ],
  ["a channel less", "contact where channel is call within", "contact within", "equal", "looser"],
  ["an answer less", "accept or reject within", "accept within", "equal", "stricter"],
  ["more leads", "first_contact for leads where source is not webinar", "first_contact", "equal", "stricter"],
  ["fewer leads", "leads where source is not webinar", "leads where source is web", "equal", "looser"],
  ["an excuse less", "  unless   email is missing\n", "", "equal", "stricter"],
  ["another excuse", "unless   email is missing", "unless   employees is missing", "equal", "incomparable"],
  ["nothing ends it", "  until    reject\n", "", "equal", "stricter"],
  ["no pause", "  pause    from hold to resume, at most 2 business days\n", "", "equal", "stricter"],
  ["a longer pause", "at most 2 business days", "at most 3 business days", "equal", "looser"],
  ["another warning", "warn     at 75%", "warn     at 50%", "equal", "equal"],
  ["no ladder", "  otherwise chase\n", "", "equal", "looser"],
  ["one field less", "provide email, employees by", "provide email by", "looser", "equal"],
  ["a lower cap", "at most 2 times", "at most 1 times", "stricter", "equal"],
  ["a higher goal", "at least 100 every month", "at least 120 every month", "stricter", "equal"],
  ["a slower goal", "at most 8 hours every month", "at most 9 hours every month", "equal", "looser"],
  ["less tolerance", "tolerance 10% below", "tolerance 5% below", "stricter", "equal"],
  ["leads that are worth more", "worth $1,000", "worth $1,500", "looser", "equal"],
  ["a longer term", "2026-12-31", "2027-01-31", "stricter", "stricter"],
  ["another zone", "America/New_York", "America/Chicago", "incomparable", "incomparable"],
  ["a goal less", GOALS.split("\n")[1] ?? "", "", "looser", "equal"],
  ["a meeting less", GOALS.split("\n")[5] ?? "", "", "looser", "looser"],
];

describe("the rules of strictness", () => {
  it.each(rules)("%s", (_, before, after, marketing, sales) => {
    const { changes, strictness } = compared(before, after);
    expect(changes.length).toBeGreaterThan(0);
    expect(strictness).toEqual({ marketing, sales });
    for (const party of ["marketing", "sales"]) {
      const told = changes.flatMap((change) => (change.strictness[party] === "equal" ? [] : [change]));
      expect(told.length > 0, `a change says why for ${party}`).toBe(strictness[party] !== "equal");
    }
  });

  it("reach over a promise to a goal that is a share of it", () => {
    const { changes } = compared("within 24 hours of handoff", "within 4 hours of handoff");
    expect(changes.flatMap(({ reasons }) => reasons)).toEqual([
      "sales: less time",
      "sales: `kept`: fewer clocks are met",
    ]);
  });

  it("exchange stricter and looser where the versions are exchanged", () => {
    const exchanged = {
      stricter: "looser",
      looser: "stricter",
      equal: "equal",
      incomparable: "incomparable",
    };
    for (const [what, before, after, marketing, sales] of rules) {
      const { strictness } = compare(policyOf(CONTRACT.replace(before, after)), policyOf(CONTRACT));
      expect(strictness, what).toEqual({ marketing: exchanged[marketing], sales: exchanged[sales] });
    }
  });

  it("tell a changed define once, and for whom it is stricter over what asks for it", () => {
    const text = CONTRACT.replace("leads where source is not webinar", "leads where fit");
    const [base, head] = [text, text.replace("employees >= 50", "employees >= 20")].map(policyOf);
    if (base === undefined || head === undefined) throw new Error("two contracts are compared");
    const { changes, strictness } = compare(base, head);
    expect(changes.map(({ kind, path }) => [kind, ...path])).toEqual([["define", "fit"]]);
    expect(changes[0]?.strictness.sales).toBe("stricter");
    expect(strictness.sales).toBe("stricter");
    expect(changes[0]?.before?.text).toBe("employees >= 50");
  });
});

describe("what breaks", () => {
  const breaks: readonly (readonly [string, string, string, readonly string[]])[] = [
    [
      "a clause by another label",
      "  call:    sales",
      "  phone:   sales",
      ["clocks have `first_contact.phone` instead of `first_contact.call`"],
    ],
    [
      "a commitment by another name",
      "commitment info ",
      "commitment details ",
      ["`clocks` of verdicts have `details` instead of `info`"],
    ],
    [
      "a case that is new",
      "large  when employees >= 1000  worth $5,000",
      "large  when employees >= 1000  worth $5,000\n  huge   when employees >= 9000",
      ["`kind` may be `huge`"],
    ],
    [
      "a field that records must have",
      "employees  integer optional  0 to 100000",
      "employees  integer  0 to 100000",
      ["records must have `employees`"],
    ],
    [
      "a narrower domain",
      "optional  0 to 100000",
      "optional  0 to 90000",
      ["`employees` has a narrower range"],
    ],
    [
      "a choice less",
      "no_budget, no_fit",
      "no_budget",
      ["events `reject`: `reason` may no longer be `no_fit`"],
    ],
    ["another column", 'web "Website"', 'web "Site"', ["`source` may no longer be `Website`"]],
  ];
  it.each(breaks)("%s", (_, before, after, expected) => {
    expect(compared(before, after).changes.flatMap((change) => change.breaks)).toEqual(expected);
  });

  it("is nothing where a deadline changes", () => {
    const { changes } = compared("within 24 hours", "within 4 hours");
    expect(changes.flatMap((change) => change.breaks)).toEqual([]);
  });

  it("is all that a label changes", () => {
    const { changes, strictness } = compared("  call:    sales", "  phone:   sales");
    expect(changes.map(({ change, path }) => [change, ...path])).toEqual([
      ["renamed", "first_contact", "phone"],
    ]);
    expect(strictness).toEqual({ marketing: "equal", sales: "equal" });
  });
});

describe("the effect of a change", () => {
  it("is proved to be none where the domain has nothing beyond", () => {
    const text = CONTRACT.replace("employees >= 50 and source is not webinar", "employees >= 0");
    const other = text.replace("employees >= 0", "employees <= 100000");
    const [change] = compare(policyOf(text), policyOf(other)).changes;
    expect(change?.effect).toEqual({ kind: "equivalent" });
  });

  it("shows each of two changes by a lead of its own", () => {
    const head = CONTRACT.replace("within 24 hours", "within 4 hours").replace(
      "worth $1,000",
      "worth $1,500",
    );
    const { changes } = compare(policyOf(CONTRACT), policyOf(head));
    const words = changes.map(({ effect }) => (effect.kind === "differs" ? effect.after : effect.kind));
    expect(words).toEqual([
      expect.stringContaining("worth 1500.00 USD"),
      expect.stringMatching(/^verdict is breached, due .*/),
    ]);
  });
});
