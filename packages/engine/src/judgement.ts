import type { Policy } from "@entente/ir";
import { classifyLead } from "./classify/classify-lead.ts";
import { statusesOf } from "./clocks/combined-status.ts";
import { earliestAfter } from "./clocks/judge-clock.ts";
import { type ClockPlan, judgeLead } from "./clocks/judge-lead.ts";
import type { Judged } from "./clocks/judged.ts";
import type { Amended } from "./clocks/lead-view.ts";
import { changesOf, nextChange } from "./clocks/next-change.ts";
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
import type { ExpressionPlan } from "./plan/expression-plan.ts";
import type { LeadFacts, RecordIssue } from "./records/facts.ts";
import type { LeadReading } from "./records/lead-reader.ts";
import type { Verdict } from "./verdict.ts";

/** A lead whose record could not be read. */
export type InvalidLead = Extract<LeadReading, { ok: false }>;

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

/** A verdict with what it was reached from; the context is null where the record is invalid. */
export interface Judgement {
  readonly verdict: Verdict;
  readonly context: Context | null;
  readonly judged: readonly Judged[];
  /** When anything beside the clocks can change next. */
  readonly nextBeside: number | null;
}

/** Judges a lead whose facts were read, in order of time. `amended` tells of clocks that moved to these terms. */
export type LeadJudge = (facts: LeadFacts, at: number, amended?: Amended | null) => Judgement;

/** Judges leads whose facts were read, in order of time, by compiled commitments and everything that they stand on. */
export function createLeadJudge(clocks: ClockPlan): LeadJudge {
  const { plan } = clocks;
  const changes = changesOf(plan);
  const asksStatuses = referencesOf(plan.policy, classification(plan.policy)).commitments.size > 0;
  return (given, at, amended = null) => {
    const { facts, clocks: judged } = judgeLead(clocks, given, at, amended);
    const statuses = asksStatuses ? statusesOf(judged.map(({ verdict }) => verdict)) : null;
    const context: Context = { facts, at, knownAt: at, occurrence: null, statuses, missing: null };
    const nextBeside = nextChange(changes, context);
    const next = earliestAfter(at, [nextBeside, ...judged.map((clock) => clock.next)]);
    return { verdict: verdictOf(plan, context, judged, next), context, judged, nextBeside };
  };
}

export function explanationOf(plan: ExpressionPlan, { verdict, context, judged }: Judgement): Explanation {
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

/** What could not be judged, each once. */
export function issuesOf(judged: readonly Judged[]): readonly RecordIssue[] {
  const messages = new Set(judged.map(({ issue }) => issue).filter((issue) => issue !== null));
  return [...messages].map((message) => ({ field: null, column: null, message }));
}

/** The judgement on a lead whose record could not be read. */
export function unreadable(lead: InvalidLead, at: number): Judgement {
  return { verdict: unjudged(lead, at), context: null, judged: [], nextBeside: null };
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
