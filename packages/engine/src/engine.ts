import type { Policy } from "@entente/ir";
import { classifyLead } from "./classify/classify-lead.ts";
import { statusesOf } from "./clocks/combined-status.ts";
import { earliestAfter } from "./clocks/judge-clock.ts";
import { judgeLead, planClocks } from "./clocks/judge-lead.ts";
import type { Judged } from "./clocks/judged.ts";
import { changesOf, nextChange } from "./clocks/next-change.ts";
import type { Person } from "./clocks/reckoning-choice.ts";
import { referencesOf } from "./clocks/references.ts";
import { isViolation } from "./clocks/status.ts";
import { type ClockExplanation, explainClocks } from "./evidence/clock-evidence.ts";
import {
  type ClassExplanation,
  explainClasses,
  explainScores,
  explainStages,
  type ScoreExplanation,
  type StageExplanation,
} from "./explain/explain-lead.ts";
import { type NearestMiss, nearestMisses } from "./explain/nearest-miss.ts";
import type { Context } from "./plan/context.ts";
import { createExpressionPlan, type ExpressionPlan } from "./plan/expression-plan.ts";
import type { LeadFacts, RecordIssue } from "./records/facts.ts";
import { createLeadReader, type LeadReader, type LeadReading } from "./records/lead-reader.ts";
import { orderEvents } from "./records/merge-events.ts";
import type { Verdict } from "./verdict.ts";

/** A lead whose record could not be read. */
export type InvalidLead = Extract<LeadReading, { ok: false }>;

/**
 * A lead as the engine takes it: facts already read ({@link LeadFacts}), the outcome of reading them
 * ({@link LeadReading}), or a raw JSON record, which is read first; whatever else it is, is an invalid record.
 */
export type LeadInput = unknown;

export interface EngineOptions {
  /** The rows of the people table, for `calendar of owner`. */
  readonly people?: readonly Person[];
}

/** The instant for which a verdict is asked, epoch milliseconds. It sees only what was recorded by then. */
export interface AsOf {
  readonly at: number;
}

/** Judges leads by one policy. Pure and re-entrant: the same lead and instant always give the same verdict. */
export interface Engine {
  readonly policy: Policy;
  readonly plan: ExpressionPlan;
  readonly reader: LeadReader;
  /**
   * The verdict on a lead at an instant. Never throws on data: an invalid record gives a verdict that is not
   * `judged`, with its issues.
   *
   * @throws RangeError where `at` is not a whole number of milliseconds
   */
  evaluate(lead: LeadInput, asOf: AsOf): Verdict;
  /** The verdict with the reasons behind it, as trees of the contract's own clauses. Throws as `evaluate` does. */
  explain(lead: LeadInput, asOf: AsOf): Explanation;
}

/** Why a lead is where it is. */
export interface Explanation {
  readonly verdict: Verdict;
  readonly stages: readonly StageExplanation[];
  /** What the lead lacks for the stages right after its current one. */
  readonly nearestMisses: readonly NearestMiss[];
  readonly classes: readonly ClassExplanation[];
  readonly scores: readonly ScoreExplanation[];
  /** What each clock of the verdict rests on, in its order. */
  readonly clocks: readonly ClockExplanation[];
}

/** Compiles a policy for judging leads. */
export function createEngine(policy: Policy, options: EngineOptions = {}): Engine {
  const plan = createExpressionPlan(policy);
  const clocks = planClocks(plan, options.people ?? []);
  const reader = createLeadReader(policy);
  const changes = changesOf(plan);
  const asksStatuses = referencesOf(policy, classification(policy)).commitments.size > 0;

  const judge = (lead: LeadInput, at: number): Judgement => {
    if (!Number.isSafeInteger(at)) throw new RangeError(`at must be epoch milliseconds, not ${at}`);
    const reading = readingOf(reader, lead);
    if (!reading.ok) return { verdict: unjudged(reading, at), context: null, judged: [] };
    const { facts, clocks: judged } = judgeLead(clocks, inOrder(reading.facts), at);
    const statuses = asksStatuses ? statusesOf(judged.map(({ verdict }) => verdict)) : null;
    const context: Context = { facts, at, knownAt: at, occurrence: null, statuses, missing: null };
    const next = earliestAfter(at, [nextChange(changes, context), ...judged.map((clock) => clock.next)]);
    return { verdict: verdictOf(plan, context, judged, next), context, judged };
  };
  return {
    policy,
    plan,
    reader,
    evaluate: (lead, { at }) => judge(lead, at).verdict,
    explain: (lead, { at }) => explanationOf(plan, judge(lead, at)),
  };
}

/** A verdict with what it was reached from; the context is null where the record is invalid. */
interface Judgement {
  readonly verdict: Verdict;
  readonly context: Context | null;
  readonly judged: readonly Judged[];
}

function explanationOf(plan: ExpressionPlan, { verdict, context, judged }: Judgement): Explanation {
  if (context === null)
    return { verdict, stages: [], nearestMisses: [], classes: [], scores: [], clocks: [] };
  const { facts, at } = context;
  return {
    verdict,
    stages: explainStages(plan, facts, at),
    nearestMisses: nearestMisses(plan, context),
    classes: explainClasses(plan, facts, at),
    scores: explainScores(plan, facts, at),
    clocks: explainClocks(plan.policy, judged),
  };
}

function classification({ defines, scores, classes, stages }: Policy): unknown {
  return { defines, scores, classes, stages };
}

function verdictOf(
  plan: ExpressionPlan,
  context: Context,
  judged: readonly Judged[],
  next: number | null,
): Verdict {
  const { facts, at } = context;
  const clocks = judged.map(({ verdict }) => verdict);
  return {
    lead: facts.id,
    at,
    ...classifyLead(plan, context),
    clocks,
    violations: clocks.filter(({ status }) => isViolation(status)),
    next,
    issues: issuesOf(judged),
    judged: true,
  };
}

function issuesOf(judged: readonly Judged[]): readonly RecordIssue[] {
  const messages = new Set(judged.map(({ issue }) => issue).filter((issue) => issue !== null));
  return [...messages].map((message) => ({ field: null, column: null, message }));
}

function unjudged({ id, issues }: InvalidLead, at: number): Verdict {
  return {
    lead: id ?? "",
    at,
    stage: null,
    stages: [],
    classes: {},
    scores: {},
    worth: null,
    clocks: [],
    violations: [],
    next: null,
    issues,
    judged: false,
  };
}

function readingOf(reader: LeadReader, lead: LeadInput): LeadReading {
  if (isFacts(lead)) return { ok: true, facts: lead };
  return isReading(lead) ? lead : reader.readObject(lead);
}

function isFacts(lead: unknown): lead is LeadFacts {
  return isObject(lead) && lead.values instanceof Map && Array.isArray(lead.events);
}

function isReading(lead: unknown): lead is LeadReading {
  if (!isObject(lead)) return false;
  return lead.ok === true ? isFacts(lead.facts) : lead.ok === false && Array.isArray(lead.issues);
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null;
}

/** Callers may hand over events in any order; duplicates count once. */
function inOrder(facts: LeadFacts): LeadFacts {
  const ordered = facts.events.every((one, index) => {
    const before = facts.events[index - 1];
    return before === undefined || before.at < one.at;
  });
  return ordered ? facts : { ...facts, events: orderEvents(facts.events) };
}
