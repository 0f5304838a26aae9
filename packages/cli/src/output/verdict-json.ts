import type { ClockVerdict, DueStep, ScoreRange, Verdict, WorthAmount } from "@entente/engine";
import { actionWords } from "./action-words.ts";
import type { DecimalAmount } from "./money.ts";

/**
 * A verdict as `sla run --format jsonl` prints it. The order of the fields is part of the format. Instants are UTC
 * ISO strings with milliseconds, money a decimal string; a score is a number, or its two ends where they
 * differ (an open end is null). After the other fields a violation carries `overshoot`
 * and `reason`, and a clock that is unknown the `reason`.
 */
export function verdictJson(verdict: Verdict, amount: DecimalAmount): Readonly<Record<string, unknown>> {
  return {
    lead: verdict.lead,
    at: isoInstant(verdict.at),
    stage: verdict.stage,
    stages: verdict.stages.map(({ stage }) => stage),
    classes: verdict.classes,
    scores: Object.fromEntries(
      Object.entries(verdict.scores).map(([name, range]) => [name, scoreJson(range)]),
    ),
    worth: verdict.worth === null ? null : worthJson(verdict.worth, amount),
    clocks: verdict.clocks.map(clockJson),
    next: isoOrNull(verdict.next),
    issues: verdict.issues.map(({ field, column, message }) => ({ field, column, message })),
  };
}

/** An instant (epoch milliseconds) as a UTC ISO string with milliseconds. */
export function isoInstant(at: number): string {
  return new Date(at).toISOString();
}

/** Whether a clock is a violation. */
export function isViolation({ status }: ClockVerdict): boolean {
  return status === "late" || status === "breached";
}

function isoOrNull(at: number | null): string | null {
  return at === null ? null : isoInstant(at);
}

function scoreJson({ minimum, maximum }: ScoreRange): number | ScoreRange {
  return minimum === maximum ? minimum : { minimum, maximum };
}

function worthJson(worth: WorthAmount, amount: DecimalAmount): Readonly<Record<string, unknown>> {
  if (worth.unit === "points") return { points: worth.points };
  return { amount: amount(worth.minor, worth.currency), currency: worth.currency };
}

/** A clock as every format in JSON writes it. */
export function clockJson(clock: ClockVerdict): Readonly<Record<string, unknown>> {
  const { commitment, clause, party, owner, status, start, due, done, steps, overshoot, reasons } = clock;
  return {
    commitment,
    clause,
    party,
    owner,
    status,
    start: isoOrNull(start),
    due: isoOrNull(due),
    done: isoOrNull(done),
    steps: steps.map(stepJson),
    ...(clock.version === undefined ? {} : { version: clock.version }),
    ...(isViolation(clock) ? { overshoot } : {}),
    ...(isViolation(clock) || status === "unknown" ? { reason: reasons.join("; ") } : {}),
  };
}

function stepJson({ ladder, step, at, actions }: DueStep): Readonly<Record<string, unknown>> {
  return { ladder, step, at: isoInstant(at), actions: actions.map(actionWords) };
}
