import type { Policy } from "@entente/ir";
import Fraction from "fraction.js";
import { addNeeds, planTerm, type TermPlan } from "./plan-term.ts";

/** What all streams of an agreement ask for together. */
export interface StreamTotal {
  /** The funnels that were added up. */
  readonly funnels: readonly string[];
  /** Money over the term in minor units; null where no quota is money. */
  readonly quota: Fraction | null;
  /** Leads by stage over the term. */
  readonly needs: ReadonlyMap<string, Fraction>;
}

/** The plans of all funnels that have a quota, in the order of the contract. Throws as {@link planTerm} does. */
export function planTerms(policy: Policy): TermPlan[] {
  return policy.funnels.flatMap(({ name, quota }) => (quota === null ? [] : [planTerm(policy, name)]));
}

/** Adds up revenue streams. A funnel that is an alternative to another is no stream of its own. */
export function totalOf(plans: readonly TermPlan[]): StreamTotal {
  const streams = plans.filter(({ alternativeTo }) => alternativeTo === null);
  const quotas = streams.flatMap(({ quota }) => quota ?? []);
  return {
    funnels: streams.map(({ name }) => name),
    quota: quotas.length === 0 ? null : quotas.reduce((sum, one) => sum.add(one), new Fraction(0)),
    needs: addNeeds(streams.map(({ needs }) => needs)),
  };
}
