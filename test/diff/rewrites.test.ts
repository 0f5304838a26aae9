import { canonicalText, compare } from "@entente/diff";
import { format, parse } from "@entente/dsl";
import type { Policy } from "@entente/ir";
import { describe, expect, it } from "vitest";
import { hasShared } from "../support/folders.ts";
import { contracts, policyOf } from "./contracts.ts";
import { diceOf } from "./dice.ts";
import { rewritten } from "./rewrite.ts";

const ROUNDS = 8;

function wordsOf(base: Policy, head: Policy): readonly string[] {
  return compare(base, head).changes.map(({ kind, path, before, after }) =>
    [kind, ...path, before?.text, after?.text].join(" | "),
  );
}

describe("a contract that says the same in another way", () => {
  it.each(contracts)("has no change, however it is rewritten: %s", (_, text) => {
    const policy = policyOf(text);
    for (let seed = 1; seed <= ROUNDS; seed += 1) {
      const other = rewritten(policy, diceOf(seed));
      expect(canonicalText(other), `seed ${seed}`).toBe(canonicalText(policy));
      expect(wordsOf(policy, other), `seed ${seed}`).toEqual([]);
    }
  });

  it.each(contracts)("has no change, laid out and put in another order: %s", (_, text) => {
    const { text: laidOut } = format(text);
    const { ast } = parse("contract.sla", laidOut);
    const chunks = ast.declarations.map(({ kind, span }) => ({
      kind,
      text: laidOut.slice(span.start, span.end),
    }));
    // The order of stages decides a tie, that of classifications where a worth comes from.
    const ordered = ["Stage", "Classify", "Calendar", "Define"];
    const fixed = chunks.filter(({ kind }) => ordered.includes(kind));
    const mixed = diceOf(text.length).shuffled(chunks.filter(({ kind }) => !ordered.includes(kind)));
    const other = [...mixed, ...fixed].map((chunk) => chunk.text).join("\n\n# a remark\n");
    expect(wordsOf(policyOf(text), policyOf(`${other}\n`))).toEqual([]);
  });
});

describe.skipIf(!hasShared)("the contracts beside the project", () => {
  it("were tried as well", () => expect(contracts.map(([name]) => name)).toContain("handoff.sla"));
});
