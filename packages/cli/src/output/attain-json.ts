import {
  type Attainment,
  type Exact,
  type FunnelActuals,
  type GoalAttainment,
  type GoalWindowAttainment,
  isBehind,
  type MissedRun,
  type RewardPeriod,
} from "@entente/engine";
import type { Policy } from "@entente/ir";
import { actionWords } from "./action-words.ts";
import { figureDecimal, ratioDecimal } from "./attain-figures.ts";
import { forecastJson } from "./attain-forecast.ts";
import { isoInstant } from "./verdict-json.ts";

type Json = Readonly<Record<string, unknown>>;

/**
 * What `sla attain --format json` prints; `docs/schemas/attainment.schema.json` describes it. Figures are decimal texts with at
 * most six digits after the point: money in the currency's own unit, a percentage as its number. Instants are UTC.
 */
export function attainJson(policy: Policy, attainment: Attainment): Json {
  return {
    version: 1,
    at: isoInstant(attainment.at),
    leads: attainment.leads,
    goals: attainment.goals.map((goal) => goalJson(goal, policy)),
    rewards: attainment.rewards.map(rewardJson),
    cancellations: attainment.cancellations.map(({ goal, needed, run, metAt }) => ({
      goal,
      needed,
      run,
      metAt: isoOrNull(metAt),
    })),
    reviews: attainment.reviews.map(({ status, due, held, next }) => ({
      status,
      due: isoOrNull(due),
      held: isoOrNull(held),
      next: isoOrNull(next),
    })),
    funnels: attainment.funnels.map(funnelJson),
    issues: attainment.issues,
  };
}

function goalJson(goal: GoalAttainment, policy: Policy): Json {
  const { currency } = policy.agreement;
  const { goal: name, parties, measure, unit, counting, per, baseline, tolerance, ladder } = goal;
  return {
    goal: name,
    parties,
    measure,
    unit,
    currency: unit === "money" ? currency : null,
    counting,
    per,
    baseline: baseline === null ? null : figureDecimal(goal, baseline, currency),
    tolerance,
    ladder,
    windows: goal.windows.map((window) => windowJson(goal, window, policy)),
    runs: goal.runs.map(runJson),
  };
}

function windowJson(goal: GoalAttainment, window: GoalWindowAttainment, policy: Policy): Json {
  const decimal = (value: Exact | null): string | null =>
    value === null ? null : figureDecimal(goal, value, policy.agreement.currency);
  const { target, bound, per, settles, status, attainment, counted, of, open, unknown, remaining } = window;
  return {
    target,
    bound,
    per,
    from: isoInstant(window.window.from),
    to: isoInstant(window.window.to),
    settles: isoInstant(settles),
    status,
    behind: isBehind(goal, window),
    goal: decimal(window.goal),
    actual: decimal(window.actual),
    attainment: attainment === null ? null : ratioDecimal(attainment),
    counted,
    of,
    open,
    unknown,
    pace: decimal(window.pace),
    gap: decimal(window.gap),
    projected: decimal(window.projected),
    remaining: remaining === null ? null : { days: remaining.days, needed: decimal(remaining.needed) },
    forecast: forecastJson(policy, goal, window),
    days: window.days.map(({ date, working, pace, actual }) => ({
      date,
      working,
      pace: decimal(pace),
      actual: decimal(actual),
    })),
  };
}

function runJson({ target, per, since, until, missed, steps }: MissedRun): Json {
  return {
    target,
    per,
    since: isoInstant(since),
    until: isoOrNull(until),
    missed,
    steps: steps.map(({ ladder, step, at, actions }) => ({
      ladder,
      step,
      at: isoInstant(at),
      actions: actions.map(actionWords),
    })),
  };
}

function rewardJson({ reward, period, status, lacking, to }: RewardPeriod): Json {
  return {
    reward,
    from: isoInstant(period.from),
    to: isoInstant(period.to),
    status,
    lacking,
    recipients: to,
  };
}

function funnelJson({ funnel, stages, steps }: FunnelActuals): Json {
  return {
    funnel,
    stages,
    steps: steps.map(({ from, to, came, of, actual, agreed }) => ({
      from,
      to,
      came,
      of,
      actual: actual === null ? null : ratioDecimal(actual),
      agreed: ratioDecimal(agreed),
    })),
  };
}

function isoOrNull(at: number | null): string | null {
  return at === null ? null : isoInstant(at);
}
