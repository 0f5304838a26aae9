import { z } from "zod";

/** A calendar date, `YYYY-MM-DD`. It names a day, never an instant. */
export const CalendarDate = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);

/** An exact decimal in plain notation, such as `-3.25`. */
export const Decimal = z.string().regex(/^-?\d+(\.\d+)?$/);

/** Units of time that a contract can write. Seconds, minutes and hours are elapsed time; the others follow the clock on the wall. */
export const TimeUnit = z.enum(["second", "minute", "hour", "day", "week", "month", "quarter", "year"]);
export type TimeUnit = z.infer<typeof TimeUnit>;

/**
 * A length of time as the contract writes it. `business` durations are counted on a calendar: hours and
 * below as open time, days as working days. `amount` is whole for days and above.
 */
export const Duration = z.object({
  kind: z.literal("duration"),
  amount: z.number().nonnegative(),
  unit: TimeUnit,
  business: z.boolean(),
});
export type Duration = z.infer<typeof Duration>;

/** How often something recurs, such as every month, every 6 months or every business day. */
export const Period = z.object({
  count: z.int().positive(),
  unit: z.enum(["hour", "day", "week", "month", "quarter", "year"]),
  business: z.boolean(),
});
export type Period = z.infer<typeof Period>;

/**
 * A value written in a contract. Numbers are exact decimals; a percentage of 34% has the value `34`;
 * money is in minor units of its currency (`$2,000` is 200000 USD); an instant is epoch milliseconds; a
 * choice is a case of a `one of` field or of a class.
 */
export const Literal = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("number"), value: Decimal }),
  z.object({ kind: z.literal("percent"), value: Decimal }),
  z.object({ kind: z.literal("money"), minor: z.int(), currency: z.string() }),
  z.object({ kind: z.literal("text"), value: z.string() }),
  z.object({ kind: z.literal("boolean"), value: z.boolean() }),
  z.object({ kind: z.literal("choice"), value: z.string() }),
  z.object({ kind: z.literal("date"), value: CalendarDate }),
  z.object({ kind: z.literal("instant"), value: z.int() }),
  Duration,
]);
export type Literal = z.infer<typeof Literal>;
