import { type Meeting, type Policy, Zone } from "@entente/ir";
import type { AgreementVerdict } from "../attestations/agreement-verdict.ts";
import { type Attestation, factsOfAgreement } from "../attestations/attestation.ts";
import { halvesOf } from "../attestations/halves.ts";
import { type JudgeAgreement, planAgreement } from "../attestations/judge-agreement.ts";
import { earliestAfter } from "../clocks/judge-clock.ts";
import { isViolation } from "../clocks/status.ts";
import { issuesOf } from "../judgement.ts";
import { createTally } from "../limits/tally.ts";
import { limitTerms } from "./limit-terms.ts";
import { inOrderOf, LeadHistory } from "./owned-clocks.ts";
import { compileVersions, runOf, type Version } from "./version.ts";

/**
 * Judges the agreement itself over its versions: promises as leads' are, meetings by the rhythm that was agreed (one
 * that stays the same goes on over the change), reviews by the version in force.
 */
export function agreementOver(
  policies: readonly Policy[],
  attestations: readonly Attestation[],
): JudgeAgreement {
  const [only] = policies;
  if (only !== undefined && policies.length === 1)
    return planAgreement(only, halvesOf(only).agreement, attestations);
  const promises = planPromisesOver(policies, attestations);
  const meetings = meetingRuns(policies).map((policy) => planAgreement(policy, null, attestations));
  const reviews = policies.map((policy) => ({
    from: beginOf(policy),
    judge: planAgreement({ ...policy, meetings: [] }, null, attestations),
  }));
  return (at) => {
    const kept = promises(at);
    const met = meetings.map((judge) => judge(at));
    const reviewed = reviews.findLast(({ from }) => from <= at)?.judge(at);
    return {
      at,
      ...kept,
      meetings: met.flatMap((one) => one.meetings).toSorted((a, b) => a.period.from - b.period.from),
      reviews: reviewed?.reviews ?? [],
      next: earliestAfter(at, [
        kept.next,
        ...met.map((one) => one.next),
        reviewed?.next ?? null,
        ...reviews.map(({ from }) => from),
      ]),
      issues: [...kept.issues, ...met.flatMap((one) => one.issues)],
    };
  };
}

function beginOf({ agreement, zones }: Policy): number {
  const table = Object.hasOwn(zones, agreement.timeZone) ? zones[agreement.timeZone] : undefined;
  if (agreement.effective === null || table === undefined) return Number.NEGATIVE_INFINITY;
  return new Zone(agreement.timeZone, table).instantOf(agreement.effective.from, 0);
}

type Promises = Pick<AgreementVerdict, "clocks" | "violations" | "limits" | "next" | "issues">;

/** The commitments about the agreement. A version without any still ends what the one before had. */
function planPromisesOver(
  policies: readonly Policy[],
  attestations: readonly Attestation[],
): (at: number) => Promises {
  const halves = policies.map((policy) => halvesOf(policy).agreement ?? withoutPromises(policy));
  const versions = compileVersions(halves, []);
  return (at) => {
    const place = Math.max(
      0,
      versions.findLastIndex(({ window }) => window.from <= at),
    );
    const version = versions[place];
    if (version === undefined) return { clocks: [], violations: [], limits: [], next: null, issues: [] };
    const facts = factsOver(versions, attestations);
    const record = new LeadHistory(versions, facts);
    const current = record.judgement(place, at);
    const owned = inOrderOf(current, record.clocks(place, at), place);
    const judged = owned.map((one) => one.judged);
    const clocks = judged.map(({ verdict }) => verdict);
    const limits = versions.slice(0, place + 1).flatMap(({ plan }, index) => {
      const tally = createTally(plan, limitTerms(versions, index));
      tally.add(facts, at);
      return tally.finish(at);
    });
    return {
      clocks,
      violations: clocks.filter(({ status }) => isViolation(status)),
      limits,
      next: earliestAfter(at, [
        current.nextBeside,
        ...judged.map(({ next }) => next),
        ...limits.map(({ period }) => period.to),
      ]),
      issues: issuesOf(judged),
    };
  };
}

/** The agreement as one record: what was attested of the events of any version, from the first term on. */
function factsOver(versions: readonly Version[], attestations: readonly Attestation[]) {
  const [first] = versions;
  const latest = versions.at(-1);
  const plan = first?.plan ?? latest?.plan;
  const names = new Map(versions.flatMap(({ policy }) => policy.events.map((event) => [event.name, event])));
  if (plan === undefined) return { id: "", values: new Map(), events: [] };
  return factsOfAgreement({ ...plan, policy: { ...plan.policy, events: [...names.values()] } }, attestations);
}

function withoutPromises(policy: Policy): Policy {
  return {
    ...policy,
    lead: { fields: [] },
    events: [],
    commitments: [],
    defines: [],
    scores: [],
    classes: [],
    stages: [],
  };
}

/** For every meeting a policy that has it alone, over all the versions in which its rhythm stays the same. */
function meetingRuns(policies: readonly Policy[]): readonly Policy[] {
  return policies.flatMap((policy, index) =>
    policy.meetings.flatMap((meeting) => {
      const run = runOf(index, policies.length, (at) => hasMeeting(policies[at], meeting));
      if (run.first !== index) return [];
      const from = policy.agreement.effective?.from;
      const to = policies[run.last]?.agreement.effective?.to ?? null;
      const effective = from === undefined ? null : { from, to };
      return [{ ...policy, meetings: [meeting], reviews: [], agreement: { ...policy.agreement, effective } }];
    }),
  );
}

function hasMeeting(policy: Policy | undefined, { name, every }: Meeting): boolean {
  const other = policy?.meetings.find((one) => one.name === name)?.every;
  return other?.count === every.count && other.unit === every.unit && other.business === every.business;
}
