import { addDuration, assertNever, type Goal, type GoalWindow, type Period, type Zone } from "@entente/ir";
import type { Term } from "../clocks/term.ts";
import { periodOf, type Stretch } from "../limits/period-of.ts";

type Target = Goal["targets"][number];

/** A window of a target that has begun. Instants are epoch milliseconds. */
export interface GoalPeriod {
  readonly window: Stretch;
  /** The period that the contract's words mean; longer than the window where the term or a later start cuts it. */
  readonly whole: Stretch;
}

/** What windows are counted by. */
export interface PeriodScope {
  readonly zone: Zone;
  /** The term of the agreement. */
  readonly term: Term;
  /** Its first date, which periods of several units are counted from; null where it has none. */
  readonly anchor: string | null;
  /** The stretch whose zone rules and holidays the policy knows. */
  readonly known: Stretch;
  /** The as-of instant. */
  readonly at: number;
}

/**
 * The windows of one target that have begun by the as-of instant, in order of time (language, section 10). Windows
 * are half-open, lie within the agreement's term and what the policy's calendars know, and begin at its first
 * instant where it has no term.
 */
export function periodsOf(scope: PeriodScope, targets: readonly Target[], target: Target): GoalPeriod[] {
  const { window } = target;
  const begins = Math.max(scope.term.from, scope.known.from);
  switch (window.kind) {
    case "every": {
      const from = target.from === null ? begins : Math.max(begins, scope.zone.instantOf(target.from, 0));
      return recurring(scope, window.period, from, target.from ?? scope.anchor);
    }
    case "in":
      return single(scope, yearOf(scope.zone, window.year));
    case "by":
      return milestone(scope, targets, target, window, begins);
    case "last":
      return rolling(scope, window);
    default:
      return assertNever(window);
  }
}

/** The first instant that no window may lie beyond: the end of the term, or of what the calendars know. */
export function endOfWindows({ term, known }: PeriodScope): number {
  return Math.min(term.to, known.to);
}

/** Says that a window of a target that has begun ends beyond what the policy's calendars know; null where none does. */
export function periodBeyond(scope: PeriodScope, { window }: Target): string | null {
  const { zone, known } = scope;
  if (endOfLast(scope, window) <= known.to) return null;
  const until = zone.localDate(known.to - 1);
  return `its windows are known up to ${until} only, the last day of the policy's calendars: compile the contract again`;
}

/** When the window ends that the as-of instant lies in, or the last one of the term. */
function endOfLast({ zone, term, at, anchor }: PeriodScope, window: GoalWindow): number {
  const last = Math.min(at, term.to - 1);
  switch (window.kind) {
    case "every":
      return Math.min(periodOf(zone, window.period, anchor, last).to, term.to);
    case "in":
      return Math.min(yearOf(zone, window.year).to, term.to);
    case "by":
      return Math.min(zone.instantOf(window.date, 24 * 60), term.to);
    case "last":
      return last;
    default:
      return assertNever(window);
  }
}

function recurring(scope: PeriodScope, period: Period, from: number, anchor: string | null): GoalPeriod[] {
  const end = endOfWindows(scope);
  const periods: GoalPeriod[] = [];
  for (let start = from; start <= scope.at && start < end; ) {
    const whole = periodOf(scope.zone, period, anchor, start);
    const window = { from: Math.max(whole.from, from), to: Math.min(whole.to, scope.term.to) };
    if (window.to > scope.known.to) break;
    if (window.from < window.to) periods.push({ window, whole });
    start = Math.max(whole.to, start + 1);
  }
  return periods;
}

/** A window that the contract names once: what it promises is promised for what lies in the term. */
function single({ term, known, at }: PeriodScope, stretch: Stretch): GoalPeriod[] {
  const window = { from: Math.max(stretch.from, term.from), to: Math.min(stretch.to, term.to) };
  if (window.from >= window.to || window.from > at || window.to > known.to) return [];
  return [{ window, whole: window }];
}

/** From the end of the milestone before it, or the beginning, to the end of its date, at the latest of the term. */
function milestone(
  scope: PeriodScope,
  targets: readonly Target[],
  target: Target,
  { date }: Extract<GoalWindow, { kind: "by" }>,
  begins: number,
): GoalPeriod[] {
  const earlier = targets.flatMap(({ window, bound }) =>
    window.kind === "by" && bound === target.bound && window.date < date ? [window.date] : [],
  );
  const endOf = (day: string): number => scope.zone.instantOf(day, 24 * 60);
  const from = Math.max(begins, ...earlier.map(endOf));
  const window = { from, to: Math.min(endOf(date), scope.term.to) };
  if (window.from >= window.to || window.from > scope.at || window.to > scope.known.to) return [];
  return [{ window, whole: window }];
}

function rolling(scope: PeriodScope, { duration }: Extract<GoalWindow, { kind: "last" }>): GoalPeriod[] {
  const { zone, term, known } = scope;
  const to = Math.min(scope.at, endOfWindows(scope));
  const whole = {
    from: addDuration(zone, to, { ...duration, amount: -duration.amount, business: false }),
    to,
  };
  const window = { from: Math.max(whole.from, term.from, known.from), to };
  return window.from < window.to ? [{ window, whole }] : [];
}

function yearOf(zone: Zone, year: number): Stretch {
  const first = (which: number): number => zone.instantOf(`${String(which).padStart(4, "0")}-01-01`, 0);
  return { from: first(year), to: first(year + 1) };
}
