import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createEngine } from "../engine.ts";
import type { Verdict } from "../verdict.ts";
import { contracts, cutAt, instants, leads } from "./testing/random-contract.ts";

const DAY = 86_400_000;

/** All of a verdict that stands still between two changes. */
function standing({ stage, stages, classes, scores, worth, clocks }: Verdict) {
  return {
    stage,
    stages,
    classes,
    scores,
    worth,
    clocks: clocks.map(({ commitment, clause, owner, status, start, due, done, stop, steps, missing }) => ({
      clock: `${commitment}/${clause}`,
      owner,
      status,
      start,
      due,
      done,
      stop,
      missing,
      steps: steps.map(({ step, at }) => [step, at]),
    })),
  };
}

describe("for every contract and history", () => {
  it("nothing changes from an instant until just before `next`, nor from there to the one after", () => {
    fc.assert(
      fc.property(
        contracts,
        leads,
        instants,
        fc.double({ min: 0, max: 1, noNaN: true }),
        (contract, lead, first, share) => {
          const engine = createEngine(contract);
          let now = engine.evaluate(lead, { at: first });
          for (let step = 0; step < 6; step += 1) {
            const end = now.next ?? now.at + 60 * DAY;
            expect(end).toBeGreaterThan(now.at);
            for (const later of [now.at + Math.floor((end - now.at - 1) * share), end - 1])
              expect(standing(engine.evaluate(lead, { at: later }))).toEqual(standing(now));
            now = engine.evaluate(lead, { at: end });
          }
        },
      ),
      { numRuns: 600 },
    );
  });

  it("the full history at a past instant is judged as what was recorded by then", () => {
    fc.assert(
      fc.property(contracts, leads, instants, (contract, lead, at) => {
        const engine = createEngine(contract);
        const { next: _next, ...replayed } = engine.evaluate(lead, { at });
        const { next: _unforeseen, ...then } = engine.evaluate(cutAt(lead, at), { at });
        expect(replayed).toEqual(then);
      }),
      { numRuns: 1000 },
    );
  });
});
