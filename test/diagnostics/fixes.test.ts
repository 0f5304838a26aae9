import { readFileSync } from "node:fs";
import { join } from "node:path";
import { applyFixes, compile } from "@entente/dsl";
import type { Diagnostic, Fix } from "@entente/ir";
import { describe, expect, it } from "vitest";
import { casesOf } from "../support/folders.ts";
import { allPages, type Example, findingsIn } from "./page.ts";

const HEAD = `agreement "Lead handoff" { between marketing and sales;  time zone "Europe/London";  currency GBP }
lead { id text key;  employees integer optional;  source one of web, referral;  grade one of A, B;  budget money optional;  created time }
event handoff
event contact { channel one of call, email }
`;

/** Further places and ways of writing: what stands around a mistake must not spoil its mend. */
const FURTHER: readonly (readonly [id: string, text: string])[] = [
  ["syntax/foreign-operator", "define a = employees >= 5&&handoff"],
  ["syntax/foreign-operator", "define a = !handoff"],
  ["syntax/foreign-operator", "define a = employees => 5"],
  [
    "syntax/foreign-operator",
    "commitment c { sales must contact within by grade { A => 1 hour, otherwise -> 2 hours } of handoff }",
  ],
  ["syntax/missing-must", "commitment c { sales should contact within 1 hour of handoff }"],
  ["syntax/missing-must", "commitment c { sales contact where channel is call within 1 hour of handoff }"],
  ["syntax/missing-block", "commitment c # in time\n  sales must contact within 1 hour of handoff\n}"],
  [
    "syntax/unclosed-brace",
    "commitment c {\n  sales must contact within 1 hour of handoff # soon\nevent won",
  ],
  ["syntax/unclosed-brace", "commitment c { sales must contact within 1 hour of handoff\n"],
  ["syntax/unclosed-brace", "commitment c {\r\n  sales must contact within 1 hour of handoff\r\nevent won"],
  ["syntax/number-in-list", "define a = employees in (1,000,2,000)"],
  [
    "syntax/date-format",
    'test "t" { lead { source: web };  at 2026-03-06T12:00;  expect bool is yes }\ndefine bool = handoff',
  ],
  [
    "check/otherwise-last",
    "classify size { small otherwise; big when employees > 5; huge when employees > 50 }",
  ],
  [
    "check/otherwise-last",
    "commitment c { sales must contact within by grade { A -> 1 hour, otherwise -> 2 hours, B -> 3 hours } of handoff }",
  ],
  ["check/unit-mismatch", "define a = budget between 5 and £10"],
  [
    "check/wrong-type",
    "goal g by sales { measure share of c met;  at least 95 every month }\ncommitment c { sales must contact within 1 hour of handoff }",
  ],
  ["resolve/unknown-name", "define a = `Handoff`"],
];

/** Findings of which nobody can be certain what was meant: no fix may decide. */
const UNCERTAIN: readonly (readonly [id: string, text: string])[] = [
  ["syntax/date-format", "calendar c { mon-fri 09:00-17:00;  closed 03/04/2026 }"],
  ["syntax/date-format", "calendar c { mon-fri 09:00-17:00;  closed 31/02/2026 }"],
  [
    "syntax/date-format",
    'define a = handoff\ntest "t" { lead { source: web };  at 2026-03-06T12:00Z;  expect a is no }',
  ],
  ["syntax/missing-must", "commitment c { sales may contact within 1 hour of handoff }"],
  [
    "syntax/unexpected",
    "goal g by sales { measure count of leads reaching MQL;  at mast 40 every month }\nstage MQL when handoff",
  ],
  ["resolve/unknown-name", "event sal_date\ndefine a = sql_date"],
  ["resolve/unknown-declaration", "stage MQL when handoff\nstage SQL after SAL when contact"],
  ["check/reversed-range", "calendar c { mon-fri 09:00-17:00;  closed 2026-12-24 to 2026-01-02 }"],
  ["check/unit-mismatch", "define a = budget >= 10.005"],
  [
    "check/wrong-type",
    "goal g by sales { measure share of c met;  at least 0.95 every month }\ncommitment c { sales must contact within 1 hour of handoff }",
  ],
];

function inHead(text: string): Example {
  return new Map([["contract.sla", `${HEAD}${text}`]]);
}

const EXAMPLES: readonly (readonly [string, Example])[] = [
  ...allPages().map(({ id, wrong }) => [id, wrong] as const),
  ...casesOf("check/bad").map(({ name, folder }) => {
    const text = readFileSync(join(folder, "contract.sla"), "utf8");
    return [name, new Map([["contract.sla", text]])] as const;
  }),
  ...FURTHER.map(([id, text]) => [`${id} in ${text}`, inHead(text)] as const),
];

interface Case {
  readonly name: string;
  readonly example: Example;
  readonly diagnostic: Diagnostic;
  readonly fix: Fix;
}

const CASES: readonly Case[] = EXAMPLES.flatMap(([name, example]) =>
  found(example).flatMap((diagnostic) =>
    (diagnostic.fixes ?? []).map((fix) => ({ name: `${name}: ${fix.title}`, example, diagnostic, fix })),
  ),
);

function found(example: Example): readonly Diagnostic[] {
  return findingsIn("", example);
}

function mended(example: Example, diagnostic: Diagnostic, fix: Fix): Example {
  return new Map([...example, ...applyFixes([{ ...diagnostic, fixes: [fix] }], example).texts]);
}

const told = (diagnostics: readonly Diagnostic[]): string[] =>
  diagnostics.map(({ id, message }) => `${id}: ${message}`).toSorted();

describe("a fix", () => {
  it("is there for many kinds of findings", () => {
    expect(new Set(CASES.map(({ diagnostic }) => diagnostic.id)).size).toBeGreaterThanOrEqual(25);
  });

  it.each(CASES)("$name: removes its finding and adds none", ({ example, diagnostic, fix }) => {
    const before = told(found(example));
    const after = told(found(mended(example, diagnostic, fix)));
    const [own = ""] = told([diagnostic]);
    expect(after).toEqual(before.toSpliced(before.indexOf(own), 1));
  });

  it.each(FURTHER)("is offered for %s in %s", (id, text) => {
    const [own] = found(inHead(text)).filter((diagnostic) => diagnostic.id === id);
    expect(own?.fixes?.length).toBeGreaterThan(0);
  });

  it.each(UNCERTAIN)("does not decide %s in %s", (id, text) => {
    const own = found(inHead(text)).filter((diagnostic) => diagnostic.id === id);
    expect(own).not.toEqual([]);
    for (const { fixes = [] } of own) expect(fixes).not.toHaveLength(1);
  });
});

describe("all fixes together", () => {
  it("are applied where they do not touch; the rest waits for another round", () => {
    const text = `${HEAD}define a = employees == 5&&source == "web"\n`;
    const { diagnostics } = compile({ entry: "contract.sla", text });
    const { texts, applied } = applyFixes(diagnostics, new Map([["contract.sla", text]]));
    expect(texts.get("contract.sla")).toBe(`${HEAD}define a = employees = 5 and source = web\n`);
    expect(applied).toHaveLength(diagnostics.length);
  });
});
