import { describe, expect, it } from "vitest";
import { analysisOf, said } from "./analysed.ts";
import { check } from "./planted.ts";

describe("what is not proved", () => {
  it("is said, with what it depends on, and never passed over", () => {
    const { findings, notProved } = analysisOf(
      'classify k {\n a when email contains "xx"\n b when not (email contains "x")\n none otherwise\n}',
    );
    expect(findings).toEqual([]);
    expect(notProved.map(({ question, reason }) => [question, reason])).toEqual([
      ["that `a` and `b` of `k` never hold for the same lead", 'it depends on `email contains "xx"`'],
    ]);
  });
});

describe("defines that double with every line", () => {
  it("are looked at once each", () => {
    const levels = Array.from({ length: 40 }, (_, index) => index + 1);
    const flags = levels.map((level) => `define d${level} = d${level - 1} and (d${level - 1} or contact)`);
    const sums = levels.slice(0, 6).map((level) => `define n${level} = n${level - 1} + n${level - 1}`);
    const text = [
      "define d0 = handoff and reject",
      ...flags,
      "define n0 = employees",
      ...sums,
      "stage Lead when d40 at created",
      "classify k {\n a when d40 and n6 > 5\n b when not d40\n none otherwise\n}",
    ].join("\n");
    expect(said(analysisOf(text))).toEqual([]);
  });
});

describe("gaps", () => {
  const gap = ["gap: a lead can fall into no case of `k`"];
  check([
    {
      name: "a case of a field",
      text: "classify k {\n a when source is web\n b when source is referral\n}",
      said: gap,
      shows: { source: "fair" },
    },
    { name: "no case of a field", text: "classify k {\n a when source is web\n b when source is not web\n}" },
    {
      name: "a number between",
      text: "classify k {\n a when fit < 50\n b when fit > 50\n}",
      said: gap,
      shows: { fit: 50 },
    },
    {
      name: "a missing field is unknown, not a gap",
      text: "classify k {\n a when employees < 50\n b when employees >= 50\n}",
    },
    {
      name: "with `first match` too",
      text: "classify k, first match {\n a when asked\n b when vip\n}",
      said: gap,
    },
    {
      name: "an event that has not happened",
      text: "classify k {\n a when won.amount >= $100\n b when won.amount < $100\n}",
      said: gap,
      events: [],
    },
  ]);
});

describe("cases that no lead reaches", () => {
  check([
    {
      name: "behind a wider one",
      text: "classify k, first match {\n a when fit >= 10\n b when fit >= 20 and asked\n none otherwise\n}",
      said: ["shadowed: no lead falls into `b` of `k`: wherever it holds, an earlier case does"],
    },
    {
      name: "behind two together",
      text: "classify k, first match {\n a when asked\n b when not asked and fit < 50\n c when fit < 20\n none otherwise\n}",
      said: ["shadowed: no lead falls into `c` of `k`: wherever it holds, an earlier case does"],
    },
    {
      name: "none: the narrower comes first",
      text: "classify k, first match {\n a when fit >= 20\n b when fit >= 10\n none otherwise\n}",
    },
    {
      name: "`otherwise` behind all there are",
      text: "classify k, first match {\n a when asked\n b when not asked\n none otherwise\n}",
      said: ["shadowed: no lead falls into `none` of `k`: the cases before it cover every lead"],
    },
  ]);
});

describe("tables", () => {
  const within = (table: string, leads = "") =>
    `commitment c ${leads} { sales must contact within by grade { ${table} } of handoff }`;
  const said = ["table-gap: the table by `grade` has no value for some leads"];
  check([
    {
      name: "that leave a value out",
      text: within("A -> 1 hour, B -> 2 hours"),
      said,
      shows: { grade: "C" },
    },
    { name: "with all values", text: within("A -> 1 hour, B -> 2 hours, C -> 3 hours") },
    { name: "closed by `otherwise`", text: within("A -> 1 hour, otherwise -> 2 hours") },
    {
      name: "that leave out what the commitment is not for",
      text: within("A -> 1 hour, B -> 2 hours", "for leads where grade is not C"),
    },
  ]);
});
