import type { Policy } from "@entente/ir";

/** A version of an agreement, in the file of that name. */
export interface Version {
  readonly file: string;
  /** As it is written, and signed. */
  readonly policy: Policy;
  /** The days on which its terms hold, both included: those of `effective`, until the next version begins. Null is always. */
  readonly holds: { readonly from: string; readonly to: string | null } | null;
}

/**
 * The version whose terms hold on a day: an amendment takes the place of earlier terms on the first day of its own
 * `effective`, and not before.
 *
 * @param versions that follow each other
 * @param day `YYYY-MM-DD`
 */
export function versionInForce(versions: readonly Version[], day: string): Version | null {
  const holding = versions.find(
    ({ holds }) => holds === null || (holds.from <= day && (holds.to === null || day <= holds.to)),
  );
  return holding ?? null;
}
