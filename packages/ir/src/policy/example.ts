import { z } from "zod";
import { Span } from "../span.ts";
import { ClockStatus } from "./expression.ts";
import { Decimal, Duration, Literal } from "./values.ts";

const span = Span;
const clock = { commitment: z.string(), clause: z.string().nullable() };
const negated = z.boolean();

/** What a `test` expects of the result. */
export const Expectation = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("stage"), negated, stage: z.string().nullable(), span }),
  z.object({ kind: z.literal("reached"), negated, stage: z.string(), span }),
  z.object({ kind: z.literal("class"), negated, name: z.string(), value: z.string(), span }),
  z.object({ kind: z.literal("score"), name: z.string(), value: Decimal, span }),
  z.object({ kind: z.literal("worth"), value: Literal, span }),
  z.object({ kind: z.literal("status"), negated, ...clock, status: ClockStatus, span }),
  z.object({ kind: z.literal("due"), ...clock, at: z.int(), span }),
  z.object({ kind: z.literal("define"), negated, name: z.string(), value: z.boolean(), span }),
  z.object({ kind: z.literal("steps"), ...clock, count: z.int().nonnegative(), span }),
  z.object({
    kind: z.literal("funnelNeeds"),
    funnel: z.string(),
    count: Decimal,
    stage: z.string(),
    earlier: Duration.nullable(),
    span,
  }),
  z.object({
    kind: z.literal("funnelWorth"),
    funnel: z.string(),
    value: Literal,
    stage: z.string(),
    roundedTo: Literal.nullable(),
    span,
  }),
  z.object({ kind: z.literal("funnelRate"), funnel: z.string(), value: Decimal, span }),
]);
export type Expectation = z.infer<typeof Expectation>;

/** A value given to a field or an attribute. */
export const Setting = z.object({ name: z.string(), value: Literal, span });
export type Setting = z.infer<typeof Setting>;

/** A `test` block. Instants are epoch milliseconds; `at` null means the last event's instant. */
export const ContractTest = z.object({
  name: z.string(),
  lead: z.array(Setting).nullable(),
  /** The rows of the people table as the test has it; without, nobody is in it. */
  people: z.array(z.object({ values: z.array(Setting), span })).optional(),
  events: z.array(z.object({ at: z.int(), event: z.string(), attributes: z.array(Setting), span })),
  at: z.int().nullable(),
  expectations: z.array(Expectation),
  span,
});
export type ContractTest = z.infer<typeof ContractTest>;
