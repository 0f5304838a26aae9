import type { Span } from "@entente/ir";
import type { Value } from "../records/facts.ts";
import type { Stretch } from "./period-of.ts";

/** An event over the cap. */
export interface Excess {
  readonly lead: string;
  readonly at: number;
}

/**
 * The verdict on a cap or a share in one period, and for one value of `per` where the clause has one.
 *
 * `running`: the period has not ended, and no event is over the cap. `unknown`: a missing field decides the limit.
 */
export interface LimitVerdict {
  readonly commitment: string;
  readonly clause: string;
  readonly party: string;
  /** The value of `per`, such as the owner; null without `per`, and for leads where it is missing. */
  readonly per: Value | null;
  /** Epoch milliseconds, the end excluded. */
  readonly period: Stretch;
  readonly status: "running" | "met" | "breached" | "unknown";
  /** The number of times, or for a share the percentage. */
  readonly limit: number | null;
  /** How often it happened. */
  readonly count: number;
  /** What a share is taken of; null for a number of times. */
  readonly of: number | null;
  /** The events over the cap, in order of time. */
  readonly violations: readonly Excess[];
  readonly reasons: readonly string[];
  readonly span: Span;
}
