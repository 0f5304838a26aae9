import { planFunnel } from "@entente/engine";
import type { Policy } from "@entente/ir";
import type Fraction from "fraction.js";
import type { FunnelChange } from "./replay.ts";

/** The funnels of either version that need other numbers of leads than before. */
export function funnelChanges(before: Policy, after: Policy): FunnelChange[] {
  const names = new Set([...before.funnels, ...after.funnels].map(({ name }) => name));
  return [...names]
    .map((funnel) => ({ funnel, before: needsOf(before, funnel), after: needsOf(after, funnel) }))
    .filter((change) => wordsOf(change.before) !== wordsOf(change.after));
}

/** Null where the funnel has no sum to do: it is not there, or lacks a quota. */
function needsOf(policy: Policy, funnel: string): ReadonlyMap<string, Fraction> | null {
  try {
    return planFunnel(policy, funnel).needs;
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}

function wordsOf(needs: ReadonlyMap<string, Fraction> | null): string {
  return needs === null
    ? "none"
    : JSON.stringify([...needs].map(([stage, count]) => [stage, count.toFraction()]));
}
