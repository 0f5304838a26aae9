import { analyse } from "@entente/analysis";
import { compile, diagnosticIds } from "@entente/dsl";
import { createEngine } from "@entente/engine";
import type { Policy } from "@entente/ir";
import { describe, expect, it } from "vitest";
import { acceptedContract } from "./accepted-contract.ts";
import { judgeEverything } from "./judge-everything.ts";

const CONTRACTS = 250;
const LEADS = 12;
/** Analysis takes longer than judging. */
const ANALYSED = 40;

const compiled = Array.from({ length: CONTRACTS }, (_, seed) => {
  const text = acceptedContract(seed);
  return { seed, text, ...compile({ entry: "contract.sla", text }) };
});
const accepted = compiled.flatMap(({ seed, text, policy }) =>
  policy === null ? [] : [{ seed, text, policy }],
);

/** What went wrong with the contracts, each with its text. */
function failuresOf(cases: typeof accepted, ask: (policy: Policy, seed: number) => void): string[] {
  return cases.flatMap(({ seed, text, policy }) => {
    try {
      ask(policy, seed);
      return [];
    } catch (error) {
      return [`contract ${seed}: ${error instanceof Error ? error.stack : error}\n${text}`];
    }
  });
}

describe("random contracts of the right types", () => {
  it("are accepted by the checker, nearly all of them", () => {
    const refused = compiled.filter(({ policy }) => policy === null);
    expect(refused.length / CONTRACTS).toBeLessThan(0.05);
    for (const { diagnostics } of refused)
      for (const { id } of diagnostics) expect(diagnosticIds).toContain(id);
  });

  it("never fail in the engine, whatever the leads", () => {
    let judged = 0;
    let compared = 0;
    const statuses = new Set<string>();
    const failures = failuresOf(accepted, (policy, seed) => {
      const { verdicts, rules } = judgeEverything(policy, seed, LEADS);
      judged += verdicts.filter((verdict) => verdict.judged).length;
      compared += rules;
      for (const { clocks } of verdicts) for (const { status } of clocks) statuses.add(status);
    });
    expect(failures).toEqual([]);
    expect(judged).toBeGreaterThan(CONTRACTS * 6);
    expect(compared).toBeGreaterThan(CONTRACTS);
    expect(statuses.size).toBeGreaterThanOrEqual(11);
  });

  it("never fail in the analysis", () => {
    expect(failuresOf(accepted.slice(0, ANALYSED), (policy) => analyse(policy))).toEqual([]);
  });

  it("refuse an instant that is none, and nothing else", () => {
    const [{ policy } = { policy: null }] = accepted;
    if (policy === null) throw new Error("no contract was accepted");
    const engine = createEngine(policy);
    for (const at of [Number.NaN, 0.5, Number.POSITIVE_INFINITY])
      expect(() => engine.evaluate({}, { at })).toThrow(RangeError);
  });
});
