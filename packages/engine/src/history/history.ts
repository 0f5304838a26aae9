import { breaksHistory, invariant, orderVersions, type Policy } from "@entente/ir";
import type { AgreementVerdict } from "../attestations/agreement-verdict.ts";
import { halvesOf } from "../attestations/halves.ts";
import { earliestAfter } from "../clocks/judge-clock.ts";
import { isViolation } from "../clocks/status.ts";
import type { AsOf, EngineOptions, LeadInput } from "../engine.ts";
import { explainClocks } from "../evidence/clock-evidence.ts";
import { type Explanation, explanationOf, issuesOf, type Judgement, unreadable } from "../judgement.ts";
import { createTally, type Tally } from "../limits/tally.ts";
import type { LeadFacts } from "../records/facts.ts";
import { inOrder, readingOf } from "../records/lead-input.ts";
import { createLeadReader, type LeadReader } from "../records/lead-reader.ts";
import type { ClockVerdict, Verdict } from "../verdict.ts";
import { agreementOver } from "./agreement-over.ts";
import { HistoryError } from "./history-error.ts";
import { limitTerms } from "./limit-terms.ts";
import { inOrderOf, LeadHistory, type OwnedClock } from "./owned-clocks.ts";
import { readingPolicy } from "./reading-policy.ts";
import { compileVersions, type Version } from "./version.ts";

/**
 * The versions of one agreement, judged as one history (language, section 11). Pure and re-entrant, as an engine is;
 * a history of one version gives what the engine of that version gives.
 */
export interface ContractHistory {
  /** In the order in which they come into force; the term of each ends before the next begins. */
  readonly versions: readonly Policy[];
  /** Reads the records of leads for all versions. */
  readonly reader: LeadReader;
  /** The version in force at an instant: the last that began by then, or the first of all. */
  inForce(at: number): Policy;
  /**
   * The verdict on a lead: stage, classes, scores and worth by the version in force at the instant, and the clocks
   * of all versions, each judged by the version whose terms apply to it. Throws as an engine's `evaluate` does.
   */
  evaluate(lead: LeadInput, asOf: AsOf): Verdict;
  /** The verdict with the reasons behind it. Throws as `evaluate` does. */
  explain(lead: LeadInput, asOf: AsOf): Explanation;
  /** The verdict on the agreement itself, over all versions that began by the instant. */
  agreement(asOf: AsOf): AgreementVerdict;
  /** Counts the events of many leads against the caps and shares of all versions. */
  createTally(): Tally;
}

/**
 * Compiles the versions of one agreement.
 *
 * @param policies at least one, in any order; several need an `effective` each
 * @throws HistoryError where they are not versions of one agreement
 */
export function createHistory(policies: readonly Policy[], options: EngineOptions = {}): ContractHistory {
  const { versions: ordered, problems } = orderVersions(policies);
  const breaking = problems.filter(breaksHistory);
  if (breaking.length > 0) throw new HistoryError(breaking);
  const halves = ordered.map(halvesOf);
  const versions = compileVersions(
    halves.map(({ leads }) => leads),
    options.people ?? [],
  );
  const readable = readingPolicy(halves.map(({ leads }) => leads));
  invariant(readable !== null, "a history has at least one version");
  const reader = createLeadReader(readable);
  const agreement = agreementOver(ordered, options.attestations ?? []);
  const judge = (lead: LeadInput, at: number): HistoryJudgement => {
    requireInstant(at);
    const reading = readingOf(reader, lead);
    if (!reading.ok) return { ...unreadable(reading, at), version: 0, clocks: [] };
    return judgeOver(versions, inOrder(reading.facts), at);
  };
  return {
    versions: ordered,
    reader,
    inForce(at) {
      const policy = ordered[placeAt(versions, at)];
      invariant(policy !== undefined, "some version is in force");
      return policy;
    },
    evaluate: (lead, { at }) => judge(lead, at).verdict,
    explain: (lead, { at }) => explained(versions, judge(lead, at)),
    agreement({ at }) {
      requireInstant(at);
      return agreement(at);
    },
    createTally: () => tallyOver(versions),
  };
}

function requireInstant(at: number): void {
  if (!Number.isSafeInteger(at)) throw new RangeError(`at must be epoch milliseconds, not ${at}`);
}

/** A judgement with the clocks of all versions; `version` is the place of the one in force. */
interface HistoryJudgement extends Judgement {
  readonly version: number;
  readonly clocks: readonly OwnedClock[];
}

function judgeOver(versions: readonly Version[], facts: LeadFacts, at: number): HistoryJudgement {
  const version = placeAt(versions, at);
  const lead = new LeadHistory(versions, facts);
  const current = lead.judgement(version, at);
  if (versions.length === 1) {
    return { ...current, version, clocks: current.judged.map((judged) => ({ version, judged })) };
  }
  const clocks = inOrderOf(current, lead.clocks(version, at), version);
  const judged = clocks.map((one) => one.judged);
  const verdicts = clocks.map((one) => dated(versions, one));
  const next = earliestAfter(at, [
    current.nextBeside,
    versions[version + 1]?.window.from ?? null,
    ...judged.map((one) => one.next),
  ]);
  const verdict: Verdict = {
    ...current.verdict,
    clocks: verdicts,
    violations: verdicts.filter(({ status }) => isViolation(status)),
    next,
    issues: issuesOf(judged),
  };
  return { ...current, verdict, judged, version, clocks };
}

/** The verdict on a clock with the version that judges it. */
function dated(versions: readonly Version[], { version, judged: { verdict } }: OwnedClock): ClockVerdict {
  const from = versions[version]?.policy.agreement.effective?.from;
  return from === undefined ? verdict : { ...verdict, version: from };
}

/** The place of the version in force at an instant. */
function placeAt(versions: readonly Version[], at: number): number {
  return Math.max(
    0,
    versions.findLastIndex(({ window }) => window.from <= at),
  );
}

function explained(versions: readonly Version[], judgement: HistoryJudgement): Explanation {
  const version = versions[judgement.version];
  invariant(version !== undefined, "some version is in force");
  const clocks = judgement.clocks.flatMap((one) => {
    const owner = versions[one.version];
    return owner === undefined ? [] : explainClocks(owner.policy, [one.judged]);
  });
  return { ...explanationOf(version.plan, { ...judgement, judged: [] }), clocks };
}

/** A lead is counted by every version; verdicts come by version, and by clause and period within each. */
function tallyOver(versions: readonly Version[]): Tally {
  const tallies = versions.map(({ plan, window }, index) => ({
    tally: createTally(plan, limitTerms(versions, index)),
    from: window.from,
  }));
  return {
    add(facts, at) {
      for (const { tally } of tallies) tally.add(facts, at);
    },
    finish: (at) =>
      tallies.flatMap(({ tally, from }) => (from <= at || tallies.length === 1 ? tally.finish(at) : [])),
  };
}
