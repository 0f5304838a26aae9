import { addDuration, type Policy, type Zone } from "@entente/ir";
import { agreementTerm } from "../clocks/term.ts";
import type { ReviewVerdict } from "./agreement-verdict.ts";
import { type Attestation, attestedAt, REVIEW } from "./attestation.ts";

/**
 * When the contract's reviews are due: one period after the last that was attested, or after the term's
 * beginning. Nothing is due after the term.
 */
export function judgeReviews(
  policy: Policy,
  zone: Zone,
  attestations: readonly Attestation[],
  now: number,
): readonly ReviewVerdict[] {
  const term = agreementTerm(zone, policy.agreement);
  const held = attestations
    .filter((one) => one.event === REVIEW && attestedAt(one) <= now)
    .map(({ at }) => at);
  const last = held.length === 0 ? null : Math.max(...held);
  return policy.reviews.map(({ every, span }) => {
    const from = last ?? (Number.isFinite(term.from) ? term.from : null);
    const { count: amount, unit } = every;
    const due = from === null ? null : addDuration(zone, from, { amount, unit, business: false });
    const isDue = due !== null && due < term.to;
    return {
      due: isDue ? due : null,
      held: last,
      status: isDue && due < now ? "overdue" : "not due",
      span,
    };
  });
}
