import type { ClockStatus, Zone } from "@entente/ir";
import type { ClockVerdict, DueStep } from "../verdict.ts";
import { allowedMs } from "./allowance.ts";
import { clockReasons } from "./clock-words.ts";
import type { CommitmentPlan } from "./commitment-plan.ts";
import { type ExcuseFinding, findExcuse } from "./excuse.ts";
import { type ClockName, type Judged, unmeasured } from "./judged.ts";
import { ladderSteps } from "./ladder.ts";
import type { LeadView } from "./lead-view.ts";
import { measure } from "./measures.ts";
import type { Opening } from "./openings.ts";
import { CannotJudgeError } from "./reckoning.ts";
import { type ClockRun, countedUntil, endOf, runClock } from "./run-clock.ts";
import { shareOf } from "./share-of.ts";
import { isOverdue, isViolation, statusOf } from "./status.ts";
import { advance } from "./stopwatch.ts";
import { missingWords, type Strand } from "./strand.ts";

/** What judging a clock needs besides the lead. `excuseWords` gives the text of an excuse by its position. */
export interface Judging {
  readonly zone: Zone;
  readonly excuseWords: (plan: CommitmentPlan, index: number) => string;
}

/**
 * The verdict on the clock that an opening started. Nothing in the data makes it throw: what cannot be judged
 * has the status `unknown` and says why.
 */
export function judgeClock(
  judging: Judging,
  name: ClockName,
  strand: Strand,
  view: LeadView,
  opening: Opening,
): Judged {
  const owner = view.ownerAt(opening.start, opening.known);
  const start = opening.start;
  try {
    const { appliesTo } = name.plan;
    const applies = appliesTo === null ? true : appliesTo(view.context(start, opening.known));
    if (applies === false) {
      const verdict = unmeasured(name, "inapplicable", "the lead is not one that this is for", { owner });
      return settled(verdict, start);
    }
    if (applies === undefined) return settled(undecided(name, view, opening, owner), start);
    return judgeRun(judging, name, strand, runClock(name.plan, strand, view, opening), owner);
  } catch (error) {
    return cannotJudge(name, error, { owner, start });
  }
}

/** The verdict on a clock that a missing field or a calendar's end leaves open; every other error is passed on. */
export function cannotJudge(
  name: ClockName,
  error: unknown,
  parts: Partial<Pick<ClockVerdict, "owner" | "start">> = {},
): Judged {
  const opened = parts.start ?? null;
  if (error instanceof CannotJudgeError) {
    const verdict = unmeasured(name, "unknown", error.message, { ...parts, missing: error.missing });
    const issue = error.missing.length > 0 ? null : error.message;
    return { verdict, next: null, issue, opened, started: null };
  }
  if (error instanceof RangeError) {
    const verdict = unmeasured(name, "unknown", error.message, parts);
    return { verdict, next: null, issue: error.message, opened, started: null };
  }
  throw error;
}

function undecided(name: ClockName, view: LeadView, opening: Opening, owner: string | null): ClockVerdict {
  const missing = new Set<string>();
  name.plan.appliesTo?.(view.context(opening.start, opening.known, missing));
  const reason = `whether it applies is unknown: ${missingWords(missing, "whether it applies")}`;
  return unmeasured(name, "unknown", reason, { owner, start: opening.start, missing: [...missing] });
}

function settled(verdict: ClockVerdict, opened: number): Judged {
  return { verdict, next: null, issue: null, opened, started: null };
}

function judgeRun(
  judging: Judging,
  name: ClockName,
  strand: Strand,
  run: ClockRun,
  owner: string | null,
): Judged {
  const { query, due, answer, stop, pauses, allowance } = run;
  const { now } = query.view;
  const { start, known } = query.opening;
  let finding: ExcuseFinding = { excuse: "none", reason: null, missing: [] };
  const warn = warnAt(name, run);
  const status = statusOf({
    now,
    due,
    done: answer.done,
    stop,
    pauses,
    warn,
    immediate: strand.immediate,
    excuse: () => {
      const at = Math.min(due, now);
      const words = (index: number): string => judging.excuseWords(name.plan, index);
      finding = findExcuse(name.plan, query.view, at, Math.min(now, Math.max(at, known)), words);
      return finding.excuse;
    },
  });
  const end = countedUntil(run, status, strand.restarts);
  const steps = isOverdue({ now, due, immediate: strand.immediate })
    ? stepsOf(name, run, strand, status)
    : [];
  const verdict: ClockVerdict = {
    commitment: name.plan.commitment.name,
    clause: name.strand,
    party: name.clause.party,
    owner,
    status,
    start,
    due: due === Number.POSITIVE_INFINITY ? null : due,
    done: answer.done,
    stop,
    ...measure(query.reckoning, { status, start, end, due, allowance, pauses }),
    total: null,
    steps: steps.filter((step) => step.at <= now),
    missing: finding.missing,
    reasons: reasonsOf(judging, strand, run, status, finding),
    span: name.clause.span,
  };
  const next = nextOf(name, run, status, warn, steps);
  return { verdict, next, issue: null, opened: start, started: { name, strand, run } };
}

function stepsOf(name: ClockName, run: ClockRun, strand: Strand, status: ClockStatus): readonly DueStep[] {
  const { ladder } = name.plan;
  if (ladder === null || !isViolation(status)) return [];
  return ladderSteps(ladder, run.query.reckoning, run.due, endOf(run, strand.restarts));
}

function warnAt(name: ClockName, run: ClockRun): number | null {
  const { warnAt: percent } = name.plan.commitment;
  const { reckoning, opening } = run.query;
  if (percent === null || run.due === Number.POSITIVE_INFINITY) return null;
  const allowed = allowedMs(reckoning, opening.start, run.allowance, run.due, run.pauses);
  return advance(reckoning, run.allowance.counting, opening.start, shareOf(allowed, percent), run.pauses);
}

function reasonsOf(
  judging: Judging,
  strand: Strand,
  run: ClockRun,
  status: ClockStatus,
  finding: ExcuseFinding,
): readonly string[] {
  const words = clockReasons(judging.zone, {
    status,
    due: run.due,
    done: run.answer.done,
    stop: run.stop,
    wanting: strand.wanting(run.query, run.answer),
    immediate: strand.immediate,
    loggedLate: run.answer.loggedLate,
  });
  return finding.reason === null ? words : [finding.reason, ...words];
}

/** The deadline is inclusive, so what follows from it can be seen a millisecond later. */
function nextOf(
  name: ClockName,
  run: ClockRun,
  status: ClockStatus,
  warn: number | null,
  steps: readonly DueStep[],
): number | null {
  const { now } = run.query.view;
  const instants = steps.map((step) => step.at);
  if (status !== "met" && status !== "discharged" && now <= run.due) {
    instants.push(run.due + 1);
    if (warn !== null) instants.push(warn);
    for (const pause of run.pauses) instants.push(pause.from, pause.to);
    for (const waiver of name.plan.waivers) instants.push(waiver.term.from, waiver.term.to);
    name.plan.excuseBoundaries?.(run.query.view.context(now, now), (at) => instants.push(at));
  }
  return earliestAfter(now, instants);
}

/** The earliest finite instant after `now`. */
export function earliestAfter(now: number, instants: Iterable<number | null>): number | null {
  let earliest: number | null = null;
  for (const at of instants) {
    if (at === null || at <= now || !Number.isFinite(at)) continue;
    if (earliest === null || at < earliest) earliest = at;
  }
  return earliest;
}
