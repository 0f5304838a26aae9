import { canonicalText, compare, type Strictness } from "@entente/diff";
import { createEngine } from "@entente/engine";
import { describe, expect, it } from "vitest";
import { policyOf } from "./contracts.ts";
import { diceOf } from "./dice.ts";
import { leadsFor } from "./random-leads.ts";

const FRAME = `agreement "Pairs" {
  between marketing and sales;  effective 2026-01-01 to 2026-06-30
  time zone "America/New_York";  currency USD
}
lead {
  id     text key
  email  text optional
  size   integer optional  0 to 100
  tier   one of a, b optional
  kind   one of x, y
  hot    yes/no optional
  created time
}
event handoff
event accept
event meet
event hold
event resume
event contact { channel one of call, email }
calendar office { mon-fri 09:00-17:00 }
stage L         when email is present  at created
stage Q after L when accept
commitment info { marketing must provide email by handoff }
`;
const c = (line: string): string => `commitment c { sales must ${line} }\n`;
const scoped = (condition: string): string =>
  `commitment c for leads where ${condition} { sales must contact within 7 days of handoff }\n`;
const goal = (line: string): string => `goal g by sales { ${line} }\n`;

type Pair = readonly [what: string, base: string, head: string, marketing: Strictness, sales: Strictness];

const within = (text: string): string => c(`contact within ${text} of handoff`);
const later = `stage R after Q when size >= 5 at accept\n`;
const meets = "measure mean time from handoff to contact;  at most 8 hours every month";

const pairs: readonly Pair[] = [
  [
    "a duty that passes to the other side",
    within("1 hour"),
    within("1 hour").replace("sales", "marketing"),
    "stricter",
    "looser",
  ],
  [
    "a duty that passes to the other side with more time",
    within("1 hour"),
    within("2 hours").replace("sales", "marketing"),
    "stricter",
    "looser",
  ],
  [
    "more time where a table gave none for some leads",
    within("by tier { a -> 5 minutes, b -> 5 minutes }"),
    within("1 hour"),
    "equal",
    "incomparable",
  ],
  [
    "more time than every case, where the field may be missing",
    within("by tier { a -> 5 minutes, otherwise -> 10 minutes }"),
    within("1 hour"),
    "equal",
    "incomparable",
  ],
  [
    "more time than every case",
    within("by kind { x -> 5 minutes, y -> 10 minutes }"),
    within("1 hour"),
    "equal",
    "looser",
  ],
  [
    "a further stage, where the current one decides",
    scoped("stage is Q"),
    later + scoped("stage is Q"),
    "equal",
    "incomparable",
  ],
  [
    "a further stage to leave for",
    c("leave L within 7 days of reaching L"),
    `stage R after L when meet\n${c("leave L within 7 days of reaching L")}`,
    "equal",
    "incomparable",
  ],
  [
    "other dates of the same values",
    within("7 days from 2026-01-01, 3 days from 2026-03-01"),
    within("7 days from 2026-01-01, 3 days from 2026-04-01"),
    "equal",
    "looser",
  ],
  [
    "a pause with another cap and another end",
    c("contact within 7 days of handoff;  pause from hold to resume, at most 1 day"),
    c("contact within 7 days of handoff;  pause from meet to resume, at most 2 days"),
    "equal",
    "incomparable",
  ],
  ["a goal of the other side", goal(meets), goal(meets).replace("sales", "marketing"), "stricter", "looser"],
  [
    "room above what is at most allowed",
    goal(`${meets};  tolerance 10% above`),
    goal(meets),
    "equal",
    "stricter",
  ],
  [
    "room below what is at most allowed, which changes nothing",
    goal(`${meets};  tolerance 10% below`),
    goal(meets),
    "equal",
    "equal",
  ],
];

/** What a party has violated; null where the record is refused. */
function violationsOf(
  engine: ReturnType<typeof createEngine>,
  record: unknown,
  at: number,
  party: string,
): ReadonlySet<string> | null {
  const { judged, violations } = engine.evaluate(record, { at });
  if (!judged) return null;
  const own = violations.filter((clock) => clock.party === party);
  return new Set(own.map(({ commitment, clause, start }) => JSON.stringify([commitment, clause, start])));
}

const allowed: Readonly<Record<Strictness, (a: ReadonlySet<string>, b: ReadonlySet<string>) => boolean>> = {
  stricter: (a, b) => a.isSubsetOf(b),
  looser: (a, b) => b.isSubsetOf(a),
  equal: (a, b) => a.isSubsetOf(b) && b.isSubsetOf(a),
  incomparable: () => true,
};

