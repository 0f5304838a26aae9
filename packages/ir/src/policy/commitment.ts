import { z } from "zod";
import { Span } from "../span.ts";
import { CalendarChoice } from "./calendar.ts";
import { EventMatch } from "./classification.ts";
import { Expression } from "./expression.ts";
import { CalendarDate, Decimal, Duration, Period } from "./values.ts";

/** What starts a clock. */
export const Trigger = z.discriminatedUnion("kind", [
  z.object({
    kind: z.literal("event"),
    which: z.enum(["each", "first", "last"]),
    events: z.array(EventMatch).min(1),
    span: Span,
  }),
  z.object({ kind: z.literal("stage"), stage: z.string(), span: Span }),
  z.object({ kind: z.literal("field"), field: z.string(), span: Span }),
]);
export type Trigger = z.infer<typeof Trigger>;

/**
 * When a duty is due. `within` counts a duration from the trigger; `closeOfDay` is the close of the n-th
 * working day after it; `timeOfDay` a minute of the wall clock on the n-th (working) day.
 */
export const Deadline = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("within"), duration: Expression, span: Span }),
  z.object({ kind: z.literal("closeOfDay"), day: z.int().nonnegative(), span: Span }),
  z.object({
    kind: z.literal("timeOfDay"),
    minute: z.int().min(0).max(1440),
    day: z.int().nonnegative(),
    business: z.boolean(),
    span: Span,
  }),
]);
export type Deadline = z.infer<typeof Deadline>;

/** `sales must contact 3 times within 2 weeks of accept`: any of `events`, `times` times, by the deadline. */
const RespondDuty = z.object({
  kind: z.literal("respond"),
  events: z.array(EventMatch).min(1),
  times: Expression,
  apart: Duration.nullable(),
  onAnotherChannel: z.boolean(),
  deadline: Deadline,
  trigger: Trigger,
  restarts: z.boolean(),
});
/** `marketing must provide email, phone by handoff`: the fields are present when the event happens. */
const ProvideDuty = z.object({
  kind: z.literal("provide"),
  fields: z.array(z.string()).min(1),
  trigger: Trigger,
});
/** `marketing must handoff at most 40 times per owner every week`: judged over many leads. */
const LimitDuty = z.object({
  kind: z.literal("limit"),
  events: z.array(EventMatch).min(1),
  bound: z.enum(["atMost", "atLeast"]),
  times: Expression,
  per: Expression.nullable(),
  every: Period,
});
/** `sales must enroll at least 70% of handoff every month`: judged over many leads. */
const ShareDuty = z.object({
  kind: z.literal("share"),
  events: z.array(EventMatch).min(1),
  bound: z.enum(["atMost", "atLeast"]),
  percent: Expression,
  of: Trigger,
  per: Expression.nullable(),
  every: Period,
});
/** A cadence plan by day, counted from the trigger. */
const FollowDuty = z.object({
  kind: z.literal("follow"),
  steps: z
    .array(z.object({ day: z.int().nonnegative(), events: z.array(EventMatch).min(1), span: Span }))
    .min(1),
  business: z.boolean(),
  trigger: Trigger,
  restarts: z.boolean(),
});
/** `sales must leave Opportunity within 7 days of reaching Opportunity`. */
const LeaveDuty = z.object({
  kind: z.literal("leave"),
  stage: z.string(),
  deadline: Deadline,
  trigger: Trigger,
});
/** `sales must contact at least every 90 days while owned`. */
const RecurDuty = z.object({
  kind: z.literal("recur"),
  events: z.array(EventMatch).min(1),
  every: Expression,
  while: Expression.nullable(),
});

export const Duty = z.discriminatedUnion("kind", [
  RespondDuty,
  ProvideDuty,
  LimitDuty,
  ShareDuty,
  FollowDuty,
  LeaveDuty,
  RecurDuty,
]);
export type Duty = z.infer<typeof Duty>;
export type DutyOf<K extends Duty["kind"]> = Extract<Duty, { kind: K }>;

/** Who must do what. `id` is the label, or the clause's number within its commitment. */
export const Clause = z.object({
  id: z.string(),
  labelled: z.boolean(),
  party: z.string(),
  duty: Duty,
  span: Span,
});
export type Clause = z.infer<typeof Clause>;

export const Commitment = z.object({
  name: z.string(),
  appliesTo: Expression.nullable(),
  calendar: CalendarChoice.nullable(),
  clauses: z.array(Clause).min(1),
  pauses: z.array(
    z.object({
      from: z.array(EventMatch).min(1),
      to: z.array(EventMatch).min(1),
      cap: Duration.nullable(),
      span: Span,
    }),
  ),
  until: z.array(EventMatch),
  /** Any of these excuses the clock; `excused when` stands here beside `unless`. */
  excuses: z.array(Expression),
  waivers: z.array(
    z.object({
      for: Expression.nullable(),
      from: CalendarDate,
      to: CalendarDate.nullable(),
      because: z.string().nullable(),
      span: Span,
    }),
  ),
  /** The share of the allowed time, in percent, from which a running clock is at risk. */
  warnAt: Decimal.nullable(),
  ladder: z.string().nullable(),
  because: z.string().nullable(),
  span: Span,
});
export type Commitment = z.infer<typeof Commitment>;

/** Something a ladder step asks someone to do. `to` names roles, parties, or free text, as written. */
export const Action = z.object({
  verb: z.enum(["notify", "escalate", "reassign", "return", "assign", "meet", "report", "do"]),
  to: z.array(z.string()),
  text: z.string().nullable(),
  every: Period.nullable(),
  span: Span,
});
export type Action = z.infer<typeof Action>;

/** `after` null is `at breach`. */
export const Ladder = z.object({
  name: z.string(),
  steps: z
    .array(z.object({ after: Duration.nullable(), actions: z.array(Action).min(1), span: Span }))
    .min(1),
  span: Span,
});
export type Ladder = z.infer<typeof Ladder>;
