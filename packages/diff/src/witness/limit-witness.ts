import type { Witness } from "@entente/analysis";
import { createTally, type LimitVerdict } from "@entente/engine";
import type { Effect } from "../comparison.ts";
import type { Both } from "../strictness/both.ts";
import { paletteFor } from "./palette.ts";
import type { Relevance } from "./relevance.ts";
import { rowAt, type Scenario } from "./scenario.ts";
import { seedsFor } from "./seeds.ts";
import { startsFor } from "./starts.ts";

const MINUTE = 60_000;
const PERIOD = 400 * 86_400_000;
/** Occurrences that one lead is given; a greater bound is not reached. */
const MOST = 400;

/**
 * A lead whose events alone break a promise over many leads under one version and keep it under the other: as many
 * of them as the bounds of the two versions tell apart.
 */
export function limitEffect(both: Both, relevance: Extract<Relevance, { kind: "clocks" }>): Effect | null {
  const counts = [...new Set(boundsIn(relevance).flatMap((bound) => [bound, bound + 1, bound - 1]))]
    .filter((count) => count >= 0 && count <= MOST)
    .toSorted((a, b) => a - b);
  const palette = paletteFor(both, relevance.before, relevance.after);
  for (const seed of [...seedsFor(both, relevance)].slice(0, 2)) {
    for (const start of startsFor(both, null, null).slice(0, 1)) {
      for (const row of palette.events) {
        for (const count of counts) {
          const events = Array.from({ length: count }, (_, index) => rowAt(row, start + index * MINUTE));
          const scenario = { lead: seed.lead, events, at: start + PERIOD };
          const effect = differing(both, relevance, scenario);
          if (effect !== null) return effect;
        }
      }
    }
  }
  return null;
}

function boundsIn({ before, after }: Relevance): readonly number[] {
  const found = [...JSON.stringify([before, after]).matchAll(/"kind":"number","value":"(\d+)"/g)];
  return found.map(([, value]) => Number(value));
}

function differing(
  both: Both,
  relevance: Extract<Relevance, { kind: "clocks" }>,
  scenario: Scenario,
): Effect | null {
  const [before, after] = [both.baseModel, both.headModel].map((model) => {
    const reading = model.engine.reader.readObject({ ...scenario.lead, events: scenario.events });
    if (!reading.ok) return null;
    const tally = createTally(model.engine.plan);
    tally.add(reading.facts, scenario.at);
    const verdicts = tally.finish(scenario.at);
    return verdicts.find(
      (one) =>
        one.commitment === relevance.commitment &&
        (relevance.clause === null || one.clause === relevance.clause),
    );
  });
  if (before === null || after === null || before?.status === after?.status) return null;
  const { lead, events, at } = scenario;
  const witness: Witness = { lead, events, at, shows: {} };
  return { kind: "differs", witness, before: words(before), after: words(after) };
}

function words(verdict: LimitVerdict | undefined): string {
  if (verdict === undefined) return "nothing is counted";
  const { commitment, status, count, limit } = verdict;
  return `${commitment} is ${status}: ${count} counted, the bound is ${limit ?? "unknown"}`;
}