describe("two small contracts", () => {
  it.each(pairs)("%s", (_, before, after, marketing, sales) => {
    const [base, head] = [policyOf(FRAME + before), policyOf(FRAME + after)];
    const { changes, strictness } = compare(base, head);
    expect(changes.length).toBeGreaterThan(0);
    expect(strictness).toEqual({ marketing, sales });
    const [one, other] = [createEngine(base), createEngine(head)];
    const next = leadsFor(head, diceOf(3));
    for (let count = 0; count < 300; count += 1) {
      const { record, at } = next();
      for (const [party, said] of Object.entries(strictness)) {
        const [a, b] = [one, other].map((engine) => violationsOf(engine, record, at, party));
        if (a === null || b === null || a === undefined || b === undefined) continue;
        expect(allowed[said](a, b), `${said} for ${party}: ${JSON.stringify(record)} at ${at}`).toBe(true);
      }
    }
  });

  it("say who owes it now", () => {
    const [base, head] = [within("1 hour"), within("1 hour").replace("sales", "marketing")];
    const [change] = compare(policyOf(FRAME + base), policyOf(FRAME + head)).changes;
    expect(change?.reasons).toEqual([
      "sales: it is no longer this side's duty",
      "marketing: it is this side's duty now",
    ]);
    expect(change?.effect).toMatchObject({
      kind: "differs",
      before: expect.stringMatching(/^sales: c is breached/),
      after: expect.stringMatching(/^marketing: c is breached/),
    });
  });

  it("have other clocks at the end of the term where a further trigger restarts one", () => {
    const text = FRAME + c("contact within 10 days of handoff, restarts");
    const { strictness } = compare(policyOf(text), policyOf(text.replace("06-30", "07-31")));
    expect(strictness).toEqual({ marketing: "stricter", sales: "incomparable" });
  });

  it("have other days where the calendar has another zone", () => {
    const text = FRAME + c("contact by 17:00 on day 1 of handoff");
    const head = text.replace("09:00-17:00", '09:00-17:00;  time zone "Asia/Tokyo"');
    expect(compare(policyOf(text), policyOf(head)).strictness.sales).toBe("incomparable");
  });
});

describe("a declaration under another name", () => {
  const text = `${FRAME}score warmth { +10 per contact }
classify sort { big when size > 50;  small otherwise }
stage M after Q when warmth >= 10 at meet
ladder chase { at breach notify sales }
commitment c for leads where sort is big { sales must contact within by sort { big -> 1 hour, otherwise -> 1 day } of handoff;  otherwise chase }
`;
  it.each(["warmth", "sort", "chase", "office", "Q"])("is the only change: %s", (name) => {
    const head = text.replaceAll(new RegExp(`\\b${name}\\b`, "gu"), "renewed");
    const { changes, strictness } = compare(policyOf(text), policyOf(head));
    expect(changes.map(({ change, path }) => [change, ...path])).toEqual([["renamed", "renewed"]]);
    expect(strictness).toEqual({ marketing: "equal", sales: "equal" });
  });
});

describe("the same in other words", () => {
  const same: readonly (readonly [string, string])[] = [
    [scoped("not (not (size > 5))"), scoped("size > 5")],
    [scoped("not (hot and size > 5)"), scoped("not hot or size <= 5")],
    [
      scoped("count of contact (where not (channel is call or channel is email)) >= 1"),
      scoped("count of contact (where not channel is call and not channel is email) >= 1"),
    ],
    [scoped("tier in (a)"), scoped("tier is a")],
    [scoped("hot is no"), scoped("not hot")],
    [scoped("not (size between 5 and 10)"), scoped("size > 10 or 5 > size")],
    [`define q = size > 5\n${scoped("q and hot")}`, `define r = size > 5\n${scoped("hot and r")}`],
    [scoped('email is "caf\u00e9"'), scoped('email is "cafe\u0301"')],
    [within("1 day from 2026-01-01, 1 day from 2026-03-01"), within("1 day from 2026-01-01")],
    [
      within("by tier { a -> 1 day, b -> 2 days, otherwise -> 2 days }"),
      within("by tier { a -> 1 day, otherwise -> 2 days }"),
    ],
  ];
  it.each(same)("has no change: %s", (before, after) => {
    const [base, head] = [policyOf(FRAME + before), policyOf(FRAME + after)];
    expect(canonicalText(base)).toBe(canonicalText(head));
    expect(compare(base, head).changes).toEqual([]);
  });

  const proved: readonly (readonly [string, string])[] = [
    [scoped("hot and (hot or size > 5)"), scoped("hot")],
    [scoped("kind is x"), scoped("kind is not y")],
    [scoped("size + 1 > 6"), scoped("size > 5")],
  ];
  it.each(proved)("is proved to be no other: %s", (before, after) => {
    const { changes } = compare(policyOf(FRAME + before), policyOf(FRAME + after));
    expect(changes.map(({ effect }) => effect.kind)).toEqual(["equivalent"]);
  });
});

describe("what is told of a change", () => {
  it("does not blame a worth for a deadline that a define moves", () => {
    const text = `${FRAME}define big_size = size > 50
classify sort { big when size > 50  worth $5;  small otherwise  worth $1 }
define time_to_call = 1 hour
${within("by sort { big -> time_to_call, otherwise -> 1 day }")}`;
    const head = text.replace("= 1 hour", "= 1 business hour").replace("worth $1 ", "worth $2 ");
    const { changes } = compare(policyOf(text), policyOf(head));
    const worth = changes.find(({ kind }) => kind === "classify");
    expect([worth?.effect.kind, worth?.reasons]).toEqual(["differs", []]);
  });

  it("tells an event about the agreement from one about leads, in the normal form too", () => {
    const text = `${FRAME}event held of agreement\n`;
    const [base, head] = [policyOf(text), policyOf(text.replace(" of agreement", ""))];
    expect(canonicalText(base)).not.toBe(canonicalText(head));
    expect(compare(base, head).changes.flatMap(({ breaks }) => breaks)).toEqual([
      "events `held`: they come with leads, not with attestations",
    ]);
  });
});
