import type { Policy } from "@entente/ir";
import type { LeadFacts } from "../records/facts.ts";

/**
 * Who holds the lead at an instant (epoch milliseconds): the `owner` of the last event at or before `at` that
 * carries one, else the lead's field named `owner`, else null.
 *
 * @param knownAt events recorded after this instant are left out; by default everything in `facts` is known
 */
export function ownerAt(
  facts: LeadFacts,
  at: number,
  policy: Policy,
  knownAt = Number.POSITIVE_INFINITY,
): string | null {
  const last = facts.events.findLast(
    (one) => one.owner !== null && one.at <= at && (one.recorded ?? one.at) <= knownAt,
  );
  if (last !== undefined) return last.owner;
  if (!policy.lead.fields.some((field) => field.name === "owner")) return null;
  const value = facts.values.get("owner");
  return typeof value === "string" ? value : null;
}
