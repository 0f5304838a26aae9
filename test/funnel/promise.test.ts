import { analyse, checkHistory } from "@entente/analysis";
import { compile } from "@entente/dsl";
import { createEngine, createFunnelTally } from "@entente/engine";
import type { Policy } from "@entente/ir";
import { describe, expect, it } from "vitest";

const HEAD = `agreement "Lead demand" { between marketing and sales;  effective 2026-01-01 to 2026-12-31;  time zone "UTC";  currency USD }
calendar office { mon-fri 09:00-17:00 }
lead { id text key;  source one of web, fair;  created time }
event accept
event contact
event won { amount money }
stage MQL when id is present at created
stage SQL after MQL when accept
stage Customer after SQL when won
`;
/** 250 customers, 1,250 SQL, 3,677 MQL a month. */
const FUNNEL = "quota $500,000 every month;  deal $2,000;  MQL to SQL 34%;  SQL to Customer 20%";

function policyOf(text: string): Policy {
  const { policy, diagnostics } = compile({ entry: "c.sla", text: HEAD + text });
  if (policy === null) throw new Error(diagnostics.map(({ message }) => message).join("; "));
  return policy;
}

function found(text: string): string[] {
  return analyse(policyOf(text))
    .findings.filter(({ id }) => id.startsWith("promise/"))
    .map(({ id }) => id.slice("promise/".length));
}

const goal = (measure: string, target: string) => `goal g by sales { measure ${measure};  ${target} }`;
const leads = (target: string) => goal("count of leads reaching MQL", target);

describe("promise/goal-below-quota", () => {
  const below = ["goal-below-quota"];
  const web = `funnel web for leads where source is web { ${FUNNEL} }\n`;
  const all = `funnel all { ${FUNNEL} }\n`;

  it.each<readonly [string, string, string[]]>([
    ["as many leads as are needed", all + leads("at least 3,677 every month"), []],
    ["one lead less", all + leads("at least 3,676 every month"), below],
    ["as many in a quarter", all + leads("at least 11,031 every quarter"), []],
    ["one less in a quarter", all + leads("at least 11,030 every quarter"), below],
    ["as many in a year", all + leads("at least 44,124 in 2026"), []],
    ["one less in a year", all + leads("at least 44,123 in 2026"), below],
    ["too few by a date", all + leads("at least 7,000 by 2026-02-28"), below],
    [
      "enough by a date, since the milestone before",
      all + leads("at least 7,354 by 2026-02-28, 3,677 by 2026-03-31"),
      [],
    ],
    ["few leads, but at most", all + leads("at most 10 every month"), []],
    ["few leads over a rolling window", all + leads("at least 10 over the last 30 days"), []],
    [
      "few leads of a stage that is not in the funnel",
      all.replace("MQL to SQL 34%;  ", "") + leads("at least 1 every month"),
      [],
    ],
    [
      "few leads of the funnel's own kind",
      web + goal("count of leads reaching MQL where source is web", "at least 10 every month"),
      below,
    ],
    [
      "few leads of another kind",
      web + goal("count of leads reaching MQL where source is fair", "at least 10 every month"),
      [],
    ],
    [
      "few leads by owner",
      web + goal("count of leads reaching MQL per source", "at least 10 every month"),
      [],
    ],
    [
      "enough for the alternative that needs least",
      `${all}funnel few as alternative to all { ${FUNNEL.replace("34%", "68%")} }\n${leads("at least 1,839 every month")}`,
      [],
    ],
    [
      "too few for every alternative",
      `${all}funnel few as alternative to all { ${FUNNEL.replace("34%", "68%")} }\n${leads("at least 1,838 every month")}`,
      below,
    ],
    [
      "enough for a year's quota, more of it early in the year",
      all.replace("$500,000 every month", "$6,000,000 every year") +
        leads("at least 6,000 from 2026-01-01, 1,354 from 2026-07-01 every month"),
      [],
    ],
    [
      "too few for a year's quota",
      all.replace("$500,000 every month", "$6,000,000 every year") + leads("at least 3,676 every month"),
      below,
    ],
    [
      "too few late in the year for a quota by the month",
      all + leads("at least 6,000 from 2026-01-01, 1,354 from 2026-07-01 every month"),
      below,
    ],
    [
      "few leads of a stage that an alternative goes without",
      `${all}funnel direct as alternative to all { ${FUNNEL.replace("MQL to SQL 34%;  SQL", "MQL")} }\n${goal("count of leads reaching SQL", "at least 10 every month")}`,
      [],
    ],
    [
      "enough for one of two streams",
      `${all}funnel more { ${FUNNEL} }\n${leads("at least 3,677 every month")}`,
      below,
    ],
    ["enough for two streams", `${all}funnel more { ${FUNNEL} }\n${leads("at least 7,354 every month")}`, []],
    ["the quota in revenue", all + goal("sum of won.amount", "at least $500,000 every month"), []],
    ["a cent less revenue", all + goal("sum of won.amount", "at least $499,999.99 every month"), below],
    [
      "the quota in worth, with a tolerance",
      all + goal("worth of leads reaching MQL", "at least $500,000 every month;  tolerance 10% either way"),
      [],
    ],
    ["less worth", all + goal("worth of leads reaching SQL", "at least $499,999 every month"), below],
    [
      "less worth where a classification gives it",
      `${all}classify k { a when source is web worth $1;  b otherwise worth $2 }\n${goal("worth of leads reaching MQL", "at least $1 every month")}`,
      [],
    ],
    [
      "the funnel's rate",
      all + goal("rate from SQL to Customer, maturing 1 month", "at least 20% every quarter"),
      [],
    ],
    [
      "a lower rate",
      all + goal("rate from SQL to Customer, maturing 1 month", "at least 19.99% every quarter"),
      below,
    ],
    [
      "a lower rate between events",
      all + goal("rate from accept to won, maturing 1 month", "at least 19% every quarter"),
      below,
    ],
    [
      "a lower rate over two steps",
      all + goal("rate from MQL to Customer, maturing 1 month", "at least 6.79% every quarter"),
      below,
    ],
    [
      "the rate over two steps",
      all + goal("rate from MQL to Customer, maturing 1 month", "at least 6.8% every quarter"),
      [],
    ],
    [
      "a lower rate on the way to a higher one",
      all +
        goal("rate from SQL to Customer, maturing 1 month", "at least 15% by 2026-06-30, 20% by 2026-12-31"),
      [],
    ],
  ])("%s", (_, text, ids) => {
    expect(found(text)).toEqual(ids);
  });

  it("looks for leads a cycle before their customers, and shows the sum of that month", () => {
    const text = `funnel f { ${FUNNEL.replace("34%", "34% from 2026-01-01, 17% from 2026-07-01")};  cycle 1 month }\n${leads("at least 3,677 every month")}`;
    const [finding] = analyse(policyOf(text)).findings;
    expect(finding?.message).toBe(
      "`g` can be met in full and the quota still be missed: it asks for 3,677 MQL from 2026-06-01 to 2026-06-30, but `f` needs 7,353 MQL, and so in 6 windows",
    );
    expect(finding?.help).toBe(
      [
        "the quota of $500,000 / $2,000 a deal = 250 Customer",
        "250 Customer / 20% = 1,250 SQL",
        "1,250 SQL / 17% = 7,352.94, rounded up to 7,353 MQL",
        "7,353 MQL needed - 3,677 MQL asked for = 3,676 MQL short",
        "raise the goal, lower the quota, or agree on higher rates",
      ].join("\n"),
    );
  });
});

