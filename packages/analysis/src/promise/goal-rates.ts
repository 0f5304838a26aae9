import { type Exact, exactAmount, percentWords, planFunnel } from "@entente/engine";
import type { Funnel, Goal, Policy } from "@entente/ir";
import type { Finding } from "../finding.ts";
import type { Model } from "../model.ts";
import { promiseFinding } from "./promise-finding.ts";
import { stageOfMilepost } from "./stage-names.ts";
import { orNull, type Stream, streamsFor } from "./streams.ts";

/** What a funnel counts on between two stages. */
interface AgreedRate {
  readonly funnel: Funnel;
  readonly rate: Exact;
}

/**
 * Goals for a rate that stay below the one that the quota counts on, even in their highest target. With several
 * funnels, below the lowest of their rates: then no mix of them helps.
 */
export function checkGoalRates(model: Model, streams: readonly Stream[]): readonly Finding[] {
  return model.policy.goals.flatMap((goal) => {
    const agreed = lowestAgreed(model.policy, goal, streams);
    const highest = agreed === null ? null : highestTarget(goal, model.policy);
    if (agreed === null || highest === null || highest.rate.compare(agreed.rate) >= 0) return [];
    const [asked, counted] = [percentWords(highest.rate, 4), percentWords(agreed.rate, 4)];
    return [
      promiseFinding("promise/goal-below-quota", highest.target.span, {
        message: `\`${goal.name}\` can be met in full and the quota still be missed: it asks for ${asked}, but \`${agreed.funnel.name}\` counts on ${counted}`,
        label: `below ${counted}`,
        sum: [
          `at ${asked} instead of ${counted}, ${percentWords(highest.rate.div(agreed.rate))} of the quota comes in`,
          "raise the goal to the funnel's rate, or plan the funnel with the goal's rate",
        ],
        related: [{ span: agreed.funnel.span, label: "the quota that it is to carry" }].map(({ label }) => ({
          span: agreed.funnel.quota?.value.span ?? agreed.funnel.span,
          label,
        })),
      }),
    ];
  });
}

function lowestAgreed(policy: Policy, { measure }: Goal, streams: readonly Stream[]): AgreedRate | null {
  if (measure.kind !== "rate" || measure.per !== null) return null;
  const from = stageOfMilepost(policy, measure.from);
  const to = stageOfMilepost(policy, measure.to);
  const own = streamsFor(streams, measure.where);
  if (from === null || to === null || own === null) return null;
  const rates = own.flat().map(({ funnel }) => {
    const rate = rateBetween(policy, funnel, from, to);
    return rate === null ? null : { funnel, rate };
  });
  // A funnel that does not go from one to the other leaves open what its leads do.
  const known = rates.flatMap((one) => one ?? []);
  const [first, ...others] = known;
  if (first === undefined || known.length < rates.length) return null;
  return others.reduce((least, one) => (one.rate.compare(least.rate) < 0 ? one : least), first);
}

/** The product of a funnel's rates from one stage to another; null where it does not lead there. */
export function rateBetween(
  policy: Policy,
  { name }: Funnel,
  from: string,
  to: string,
  on?: string,
): Exact | null {
  const steps = orNull(() => planFunnel(policy, name, on).steps) ?? [];
  const start = steps.findIndex((step) => step.from === from);
  const end = steps.findIndex((step) => step.to === to);
  if (start < 0 || end < start) return null;
  const [first, ...others] = steps.slice(start, end + 1);
  return first === undefined ? null : others.reduce((product, { rate }) => product.mul(rate), first.rate);
}

function highestTarget(
  { targets }: Goal,
  policy: Policy,
): { readonly target: Goal["targets"][number]; readonly rate: Exact } | null {
  const on = policy.agreement.effective?.from ?? policy.horizon.from;
  const known = targets.flatMap((target) => {
    const rate = target.bound === "atLeast" ? orNull(() => exactAmount(target.value, on)) : null;
    return rate === null ? [] : [{ target, rate }];
  });
  const [first, ...others] = known;
  if (first === undefined || known.length < targets.length) return null;
  return others.reduce((highest, one) => (one.rate.compare(highest.rate) > 0 ? one : highest), first);
}
