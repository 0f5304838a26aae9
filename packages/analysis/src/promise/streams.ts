import { type FunnelPlan, planFunnel, planTerm, type TermPlan } from "@entente/engine";
import type { Expression, Funnel, Policy } from "@entente/ir";
import type { NotProved } from "../finding.ts";

/** A funnel with its plan over the term. */
export interface PlannedStream {
  readonly funnel: Funnel;
  readonly term: TermPlan;
}

/** A revenue stream: any one of these funnels carries it. */
export type Stream = readonly [PlannedStream, ...PlannedStream[]];

/** The streams of a policy, each with its alternatives. A funnel whose sum cannot be done is left out. */
export function streamsOf(policy: Policy): readonly Stream[] {
  const planned = policy.funnels.flatMap((funnel) => plannedStream(policy, funnel));
  return planned
    .filter(({ funnel }) => funnel.alternativeTo === null)
    .map((one) => [one, ...planned.filter(({ funnel }) => funnel.alternativeTo === one.funnel.name)]);
}

function plannedStream(policy: Policy, funnel: Funnel): readonly PlannedStream[] {
  const term = orNull(() => planTerm(policy, funnel.name));
  return term === null ? [] : [{ funnel, term }];
}

/** The funnels with a quota whose sum cannot be done, so that nothing is known of what they need. */
export function unplanned(policy: Policy): readonly NotProved[] {
  return policy.funnels.flatMap(({ name, quota }) => {
    if (quota === null) return [];
    try {
      planTerm(policy, name);
      return [];
    } catch (error) {
      if (!(error instanceof RangeError)) throw error;
      const reason = error.message.replace(/\.$/, "");
      return [{ question: `that \`${name}\` can be kept`, reason, span: quota.value.span }];
    }
  });
}

/** The plan of a funnel with the values of a date; null where its sum cannot be done. */
export function planOn(policy: Policy, { name }: Funnel, on: string): FunnelPlan | null {
  return orNull(() => planFunnel(policy, name, on));
}

/** What an engine sum gives; null where the contract does not say enough for it. */
export function orNull<T>(sum: () => T): T | null {
  try {
    return sum();
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}

/**
 * The streams that a goal speaks of: all without a `where`; with one, the funnel for just those leads. Null where that
 * cannot be said, so nothing can be compared.
 */
export function streamsFor(streams: readonly Stream[], where: Expression | null): readonly Stream[] | null {
  if (where === null) return streams;
  const asked = meaning(where);
  const own = streams
    .flat()
    .filter(({ funnel }) => funnel.appliesTo !== null && meaning(funnel.appliesTo) === asked);
  return own.length === 0 ? null : own.map((one) => [one]);
}

/** A condition without the places that it stands at. */
function meaning(condition: Expression): string {
  return JSON.stringify(condition, (key, value: unknown) => (key === "span" ? undefined : value));
}
