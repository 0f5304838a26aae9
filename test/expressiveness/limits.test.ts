import { readFileSync } from "node:fs";
import { join } from "node:path";
import { compile } from "@entente/dsl";
import { createEngine, createTally } from "@entente/engine";
import { describe, expect, it } from "vitest";
import { PUBLISHED } from "../../scripts/expressiveness.ts";

type Row = Readonly<Record<string, unknown>>;

/** An event a minute, from an instant on. */
function events(event: string, from: string, count: number, attributes: Row = {}): Row[] {
  return Array.from({ length: count }, (_, minute) => {
    const at = new Date(Date.parse(from) + minute * 60_000).toISOString();
    return { event, at, ...attributes };
  });
}

/** What a clause over many leads came to, in its first period: contracts cannot test this themselves. */
function outcome(file: string, clause: readonly [string, string], leads: readonly Row[], at: string): string {
  const { policy } = compile({ entry: file, text: readFileSync(join(PUBLISHED, file), "utf8") });
  if (policy === null) throw new Error(`${file} does not compile`);
  const engine = createEngine(policy);
  const tally = createTally(engine.plan);
  for (const [index, lead] of leads.entries()) {
    const reading = engine.reader.readObject({ id: String(index), created: "2026-03-02T08:00:00Z", ...lead });
    if (!reading.ok) throw new Error(reading.issues.map(({ message }) => message).join("\n"));
    tally.add(reading.facts, Date.parse(at));
  }
  const verdicts = tally.finish(Date.parse(at));
  const found = verdicts.find((one) => one.commitment === clause[0] && one.clause === clause[1]);
  return found === undefined ? "nothing" : `${found.status}: ${found.count}, limit ${found.limit}`;
}

const APRIL = "2026-04-15T12:00:00Z";
const LATER = "2026-07-01T12:00:00Z";
const MARCH = "2026-03-03T15:00:00Z";
const REP = { record: "a_rep", owner: "r1" };
const INBOUND = {
  owner: "r1",
  points: 20,
  region: "emea",
  target_account: "no",
  rep_certified: "yes",
  ae_on_leave: "no",
  owner_ramped: "yes",
  new_business: "yes",
  searches: 0,
  return_days: 0,
  code_host: "no",
  private_code: "no",
  meets_grade_b: "no",
};
const PARTS = {
  contact_known: "yes",
  known_from: "form",
  under_contract: "no",
  made_by: "marketing",
  degrees: 50,
  route: "by_fit",
  product_fit: "yes",
  hand_over_at: 60,
  worth_pursuing: "no",
  likely: "no",
  owner: "r1",
};
const OPS = { tier: "tier_1", source: "partner", rep_office: "here", objected: "no" };

function many(count: number, lead: Row, of: (index: number) => readonly Row[]): Row[] {
  return Array.from({ length: count }, (_, index) => ({ ...lead, events: of(index) }));
}

describe("promises over many leads", () => {
  const dev = "sales-development.sla";
  const talk = (count: number): Row[] => [
    { ...REP, events: events("converse", MARCH, count, { two_way: "yes", person: "A" }) },
  ];
  const calls = (system: string, count: number): Row[] => [
    { ...REP, events: events("log_activity", MARCH, count, { system, channel: "call", golden_hour: "yes" }) },
  ];
  const saos = (month: number, count: number): Row[] =>
    many(count, { ...INBOUND, owner_month: month }, () => events("win_inbound_sao", MARCH, 1));
  const handoffs = (count: number): Row[] =>
    many(count, { ...PARTS, rep_capacity: 3 }, () => events("handoff", MARCH, 1));
  const moved = (count: number): Row[] =>
    many(20, OPS, (index) => [
      ...events("assign", MARCH, 1),
      ...(index < count ? events("reassign_lead", "2026-03-04T15:00:00Z", 1) : []),
    ]);
  const enrolled = (count: number): Row[] =>
    many(10, { record: "a_lead" }, (index) => [
      ...events("inbound", MARCH, 1),
      ...(index < count ? events("enroll", "2026-03-04T15:00:00Z", 1, { sequence: "high_touch" }) : []),
    ]);
  const tasks = (done: number, skipped: "yes" | "no"): Row[] =>
    many(10, { record: "a_lead" }, (index) => [
      ...events("overdue_task", MARCH, 1),
      ...(index < done ? events("complete_task", "2026-03-03T16:00:00Z", 1, { skipped }) : []),
    ]);

  it.each<[string, string, [string, string], Row[], string, string]>([
    ["49 conversations", dev, ["talking", "conversations"], talk(49), APRIL, "breached: 49, limit 50"],
    ["50 conversations", dev, ["talking", "conversations"], talk(50), APRIL, "met: 50, limit 50"],
    ["200 calls", dev, ["talking", "calls"], calls("sequencer", 200), APRIL, "met: 200, limit 200"],
    ["calls that the CRM tells of", dev, ["talking", "calls"], calls("crm", 200), APRIL, "nothing"],
    ["7 of 10 enrolled", dev, ["enrolled", "1"], enrolled(7), APRIL, "met: 7, limit 70"],
    ["6 of 10 enrolled", dev, ["enrolled", "1"], enrolled(6), APRIL, "breached: 6, limit 70"],
    ["9 of 10 tasks", dev, ["tasks", "done"], tasks(9, "no"), APRIL, "met: 9, limit 90"],
    ["tasks that were skipped", dev, ["tasks", "done"], tasks(10, "yes"), APRIL, "breached: 0, limit 90"],
    [
      "75 accounts",
      dev,
      ["worked_accounts", "1"],
      many(75, { record: "an_account", owner: "r1", segment: "enterprise" }, () =>
        events("start_work", MARCH, 1),
      ),
      LATER,
      "met: 75, limit 75",
    ],
    ["month 2", "inbound-routing.sla", ["ramp", "inbound"], saos(2, 3), APRIL, "breached: 3, limit 4"],
    ["month 9", "inbound-routing.sla", ["ramp", "inbound"], saos(9, 10), APRIL, "met: 10, limit 10"],
    [
      "as many as the reps can work",
      "five-parts.sla",
      ["no_more_than_the_reps_can_work", "1"],
      handoffs(3),
      APRIL,
      "met: 3, limit 3",
    ],
    [
      "one too many",
      "five-parts.sla",
      ["no_more_than_the_reps_can_work", "1"],
      handoffs(4),
      APRIL,
      "breached: 4, limit 3",
    ],
    ["3 of 20 reassigned", "revenue-operations.sla", ["routing", "1"], moved(3), APRIL, "met: 3, limit 15"],
    ["4 of 20", "revenue-operations.sla", ["routing", "1"], moved(4), APRIL, "breached: 4, limit 15"],
    [
      "a day without a chart",
      "lead-waterfall.sla",
      ["reporting", "waterfall"],
      [],
      APRIL,
      "breached: 0, limit 1",
    ],
  ])("%s", (_, file, clause, leads, at, expected) => {
    expect(outcome(file, clause, leads, at)).toBe(expected);
  });
});
