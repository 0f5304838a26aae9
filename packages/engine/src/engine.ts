import type { Policy } from "@entente/ir";
import type { AgreementVerdict } from "./attestations/agreement-verdict.ts";
import type { Attestation } from "./attestations/attestation.ts";
import { halvesOf } from "./attestations/halves.ts";
import { type JudgeAgreement, planAgreement } from "./attestations/judge-agreement.ts";
import { type ClockPlan, planClocks } from "./clocks/judge-lead.ts";
import type { Person } from "./clocks/reckoning-choice.ts";
import { attain } from "./goals/attain.ts";
import type { Attainment } from "./goals/attainment.ts";
import type { AttainmentOptions } from "./goals/tally.ts";
import { createLeadJudge, type Explanation, explanationOf, type Judgement, unreadable } from "./judgement.ts";
import { createExpressionPlan, type ExpressionPlan } from "./plan/expression-plan.ts";
import { inOrder, readingOf } from "./records/lead-input.ts";
import { createLeadReader, type LeadReader } from "./records/lead-reader.ts";
import type { Verdict } from "./verdict.ts";

/**
 * A lead as the engine takes it: facts already read ({@link LeadFacts}), the outcome of reading them
 * ({@link LeadReading}), or a raw JSON record, which is read first; whatever else it is, is an invalid record.
 */
export type LeadInput = unknown;

export interface EngineOptions {
  /** The rows of the people table, for `calendar of owner`. */
  readonly people?: readonly Person[];
  /** What is attested of the agreement itself: for {@link Engine.agreement}. */
  readonly attestations?: readonly Attestation[];
}

/** The instant for which a verdict is asked, epoch milliseconds. It sees only what was recorded by then. */
export interface AsOf {
  readonly at: number;
}

/** Judges leads by one policy. Pure and re-entrant: the same lead and instant always give the same verdict. */
export interface Engine {
  readonly policy: Policy;
  /** The expressions of what is judged lead by lead: its policy is without what is about the agreement itself. */
  readonly plan: ExpressionPlan;
  readonly reader: LeadReader;
  /** The commitments, compiled. */
  readonly clocks: ClockPlan;
  /** The rows of the people table. */
  readonly people: readonly Person[];
  /**
   * The verdict on a lead at an instant. Never throws on data: an invalid record gives a verdict that is not
   * `judged`, with its issues.
   *
   * @throws RangeError where `at` is not a whole number of milliseconds
   */
  evaluate(lead: LeadInput, asOf: AsOf): Verdict;
  /** The verdict with the reasons behind it, as trees of the contract's own clauses. Throws as `evaluate` does. */
  explain(lead: LeadInput, asOf: AsOf): Explanation;
  /**
   * Where the goals stand, and what follows from them, over any number of leads, which are taken in one by one.
   *
   * @throws RangeError where `at` is not a whole number of milliseconds
   */
  attain(
    leads: Iterable<LeadInput> | AsyncIterable<LeadInput>,
    options: AttainmentOptions,
  ): Promise<Attainment>;
  /**
   * The verdict on the agreement itself: what was promised of it, its meetings and reviews, by the attestations.
   *
   * @throws RangeError where `at` is not a whole number of milliseconds
   */
  agreement(asOf: AsOf): AgreementVerdict;
}

/** Compiles a policy for judging leads. */
export function createEngine(policy: Policy, options: EngineOptions = {}): Engine {
  const halves = halvesOf(policy);
  const plan = createExpressionPlan(halves.leads);
  const people = options.people ?? [];
  const clocks = planClocks(plan, people);
  const reader = createLeadReader(halves.leads);
  const judgeFacts = createLeadJudge(clocks);
  let judgeAgreement: JudgeAgreement | undefined;

  const judge = (lead: LeadInput, at: number): Judgement => {
    requireInstant(at);
    const reading = readingOf(reader, lead);
    if (!reading.ok) return unreadable(reading, at);
    return judgeFacts(inOrder(reading.facts), at);
  };
  const engine: Engine = {
    policy,
    plan,
    reader,
    clocks,
    people,
    attain: (leads, asOf) => attain(engine, leads, asOf),
    evaluate: (lead, { at }) => judge(lead, at).verdict,
    explain: (lead, { at }) => explanationOf(plan, judge(lead, at)),
    agreement: ({ at }) => {
      requireInstant(at);
      judgeAgreement ??= planAgreement(policy, halves.agreement, options.attestations ?? []);
      return judgeAgreement(at);
    },
  };
  return engine;
}

function requireInstant(at: number): void {
  if (!Number.isSafeInteger(at)) throw new RangeError(`at must be epoch milliseconds, not ${at}`);
}
