import type { Exact } from "../plan/exact.ts";
import type { Value } from "../records/facts.ts";
import type { LeadLook } from "./lead-look.ts";

/**
 * What one lead or event does to a goal's figure. `at` is the instant that decides the window, epoch milliseconds.
 *
 * | kind | |
 * |---|---|
 * | `amount` | counts, with what it brings |
 * | `case` | had to come through: `came` says whether it did, `matures` when that is certain |
 * | `came`, `had` | the two sides of a snapshot rate, each by its own instant |
 * | `entered`, `left` | a lead sets out, and arrives: between the two it is open |
 * | `open` | its chance is not over yet, and it is in no figure |
 * | `unknown` | a missing field decides whether or with what it counts |
 */
export type Observation = {
  readonly at: number;
  readonly per: Value | null;
} & (
  | { readonly kind: "amount"; readonly amount: Exact }
  | { readonly kind: "case"; readonly came: boolean; readonly matures: number }
  | { readonly kind: "came" | "had" | "entered" | "left" | "open" | "unknown" }
);

/** What a lead does to a measure, given to `emit` one by one. */
export type Observe = (look: LeadLook, emit: (observation: Observation) => void) => void;
