import type { Commitment, Duty, Field, Policy } from "@entente/ir";

/** A policy cut in two: what is judged lead by lead, and what is judged once, for the agreement itself. */
export interface Halves {
  /** The very policy that was given, where nothing in it is about the agreement. */
  readonly leads: Policy;
  /** Null where nothing is about the agreement. Its one record is the agreement, with the fields below. */
  readonly agreement: Policy | null;
}

/** The field that tells when the agreement's term begins: what must recur is counted from then on. */
export const TERM_BEGINS = "effective";

/** The id of the agreement as the one record of its half. */
export const AGREEMENT_RECORD = "agreement";

/**
 * Cuts a policy in two. Events declared `of agreement`, and the commitments to do them, make one half; all
 * else is the other. The compiler has seen to it that neither looks at the other.
 */
export function halvesOf(policy: Policy): Halves {
  const events = policy.events.filter(({ about }) => about === "agreement");
  if (events.length === 0) return { leads: policy, agreement: null };
  const commitments = policy.commitments.filter((one) => isAboutAgreement(policy, one));
  return {
    leads: {
      ...policy,
      events: policy.events.filter((event) => !events.includes(event)),
      commitments: policy.commitments.filter((one) => !commitments.includes(one)),
    },
    agreement: {
      ...policy,
      lead: { fields: fieldsOf(policy) },
      events: events.map(({ about: _about, ...event }) => event),
      commitments,
      defines: [],
      scores: [],
      classes: [],
      stages: [],
    },
  };
}

/** Whether a commitment is to do what happens to the agreement. */
export function isAboutAgreement(policy: Policy, commitment: Commitment): boolean {
  const names = commitment.clauses.flatMap(({ duty }) => eventsOf(duty));
  return names.some((name) =>
    policy.events.some((event) => event.name === name && event.about === "agreement"),
  );
}

function eventsOf(duty: Duty): readonly string[] {
  switch (duty.kind) {
    case "respond":
    case "limit":
    case "share":
    case "recur":
      return duty.events.map(({ event }) => event);
    case "follow":
      return duty.steps.flatMap(({ events }) => events.map(({ event }) => event));
    case "provide":
    case "leave":
      return [];
  }
}

function fieldsOf({ agreement }: Policy): Field[] {
  const field = { column: null, span: agreement.span };
  return [
    { ...field, name: AGREEMENT_RECORD, type: { kind: "text" }, key: true, required: true },
    { ...field, name: TERM_BEGINS, type: { kind: "time" }, key: false, required: false },
  ];
}
