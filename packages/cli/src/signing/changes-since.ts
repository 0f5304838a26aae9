import { type Change, compare } from "@entente/diff";
import type { Policy } from "@entente/ir";

/** What a contract says otherwise than the terms that were signed, in its own words. Who signs is no change of the terms. */
export function changesSince(signed: Policy, current: Policy): readonly Change[] {
  return compare({ ...signed, signatures: [] }, { ...current, signatures: [] }).changes;
}
