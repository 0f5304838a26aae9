import type { OfficeCalendar, Policy } from "@entente/ir";
import { allowedMs } from "../clocks/allowance.ts";
import type { Judged, StartedClock } from "../clocks/judged.ts";
import { withinHorizon } from "../clocks/measures.ts";
import { countedUntil } from "../clocks/run-clock.ts";
import { type Counting, countedBetween } from "../clocks/stopwatch.ts";
import { type EndCause, type EventTrace, endCause, type StartCause, startCause, traceOf } from "./causes.ts";
import { type WalkStretch, walkOf } from "./walk.ts";
import { walkWords } from "./walk-words.ts";

/** What the verdict on one clock rests on. Instants are epoch milliseconds. */
export interface ClockEvidence {
  readonly start: StartCause;
  /** Null while the clock is open. */
  readonly ended: EndCause | null;
  /** The events that count towards what was promised, also where some are wanting. */
  readonly counted: readonly EventTrace[];
  /** The zone of the wall clock, and the calendar (null without one), by which the clock counts. */
  readonly timeZone: string;
  readonly calendar: string | null;
  /** Whether all time counts, or only that in which the calendar is open. */
  readonly counting: Counting;
  /** The time that the clock gives, what of it is used by its end or by now, and what is left. Null past the horizon. */
  readonly allowedMs: number | null;
  readonly usedMs: number | null;
  readonly leftMs: number | null;
  /** From the start to the deadline. */
  readonly walk: readonly WalkStretch[];
  /** The walk as one line, in `timeZone`. */
  readonly summary: string;
}

/** A clock of a verdict with its evidence; null where it did not start, or could not be judged. */
export interface ClockExplanation {
  readonly commitment: string;
  readonly clause: string;
  readonly evidence: ClockEvidence | null;
}

/** The evidence for judged clocks, in their order. Walking the calendar takes far longer than judging. */
export function explainClocks(policy: Policy, judged: readonly Judged[]): readonly ClockExplanation[] {
  return judged.map(({ verdict, started }) => ({
    commitment: verdict.commitment,
    clause: verdict.clause,
    evidence: started === null ? null : evidenceOf(policy, started, verdict.status),
  }));
}

function evidenceOf(
  policy: Policy,
  started: StartedClock,
  status: Judged["verdict"]["status"],
): ClockEvidence {
  const { run, strand } = started;
  const { reckoning, opening } = run.query;
  const { start } = opening;
  const { counting } = run.allowance;
  const walk = walkOf(started, officeOf(policy, reckoning.calendar?.name ?? null));
  const end = countedUntil(run, status, strand.restarts);
  const allowed = withinHorizon(() => allowedMs(reckoning, start, run.allowance, run.due, run.pauses));
  const used = withinHorizon(() => countedBetween(reckoning, counting, start, end, run.pauses));
  return {
    start: startCause(policy, started),
    ended: endCause(started),
    counted: run.answer.events.map(traceOf),
    timeZone: reckoning.zone.name,
    calendar: reckoning.calendar?.name ?? null,
    counting,
    allowedMs: allowed,
    usedMs: used,
    leftMs: allowed === null || used === null ? null : Math.max(0, allowed - used),
    walk,
    summary: walkWords(reckoning.zone, start, walk, run.due),
  };
}

function officeOf(policy: Policy, name: string | null): OfficeCalendar | null {
  const found = policy.calendars.find((one) => one.name === name);
  return found?.kind === "office" ? found : null;
}
