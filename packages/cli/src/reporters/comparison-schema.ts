import { Span } from "@entente/ir";
import { z } from "zod";

const strictness = z.record(z.string(), z.enum(["stricter", "looser", "equal", "incomparable"]));
const place = z.object({ text: z.string(), span: Span }).nullable();
const row = z.record(z.string(), z.json());

const witness = z.object({ lead: row, events: z.array(row), at: z.iso.datetime(), shows: row });

const effect = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("differs"), witness, before: z.string(), after: z.string() }),
  z.object({ kind: z.literal("equivalent") }),
  z.object({ kind: z.literal("undecided"), reason: z.string() }),
  z.object({ kind: z.literal("not about leads") }),
]);

const change = z.object({
  kind: z.string(),
  path: z.array(z.string()),
  change: z.enum(["added", "removed", "changed", "renamed"]),
  before: place,
  after: place,
  strictness,
  reasons: z.array(z.string()),
  breaks: z.array(z.string()),
  effect,
});

const name = z.string().nullable();
const count = z.int().nonnegative();
const decimal = z.string().regex(/^-?\d+(\.\d+)?$/);
const fraction = z.string().regex(/^-?\d+(\/\d+)?$/);

const moves = { changed: count, moves: z.array(z.object({ from: name, to: name, leads: count })) };
const tallied = z.array(z.object({ name, before: count, after: count, appeared: count, vanished: count }));
const goalWindow = z
  .object({
    per: z.json(),
    from: z.iso.datetime(),
    to: z.iso.datetime(),
    status: z.string(),
    target: fraction.nullable(),
    actual: fraction.nullable(),
  })
  .nullable();
const needs = z.record(z.string(), fraction).nullable();
const worth = z
  .union([z.object({ amount: decimal, currency: z.string() }), z.object({ points: z.number() })])
  .nullable();
const caseChange = { before: name, after: name };

/** What both versions make of the same history: exact numbers are decimals or fractions as text. */
const replay = z.object({
  at: z.iso.datetime(),
  leads: z.object({
    compared: count,
    readableBeforeOnly: count,
    readableAfterOnly: count,
    unreadable: count,
    changed: count,
  }),
  stages: z.object(moves),
  classes: z.array(z.object({ classify: z.string(), ...moves })),
  worth: z.object({
    changed: count,
    sums: z.array(z.object({ unit: z.string(), before: decimal, after: decimal })),
  }),
  violations: z.object({
    before: count,
    after: count,
    appeared: count,
    vanished: count,
    byParty: tallied,
    byClause: tallied,
    byOwner: tallied,
    limits: z.object({ before: count, after: count }),
  }),
  goals: z.array(
    z.object({
      goal: z.string(),
      unit: z.string(),
      counting: z.string().nullable(),
      windows: count,
      missed: z.object({ before: count, after: count }),
      differing: z.array(z.object({ before: goalWindow, after: goalWindow })),
    }),
  ),
  funnels: z.array(z.object({ funnel: z.string(), before: needs, after: needs })),
  examples: z.array(
    z.object({
      lead: z.string(),
      stage: z.object(caseChange).nullable(),
      classes: z.array(z.object({ classify: z.string(), ...caseChange })),
      worth: z.object({ before: worth, after: worth }).nullable(),
      appeared: z.array(z.string()),
      vanished: z.array(z.string()),
    }),
  ),
});

const obstacle = z.object({
  kind: z.enum(["approval missing", "forbidden while in force", "in flight"]),
  problem: z.string(),
  help: z.string(),
});

/** What `sla diff --format json` prints. `replay` is there with `--leads`, `obstacles` with `--enforce`. */
export const ComparisonReport = z.object({
  version: z.literal(1),
  contracts: z.array(
    z.object({
      name: z.string(),
      change: z.enum(["same", "changed", "added", "removed"]),
      base: z.string().nullable(),
      head: z.string().nullable(),
      strictness: strictness.nullable(),
      changes: z.array(change),
      replay: replay.optional(),
      obstacles: z.array(obstacle).optional(),
    }),
  ),
});
