import { type Change, compare } from "@entente/diff";
import { createEngine, createTally } from "@entente/engine";
import type { Policy } from "@entente/ir";
import { describe, expect, it } from "vitest";
import { contracts, policyOf } from "./contracts.ts";
import { diceOf } from "./dice.ts";
import { mutantsOf } from "./mutate.ts";

const PER_CONTRACT = 5;

type Outcome = "witness" | "equivalent" | "undecided" | "not about leads";

interface Judged {
  readonly outcome: Outcome;
  readonly words: string;
  readonly confirmed: boolean;
}

function judge(base: Policy, head: Policy, words: string): Judged {
  const { changes } = compare(base, head);
  const witness = changes.find(({ effect }) => effect.kind === "differs");
  if (witness !== undefined)
    return { outcome: "witness", words, confirmed: isConfirmed(base, head, witness) };
  const open = changes.find(({ effect }) => effect.kind === "undecided");
  if (open !== undefined) return { outcome: "undecided", words, confirmed: true };
  const aside = changes.every(({ effect }) => effect.kind === "not about leads") && changes.length > 0;
  return { outcome: aside ? "not about leads" : "equivalent", words, confirmed: true };
}

/** Whether the two engines differ on the witness, by itself or as a member of a tally. */
function isConfirmed(base: Policy, head: Policy, { effect }: Change): boolean {
  if (effect.kind !== "differs") return false;
  const { lead, events, at } = effect.witness;
  const said = [base, head].map((policy) => {
    const engine = createEngine(policy);
    const { clocks, ...verdict } = engine.evaluate({ ...lead, events }, { at });
    const reading = engine.reader.readObject({ ...lead, events });
    const tally = createTally(engine.plan);
    if (reading.ok) tally.add(reading.facts, at);
    return JSON.stringify([verdict, clocks, tally.finish(at)], (key, value) =>
      key === "span" ? null : value,
    );
  });
  return said[0] !== said[1];
}

describe("a contract with one fault", () => {
  const judged = contracts.flatMap(([name, text], index) => {
    const base = policyOf(text);
    return mutantsOf(base, diceOf(index + 1), PER_CONTRACT).map(({ policy, words }) =>
      judge(base, policy, `${name}: ${words}`),
    );
  });
  const count = (outcome: Outcome) => judged.filter((one) => one.outcome === outcome).length;
  const open = judged.filter(({ outcome }) => outcome === "undecided").map(({ words }) => words);

  it("is tried often enough", () => expect(judged.length).toBeGreaterThan(50));

  it("never has a witness that the engines do not confirm", () => {
    expect(judged.filter(({ confirmed }) => !confirmed).map(({ words }) => words)).toEqual([]);
  });

  it("has a witness, or a proof that no lead shows the fault: at least nine in ten", () => {
    const decided = count("witness") + count("equivalent");
    const about = judged.length - count("not about leads");
    expect(decided / about, open.join("\n")).toBeGreaterThanOrEqual(0.9);
  });
});
