import type { FunnelFlow, FunnelPlan, PlanMonth, Solution, TermPlan } from "@entente/engine";
import type { Funnel } from "@entente/ir";

/** What `sla plan` found out about one funnel. */
export interface PlannedFunnel {
  readonly funnel: Funnel;
  /** The quota carried back; null where the funnel has none. */
  readonly plan: FunnelPlan | null;
  /** By month over the term; null where the quota has no months. */
  readonly term: TermPlan | null;
  /** The month of the term that the plan's date lies in. */
  readonly month: PlanMonth | null;
  /** The leads that were given, carried forward. */
  readonly flow: FunnelFlow | null;
  readonly solution: Solution | null;
}
