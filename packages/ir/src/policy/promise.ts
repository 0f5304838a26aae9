import { z } from "zod";
import { Span } from "../span.ts";
import { Expression } from "./expression.ts";
import { CalendarDate, Decimal, Duration, Literal, Period } from "./values.ts";

/** A stage or an event that a rate or a time goes from or to. */
export const Milepost = z.object({ kind: z.enum(["stage", "event"]), name: z.string() });
export type Milepost = z.infer<typeof Milepost>;

const narrowing = { where: Expression.nullable(), per: Expression.nullable(), span: Span };

export const Measure = z.discriminatedUnion("kind", [
  z.object({
    kind: z.literal("reach"),
    what: z.enum(["count", "worth", "points"]),
    stage: z.string(),
    ...narrowing,
  }),
  z.object({
    kind: z.literal("rate"),
    from: Milepost,
    to: Milepost,
    basis: z.enum(["cohort", "snapshot"]),
    maturing: Duration.nullable(),
    ...narrowing,
  }),
  z.object({
    kind: z.literal("time"),
    statistic: z.enum(["median", "mean", "p75", "p90", "p95", "p99"]),
    from: Milepost,
    to: Milepost,
    ...narrowing,
  }),
  z.object({ kind: z.literal("sum"), event: z.string(), attribute: z.string(), ...narrowing }),
  z.object({ kind: z.literal("share"), commitment: z.string(), clause: z.string().nullable(), ...narrowing }),
]);
export type Measure = z.infer<typeof Measure>;

export const GoalWindow = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("every"), period: Period }),
  z.object({ kind: z.literal("in"), year: z.int() }),
  z.object({ kind: z.literal("by"), date: CalendarDate }),
  z.object({ kind: z.literal("last"), duration: Duration }),
]);
export type GoalWindow = z.infer<typeof GoalWindow>;

export const Goal = z.object({
  name: z.string(),
  parties: z.array(z.string()).min(1),
  measure: Measure,
  baseline: Expression.nullable(),
  targets: z
    .array(
      z.object({
        bound: z.enum(["atLeast", "atMost"]),
        value: Expression,
        window: GoalWindow,
        from: CalendarDate.nullable(),
        span: Span,
      }),
    )
    .min(1),
  tolerance: z.object({ percent: Decimal, side: z.enum(["either", "above", "below"]) }).nullable(),
  ladder: z.string().nullable(),
  because: z.string().nullable(),
  span: Span,
});
export type Goal = z.infer<typeof Goal>;

export const Funnel = z.object({
  name: z.string(),
  appliesTo: Expression.nullable(),
  alternativeTo: z.string().nullable(),
  /** Money, or a number of leads at `stage`, in every `every`. */
  quota: z.object({ value: Expression, stage: z.string().nullable(), every: Period }).nullable(),
  deal: Expression.nullable(),
  rates: z.array(z.object({ from: z.string(), to: z.string(), rate: Expression, span: Span })),
  mix: z.array(z.object({ share: Expression, name: z.string(), rate: Expression, span: Span })),
  cycle: Duration.nullable(),
  capacity: z
    .object({
      count: Expression,
      stage: z.string(),
      every: Period,
      reps: Expression,
      span: Span,
    })
    .nullable(),
  rounding: z.enum(["everyStage", "once"]),
  span: Span,
});
export type Funnel = z.infer<typeof Funnel>;

/** `goals` null means all goals with that window. */
export const Reward = z.object({
  name: z.string(),
  goals: z.array(z.string()).nullable(),
  period: z.enum(["month", "quarter", "year"]),
  give: Literal,
  to: z.array(z.string()).min(1),
  span: Span,
});
export type Reward = z.infer<typeof Reward>;
