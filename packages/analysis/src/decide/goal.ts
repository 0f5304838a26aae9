import type { LeadFacts } from "@entente/engine";
import type { Expression } from "@entente/ir";
import type { Witness } from "../finding.ts";
import type { TruthSet } from "../logic/truth-set.ts";

/** A condition with the truth values that are looked for. */
export interface Wanted {
  readonly condition: Expression;
  readonly truths: TruthSet;
}

/** Whether there is a lead for which some conditions turn out as wanted. */
export interface Goal {
  readonly wanted: readonly Wanted[];
  /** The event whose attributes the conditions see, where they stand in its `where`; it then happens last. */
  readonly event: string | null;
  /** What the engine has to say of the lead beside the conditions; without it the conditions are enough. */
  readonly confirms?: (facts: LeadFacts, at: number) => boolean;
}

/**
 * - `found`: there is one, and the engine agrees.
 * - `none`: there is none, whatever a valid record holds.
 * - `open`: neither could be shown; `reason` says why.
 */
export type Decision =
  | { readonly kind: "found"; readonly witness: Witness }
  | { readonly kind: "none" }
  | { readonly kind: "open"; readonly reason: string };
