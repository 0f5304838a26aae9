import { z } from "zod";
import { Span } from "../span.ts";
import { CalendarChoice } from "./calendar.ts";
import { CalendarDate, Duration, Period } from "./values.ts";

export const Agreement = z.object({
  title: z.string(),
  /** The two sides, as `between` names them. */
  between: z.tuple([z.string(), z.string()]),
  /** Both dates belong to the term; `to` null is open-ended. */
  effective: z.object({ from: CalendarDate, to: CalendarDate.nullable() }).nullable(),
  timeZone: z.string(),
  currency: z.string(),
  calendar: CalendarChoice.nullable(),
  inFlight: z.enum(["keeps", "moves"]),
  because: z.string().nullable(),
  span: Span,
});
export type Agreement = z.infer<typeof Agreement>;

export const Party = z.object({ name: z.string(), label: z.string().nullable(), span: Span });
export type Party = z.infer<typeof Party>;

export const Role = z.object({
  name: z.string(),
  label: z.string().nullable(),
  party: z.string().nullable(),
  optional: z.boolean(),
  span: Span,
});
export type Role = z.infer<typeof Role>;

export const Meeting = z.object({
  name: z.string(),
  every: Period,
  duration: Duration,
  attendedBy: z.array(z.string()).min(1),
  agenda: z.array(z.string()),
  span: Span,
});
export type Meeting = z.infer<typeof Meeting>;

export const Dispute = z.object({
  panel: z.array(z.string()),
  hearing: Duration.nullable(),
  decision: z.enum(["binding", "advisory"]).nullable(),
  arbiter: z.string().nullable(),
  span: Span,
});
export type Dispute = z.infer<typeof Dispute>;

export const Responsibility = z.object({
  title: z.string(),
  responsible: z.array(z.string()),
  accountable: z.array(z.string()),
  consulted: z.array(z.string()),
  informed: z.array(z.string()),
  span: Span,
});
export type Responsibility = z.infer<typeof Responsibility>;

export const Review = z.object({ every: Period, span: Span });
export type Review = z.infer<typeof Review>;

export const Cancellation = z.object({ goal: z.string(), missed: z.int().positive(), span: Span });
export type Cancellation = z.infer<typeof Cancellation>;

export const Signature = z.object({ who: z.string(), role: z.string(), on: CalendarDate, span: Span });
export type Signature = z.infer<typeof Signature>;
