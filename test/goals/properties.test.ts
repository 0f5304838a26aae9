import type { Attainment, GoalWindowAttainment } from "@entente/engine";
import { createAttainment } from "@entente/engine";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { CONTRACT, dice, engineOf, randomLeads, type WorldLead } from "./world.ts";

const engine = engineOf(`${CONTRACT}
goal milestone by sales { measure median time from handoff to won;  at most 20 days by 2026-03-31, 15 days by 2026-06-30;  otherwise chase }
goal rolling by marketing { measure count of leads reaching Lead;  at least 10 over the last 30 days }
ladder chase { after 10 days do "Look into it" }
reward pool { when all goals met in a month give $5 to sales }
cancellation when made missed 2 times in a row
`);

const seeds = fc.integer({ min: 1, max: 100_000 });
const instants = fc.integer({ min: Date.UTC(2026, 0, 1), max: Date.UTC(2027, 2, 1) });
const runs = { numRuns: 12 };

function attained(leads: Iterable<WorldLead>, at: number): Attainment {
  const tally = createAttainment(engine, { at });
  for (const lead of leads) tally.add(lead);
  return tally.finish();
}

function shuffled(leads: readonly WorldLead[], seed: number): WorldLead[] {
  const roll = dice(seed);
  return leads
    .map((lead) => ({ lead: { ...lead, events: lead.events.toReversed() }, place: roll() }))
    .sort((a, b) => a.place - b.place)
    .map(({ lead }) => lead);
}

describe("an attainment", () => {
  it("does not depend on the order of leads, nor on that of their events", () => {
    fc.assert(
      fc.property(seeds, instants, (seed, at) => {
        const leads = randomLeads(40, seed);
        expect(attained(shuffled(leads, seed + 1), at)).toEqual(attained(leads, at));
      }),
      runs,
    );
  });

  it("may be asked at any time, and goes on from there", () => {
    fc.assert(
      fc.property(seeds, instants, fc.nat(40), (seed, at, cut) => {
        const leads = randomLeads(40, seed);
        const tally = createAttainment(engine, { at });
        for (const lead of leads.slice(0, cut)) tally.add(lead);
        expect(tally.finish()).toEqual(attained(leads.slice(0, cut), at));
        for (const lead of leads.slice(cut)) tally.add(lead);
        expect(tally.finish()).toEqual(attained(leads, at));
      }),
      runs,
    );
  });

  it("is the same from a list and from a stream", async () => {
    async function* stream(leads: readonly WorldLead[]) {
      for (const lead of leads) yield await Promise.resolve(lead);
    }
    const leads = randomLeads(60, 5);
    const at = Date.UTC(2026, 5, 1);
    expect(await engine.attain(stream(leads), { at })).toEqual(attained(leads, at));
    expect(await engine.attain(leads, { at })).toEqual(attained(leads, at));
  });

  it("does not change what is settled when time passes and nothing else", () => {
    fc.assert(
      fc.property(seeds, instants, fc.nat(120), (seed, at, days) => {
        const later = at + days * 86_400_000;
        const leads = untilThen(randomLeads(40, seed), at);
        const settled = windowsOf(attained(leads, at)).filter(({ window, settles }) =>
          isOver(window, settles, at),
        );
        const after = new Map(windowsOf(attained(leads, later)).map((one) => [keyOf(one), one]));
        for (const one of settled) expect(after.get(keyOf(one))).toEqual(one);
      }),
      runs,
    );
  });

  it("never takes a step of a ladder back", () => {
    fc.assert(
      fc.property(seeds, instants, fc.nat(120), (seed, at, days) => {
        const leads = untilThen(randomLeads(40, seed), at);
        const steps = (when: number): string[] =>
          attained(leads, when).goals.flatMap(({ goal, runs: all }) =>
            all.flatMap(({ target, since, steps: due }) =>
              due.map((step) => `${goal} ${target} ${since} ${step.at}`),
            ),
          );
        expect(steps(at + days * 86_400_000)).toEqual(expect.arrayContaining(steps(at)));
      }),
      runs,
    );
  });

  it("counts the same whatever is invalid beside it", () => {
    const leads = randomLeads(60, 9);
    const hostile = [
      null,
      7,
      "x",
      [],
      {},
      { id: "1" },
      { id: "2", source: "nowhere", wants: "yes", created: 0 },
    ];
    const at = Date.UTC(2026, 5, 1);
    const { leads: counted, ...rest } = attained([...leads, ...hostile] as WorldLead[], at);
    const { leads: _, ...clean } = attained(leads, at);
    expect(counted).toEqual({ counted: 60, invalid: hostile.length });
    expect(rest).toEqual(clean);
  });

  it("refuses an instant that is none", () => {
    for (const at of [Number.NaN, 1.5, Number.POSITIVE_INFINITY]) {
      expect(() => createAttainment(engine, { at })).toThrow(RangeError);
    }
  });
});

/** Leads of which nothing happens after an instant: what comes later is not new to a later look. */
function untilThen(leads: readonly WorldLead[], at: number): WorldLead[] {
  const past = (text: string): boolean => Date.parse(text) <= at;
  return leads
    .filter(({ created }) => past(created))
    .map((lead) => ({ ...lead, events: lead.events.filter((event) => past(event.at)) }));
}

type GoalWindow = GoalWindowAttainment & {
  readonly goal: GoalWindowAttainment["goal"];
  readonly name: string;
};

/** The windows without those that move with the as-of instant. */
function windowsOf({ goals }: Attainment): GoalWindow[] {
  return goals
    .filter(({ goal }) => goal !== "rolling")
    .flatMap(({ goal, windows }) => windows.map((window) => ({ ...window, name: goal })));
}

function isOver(window: GoalWindowAttainment["window"], settles: number, at: number): boolean {
  return at >= window.to && at >= settles;
}

function keyOf({ name, target, per, window }: GoalWindow): string {
  return JSON.stringify([name, target, per, window.from]);
}
