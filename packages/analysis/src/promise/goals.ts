import {
  countWords,
  type DateSpan,
  type Exact,
  exactAmount,
  moneyWords,
  monthsIn,
  monthsPer,
  type PlanMonth,
  sumWords,
} from "@entente/engine";
import type { Goal, Period } from "@entente/ir";
import type { Finding } from "../finding.ts";
import type { Model } from "../model.ts";
import { type Counted, countedBy } from "./goal-demand.ts";
import { windowsOf } from "./goal-windows.ts";
import { promiseFinding } from "./promise-finding.ts";
import { orNull, type PlannedStream, planOn, type Stream, streamsFor } from "./streams.ts";

/** One window in which a goal, fully met, still leaves the quota short. */
interface Shortfall {
  readonly target: Goal["targets"][number];
  readonly window: DateSpan;
  readonly asked: Exact;
  readonly needed: Exact;
  /** The funnels that need it, each the least demanding of its alternatives. */
  readonly demands: readonly Demand[];
}

/** What a funnel needs in a window. */
interface Demand {
  readonly stream: PlannedStream;
  readonly amount: Exact;
  /** The months of its plan that fall into the window. */
  readonly months: readonly PlanMonth[];
}

/**
 * Goals that can be met in full while the quota cannot: fewer leads or less revenue than the funnels need in the same
 * window. Where funnels are alternatives, the goal is held against the one that needs least; a tolerance is left out.
 */
export function checkGoalAmounts(model: Model, streams: readonly Stream[]): readonly Finding[] {
  return model.policy.goals.flatMap((goal) => {
    const counted = countedBy(model.policy, goal);
    const own = streamsFor(streams, goal.measure.where);
    if (counted === null || own === null || own.length === 0) return [];
    const short = goal.targets.flatMap((target) => shortfallsOf(goal, target, counted, own));
    const [first] = short;
    return first === undefined ? [] : [findingOf(model, goal, counted, first, short.length)];
  });
}

function shortfallsOf(
  goal: Goal,
  target: Goal["targets"][number],
  counted: Counted,
  streams: readonly Stream[],
): readonly Shortfall[] {
  const term = streams[0]?.[0].term.term;
  if (target.bound !== "atLeast" || term === undefined) return [];
  const asking = windowsOf(goal, target, term).flatMap((window) => {
    const asked = orNull(() => exactAmount(target.value, window.from));
    return asked === null ? [] : [{ window, asked }];
  });
  return (isFinerThanQuota(asking, streams) ? inAll(asking) : asking).flatMap(({ window, asked }) => {
    const least = streams.flatMap((stream) => leastDemand(counted, stream, window) ?? []);
    const [first, ...others] = least;
    if (first === undefined) return [];
    const needed = others.reduce((sum, { amount }) => sum.add(amount), first.amount);
    if (asked.compare(needed) >= 0) return [];
    return [{ target, window, asked, needed, demands: least }];
  });
}

/** What a goal asks for in a window. */
interface Asking {
  readonly window: DateSpan;
  readonly asked: Exact;
}

/** Whether a quota spans several windows of the goal: which of them brings how much of it is then for the goal to say. */
function isFinerThanQuota([first]: readonly Asking[], streams: readonly Stream[]): boolean {
  if (first === undefined) return false;
  const months = monthsIn(first.window);
  return streams.flat().some(({ funnel }) => {
    const every = funnel.quota?.every;
    return every !== undefined && months.compare(monthsOf(every)) < 0;
  });
}

function monthsOf({ unit, count }: Period): number {
  return unit === "month" || unit === "quarter" || unit === "year" ? monthsPer(unit) * count : 0;
}

/** All windows as one; they follow one another. */
function inAll(asking: readonly Asking[]): readonly Asking[] {
  const [first, last] = [asking[0], asking.at(-1)];
  if (first === undefined || last === undefined) return [];
  const asked = asking.slice(1).reduce((sum, one) => sum.add(one.asked), first.asked);
  return [{ window: { from: first.window.from, to: last.window.to }, asked }];
}

/** What the least demanding of some alternatives needs in a window; null where they need nothing of the kind. */
function leastDemand(counted: Counted, stream: Stream, window: DateSpan): Demand | null {
  const demands = stream.flatMap((one) => {
    const months = one.term.months.filter((month) => {
      const { from, to } = counted.during(one, month);
      return from >= window.from && to <= window.to;
    });
    const [first, ...others] = months.flatMap((month) => counted.of(one, month) ?? []);
    if (first === undefined) return [];
    return [{ stream: one, months, amount: others.reduce((sum, amount) => sum.add(amount), first) }];
  });
  // An alternative that says nothing of it could carry the quota without: nothing can be held against the goal.
  if (demands.length < stream.length) return null;
  return demands.reduce((least, one) => (one.amount.compare(least.amount) < 0 ? one : least));
}

function findingOf(
  model: Model,
  { name }: Goal,
  counted: Counted,
  { target, window, asked, needed, demands }: Shortfall,
  times: number,
): Finding {
  const { currency } = model.policy.agreement;
  const words = (amount: Exact): string =>
    counted.unit === "money" ? moneyWords(amount, currency) : `${countWords(amount.ceil())} ${counted.what}`;
  const names = demands.map(({ stream }) => `\`${stream.funnel.name}\``).join(" and ");
  const often = times === 1 ? "" : `, and so in ${times} windows`;
  return promiseFinding("promise/goal-below-quota", target.span, {
    message: `\`${name}\` can be met in full and the quota still be missed: it asks for ${words(asked)} from ${window.from} to ${window.to}, but ${names} ${demands.length === 1 ? "needs" : "need"} ${words(needed)}${often}`,
    label: `${words(needed.sub(asked))} short`,
    sum: [
      ...demands.flatMap((demand) => sumOf(model, demand, words, demands.length > 1)),
      `${words(needed)} needed - ${words(asked)} asked for = ${words(needed.sub(asked))} short`,
      "raise the goal, lower the quota, or agree on higher rates",
    ],
    related: demands.map(({ stream: { funnel } }) => ({
      span: funnel.quota?.value.span ?? funnel.span,
      label: "the quota that it is to carry",
    })),
  });
}

/** How the amount comes about: the sum of the first month, and that of all months where there are several. */
function sumOf(
  { policy }: Model,
  { stream, amount, months }: Demand,
  words: (amount: Exact) => string,
  named: boolean,
): readonly string[] {
  const [first] = months;
  const plan = first === undefined ? null : planOn(policy, stream.funnel, first.from);
  const lines = plan === null ? [] : [...sumWords(plan, policy.agreement.currency)];
  if (months.length > 1) lines.push(`in ${months.length} months of the plan: ${words(amount)}`);
  return named ? lines.map((line) => `${stream.funnel.name}: ${line}`) : lines;
}
