import { compare, type Strictness } from "@entente/diff";
import { createEngine, type Engine } from "@entente/engine";
import { describe, expect, it } from "vitest";
import { contracts, policyOf } from "./contracts.ts";
import { diceOf } from "./dice.ts";
import { mutantsOf, partMutantsOf } from "./mutate.ts";
import { leadsFor } from "./random-leads.ts";

const PER_CONTRACT = 5;
const LEADS = 150;

/** What a party has violated, by commitment, clause and start; null where the record is refused. */
function violationsOf(
  engine: Engine,
  record: unknown,
  at: number,
  party: string,
): ReadonlySet<string> | null {
  const { judged, violations } = engine.evaluate(record, { at });
  if (!judged) return null;
  const own = violations.filter((clock) => clock.party === party);
  return new Set(own.map(({ commitment, clause, start }) => JSON.stringify([commitment, clause, start])));
}

/** Whether what is said of a party fits one lead: `stricter` adds violations and takes none away, `equal` does neither. */
function fits(said: Strictness, before: ReadonlySet<string>, after: ReadonlySet<string>): boolean {
  switch (said) {
    case "stricter":
      return before.isSubsetOf(after);
    case "looser":
      return after.isSubsetOf(before);
    case "equal":
      return before.isSubsetOf(after) && after.isSubsetOf(before);
    case "incomparable":
      return true;
  }
}

const tried = { stricter: 0, looser: 0, equal: 0, incomparable: 0 };

describe("what is said of a party", () => {
  it.each(contracts)("is never contradicted by a lead: %s", (_, text) => {
    const base = policyOf(text);
    const seed = text.length;
    const before = createEngine(base);
    const mutants = [
      ...mutantsOf(base, diceOf(seed), PER_CONTRACT),
      ...partMutantsOf(base, diceOf(seed), PER_CONTRACT),
    ];
    for (const { policy, words } of mutants) {
      const { strictness } = compare(base, policy);
      const after = createEngine(policy);
      const nextLead = leadsFor(base, diceOf(seed));
      for (const said of Object.values(strictness)) tried[said] += 1;
      for (let lead = 0; lead < LEADS; lead += 1) {
        const { record, at } = nextLead();
        for (const [party, said] of Object.entries(strictness)) {
          const [one, other] = [before, after].map((engine) => violationsOf(engine, record, at, party));
          if (one === null || other === null || one === undefined || other === undefined) continue;
          const case_ = `${words}\n${said} for ${party}\n${JSON.stringify(record)} at ${at}`;
          expect(fits(said, one, other), case_).toBe(true);
        }
      }
    }
  });

  it("is more than that nothing can be said", () => {
    expect(tried.stricter).toBeGreaterThan(10);
    expect(tried.looser).toBeGreaterThan(10);
  });
});
