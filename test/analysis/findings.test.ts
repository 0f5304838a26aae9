import { describe, expect, it } from "vitest";
import { analysisOf, contract, isValid, policyOf, said } from "./analysed.ts";

interface Planted {
  readonly name: string;
  readonly text: string;
  /** What is said, as `id: message`. */
  readonly said?: readonly string[];
  /** The fields that the first witness shows, and its events. */
  readonly shows?: Readonly<Record<string, unknown>>;
  readonly events?: readonly string[];
}

/** @param only the kind of finding that is looked at; all without it */
function check(cases: readonly Planted[], only = ""): void {
  it.each(cases.map((one) => [one.name, one] as const))("%s", (_, one) => {
    const analysis = analysisOf(one.text);
    expect(said(analysis).filter((line) => line.startsWith(only))).toEqual(one.said ?? []);
    const witnesses = analysis.findings.flatMap(({ witness }) => witness ?? []);
    for (const witness of witnesses) expect(isValid(policyOf(contract(one.text)), witness)).toBe(true);
    if (one.shows !== undefined) expect(witnesses[0]?.shows).toEqual(one.shows);
    if (one.events !== undefined) expect(witnesses[0]?.events.map(({ event }) => event)).toEqual(one.events);
  });
}

describe("cases that overlap", () => {
  const overlap = (a: string, b: string) => [
    `overlap: \`${a}\` and \`${b}\` of \`k\` can hold for the same lead`,
  ];
  check(
    [
      {
        name: "numbers that share a stretch",
        text: "classify k {\n small when employees < 500\n large when employees >= 400\n none otherwise\n}",
        said: overlap("small", "large"),
        shows: { employees: 400 },
      },
      {
        name: "numbers that only touch",
        text: "classify k {\n small when employees < 500\n large when employees >= 500\n none otherwise\n}",
      },
      {
        name: "inclusive bounds that meet in one number",
        text: "classify k {\n a when fit between 0 and 50\n b when fit between 50 and 100\n none otherwise\n}",
        said: [...overlap("a", "b")],
        shows: { fit: 50 },
      },
      {
        name: "two fields that can both hold",
        text: "classify k {\n a when source is web\n b when asked\n none otherwise\n}",
        said: overlap("a", "b"),
        shows: { source: "web", asked: true },
      },
      {
        name: "cases of one field",
        text: "classify k {\n a when source is web\n b when source in (referral, fair)\n}",
      },
      {
        name: "money in cents",
        text: "classify k {\n a when budget <= $10,000\n b when budget > $9,999.99\n none otherwise\n}",
        said: overlap("a", "b"),
        shows: { budget: 10_000 },
      },
      {
        name: "money without a cent between",
        text: "classify k {\n a when budget < $10,000\n b when budget > $9,999.99\n none otherwise\n}",
      },
      {
        name: "dates",
        text: "classify k {\n a when since < 2020-01-02\n b when since > 2019-12-30\n none otherwise\n}",
        said: overlap("a", "b"),
      },
      {
        name: "dates without a day between",
        text: "classify k {\n a when since < 2020-01-01\n b when since > 2019-12-31\n none otherwise\n}",
      },
      {
        name: "numbers with decimals",
        text: "classify k {\n a when rating < 3.5\n b when rating > 3.4\n none otherwise\n}",
        said: overlap("a", "b"),
      },
      {
        name: "percentages",
        text: "classify k {\n a when discount <= 10%\n b when discount >= 10%\n none otherwise\n}",
        said: overlap("a", "b"),
        shows: { discount: 10 },
      },
      {
        name: "texts that are not equal",
        text: 'classify k {\n a when country is "US"\n b when country is "CA"\n none otherwise\n}',
      },
      {
        name: "a text that is none of some",
        text: 'classify k {\n a when country not in ("US", "CA")\n b when country is not "US"\n none otherwise\n}',
        said: overlap("a", "b"),
        shows: { country: "other" },
      },
      {
        name: "texts that are searched: a lead is found",
        text: 'classify k {\n a when email ends with "@x.com"\n b when email starts with "info"\n none otherwise\n}',
        said: overlap("a", "b"),
        shows: { email: "infox@x.com" },
      },
      {
        name: "lists",
        text: 'classify k {\n a when tags contains "hot"\n b when tags contains "new"\n none otherwise\n}',
        said: overlap("a", "b"),
        shows: { tags: ["hot", "new"] },
      },
      {
        name: "presence",
        text: "classify k {\n a when email is present\n b when country is missing\n none otherwise\n}",
        said: overlap("a", "b"),
      },
      {
        name: "presence and absence",
        text: "classify k {\n a when email is present\n b when email is missing\n}",
      },
      {
        name: "counts of events",
        text: "classify k {\n a when count of contact >= 3\n b when count of contact (where channel is call) <= 1\n none otherwise\n}",
        said: overlap("a", "b"),
        events: ["contact", "contact", "contact"],
      },
      {
        name: "counts that exclude each other",
        text: "classify k {\n a when count of contact < 3\n b when count of contact (where channel is call) >= 3\n none otherwise\n}",
      },
      {
        name: "orders of events",
        text: "classify k {\n a when last reject > last contact\n b when first contact < first reject\n none otherwise\n}",
        said: overlap("a", "b"),
      },
      {
        name: "orders that exclude each other",
        text: "classify k {\n a when first reject > last contact\n b when first contact > last reject\n none otherwise\n}",
      },
      {
        name: "an order with a fixed instant",
        text: "classify k {\n a when signed >= 2026-03-01 00:00\n b when signed < first handoff\n none otherwise\n}",
        said: overlap("a", "b"),
      },
      {
        name: "instants without a millisecond between",
        text: "classify k {\n a when signed >= 2026-03-01 00:00\n b when signed < 2026-03-01 00:00\n none otherwise\n}",
      },
      {
        name: "a score with fields and events",
        text: "score s {\n +10 per contact up to 30\n +1 per fit up to 20\n}\nclassify k {\n a when s >= 45\n b when s < 50\n none otherwise\n}",
        said: [...overlap("a", "b")],
      },
      {
        name: "a score whose bounds part the cases",
        text: "score s {\n +10 per contact once per week up to 30\n fades 5 every week\n}\nclassify k {\n a when s >= 20\n b when s >= 10 and s < 20\n none otherwise\n}",
      },
      {
        name: "another classification",
        text: "classify j, first match {\n x when asked\n y otherwise\n}\nclassify k {\n a when j is x\n b when asked and vip\n none otherwise\n}",
        said: overlap("a", "b"),
        shows: { asked: true, vip: true },
      },
      {
        name: "another classification that excludes",
        text: "classify j, first match {\n x when asked\n y otherwise\n}\nclassify k {\n a when j is y\n b when asked and vip\n none otherwise\n}",
      },
      {
        name: "arithmetic over fields: a lead is found",
        text: "classify k {\n a when fit * 2 > employees\n b when asked\n none otherwise\n}",
        said: overlap("a", "b"),
      },
      {
        name: "thresholds of one number that is not taken apart",
        text: "classify k {\n a when budget * 3 > $100\n b when budget * 3 <= $100\n none otherwise\n}",
      },
    ],
    "overlap",
  );
});

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
    const sums = levels.map((level) => `define n${level} = n${level - 1} + n${level - 1}`);
    const text = [
      "define d0 = handoff and reject",
      ...flags,
      "define n0 = employees",
      ...sums,
      "stage Lead when d40",
      "classify k {\n a when d40 and n40 > 5\n b when not d40\n none otherwise\n}",
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

describe("conditions that never or always hold", () => {
  const kept = (where: string) =>
    `commitment c for leads where ${where} { sales must contact within 1 hour of handoff }`;
  check([
    {
      name: "a number beyond its field",
      text: kept("fit > 100"),
      said: ["never: `for` of `c` never holds: nobody owes anything"],
    },
    {
      name: "two that exclude each other",
      text: kept("source is web and source is fair"),
      said: ["never: `for` of `c` never holds: nobody owes anything"],
    },
    {
      name: "a part alone",
      text: kept("asked and (vip or fit < 0)"),
      said: ["never: `fit < 0` never holds, in `for` of `c`"],
    },
    {
      name: "a part that always holds",
      text: kept("asked and fit >= 0"),
      said: ["always: `fit >= 0` always holds, in `for` of `c`"],
    },
    {
      name: "always, for a field that is always there",
      text: kept("fit <= 100"),
      said: ["always: `for` of `c` always holds: `for` is not needed"],
    },
    { name: "not always, for a field that can be missing", text: kept("employees >= 0") },
    {
      name: "always whatever the field",
      text: kept("asked or not asked"),
      said: ["always: `for` of `c` always holds: `for` is not needed"],
    },
    { name: "unknown, where a missing field decides", text: kept("employees < 5 or employees >= 5") },
    {
      name: "an excuse that always holds",
      text: "commitment c { sales must contact within 1 hour of handoff;  unless fit is present }",
      said: ["always: this `unless` always holds: the commitment is always excused"],
    },
    {
      name: "a filter on an event",
      text: "commitment c { sales must contact where channel is call and channel is email within 1 hour of handoff }",
      said: ["never: this `where` never holds: no `contact` counts"],
    },
    {
      name: "a filter that lets everything through",
      text: "commitment c { sales must contact where channel in (call, email) within 1 hour of handoff }",
      said: ["always: this `where` always holds: every `contact` counts, with or without it"],
    },
    {
      name: "a filter that can hold and fail",
      text: "commitment c { sales must contact where channel is call and minutes >= 3 within 1 hour of handoff }",
    },
    {
      name: "a filter inside a count",
      text: "define d = count of contact (where minutes > 600) >= 1",
      said: [
        "never: `d` never holds: whatever asks for it gets no",
        "never: this `where` never holds: no `contact` counts",
      ],
    },
    {
      name: "a define, told once where it is declared",
      text: `define d = fit > 100\n${kept("d")}`,
      said: ["never: `d` never holds: whatever asks for it gets no"],
    },
    {
      name: "a score that cannot be had",
      text: `score s {\n +10 when asked\n +20 when vip\n}\n${kept("s > 30")}`,
      said: ["never: `for` of `c` never holds: nobody owes anything"],
    },
    { name: "a score that can", text: `score s {\n +10 when asked\n +20 when vip\n}\n${kept("s >= 30")}` },
    {
      name: "a score line",
      text: "score s {\n +10 when grade is A and grade is B\n}\ndefine d = s >= 5",
      said: [
        "never: this line's condition never holds: it adds no points",
        "never: `d` never holds: whatever asks for it gets no",
      ],
    },
    {
      name: "a text that no record can hold",
      text: kept('country is " US"'),
      said: ["never: `for` of `c` never holds: nobody owes anything"],
    },
    {
      name: "a count behind a define",
      text: `define calls = count of contact (where channel is call)\n${kept("calls >= 2 and not calls >= 3")}`,
    },
    { name: "time that passes", text: kept("time since last contact > 7 days") },
  ]);
});

describe("stages", () => {
  check([
    {
      name: "that can be reached",
      text: "stage Lead when email is present at created\nstage MQL after Lead when fit >= 50 unless asked at handoff\nstage Customer after MQL when won",
    },
    {
      name: "whose condition excludes that of the one before",
      text: "stage Lead when source is web at created\nstage MQL after Lead when source is fair at handoff\nstage Customer after MQL when won",
      said: ["unreachable: no lead can reach `MQL`: its condition excludes that of every stage before it"],
    },
    {
      name: "whose `unless` covers its `when`",
      text: "stage Lead when fit > 50 unless fit > 20 at created",
      said: ["unreachable: no lead can reach `Lead`: `unless` holds whenever `when` does"],
    },
    {
      name: "that one left before the next was reached",
      text: "stage Lead when not handoff at created\nstage MQL after Lead when handoff",
    },
    {
      name: "with two ways in, of which one is open",
      text: "stage Lead when source is web at created\nstage Other when source is fair at created\nstage MQL after Lead or Other when source is fair at handoff",
    },
    {
      name: "and what asks for one that cannot be reached is not told again",
      text: "stage Lead when fit > 100 at created\ncommitment c for leads where stage reached Lead { sales must contact within 1 hour of handoff }",
      said: ["never: the condition of `Lead` never holds: no lead reaches the stage"],
    },
  ]);
});

describe("deadlines that contradict one another", () => {
  const twice = (first: string, second: string) => `commitment a ${first}\ncommitment b ${second}`;
  const said = ["contradictory-deadlines: `a` and `b` ask sales for the same, with different targets"];
  check([
    {
      name: "for the same leads",
      text: twice(
        "{ sales must contact within 1 hour of handoff }",
        "{ sales must contact within 2 hours of handoff }",
      ),
      said,
      events: ["handoff"],
    },
    {
      name: "for leads that overlap",
      text: twice(
        "for leads where asked { sales must contact within 1 hour of handoff }",
        "for leads where source is fair { sales must contact within 2 hours of handoff }",
      ),
      said,
      shows: { asked: true, source: "fair" },
    },
    {
      name: "for leads that do not",
      text: twice(
        "for leads where asked { sales must contact within 1 hour of handoff }",
        "for leads where not asked { sales must contact within 2 hours of handoff }",
      ),
    },
    {
      name: "not the steps of a cadence",
      text: twice(
        "{ sales must contact 3 times within 2 weeks of handoff }",
        "{ sales must contact 5 times within 4 weeks of handoff }",
      ),
    },
    {
      name: "more times in less time",
      text: twice(
        "{ sales must contact 3 times within 2 weeks of handoff }",
        "{ sales must contact 6 times within 1 week of handoff }",
      ),
      said,
    },
    {
      name: "not with another trigger, event or filter",
      text: twice(
        "{ sales must contact within 1 hour of handoff }",
        "{ sales must contact within 2 hours of reject }\ncommitment d { sales must reject within 2 hours of handoff }\ncommitment e { sales must contact where channel is call within 3 hours of handoff }",
      ),
    },
    {
      name: "a deadline that depends on the lead: not proved",
      text: twice(
        "{ sales must contact within by grade { A -> 1 hour, otherwise -> 2 hours } of handoff }",
        "{ sales must contact within 2 hours of handoff }",
      ),
      said: [
        "not proved: that `a` and `b` do not ask for the same in two ways: the two targets depend on the lead, or count time in two ways",
      ],
    },
  ]);
});

describe("cadences", () => {
  check([
    {
      name: "that take longer than there is",
      text: "commitment c { sales must contact 8 times within 1 week of handoff, at least 1 business day apart }",
      said: [
        "tight-cadence: 8 times, so far apart, take longer than there is time on whatever day it starts, such as 2026-01-02",
      ],
      events: ["handoff", ...Array.from({ length: 8 }, () => "contact")],
    },
    {
      name: "that fit",
      text: "commitment c { sales must contact 8 times within 7 weeks of handoff, at least 1 business day apart }",
    },
    {
      name: "that do not fit where holidays are near",
      text: "commitment c { sales must contact 6 times within 1 week of handoff, at least 1 business day apart }",
      said: [
        expect.stringMatching(
          /^tight-cadence: 6 times, so far apart, take longer than there is time when it starts on 2026-\d\d-\d\d, one of \d+ such days among 2\d\d$/,
        ) as unknown as string,
      ],
    },
    {
      name: "by plain days",
      text: "commitment c { sales must contact 3 times within 3 days of handoff, at least 2 days apart }",
      said: [
        "tight-cadence: 3 times, so far apart, take longer than there is time on whatever day it starts, such as 2026-01-02",
      ],
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
