import type { Policy } from "@entente/ir";
import { counted, listed } from "../../terminal/counted.ts";

/**
 * What an agreement contains that is not about a single lead and that `sla run` therefore does not judge,
 * as one sentence; null where there is nothing of the kind.
 */
export function carriedNote(policy: Policy): string | null {
  const parts = [
    ...some(policy.goals.length, "goal"),
    ...some(policy.funnels.length, "funnel"),
    ...some(policy.rewards.length, "reward"),
  ];
  return parts.length === 0
    ? null
    : `not judged here, since they are not about single leads: ${listed(parts)}`;
}

function some(count: number, noun: string): readonly string[] {
  return count === 0 ? [] : [counted(count, noun)];
}
