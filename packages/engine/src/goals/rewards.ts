import type { Goal, Reward } from "@entente/ir";
import { periodOf, type Stretch } from "../limits/period-of.ts";
import type { GoalStatus, RewardPeriod } from "./attainment.ts";
import type { JudgedGoal } from "./judge-goal.ts";
import type { JudgedWindow } from "./judge-window.ts";
import { endOfWindows } from "./periods.ts";
import type { GoalScope } from "./plan-goal.ts";

/**
 * What was earned, by period since the term began. A goal counts with its targets for just that period (`every month`
 * for a month, `in 2020` for a year); a goal that is named and has none, with all its windows that end in the
 * period. `all goals` are those with such a target; they must be goals of every party.
 */
export function rewardPeriods(scope: GoalScope, goals: readonly JudgedGoal[]): RewardPeriod[] {
  return scope.plan.policy.rewards.flatMap((reward) =>
    periodsOfReward(scope, reward).flatMap((period) => {
      const asked =
        reward.goals === null ? goals : goals.filter(({ goal }) => reward.goals?.includes(goal.name));
      const relevant = asked
        .map((judged) => ({ judged, windows: windowsIn(judged, reward, period) }))
        .filter(({ windows }) => reward.goals !== null || windows.length > 0);
      if (relevant.every(({ windows }) => windows.length === 0)) return [];
      const absent =
        reward.goals === null
          ? partiesWithout(
              scope,
              relevant.map(({ judged }) => judged.goal),
            )
          : [];
      return [judgePeriod(reward, period, relevant, absent)];
    }),
  );
}

interface AskedGoal {
  readonly judged: JudgedGoal;
  readonly windows: readonly JudgedWindow[];
}

function periodsOfReward({ periods, plan }: GoalScope, { period }: Reward): Stretch[] {
  const every = { count: 1, unit: period, business: false } as const;
  const end = endOfWindows(periods);
  const found: Stretch[] = [];
  for (let at = Math.max(periods.term.from, periods.known.from); at <= periods.at && at < end; ) {
    const stretch = periodOf(plan.zone, every, null, at);
    found.push(stretch);
    at = stretch.to;
  }
  return found;
}

function windowsIn(
  { goal, windows }: JudgedGoal,
  { period, goals }: Reward,
  stretch: Stretch,
): JudgedWindow[] {
  const own = windows.filter(({ plan }) => isFor(plan.spec.window, period));
  if (goal.targets.some(({ window }) => isFor(window, period))) {
    return own.filter(({ period: { whole } }) => whole.from < stretch.to && whole.to > stretch.from);
  }
  if (goals === null) return [];
  return windows.filter(({ period: { window } }) => window.to > stretch.from && window.to <= stretch.to);
}

function isFor(window: Goal["targets"][number]["window"], period: Reward["period"]): boolean {
  if (window.kind === "in") return period === "year";
  return window.kind === "every" && window.period.unit === period && window.period.count === 1;
}

/** Parties of the agreement none of whose goals are asked for. */
function partiesWithout({ plan }: GoalScope, goals: readonly Goal[]): string[] {
  return plan.policy.agreement.between.filter(
    (party) => !goals.some(({ parties }) => parties.includes(party)),
  );
}

function judgePeriod(
  reward: Reward,
  period: Stretch,
  asked: readonly AskedGoal[],
  absent: readonly string[],
): RewardPeriod {
  const lacking = asked.filter(
    ({ windows }) => windows.length === 0 || windows.some(({ result }) => !reached(result.status)),
  );
  const statuses = asked.flatMap(({ windows }) => windows.map(({ result }) => result.status));
  const none = asked.some(({ windows }) => windows.length === 0);
  return {
    reward: reward.name,
    period,
    status: statusOf(statuses, none || absent.length > 0),
    lacking: [
      ...lacking.map(({ judged }) => judged.goal.name),
      ...absent.map((party) => `a goal of ${party}`),
    ],
    give: reward.give,
    to: reward.to,
    span: reward.span,
  };
}

/** Beyond its tolerance a target is reached, too. */
const reached = (status: GoalStatus): boolean => status === "met" || status === "over";

function statusOf(statuses: readonly GoalStatus[], impossible: boolean): RewardPeriod["status"] {
  if (impossible || statuses.includes("missed") || statuses.includes("unknown")) return "not earned";
  if (statuses.includes("running")) return "running";
  return statuses.includes("pending") ? "pending" : "earned";
}
