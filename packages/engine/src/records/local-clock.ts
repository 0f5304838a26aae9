import { invariant, type Policy, Zone } from "@entente/ir";
import type { ToInstant } from "./time-codec.ts";

/** The agreement's wall clock. Its zone table is looked up when the first time without an offset is read. */
export function agreementClock(policy: Policy): ToInstant {
  let zone: Zone | null = null;
  return (localMs) => {
    zone ??= agreementZone(policy);
    return zone.toInstant(localMs);
  };
}

function agreementZone({ agreement, zones }: Policy): Zone {
  const table = Object.hasOwn(zones, agreement.timeZone) ? zones[agreement.timeZone] : undefined;
  invariant(table !== undefined, `the policy has no rules of the zone ${agreement.timeZone}`);
  return new Zone(agreement.timeZone, table);
}
