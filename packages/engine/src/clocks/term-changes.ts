import type { Deadline, Policy, Zone } from "@entente/ir";

/**
 * The instants at which a deadline's dated terms change, where the agreement lets new terms apply to running
 * clocks (`in flight moves`); empty where a clock keeps the terms in force when it started.
 */
export function termChanges(policy: Policy, zone: Zone, deadline: Deadline): readonly number[] {
  if (policy.agreement.inFlight === "keeps" || deadline.kind !== "within") return [];
  return datedInstants(deadline.duration, zone);
}

/** The instants at which the dated values anywhere inside a part of a policy change, in order. */
export function datedInstants(part: unknown, zone: Zone): readonly number[] {
  const dates = new Set<string>();
  collectDates(part, dates);
  return [...dates].map((date) => zone.instantOf(date, 0)).sort((a, b) => a - b);
}

function collectDates(part: unknown, dates: Set<string>): void {
  if (typeof part !== "object" || part === null) return;
  if ("kind" in part && part.kind === "dated" && "entries" in part && Array.isArray(part.entries)) {
    for (const entry of part.entries) {
      if (typeof entry.from === "string") dates.add(entry.from);
    }
  }
  for (const child of Object.values(part)) collectDates(child, dates);
}
