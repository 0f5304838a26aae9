import type { Clause, Commitment, Policy } from "@entente/ir";
import { stageOfEvent } from "./stage-names.ts";

/** What a commitment asks a party to do for each lead. */
export interface Touches {
  readonly commitment: Commitment;
  readonly party: string;
  /** The stage whose leads start it. */
  readonly stage: string;
  /** How often, at most: one event counts for every clause that is open. */
  readonly times: number;
  /** The clause that asks for so many. */
  readonly clause: Clause;
}

/** The cadences of a policy that start for every lead at a stage: several touches, or a plan of them. */
export function touchesOf(policy: Policy): readonly Touches[] {
  return policy.commitments.flatMap((commitment) => {
    if (commitment.appliesTo !== null && commitment.appliesTo.kind !== "stageReached") return [];
    const asked = commitment.clauses.flatMap((clause) => {
      const stage = startOf(policy, clause);
      const times = timesOf(clause);
      return stage === null || times < 2 ? [] : [{ commitment, party: clause.party, stage, times, clause }];
    });
    const [first, ...others] = asked;
    return first === undefined
      ? []
      : [others.reduce((most, one) => (one.times > most.times ? one : most), first)];
  });
}

function timesOf({ duty }: Clause): number {
  if (duty.kind === "follow") return duty.steps.reduce((sum, { events }) => sum + events.length, 0);
  if (duty.kind !== "respond" || duty.times.kind !== "literal" || duty.times.value.kind !== "number")
    return 0;
  return Number(duty.times.value.value);
}

/** The stage that the trigger is; null where it is none, or one that comes again and again. */
function startOf(policy: Policy, { duty }: Clause): string | null {
  if (duty.kind !== "respond" && duty.kind !== "follow") return null;
  const { trigger } = duty;
  switch (trigger.kind) {
    case "stage":
      return trigger.stage;
    case "event": {
      const [only, ...others] = trigger.events;
      return only === undefined || others.length > 0 || only.where !== null
        ? null
        : stageOfEvent(policy, only.event);
    }
    case "field":
      return null;
  }
}
