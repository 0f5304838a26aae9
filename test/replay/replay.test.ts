import { createReplay, type Replay } from "@entente/diff";
import { createEngine, type Engine, type Verdict } from "@entente/engine";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { policyOf } from "../support/compiled.ts";

const AT = Date.UTC(2026, 3, 1);
const HOUR = 3_600_000;

/** A contract of which some numbers, and the parts behind `more`, are chosen. */
function contract({ hours = 4, from = 50, worth = 100, most = 3, more = "" } = {}): string {
  return `agreement "Replayed" {
  between marketing and sales;  effective 2026-01-01 to 2026-12-31
  time zone "UTC";  currency EUR
}
lead {
  id text key
  email text optional
  employees integer optional
  source one of web, referral
  owner text optional
  created time
}
event handoff
event contact
stage Lead when email is present at created
stage MQL after Lead when employees >= ${from} at handoff
classify kind {
  referral  when source is referral  worth €${worth}
  other     otherwise                worth €10
}
commitment first_contact { sales must contact within ${hours} hours of handoff }
commitment load { marketing must handoff at most ${most} times every week }
goal handovers by marketing { measure count of leads reaching MQL;  at least ${most} every month }
funnel all { quota ${most * 10} MQL every month;  Lead to MQL 20% }
${more}
`;
}

const engineOf = (text: string): Engine => createEngine(policyOf(text));

const iso = (hours: number): string => new Date(Date.UTC(2026, 1, 1) + hours * HOUR).toISOString();
const event = fc.record({
  event: fc.constantFrom("handoff", "contact"),
  at: fc.integer({ min: 0, max: 200 }).map(iso),
});
const lead = fc.record(
  {
    email: fc.constant("a@example.com"),
    employees: fc.constantFrom<unknown>(10, 50, 60, 1000, "many"),
    source: fc.constantFrom("web", "referral"),
    owner: fc.constantFrom("north", "south"),
    events: fc.array(event, { maxLength: 6 }),
  },
  { requiredKeys: ["source", "events"] },
);
const leads = fc
  .array(lead, { maxLength: 25 })
  .map((all) => all.map((each, index) => ({ id: String(index), created: iso(0), ...each })));

function replayed(before: Engine, after: Engine, records: readonly unknown[], examples = 10): Replay {
  const tally = createReplay(before, after, { at: AT, examples });
  for (const record of records) tally.add(before.reader.readObject(record), after.reader.readObject(record));
  return tally.finish();
}

const violationsOf = ({ violations }: Verdict): string[] =>
  violations.map(({ commitment, clause, start }) => `${commitment}/${clause}@${start}`).sort();

