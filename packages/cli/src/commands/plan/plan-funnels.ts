import { carryForward, monthAt, planFunnel, planTerm, solveFunnel, suppose } from "@entente/engine";
import type { Funnel, Policy } from "@entente/ir";
import type { PlannedFunnel } from "../../output/planned-funnel.ts";
import { InvocationError } from "../invocation-error.ts";
import type { PlanRequest } from "./plan-request.ts";

/** A funnel that lacks what its sum needs. */
export interface UnplannedFunnel {
  readonly funnel: Funnel;
  readonly problem: string;
}

/**
 * Plans the funnels that were asked for. What a contract lacks for a sum is told funnel by funnel.
 *
 * @throws InvocationError where what was given on the command line does not fit the funnel
 */
export function planFunnels(
  policy: Policy,
  request: PlanRequest,
): { readonly planned: readonly PlannedFunnel[]; readonly unplanned: readonly UnplannedFunnel[] } {
  const planned: PlannedFunnel[] = [];
  const unplanned: UnplannedFunnel[] = [];
  for (const { name } of request.funnels) {
    const supposed = withGiven(policy, name, request);
    const funnel = supposed.funnels.find((one) => one.name === name);
    if (funnel === undefined) continue;
    try {
      planned.push({ ...backward(supposed, funnel, request), ...asked(supposed, funnel, request) });
    } catch (error) {
      if (!(error instanceof RangeError)) throw error;
      unplanned.push({ funnel, problem: error.message });
    }
  }
  return { planned, unplanned };
}

function withGiven(policy: Policy, name: string, { given }: PlanRequest): Policy {
  return given === null ? policy : fitting(() => suppose(policy, name, given));
}

function backward(
  policy: Policy,
  funnel: Funnel,
  { on }: PlanRequest,
): Pick<PlannedFunnel, "funnel" | "plan" | "term" | "month"> {
  if (funnel.quota === null) return { funnel, plan: null, term: null, month: null };
  const plan = planFunnel(policy, funnel.name, on);
  const { unit, business } = plan.every;
  const term = unit === "hour" || business ? null : planTerm(policy, funnel.name, on);
  return { funnel, plan, term, month: term === null ? null : (monthAt(term, plan.on) ?? null) };
}

function asked(
  policy: Policy,
  { name }: Funnel,
  { leads, unknown, on }: PlanRequest,
): Pick<PlannedFunnel, "flow" | "solution"> {
  return fitting(() => ({
    flow: leads === null ? null : carryForward(policy, name, leads, on),
    solution: unknown === null ? null : solveFunnel(policy, name, unknown, leads, on),
  }));
}

/** What does not fit was said on the command line, not in the contract. */
function fitting<T>(work: () => T): T {
  try {
    return work();
  } catch (error) {
    if (error instanceof RangeError) throw new InvocationError(error.message);
    throw error;
  }
}
