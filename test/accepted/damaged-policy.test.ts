import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { compile } from "@entente/dsl";
import { type Policy, PolicyError, readPolicy } from "@entente/ir";
import { describe, expect, it } from "vitest";
import { contractTexts } from "../fuzz/corpus.ts";
import { HANDOFF } from "../support/contracts.ts";
import { sla } from "../support/sla.ts";
import { acceptedContract } from "./accepted-contract.ts";

function policyOf(text: string): Policy | null {
  return compile({ entry: "c.sla", text }).policy;
}

/** A copy of the small agreement's policy, to be edited by hand. */
// biome-ignore lint/suspicious/noExplicitAny: a hand may write anything.
function edited(edit: (policy: any) => void): unknown {
  const copy: unknown = JSON.parse(JSON.stringify(policyOf(HANDOFF)));
  edit(copy);
  return copy;
}

/** What each edit makes wrong, and how the reader tells it. */
// biome-ignore lint/suspicious/noExplicitAny: a hand may write anything.
const EDITS: readonly (readonly [name: string, edit: (policy: any) => void, told: string])[] = [
  [
    "a stage before",
    (p) => (p.stages[1].after = ["Laed"]),
    'stages[1].after[0]: there is no stage "Laed"; did you mean "Lead"?',
  ],
  [
    "a ladder",
    (p) => (p.commitments[0].ladder = "chse"),
    'commitments[0].ladder: there is no ladder "chse"; did you mean "chase"?',
  ],
  [
    "an event",
    (p) => (p.commitments[0].until[0].event = "x"),
    'commitments[0].until[0].event: there is no event "x"',
  ],
  [
    "a party",
    (p) => (p.commitments[0].clauses[0].party = "seles"),
    'commitments[0].clauses[0].party: there is no party "seles"; did you mean "sales"?',
  ],
  [
    "a field",
    (p) =>
      (p.stages[0].when = {
        kind: "present",
        subject: { kind: "field", name: "mail", span: p.stages[0].span },
        span: p.stages[0].span,
      }),
    'stages[0].when.subject.name: there is no field "mail"',
  ],
  [
    "a field to provide",
    (p) => p.commitments[2].clauses[0].duty.fields.push("fax"),
    'commitments[2].clauses[0].duty.fields[2]: there is no field "fax"',
  ],
  ["a define", (p) => (p.defines = []), 'there is no define "fit"'],
  ["a score", (p) => (p.scores = []), 'there is no score "interest"'],
  ["a class", (p) => (p.classes = []), 'there is no class "kind"'],
  [
    "stages that go in a circle",
    (p) => (p.stages[0].after = ["SAL"]),
    "stages[0]: it depends on itself, by way of what it names",
  ],
  ["a stage before itself", (p) => (p.stages[2].after = ["SAL"]), "stages[2]: it depends on itself"],
  [
    "a define that names itself",
    (p) => (p.defines[0].value = { kind: "define", name: "fit", span: p.defines[0].span }),
    "defines[0]: it depends on itself",
  ],
  ["a shape", (p) => (p.stages[1].rank = "high"), "stages[1].rank"],
];

describe("a policy that was edited by hand", () => {
  it.each(EDITS)("%s", (_, edit, told) => {
    const read = () => readPolicy(edited(edit));
    expect(read).toThrow(PolicyError);
    expect(read).toThrow(told);
    expect(read).toThrow("Compile the contract again");
  });

  it("may nest expressions deeper than any program can follow", () => {
    const deep = edited((policy) => {
      const [stage] = policy.stages;
      for (let left = 100_000; left > 0; left -= 1)
        stage.when = { kind: "not", operand: stage.when, span: stage.span };
    });
    expect(() => readPolicy(deep)).toThrow("It is nested deeper than any contract.");
  });

  it("is told with its place, and ends in the exit code of a contract with errors", async () => {
    const folder = mkdtempSync(join(tmpdir(), "sla-damaged-"));
    try {
      const [, edit = () => {}] = EDITS[0] ?? [];
      writeFileSync(join(folder, "c.json"), JSON.stringify(edited(edit)));
      writeFileSync(join(folder, "leads.csv"), "id,source,created\n1,web,2026-03-02 10:00\n");
      const run = await sla(folder, ["run", "c.json", "--leads", "leads.csv", "--at", "2026-06-01T00:00Z"]);
      expect([run.code, run.stdout]).toEqual([2, ""]);
      expect(run.stderr).toMatch(/damaged\. stages\[1\]\.after\[0\]: there is no stage "Laed"/);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });
});

describe("a policy that was compiled", () => {
  it("has no broken reference, whatever the contract", () => {
    const written = contractTexts().filter((_, index) => index % 4 === 0);
    const texts = [...written, ...Array.from({ length: 40 }, (_, seed) => acceptedContract(seed))];
    const policies = texts.flatMap((text) => policyOf(text) ?? []);
    expect(policies.length).toBeGreaterThan(60);
    for (const policy of policies) expect(() => readPolicy(JSON.parse(JSON.stringify(policy)))).not.toThrow();
  });
});