describe("a funnel whose sum cannot be done", () => {
  it("is said to be open, with the reason", () => {
    const { notProved } = analyse(policyOf("funnel f { quota $1 every month;  MQL to SQL 34% }"));
    expect(notProved).toMatchObject([
      {
        question: "that `f` can be kept",
        reason: "The funnel f has a quota in money, so it needs a `deal`: what one customer brings",
      },
    ]);
  });
});

describe("promise/demand-above-capacity", () => {
  const over = ["demand-above-capacity"];
  const capacity = (clause: string) => `funnel f { ${FUNNEL};  capacity ${clause} }`;
  it.each<readonly [string, string, string[]]>([
    ["exactly enough", capacity("3,677 MQL per rep every month, 1 reps"), []],
    ["one too few", capacity("3,676 MQL per rep every month, 1 reps"), over],
    ["too few of another stage", capacity("1,249 SQL per rep every month, 1 reps"), over],
    ["too few in a short month only", capacity("130 MQL per rep every day, 1 reps"), over],
    ["enough on every day", capacity("132 MQL per rep every day, 1 reps"), []],
  ])("%s", (_, text, ids) => {
    expect(found(text)).toEqual(ids);
  });

  it("counts the reps that would do", () => {
    const [finding] = analyse(policyOf(capacity("120 MQL per rep every month, 20 reps"))).findings;
    expect(finding?.help).toContain(
      "20 reps × 120 MQL every month = 2,400 MQL, and 3,677 are needed\n31 reps could work them",
    );
  });
});

describe("promise/milestone-goes-back", () => {
  const back = ["milestone-goes-back"];
  const rate = (clauses: string) => goal("rate from SQL to won, maturing 45 days", clauses);
  const time = (clauses: string) => goal("median time from accept to won", clauses);
  it.each<readonly [string, string, string[]]>([
    ["forward", rate("baseline 25%;  at least 35% by 2026-06-30, 50% by 2026-12-31"), []],
    ["the same again", rate("at least 35% by 2026-06-30, 35% by 2026-12-31"), []],
    ["back", rate("at least 50% by 2026-06-30, 35% by 2026-12-31"), back],
    ["back, written the other way round", rate("at least 35% by 2026-12-31, 50% by 2026-06-30"), back],
    ["behind the baseline", rate("baseline 25%;  at least 24% every month"), back],
    ["at the baseline", rate("baseline 25%;  at least 25% every month"), []],
    [
      "only the second behind the baseline",
      rate("baseline 25%;  at least 35% by 2026-06-30, 20% by 2026-12-31"),
      back,
    ],
    ["a time forward", time("baseline 45 days;  at most 40 days by 2026-06-30, 5 weeks by 2026-12-31"), []],
    ["a time back", time("at most 40 days by 2026-06-30, 6 weeks by 2026-12-31"), back],
    ["lengths that do not compare", time("at most 40 days by 2026-06-30, 2 months by 2026-12-31"), []],
    ["a count that is smaller later", leads("at least 100 by 2026-06-30, 50 by 2026-07-31"), []],
  ])("%s", (_, text, ids) => {
    expect(found(text)).toEqual(ids);
  });
});

