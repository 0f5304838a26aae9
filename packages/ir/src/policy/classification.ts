import { z } from "zod";
import { Span } from "../span.ts";
import { Expression } from "./expression.ts";
import { Decimal, Duration } from "./values.ts";

/** A named condition or value. Defines are listed so that each uses only earlier ones. */
export const Define = z.object({ name: z.string(), value: Expression, span: Span });
export type Define = z.infer<typeof Define>;

/** An event, where a condition on its attributes and the lead may narrow it. */
export const EventMatch = z.object({ event: z.string(), where: Expression.nullable(), span: Span });
export type EventMatch = z.infer<typeof EventMatch>;

/**
 * One line of a score. `when` adds its points once, or once per `once`; `per` adds them for each unit of a
 * numeric field or for each event, up to `cap` points.
 */
export const ScoreLine = z.object({
  points: Decimal,
  basis: z.discriminatedUnion("kind", [
    z.object({ kind: z.literal("when"), condition: Expression }),
    z.object({ kind: z.literal("perField"), field: z.string() }),
    z.object({ kind: z.literal("perEvent"), match: EventMatch }),
  ]),
  once: Duration.nullable(),
  cap: Decimal.nullable(),
  expiresAfter: Duration.nullable(),
  span: Span,
});
export type ScoreLine = z.infer<typeof ScoreLine>;

export const Score = z.object({
  name: z.string(),
  lines: z.array(ScoreLine),
  fades: z.object({ points: Decimal, every: Duration }).nullable(),
  expiresAfter: Duration.nullable(),
  minimum: Decimal.nullable(),
  maximum: Decimal.nullable(),
  resets: z.object({ on: EventMatch, to: Expression }).nullable(),
  span: Span,
});
export type Score = z.infer<typeof Score>;

/** What a lead is worth: an amount of money or a number of points. */
export const Worth = z.object({ unit: z.enum(["money", "points"]), value: Expression });
export type Worth = z.infer<typeof Worth>;

/** A closed list of cases. `when` null is `otherwise`. Without `firstMatch` the cases must not overlap. */
export const Classification = z.object({
  name: z.string(),
  firstMatch: z.boolean(),
  cases: z
    .array(z.object({ name: z.string(), when: Expression.nullable(), worth: Worth.nullable(), span: Span }))
    .min(1),
  span: Span,
});
export type Classification = z.infer<typeof Classification>;

/**
 * A stage of the funnel. Stages are listed so that every predecessor comes first; `rank` is the longest
 * path from an entry stage and decides which stage is the furthest. `at` is null where `when` is an event,
 * whose first instant then counts.
 */
export const Stage = z.object({
  name: z.string(),
  label: z.string().nullable(),
  after: z.array(z.string()),
  when: Expression.nullable(),
  unless: Expression.nullable(),
  at: Expression.nullable(),
  rank: z.int().nonnegative(),
  order: z.int().nonnegative(),
  span: Span,
});
export type Stage = z.infer<typeof Stage>;
