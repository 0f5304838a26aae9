import type { Policy } from "@entente/ir";
import { counted, listed } from "../../terminal/counted.ts";

/**
 * What an agreement contains that is not about a single lead and that this run therefore does not judge, as one
 * sentence; null where there is nothing of the kind.
 *
 * @param attested whether the agreement itself is judged, by attestations
 */
export function carriedNote(policy: Policy, attested: boolean): string | null {
  const parts = [
    ...some(policy.goals.length, "goal"),
    ...some(policy.funnels.length, "funnel"),
    ...some(policy.rewards.length, "reward"),
  ];
  const ofAgreement = attested
    ? []
    : [
        ...some(promisesOfAgreement(policy), "promise about the agreement", "promises about the agreement"),
        ...some(policy.meetings.length, "meeting"),
        ...some(policy.reviews.length, "review"),
      ];
  const notes = [
    ...(parts.length === 0
      ? []
      : [`not judged here, since they are not about single leads: ${listed(parts)}`]),
    ...(ofAgreement.length === 0 ? [] : [`not judged without --attestations: ${listed(ofAgreement)}`]),
  ];
  return notes.length === 0 ? null : notes.join("\n");
}

function promisesOfAgreement({ events, commitments }: Policy): number {
  const names = new Set(events.filter(({ about }) => about !== undefined).map(({ name }) => name));
  return commitments.filter(({ clauses }) =>
    clauses.some(({ duty }) => "events" in duty && duty.events.some(({ event }) => names.has(event))),
  ).length;
}

function some(count: number, noun: string, plural?: string): readonly string[] {
  return count === 0 ? [] : [counted(count, noun, plural)];
}
