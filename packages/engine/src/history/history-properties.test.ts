import type { Policy } from "@entente/ir";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { contracts, instants, leads } from "../clocks/testing/random-contract.ts";
import { createEngine } from "../engine.ts";
import type { Verdict } from "../verdict.ts";
import { createHistory } from "./history.ts";

const FROM = "2026-01-01";
const TO = "2026-12-31";

function inForce(policy: Policy, from: string, to: string | null, inFlight: "keeps" | "moves"): Policy {
  return { ...policy, agreement: { ...policy.agreement, effective: { from, to }, inFlight } };
}

/** Days of the fortnight in which things happen to the random leads, two days before the clocks go forward to after. */
const days = fc.integer({ min: 6, max: 20 }).map((day) => `2026-03-${String(day).padStart(2, "0")}`);
const switches = fc.uniqueArray(days, { minLength: 1, maxLength: 3 }).map((found) => found.toSorted());
const inFlight = fc.constantFrom("keeps" as const, "moves" as const);

/** One contract as several identical versions; each says that it goes on to the end of the year. */
function split(policy: Policy, dates: readonly string[], mode: "keeps" | "moves"): readonly Policy[] {
  return [FROM, ...dates].map((from) => inForce(policy, from, TO, mode));
}

function withoutVersions(verdict: Verdict): Verdict {
  const plain = verdict.clocks.map(({ version: _version, ...clock }) => clock);
  const violations = verdict.violations.map(({ version: _version, ...clock }) => clock);
  return { ...verdict, clocks: plain, violations };
}

describe("for every contract and lead", () => {
  it("a history of one version gives what its engine gives, reasons and all", () => {
    fc.assert(
      fc.property(contracts, leads, instants, (contract, lead, at) => {
        const engine = createEngine(contract);
        const history = createHistory([contract]);
        expect(history.explain(lead, { at })).toEqual(engine.explain(lead, { at }));
      }),
      { numRuns: 300 },
    );
  });

  it("a contract cut into identical versions gives the same verdicts, whether clocks keep or move", () => {
    fc.assert(
      fc.property(contracts, leads, instants, switches, inFlight, (contract, lead, at, dates, mode) => {
        const whole = inForce(contract, FROM, TO, mode);
        const { next, ...expected } = createEngine(whole).evaluate(lead, { at });
        const history = createHistory(split(contract, dates, mode));
        const { next: ahead, ...verdict } = withoutVersions(history.evaluate(lead, { at }));
        expect(verdict).toEqual(expected);
        const changes = dates.map((date) => createEngine(whole).plan.zone.instantOf(date, 0));
        const soonest = Math.min(...[next, ...changes].filter((one) => one !== null && one > at).map(Number));
        expect(ahead ?? Number.POSITIVE_INFINITY).toBe(soonest);
      }),
      { numRuns: 1000 },
    );
  });

  it("the order in which versions are given is irrelevant", () => {
    fc.assert(
      fc.property(contracts, leads, instants, switches, inFlight, (contract, lead, at, dates, mode) => {
        const versions = split(contract, dates, mode);
        const turned = createHistory(versions.toReversed());
        expect(turned.evaluate(lead, { at })).toEqual(createHistory(versions).evaluate(lead, { at }));
      }),
      { numRuns: 100 },
    );
  });

  it("nothing of a later version shows before it is in force", () => {
    fc.assert(
      fc.property(contracts, contracts, leads, instants, (first, second, lead, at) => {
        const before = inForce(first, FROM, "2026-03-20", "keeps");
        const alone = createHistory([before]);
        const both = createHistory([before, inForce(second, "2026-03-21", TO, "moves")]);
        const { next: _with, ...verdict } = withoutVersions(both.evaluate(lead, { at }));
        const { next: _without, ...expected } = alone.evaluate(lead, { at });
        expect(verdict).toEqual(expected);
      }),
      { numRuns: 100 },
    );
  });
});
