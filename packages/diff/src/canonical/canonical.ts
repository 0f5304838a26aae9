import type { Policy } from "@entente/ir";
import type { Json } from "../json.ts";
import { normalCalendar } from "./normal-calendar.ts";
import { normalClass, normalScore, normalStage, tieOf } from "./normal-classification.ts";
import { calendarOf, normalCommitment, normalLadder } from "./normal-commitment.ts";
import { ExpressionForms } from "./normal-expression.ts";
import {
  normalAgreement,
  normalCancellation,
  normalDispute,
  normalMeeting,
  normalParty,
  normalResponsibility,
  normalReview,
  normalRole,
  normalSignature,
} from "./normal-governance.ts";
import { type Forms, normalChoice } from "./normal-match.ts";
import { normalFunnel, normalGoal, normalReward } from "./normal-promise.ts";
import { normalEvent, normalFields } from "./normal-record.ts";
import { byCodeUnits, byName, sorted, textOf } from "./order.ts";
import { byNames } from "./references.ts";

/** The version of the normal form: two forms are comparable where theirs are the same. */
export const CANONICAL_VERSION = 1;

/**
 * The normal form of a contract: what was agreed, and nothing of how it is written.
 *
 * - Left out: layout, comments, places in the text, tests, and what the compiler added of its own knowledge (rules of time
 *   zones, dates of public holidays, the horizon). Two compilers with other data give the same form.
 * - Defines are written out; conditions are in negation normal form; declarations, and lists without an order, are
 *   sorted.
 * - Lengths of time, amounts and numbers have one spelling: `60 minutes` is `1 hour`, `1 day` is not `24 hours`.
 * - Titles, labels, agendas and reasons (`because`) stay: people sign them. So do signatures; who digests a contract
 *   for signing gives it without them: `canonical({ ...policy, signatures: [] })`.
 *
 * Equal forms mean the same for every lead. The opposite need not hold.
 */
export function canonical(policy: Policy): Json {
  const forms: Forms = { expression: new ExpressionForms(policy, byNames), refer: byNames };
  const declarations = {
    ...recordsOf(policy, forms),
    ...rulesOf(policy, forms),
    ...governanceOf(policy),
  };
  return {
    canonicalVersion: CANONICAL_VERSION,
    agreement: normalAgreement(policy.agreement, hoursOfAgreement(policy, forms)),
    ...declarations,
    defines: longDefines(forms.expression),
  };
}

/** The text of {@link canonical} by RFC 8785: the same bytes for the same form, to be compared or digested. */
export function canonicalText(policy: Policy): string {
  return textOf(canonical(policy));
}

/**
 * The calendar by which goals are paced and meetings are held, where there are several to choose from. Commitments say
 * theirs themselves.
 */
export function hoursOfAgreement({ agreement, calendars, goals, meetings }: Policy, forms: Forms): Json {
  const counts = goals.length > 0 || meetings.length > 0;
  return counts && calendars.length > 1 ? normalChoice(forms, agreement.calendar) : null;
}

function recordsOf(policy: Policy, forms: Forms): Record<string, Json> {
  return {
    calendars: byName(policy.calendars).map((one) => normalCalendar(forms, one)),
    hoursOfPeople: firstHours(policy),
    lead: normalFields(policy.lead.fields),
    people: policy.people === null ? null : normalFields(policy.people.fields),
    events: byName(policy.events).map((one) => normalEvent(forms, one)),
  };
}

function rulesOf(policy: Policy, forms: Forms): Record<string, Json> {
  const { stages } = policy;
  return {
    scores: byName(policy.scores).map((one) => normalScore(forms, one)),
    classes: byName(policy.classes).map((one) => normalClass(forms, one)),
    worthFrom: worthOrder(policy),
    stages: byName(stages).map((one) => normalStage(forms, one, tieOf(stages, one))),
    commitments: byName(policy.commitments).map((one) => normalCommitment(forms, policy, one)),
    ladders: byName(policy.ladders).map(normalLadder),
    goals: byName(policy.goals).map((one) => normalGoal(forms, one)),
    funnels: byName(policy.funnels).map((one) => normalFunnel(forms, one)),
    rewards: byName(policy.rewards).map(normalReward),
  };
}

function governanceOf(policy: Policy): Record<string, Json> {
  return {
    parties: byName(policy.parties).map(normalParty),
    roles: byName(policy.roles).map(normalRole),
    meetings: byName(policy.meetings).map(normalMeeting),
    disputes: sorted(policy.disputes.map(normalDispute)),
    responsibilities: sorted(policy.responsibilities.map(normalResponsibility)),
    reviews: sorted(policy.reviews.map(normalReview)),
    cancellations: sorted(policy.cancellations.map(normalCancellation)),
    signatures: sorted(policy.signatures.map(normalSignature)),
  };
}

/** A lead is worth what its case in the first classification with worths says: there the order counts. */
export function worthOrder({ classes }: Policy): readonly string[] {
  const giving = classes.filter(({ cases }) => cases.some(({ worth }) => worth !== null));
  return giving.length < 2 ? [] : giving.map(({ name }) => name);
}

/** Where the hours of people or leads count, those who name no calendar have the first one. */
function firstHours(policy: Policy): string | null {
  const asked = policy.commitments.some((one) => {
    const kind = calendarOf(policy, one)?.kind;
    return kind === "owner" || kind === "lead";
  });
  return asked ? (policy.calendars.find(({ kind }) => kind === "office")?.name ?? null) : null;
}

/** Defines that are too long to be written out wherever they are named. */
function longDefines(forms: ExpressionForms): readonly Json[] {
  const seen = new Map<string, Json>();
  for (let name = next(forms, seen); name !== undefined; name = next(forms, seen)) {
    seen.set(name, forms.valueOf(name));
  }
  return [...seen].toSorted(([a], [b]) => byCodeUnits(a, b)).map(([name, value]) => ({ name, value }));
}

function next(forms: ExpressionForms, seen: ReadonlyMap<string, Json>): string | undefined {
  return [...forms.named].find((name) => !seen.has(name));
}
