import { assertNever, type Goal, invariant, type Measure } from "@entente/ir";
import type { Fraction } from "fraction.js";
import { addSpan, CannotJudgeError, type Reckoning } from "../clocks/reckoning.ts";
import type { ChooseReckoning } from "../clocks/reckoning-choice.ts";
import type { ExpressionPlan } from "../plan/expression-plan.ts";
import type { Value } from "../records/facts.ts";
import type { GoalUnit, TimeCounting } from "./attainment.ts";
import type { DayBook } from "./day-book.ts";
import { type Reckoner, reckonerOf } from "./figure.ts";
import type { Observe } from "./observation.ts";
import { observeCohort, observeSnapshot } from "./observe-rate.ts";
import { observeReach } from "./observe-reach.ts";
import { observeShare } from "./observe-share.ts";
import { observeSum } from "./observe-sum.ts";
import { observeTime } from "./observe-time.ts";
import { type GoalPeriod, type PeriodScope, periodsOf } from "./periods.ts";
import { targetValue, timeCounting } from "./target-value.ts";

/** What the goals of an agreement are counted by at an instant. */
export interface GoalScope {
  readonly plan: ExpressionPlan;
  /** The as-of instant, epoch milliseconds. */
  readonly at: number;
  /** The agreement's own zone and hours; those of nobody where they depend on the lead. */
  readonly reckoning: Reckoning;
  /** Whose hours count for one lead. */
  readonly hours: ChooseReckoning;
  readonly days: DayBook;
  readonly periods: PeriodScope;
}

/** One target of a goal, compiled for an as-of instant. */
export interface TargetPlan {
  readonly goal: Goal;
  /** Which of the goal's targets, from 0. */
  readonly target: number;
  readonly spec: Goal["targets"][number];
  readonly reckoner: Reckoner;
  /** Whether the figure is a sum over the window, so that it has a pace. */
  readonly adds: boolean;
  readonly counting: TimeCounting | null;
  readonly observe: Observe;
  /** The windows that have begun, in order of time. */
  readonly periods: readonly GoalPeriod[];
  /** When the verdict on a window is certain. */
  settles(period: GoalPeriod): number;
  /** The target of a window; null where `per` leaves it open. */
  goalIn(period: GoalPeriod, per: Value | null): Fraction | null;
}

/** @throws CannotJudgeError where `maturing` counts business time and there is no calendar, RangeError beyond its horizon */
export function planTargets(scope: GoalScope, goal: Goal): TargetPlan[] {
  return goal.targets.map((spec, target) => {
    const counting = goal.measure.kind === "time" ? timeCounting(scope.plan, spec.value) : null;
    const matures = maturityOf(scope, goal.measure);
    const periods = periodsOf(scope.periods, goal.targets, spec);
    for (const { window } of periods) matures(window.to); // what cannot be reckoned shows before any lead comes
    return {
      goal,
      target,
      spec,
      reckoner: reckonerOf(goal.measure),
      adds: addsUp(goal.measure),
      counting,
      observe: observerOf(scope, goal.measure, counting ?? "elapsed", matures),
      periods,
      settles: ({ window }) => matures(window.to),
      goalIn: (period, per) => goalIn(scope, goal, spec, period, per),
    };
  });
}

/** Where the measure stood before the agreement, as the contract says it; null where it does not. */
export function baselineOf({ plan }: GoalScope, goal: Goal): Fraction | null {
  if (goal.baseline === null) return null;
  const on = plan.policy.agreement.effective?.from ?? plan.policy.horizon.from;
  return targetValue(plan, goal.baseline, { on, per: null });
}

function maturityOf({ reckoning }: GoalScope, measure: Measure): (at: number) => number {
  if (measure.kind !== "rate" || measure.basis === "snapshot" || measure.maturing === null) return (at) => at;
  const { maturing } = measure;
  return (at) => addSpan(reckoning, at, maturing);
}

/** Leads may lie anywhere in time, and calendars end. */
function withinCalendars(matures: (at: number) => number): (at: number) => number | null {
  return (at) => {
    try {
      return matures(at);
    } catch (error) {
      if (error instanceof CannotJudgeError || error instanceof RangeError) return null;
      throw error;
    }
  };
}

function observerOf(
  { plan, hours }: GoalScope,
  measure: Measure,
  counting: TimeCounting,
  matures: (at: number) => number,
): Observe {
  switch (measure.kind) {
    case "reach":
      return observeReach(plan, measure);
    case "sum":
      return observeSum(plan, measure);
    case "rate":
      return measure.basis === "cohort"
        ? observeCohort(plan, measure, withinCalendars(matures))
        : observeSnapshot(plan, measure);
    case "time":
      return observeTime(plan, measure, counting, hours);
    case "share":
      return observeShare(plan, measure);
    default:
      return assertNever(measure);
  }
}

/**
 * The target of a window: of a dated value that in force on its first day, on the milestone's own date for `by`. A
 * recurring or rolling target whose window is cut is asked for in part, by working days, where its measure adds up.
 */
function goalIn(
  { plan, days }: GoalScope,
  goal: Goal,
  { value, window }: TargetPlan["spec"],
  period: GoalPeriod,
  per: Value | null,
): Fraction | null {
  const on = window.kind === "by" ? window.date : plan.zone.localDate(period.window.from);
  const by = goal.measure.per;
  const whole = targetValue(plan, value, { on, per: by === null ? null : { by, value: per } });
  return whole === null || !addsUp(goal.measure)
    ? whole
    : whole.mul(days.partOf(period.window, period.whole));
}

/** Whether the figures of parts of a window add up to that of the window. */
function addsUp({ kind }: Measure): boolean {
  return kind === "reach" || kind === "sum";
}

/** What the figures of a measure are in. */
export function unitOfGoal(
  { policy }: ExpressionPlan,
  measure: Measure,
  counting: TimeCounting | null,
): GoalUnit {
  switch (measure.kind) {
    case "reach":
      return ({ count: "leads", worth: "money", points: "points" } as const)[measure.what];
    case "rate":
    case "share":
      return "percent";
    case "time":
      return counting === "workingDays" ? "number" : "milliseconds";
    case "sum": {
      const event = policy.events.find(({ name }) => name === measure.event);
      const attribute = event?.attributes.find(({ name }) => name === measure.attribute);
      invariant(attribute !== undefined, `the policy has no attribute ${measure.event}.${measure.attribute}`);
      return attribute.type.kind === "money" ? "money" : "number";
    }
    default:
      return assertNever(measure);
  }
}