describe("a replay", () => {
  it("counts what two lists of verdicts, laid side by side, show", () => {
    const before = engineOf(contract());
    const after = engineOf(contract({ hours: 2, from: 60, worth: 200 }));
    fc.assert(
      fc.property(leads, (records) => {
        const pairs = records
          .map((one) => [before.evaluate(one, { at: AT }), after.evaluate(one, { at: AT })] as const)
          .filter(([was]) => was.judged);
        const replay = replayed(before, after, records, 1000);
        const staged = pairs.filter(([was, is]) => was.stage !== is.stage);
        expect(replay.leads.compared).toBe(pairs.length);
        expect(replay.leads.unreadable).toBe(records.length - pairs.length);
        expect(replay.stages.changed).toBe(staged.length);
        expect(replay.stages.moves.reduce((sum, { leads: n }) => sum + n, 0)).toBe(staged.length);
        expect(replay.classes.map(({ changed }) => changed)).toEqual([0]);
        const all = (side: 0 | 1): string[] => pairs.flatMap((pair) => violationsOf(pair[side]));
        expect(replay.violations.before).toBe(all(0).length);
        expect(replay.violations.after).toBe(all(1).length);
        const grown = replay.violations.appeared - replay.violations.vanished;
        expect(grown).toBe(all(1).length - all(0).length);
        const changed = pairs.filter(
          ([was, is]) =>
            was.stage !== is.stage ||
            JSON.stringify(was.worth) !== JSON.stringify(is.worth) ||
            violationsOf(was).join() !== violationsOf(is).join(),
        );
        expect(replay.leads.changed).toBe(changed.length);
        expect(replay.examples.map(({ lead: id }) => id)).toEqual(changed.map(([was]) => was.lead));
      }),
      { numRuns: 100 },
    );
  });

  it("finds nothing between a contract and itself", () => {
    const engine = engineOf(contract());
    fc.assert(
      fc.property(leads, (records) => {
        const replay = replayed(engine, engine, records);
        expect(replay.leads.changed).toBe(0);
        expect(replay.violations.appeared + replay.violations.vanished).toBe(0);
        expect([...replay.goals, ...replay.funnels, ...replay.examples]).toEqual([]);
      }),
      { numRuns: 30 },
    );
  });

  it("turns around when the two versions change places", () => {
    const [one, other] = [engineOf(contract()), engineOf(contract({ hours: 1, from: 20 }))];
    fc.assert(
      fc.property(leads, (records) => {
        const [there, back] = [replayed(one, other, records), replayed(other, one, records)];
        expect(back.violations.appeared).toBe(there.violations.vanished);
        expect(back.violations.before).toBe(there.violations.after);
        expect(back.stages.moves).toHaveLength(there.stages.moves.length);
        expect(back.worth.sums).toEqual(
          there.worth.sums.map(({ unit, before, after }) => ({ unit, before: after, after: before })),
        );
      }),
      { numRuns: 50 },
    );
  });

  const handoffAt = (hour: number, more: Readonly<Record<string, unknown>> = {}) => ({
    email: "a@example.com",
    employees: 100,
    source: "web",
    created: iso(0),
    events: [{ event: "handoff", at: iso(hour) }],
    ...more,
  });

  it("says whose violations appear, and what each lead became", () => {
    const records = [
      { id: "a", ...handoffAt(1, { owner: "north", employees: 55 }) },
      {
        id: "b",
        ...handoffAt(1, {
          owner: "south",
          events: [
            { event: "handoff", at: iso(1) },
            { event: "contact", at: iso(4) },
          ],
        }),
      },
    ];
    const replay = replayed(engineOf(contract()), engineOf(contract({ hours: 2, from: 60 })), records);
    expect(replay.violations).toMatchObject({
      before: 1,
      after: 2,
      appeared: 1,
      vanished: 0,
      byParty: [{ name: "sales", before: 1, after: 2, appeared: 1, vanished: 0 }],
      byClause: [{ name: "first_contact", before: 1, after: 2, appeared: 1, vanished: 0 }],
      byOwner: [{ name: "south", before: 0, after: 1, appeared: 1, vanished: 0 }],
    });
    expect(replay.stages.moves).toEqual([{ from: "MQL", to: "Lead", leads: 1 }]);
    expect(replay.examples).toEqual([
      {
        lead: "a",
        stage: { before: "MQL", after: "Lead" },
        classes: [],
        worth: null,
        appeared: [],
        vanished: [],
      },
      { lead: "b", stage: null, classes: [], worth: null, appeared: ["first_contact"], vanished: [] },
    ]);
  });

  it("follows caps, goals and funnels under both versions", () => {
    const records = ["a", "b", "c"].map((id, index) => ({ id, ...handoffAt(24 * index + 24) }));
    const replay = replayed(engineOf(contract()), engineOf(contract({ most: 2 })), records);
    expect(replay.violations.limits).toEqual({ before: 0, after: 1 });
    expect(replay.goals.map(({ goal, missed }) => [goal, missed])).toEqual([
      ["handovers", { before: 2, after: 2 }],
    ]);
    expect(
      replay.funnels.map(({ funnel, before, after }) => [
        funnel,
        before?.get("Lead")?.toFraction(),
        after?.get("Lead")?.toFraction(),
      ]),
    ).toEqual([["all", "150", "100"]]);
  });

  it("counts records that only one version can read", () => {
    const older = engineOf(contract());
    const newer = engineOf(contract().replace("owner text optional", "owner text"));
    const replay = replayed(older, newer, [{ id: "a", ...handoffAt(1) }, { id: "b" }]);
    expect(replay.leads).toEqual({
      compared: 0,
      readableBeforeOnly: 1,
      readableAfterOnly: 0,
      unreadable: 1,
      changed: 0,
    });
  });

  it("refuses an instant that is none", () => {
    const engine = engineOf(contract());
    expect(() => createReplay(engine, engine, { at: 0.5 })).toThrow(RangeError);
  });
});
