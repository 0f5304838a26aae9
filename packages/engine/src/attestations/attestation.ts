import { agreementTerm } from "../clocks/term.ts";
import type { ExpressionPlan } from "../plan/expression-plan.ts";
import type { LeadFacts, Occurrence, Value } from "../records/facts.ts";
import { orderEvents } from "../records/merge-events.ts";
import { AGREEMENT_RECORD, TERM_BEGINS } from "./halves.ts";

/**
 * Somebody's word that something happened to the agreement: an event declared `of agreement`, a meeting that was
 * held (by the meeting's name), or a review ({@link REVIEW}). Instants are epoch milliseconds.
 */
export interface Attestation {
  readonly event: string;
  readonly at: number;
  /** When it was written down, where that is known: what is written down too late counts from then. */
  readonly recordedAt?: number | null;
  readonly attributes?: Readonly<Record<string, Value>>;
  /** Who says so. */
  readonly by?: string | null;
}

/** The event of an attestation that the contract itself was looked at again. */
export const REVIEW = "review";

/** The instant from which an attestation is known. */
export function attestedAt({ at, recordedAt }: Attestation): number {
  return Math.max(at, recordedAt ?? at);
}

/** The agreement as the one record of its half: what was attested of its events, and when its term begins. */
export function factsOfAgreement(
  { policy, zone }: ExpressionPlan,
  attestations: readonly Attestation[],
): LeadFacts {
  const names = new Set(policy.events.map(({ name }) => name));
  const { from } = agreementTerm(zone, policy.agreement);
  const values = new Map<string, Value>([[AGREEMENT_RECORD, AGREEMENT_RECORD]]);
  if (Number.isFinite(from)) values.set(TERM_BEGINS, from);
  const events = attestations.filter(({ event }) => names.has(event)).map(occurrenceOf);
  return { id: AGREEMENT_RECORD, values, events: orderEvents(events) };
}

function occurrenceOf({ event, at, recordedAt, attributes }: Attestation): Occurrence {
  return {
    event,
    at,
    recorded: recordedAt ?? null,
    owner: null,
    attributes: new Map(Object.entries(attributes ?? {})),
  };
}
