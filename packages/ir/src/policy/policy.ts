import { z } from "zod";
import { Calendar, ZoneTable } from "./calendar.ts";
import { Classification, Define, Score, Stage } from "./classification.ts";
import { Commitment, Ladder } from "./commitment.ts";
import { ContractTest } from "./example.ts";
import {
  Agreement,
  Cancellation,
  Dispute,
  Meeting,
  Party,
  Responsibility,
  Review,
  Role,
  Signature,
} from "./governance.ts";
import { Funnel, Goal, Reward } from "./promise.ts";
import { EventType, Field } from "./record.ts";
import { CalendarDate } from "./values.ts";

/** The version of the policy format. A reader refuses every other. */
export const IR_VERSION = 1;

/**
 * A compiled contract: everything the engine needs, with no reference to the outside. Calendars carry the
 * zone rules and public holidays that the compiler knew, for the days of `horizon` (both included).
 */
export const Policy = z.object({
  irVersion: z.literal(IR_VERSION),
  sources: z.array(z.object({ file: z.string(), text: z.string() })).min(1),
  agreement: Agreement,
  horizon: z.object({ from: CalendarDate, to: CalendarDate }),
  zones: z.record(z.string(), ZoneTable),
  parties: z.array(Party),
  roles: z.array(Role),
  calendars: z.array(Calendar),
  lead: z.object({ fields: z.array(Field) }),
  people: z.object({ fields: z.array(Field) }).nullable(),
  events: z.array(EventType),
  defines: z.array(Define),
  scores: z.array(Score),
  classes: z.array(Classification),
  stages: z.array(Stage),
  commitments: z.array(Commitment),
  ladders: z.array(Ladder),
  goals: z.array(Goal),
  funnels: z.array(Funnel),
  rewards: z.array(Reward),
  meetings: z.array(Meeting),
  disputes: z.array(Dispute),
  responsibilities: z.array(Responsibility),
  reviews: z.array(Review),
  cancellations: z.array(Cancellation),
  signatures: z.array(Signature),
  tests: z.array(ContractTest),
});
export type Policy = z.infer<typeof Policy>;
