import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { compile } from "@entente/dsl";
import { createEngine, type Engine, type Verdict } from "@entente/engine";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { HANDOFF } from "./support/contracts.ts";
import { sla } from "./support/sla.ts";

const HOUR = 3_600_000;
const START = Date.UTC(2026, 1, 20, 14);

interface RawEvent {
  readonly event: string;
  readonly at: string;
  readonly recorded?: string;
  readonly reason?: string;
  readonly channel?: string;
  readonly owner?: string;
}
interface RawLead {
  readonly id: string;
  readonly email?: string;
  readonly employees?: number;
  readonly source: string;
  readonly created: string;
  readonly events: readonly RawEvent[];
}

function engineOf(text: string): Engine {
  const { policy, diagnostics } = compile({ entry: "handoff.sla", text });
  if (policy === null) throw new Error(diagnostics.map(({ message }) => message).join("\n"));
  return createEngine(policy);
}

const engine = engineOf(HANDOFF);

/** Half hours over five weeks around the clock change of March 2026, some of them shared by several events. */
const instant = fc.integer({ min: 0, max: 35 * 48 }).map((halves) => START + (halves * HOUR) / 2);
const iso = (at: number): string => new Date(at).toISOString();
const attributes: Readonly<Record<string, fc.Arbitrary<Partial<RawEvent>>>> = {
  reject: fc.constantFrom("no_budget", "no_fit").map((reason) => ({ reason })),
  contact: fc.constantFrom("call", "email").map((channel) => ({ channel })),
};
const event: fc.Arbitrary<RawEvent> = fc
  .tuple(fc.constantFrom("handoff", "accept", "reject", "contact", "hold", "resume"), instant)
  .chain(([name, at]) =>
    (attributes[name] ?? fc.constant({})).map((rest) => ({ event: name, at: iso(at), ...rest })),
  );
const lead: fc.Arbitrary<RawLead> = fc
  .record(
    {
      email: fc.constant("a@example.com"),
      employees: fc.constantFrom(10, 50, 1000),
      source: fc.constantFrom("web", "referral", "webinar"),
      events: fc.array(event, { maxLength: 12 }),
    },
    { requiredKeys: ["source", "events"] },
  )
  .map((fields) => ({ id: "1", created: iso(START), ...fields }));

const judge = (raw: RawLead, at: number): Verdict => engine.evaluate(raw, { at });
const VIOLATIONS = new Set(["late", "breached"]);
const keyOf = ({ commitment, clause, start }: Verdict["clocks"][number]): string =>
  `${commitment}.${clause}@${start}`;

describe("verdicts of a whole contract", () => {
  it("do not depend on the order in which events arrive", () => {
    const shuffled = lead.chain((raw) =>
      fc.tuple(fc.constant(raw), fc.shuffledSubarray([...raw.events], { minLength: raw.events.length })),
    );
    fc.assert(
      fc.property(shuffled, instant, ([raw, events], at) => {
        expect(judge({ ...raw, events }, at)).toEqual(judge(raw, at));
      }),
    );
  });

  it("do not depend on events that are told twice", () => {
    fc.assert(
      fc.property(lead, instant, (raw, at) => {
        expect(judge({ ...raw, events: [...raw.events, ...raw.events] }, at)).toEqual(judge(raw, at));
      }),
    );
  });

  it("never turn from violated to met as time goes on", () => {
    fc.assert(
      fc.property(lead, instant, fc.integer({ min: 0, max: 2000 }), (raw, at, hours) => {
        const later = new Map(
          judge(raw, at + hours * HOUR).clocks.map((clock) => [keyOf(clock), clock.status]),
        );
        for (const clock of judge(raw, at).clocks) {
          if (VIOLATIONS.has(clock.status))
            expect(later.get(keyOf(clock))).toSatisfy((status) => VIOLATIONS.has(status));
        }
      }),
      { numRuns: 300 },
    );
  });

  it("stay the same until `next`", () => {
    fc.assert(
      fc.property(
        lead,
        instant,
        fc.double({ min: 0, max: 1, noNaN: true, maxExcluded: true }),
        (raw, at, share) => {
          const now = judge(raw, at);
          const end = now.next ?? at + 100 * 24 * HOUR;
          const between = judge(raw, at + Math.floor((end - at) * share));
          const statuses = (verdict: Verdict) =>
            verdict.clocks.map(({ status, steps }) => [status, steps.length]);
          expect([between.stage, ...statuses(between)]).toEqual([now.stage, ...statuses(now)]);
        },
      ),
      { numRuns: 300 },
    );
  });

  it("see only what had happened: the future of a lead changes nothing at an instant", () => {
    fc.assert(
      fc.property(lead, instant, (raw, at) => {
        const past = raw.events.filter((one) => Date.parse(one.at) <= at);
        expect({ ...judge({ ...raw, events: past }, at), next: null }).toEqual({
          ...judge(raw, at),
          next: null,
        });
      }),
    );
  });
});

describe("`sla run` over a file", () => {
  it("gives each lead the same verdict whatever the order of the rows", async () => {
    const folder = mkdtempSync(join(tmpdir(), "sla-order-"));
    try {
      writeFileSync(join(folder, "c.sla"), HANDOFF);
      await fc.assert(
        fc.asyncProperty(fc.array(lead, { minLength: 2, maxLength: 6 }), async (raws) => {
          const leads = raws.map((raw, index) => ({ ...raw, id: `L${index}` }));
          const [there, back] = [await run(folder, leads), await run(folder, leads.toReversed())];
          expect(there).toHaveLength(leads.length);
          expect(back).toEqual(there.toReversed());
        }),
        { numRuns: 15 },
      );
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });
});

async function run(folder: string, leads: readonly RawLead[]): Promise<string[]> {
  writeFileSync(join(folder, "leads.jsonl"), leads.map((raw) => `${JSON.stringify(raw)}\n`).join(""));
  const argv = [
    "run",
    "c.sla",
    "--leads",
    "leads.jsonl",
    "--at",
    "2026-03-20T12:00:00Z",
    "--format",
    "jsonl",
  ];
  const { code, stdout } = await sla(folder, argv);
  expect(code).toBe(0);
  return stdout.split("\n").filter((line) => line !== "");
}
