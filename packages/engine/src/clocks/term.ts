import type { Agreement, Commitment, Zone } from "@entente/ir";

/** The stretch of time in which triggers start clocks: from `from` until just before `to`. */
export interface Term {
  readonly from: number;
  readonly to: number;
  includes(at: number): boolean;
}

/** The instants of a range of dates in a zone; both dates belong to it, a null end leaves it open. */
export function termOf(
  zone: Zone,
  dates: { readonly from: string; readonly to: string | null } | null,
): Term {
  const from = dates === null ? Number.NEGATIVE_INFINITY : zone.instantOf(dates.from, 0);
  const to = dates?.to == null ? Number.POSITIVE_INFINITY : zone.instantOf(dates.to, 24 * 60);
  return { from, to, includes: (at) => from <= at && at < to };
}

/** The term in which the triggers of a commitment start clocks. */
export type TermOf = (commitment: Commitment) => Term;

/** The term of an agreement: `effective A to B` includes all of B. */
export function agreementTerm(zone: Zone, agreement: Agreement): Term {
  return termOf(zone, agreement.effective);
}
