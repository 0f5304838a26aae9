import type {
  Agreement,
  Cancellation,
  Dispute,
  Meeting,
  Party,
  Responsibility,
  Review,
  Role,
  Signature,
} from "@entente/ir";
import type { Json } from "../json.ts";
import { normalDuration, normalPeriod } from "./normal-value.ts";

/** @param calendar the hours that count beside commitments; null for none or no choice */
export function normalAgreement(agreement: Agreement, calendar: Json): Json {
  const { title, between, effective, timeZone, currency, inFlight, because } = agreement;
  return {
    title,
    between: between.toSorted(),
    effective: effective === null ? null : { from: effective.from, to: effective.to },
    timeZone,
    currency,
    inFlight,
    because,
    ...(calendar === null ? {} : { calendar }),
  };
}

export function normalParty({ name, label }: Party): Json {
  return { name, label };
}

export function normalRole({ name, label, party, optional }: Role): Json {
  return { name, label, party, optional };
}

export function normalMeeting({ name, every, duration, attendedBy, agenda }: Meeting): Json {
  return {
    name,
    every: normalPeriod(every),
    duration: normalDuration(duration),
    attendedBy: attendedBy.toSorted(),
    agenda,
  };
}

export function normalDispute({ panel, hearing, decision, arbiter }: Dispute): Json {
  return {
    panel: panel.toSorted(),
    hearing: hearing === null ? null : normalDuration(hearing),
    decision,
    arbiter,
  };
}

export function normalResponsibility(one: Responsibility): Json {
  return {
    title: one.title,
    responsible: one.responsible.toSorted(),
    accountable: one.accountable.toSorted(),
    consulted: one.consulted.toSorted(),
    informed: one.informed.toSorted(),
  };
}

export function normalReview({ every }: Review): Json {
  return { every: normalPeriod(every) };
}

export function normalCancellation({ goal, missed }: Cancellation): Json {
  return { goal, missed };
}

export function normalSignature({ who, role, on }: Signature): Json {
  return { who, role, on };
}
