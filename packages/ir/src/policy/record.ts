import { z } from "zod";
import { Span } from "../span.ts";
import { Expression } from "./expression.ts";
import { Decimal } from "./values.ts";

const scalarKinds = z.enum(["text", "boolean", "money", "percent", "date", "time"]);

/** Bounds are inclusive. */
const NumberType = z.object({
  kind: z.enum(["integer", "number"]),
  minimum: Decimal.nullable(),
  maximum: Decimal.nullable(),
});
/** `labels` are what exports write for the case, beside its own name. */
const ChoiceType = z.object({
  kind: z.literal("choice"),
  values: z.array(z.object({ name: z.string(), labels: z.array(z.string()) })).min(1),
});
const ScalarType = z.discriminatedUnion("kind", [z.object({ kind: scalarKinds }), NumberType, ChoiceType]);
export type ScalarType = z.infer<typeof ScalarType>;

export const FieldType = z.discriminatedUnion("kind", [
  z.object({ kind: scalarKinds }),
  NumberType,
  ChoiceType,
  z.object({ kind: z.literal("list"), of: ScalarType }),
]);
export type FieldType = z.infer<typeof FieldType>;

/** A field of the lead record, of the people table, or an attribute of an event. `column` is its name in an export. */
export const Field = z.object({
  name: z.string(),
  type: FieldType,
  key: z.boolean(),
  required: z.boolean(),
  column: z.string().nullable(),
  span: Span,
});
export type Field = z.infer<typeof Field>;

/** An event type. `column` is a timestamp column of the lead record; `alsoWhen` derives the event from a condition. `about` tells one that happens to the agreement itself: it comes as an attestation, not with a lead. */
export const EventType = z.object({
  name: z.string(),
  about: z.literal("agreement").optional(),
  attributes: z.array(Field),
  column: z.string().nullable(),
  alsoWhen: Expression.nullable(),
  span: Span,
});
export type EventType = z.infer<typeof EventType>;
