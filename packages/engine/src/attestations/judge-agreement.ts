import { type Policy, Zone } from "@entente/ir";
import { earliestAfter } from "../clocks/judge-clock.ts";
import { judgeLead, planClocks } from "../clocks/judge-lead.ts";
import type { Judged } from "../clocks/judged.ts";
import { changesOf, nextChange } from "../clocks/next-change.ts";
import { isViolation } from "../clocks/status.ts";
import { createTally } from "../limits/tally.ts";
import { createExpressionPlan, type ExpressionPlan } from "../plan/expression-plan.ts";
import type { LeadFacts, RecordIssue } from "../records/facts.ts";
import type { BusinessCalendar } from "../time/business-calendar.ts";
import { compileCalendar } from "../time/compile-calendar.ts";
import type { AgreementVerdict, MeetingVerdict } from "./agreement-verdict.ts";
import { type Attestation, attestedAt, factsOfAgreement } from "./attestation.ts";
import { judgeMeetings, type MeetingSetting } from "./meetings.ts";
import { judgeReviews } from "./reviews.ts";

/** Judges the agreement itself at an instant, from what was attested by then. */
export type JudgeAgreement = (at: number) => AgreementVerdict;

/**
 * Compiles what a policy promises about the agreement itself.
 *
 * @param policy the whole policy: its meetings, reviews and calendars count
 * @param half the half of it that is about the agreement, null where there is none
 */
export function planAgreement(
  policy: Policy,
  half: Policy | null,
  attestations: readonly Attestation[],
): JudgeAgreement {
  const plan = createExpressionPlan(half ?? policy);
  const promises = half === null ? noPromises : planPromises(plan, factsOfAgreement(plan, attestations));
  const setting = { policy, zone: plan.zone, calendar: calendarOf(policy) };
  return (at) => {
    const { judged, limits, next } = promises(at);
    const met = meetingsAt(setting, attestations, at);
    const reviews = judgeReviews(policy, plan.zone, attestations, at);
    const clocks = judged.map(({ verdict }) => verdict);
    const issues = [...judged.map(({ issue }) => issue), met.issue].filter((issue) => issue !== null);
    return {
      at,
      clocks,
      violations: clocks.filter(({ status }) => isViolation(status)),
      limits,
      meetings: met.meetings,
      reviews,
      next: earliestAfter(at, [
        next,
        ...limits.map(({ period }) => period.to),
        ...met.meetings.map(({ period }) => period.to),
        ...reviews.map(({ due }) => (due === null ? null : due + 1)),
        ...attestations.map(attestedAt),
      ]),
      issues: [...new Set(issues)].map(issueOf),
    };
  };
}

interface Promises {
  readonly judged: readonly Judged[];
  readonly limits: AgreementVerdict["limits"];
  readonly next: number | null;
}

const noPromises = (): Promises => ({ judged: [], limits: [], next: null });

/** The commitments about the agreement: it is judged by them as a lead is, but once. */
function planPromises(plan: ExpressionPlan, facts: LeadFacts): (at: number) => Promises {
  const clocks = planClocks(plan, []);
  const changes = changesOf(plan);
  return (at) => {
    const { facts: known, clocks: judged } = judgeLead(clocks, facts, at);
    const tally = createTally(plan);
    tally.add(known, at);
    const context = { facts: known, at, knownAt: at, occurrence: null, statuses: null, missing: null };
    const next = earliestAfter(at, [nextChange(changes, context), ...judged.map((clock) => clock.next)]);
    return { judged, limits: tally.finish(at), next };
  };
}

function meetingsAt(
  setting: MeetingSetting,
  attestations: readonly Attestation[],
  at: number,
): { readonly meetings: readonly MeetingVerdict[]; readonly issue: string | null } {
  try {
    return { meetings: judgeMeetings(setting, attestations, at), issue: null };
  } catch (error) {
    if (error instanceof RangeError) return { meetings: [], issue: error.message };
    throw error;
  }
}

/** The agreement's own calendar: the one it names, or the only one there is. */
function calendarOf({ agreement, calendars, zones, horizon }: Policy): BusinessCalendar | null {
  const choice = agreement.calendar;
  const name = choice === null ? (calendars.length === 1 ? calendars[0]?.name : null) : nameIn(choice);
  const office = calendars.find((one) => one.kind === "office" && one.name === name);
  if (office?.kind !== "office") return null;
  const table = Object.hasOwn(zones, office.timeZone) ? zones[office.timeZone] : undefined;
  return table === undefined ? null : compileCalendar(office, new Zone(office.timeZone, table), horizon);
}

function nameIn(choice: NonNullable<Policy["agreement"]["calendar"]>): string | null {
  return choice.kind === "named" ? choice.name : null;
}

function issueOf(message: string): RecordIssue {
  return { field: null, column: null, message };
}
