import type { ClockVerdict } from "@entente/engine";
import { expect, it } from "vitest";
import { mostOwners, mostViolations, ViolationBook } from "./violation-book.ts";

function clock(status: ClockVerdict["status"], owner: string | null, lateBy = 1): ClockVerdict {
  return {
    commitment: "first_contact",
    clause: "1",
    party: "sales",
    owner,
    status,
    start: 0,
    due: 10,
    done: status === "late" ? 10 + lateBy : null,
    stop: null,
    elapsedMs: 10,
    businessMs: null,
    remainingMs: null,
    usedPercent: 100,
    overshoot: { elapsedMs: lateBy, businessMs: lateBy },
    total: null,
    steps: [],
    missing: [],
    reasons: [],
    span: { file: "", start: 0, end: 0, line: 1, column: 1 },
  };
}

it("counts what is settled, by party and by owner, those with the most violations first", () => {
  const book = new ViolationBook();
  const entries: readonly (readonly [ClockVerdict["status"], string | null])[] = [
    ["met", "anna"],
    ["late", "anna"],
    ["late", "bart"],
    ["breached", "bart"],
    ["breached", null],
    ["running", "bart"],
    ["excused", "bart"],
    ["met", "carl"],
  ];
  for (const [status, owner] of entries) book.add("1", clock(status, owner));
  const { total, byParty, byOwner, furtherOwners } = book.finish();
  expect(total).toEqual({ met: 2, late: 2, breached: 2 });
  expect([...byParty]).toEqual([["sales", { met: 2, late: 2, breached: 2 }]]);
  expect(byOwner).toEqual([
    { owner: "bart", met: 0, late: 1, breached: 1 },
    { owner: "anna", met: 1, late: 1, breached: 0 },
    { owner: null, met: 0, late: 0, breached: 1 },
  ]);
  expect(furtherOwners).toBeNull();
});

it("lists so many owners and violations, and says how many more there are", () => {
  const book = new ViolationBook();
  for (let index = 0; index < 30; index += 1) book.add(`L${index}`, clock("late", `rep-${index}`, index + 1));
  const { byOwner, furtherOwners, worst } = book.finish();
  expect(byOwner).toHaveLength(mostOwners);
  expect(furtherOwners).toEqual({ owners: 30 - mostOwners, met: 0, late: 30 - mostOwners, breached: 0 });
  expect(worst.map(({ lead }) => lead)).toEqual(
    Array.from({ length: mostViolations }, (_, index) => `L${29 - index}`),
  );
});

it("orders violations in the same way whatever order they come in", () => {
  const ways = [
    ["b", "a", "c"],
    ["c", "b", "a"],
  ].map((leads) => {
    const book = new ViolationBook();
    for (const lead of leads) book.add(lead, clock("late", null));
    return book.finish().worst.map(({ lead }) => lead);
  });
  expect(ways).toEqual([
    ["a", "b", "c"],
    ["a", "b", "c"],
  ]);
});