describe("promise/cadence-beyond-hours", () => {
  const beyond = ["cadence-beyond-hours"];
  // 1,250 SQL a month; a rep has 22 days of 8 hours in January: 10,560 minutes; February has 9,600.
  const funnel = (reps: number) =>
    `funnel f { ${FUNNEL};  capacity 100,000 MQL per rep every month, ${reps} reps }\n`;
  const cadence = (clauses: string, head = "") => `commitment c${head} { ${clauses} }`;
  const times = (count: number) => cadence(`sales must contact ${count} times within 7 weeks of accept`);
  it.each<readonly [string, string, string[]]>([
    ["a minute for each touch", funnel(1) + times(7), []],
    ["less than a minute", funnel(1) + times(8), beyond],
    ["enough reps", funnel(2) + times(8), []],
    [
      "clauses that the same touches keep",
      funnel(1) +
        cadence(
          "a: sales must contact 3 times within 2 weeks of accept\nb: sales must contact 5 times within 4 weeks of accept",
        ),
      [],
    ],
    [
      "a plan by days",
      funnel(1) +
        cadence(
          `sales must follow { ${[0, 1, 2, 3, 4, 5, 6, 7].map((day) => `day ${day}: contact`).join(";  ")} } of accept`,
        ),
      beyond,
    ],
    [
      "some leads only",
      funnel(1) +
        cadence("sales must contact 80 times within 7 weeks of accept", " for leads where source is web"),
      [],
    ],
    ["no reps named", `funnel f { ${FUNNEL} }\n${times(80)}`, []],
  ])("%s", (_, text, ids) => {
    expect(found(text)).toEqual(ids);
  });
});

describe("promise/rates-contradict-history", () => {
  /** What is found of a history in which `came` of `of` MQL became SQL, a year before the as-of instant. */
  function contradicted(
    came: number,
    of: number,
    funnel = "quota 100 SQL every month;  MQL to SQL 30%",
  ): number {
    const policy = policyOf(`funnel f for leads where source is web { ${funnel} }`);
    const engine = createEngine(policy);
    const tally = createFunnelTally(engine, Date.UTC(2026, 0, 1));
    for (let lead = 0; lead < of; lead += 1) add(engine, tally, lead, "web", lead < came);
    // Leads of another kind are not of this funnel.
    for (let lead = 0; lead < 50; lead += 1) add(engine, tally, of + lead, "fair", false);
    return checkHistory(policy, tally.finish()).length;
  }

  function add(
    engine: ReturnType<typeof createEngine>,
    tally: ReturnType<typeof createFunnelTally>,
    lead: number,
    source: string,
    accepted: boolean,
  ): void {
    const events = accepted ? [{ event: "accept", at: "2025-01-02T10:00Z" }] : [];
    const reading = engine.reader.readObject({
      id: String(lead),
      source,
      created: "2025-01-01T10:00Z",
      events,
    });
    if (!reading.ok) throw new Error(JSON.stringify(reading.issues));
    tally.add(reading.facts);
  }

  it.each([
    // Of 100 at 30%, 19 or more and 42 or fewer come with more than half of one percent on either side.
    [18, 100, 1],
    [19, 100, 0],
    [30, 100, 0],
    [42, 100, 0],
    [43, 100, 1],
    [0, 14, 0],
    [0, 15, 1],
    [0, 0, 0],
  ])("%i of %i at 30%%: %i findings", (came, of, findings) => {
    expect(contradicted(came, of)).toBe(findings);
  });

  it("leaves out leads that have not had the time of a cycle", () => {
    expect(contradicted(0, 100, "quota 100 SQL every month;  MQL to SQL 30%;  cycle 2 years")).toBe(0);
  });

  it("holds each lead against the rate of its own date", () => {
    const dated = "quota 100 SQL every month;  MQL to SQL 3% from 2025-01-01, 30% from 2025-06-01";
    expect(contradicted(3, 100, dated)).toBe(0);
    expect(contradicted(30, 100, dated)).toBe(1);
  });

  it("shares its doubt out among all steps", () => {
    // With two steps tested, 18 of 100 is no longer beyond doubt: 0.5% becomes 0.25%.
    const two = "quota 10 Customer every month;  MQL to SQL 30%;  SQL to Customer 5%";
    expect(contradicted(18, 100, two)).toBe(0);
  });
});
