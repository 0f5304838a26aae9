import type { Context } from "../plan/context.ts";
import type { LeadFacts } from "../records/facts.ts";
import type { ReachedStage } from "../verdict.ts";

/** A lead as it is known at `now`, for one commitment. */
export interface LeadView {
  readonly facts: LeadFacts;
  readonly now: number;
  /** The stages that the lead has reached by now. */
  stages(): readonly ReachedStage[];
  /** The current stage at an instant, from what was known at `known`. */
  stageAt(at: number, known: number): string | null;
  /** What an expression sees at an instant, from what was known at `known`. */
  context(at: number, known: number, missing?: Set<string>): Context;
  /** Whom the lead belonged to at an instant. */
  ownerAt(at: number, known: number): string | null;
  /** Present where terms were amended under running clocks. */
  readonly amended?: Amended;
}

/**
 * The instant of an amendment that the clock of a clause was running at, so that it is judged by the new terms: these set
 * no deadline before it. Null for every other clock.
 */
export type Amended = (commitment: string, clause: string, start: number) => number | null;
