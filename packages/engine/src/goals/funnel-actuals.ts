import type { Funnel, Stage } from "@entente/ir";
import { Fraction } from "fraction.js";
import { exactAmount } from "../funnel/exact-amount.ts";
import type { Condition } from "../plan/expression-plan.ts";
import type { FunnelActuals, FunnelStepActuals } from "./attainment.ts";
import type { LeadLook } from "./lead-look.ts";
import type { GoalScope } from "./plan-goal.ts";

interface CountedStep {
  readonly from: string;
  readonly to: string;
  readonly agreed: Fraction;
  came: number;
  of: number;
}

/**
 * Counts what came through one funnel: leads for which its condition held when they reached its first stage, by stage
 * within the term, and for each step how many of those at its beginning have come to its end.
 */
export class FunnelBook {
  readonly #scope: GoalScope;
  readonly #funnel: Funnel;
  readonly #holds: Condition | null;
  readonly #steps: readonly CountedStep[];
  readonly #stages: Map<string, number>;

  /** @throws RangeError where a rate differs from lead to lead */
  constructor(scope: GoalScope, funnel: Funnel) {
    this.#scope = scope;
    this.#funnel = funnel;
    this.#holds = funnel.appliesTo === null ? null : scope.plan.condition(funnel.appliesTo);
    this.#steps = stepsOf(scope, funnel);
    const used = new Set(this.#steps.flatMap(({ from, to }) => [from, to]));
    const inOrder = scope.plan.policy.stages.toSorted((a, b) => a.rank - b.rank || a.order - b.order);
    this.#stages = new Map(inOrder.filter(({ name }) => used.has(name)).map(({ name }) => [name, 0]));
  }

  add(look: LeadLook): void {
    const { term } = this.#scope.periods;
    const reached = new Map<string, number>();
    for (const name of this.#stages.keys()) {
      const at = look.first({ kind: "stage", name })?.at;
      if (at !== undefined && term.includes(at)) reached.set(name, at);
    }
    if (reached.size === 0) return;
    if (this.#holds !== null && this.#holds(look.context(Math.min(...reached.values()))) !== true) return;
    for (const name of reached.keys()) this.#stages.set(name, (this.#stages.get(name) ?? 0) + 1);
    for (const step of this.#steps) {
      if (!reached.has(step.from)) continue;
      step.of += 1;
      if (look.first({ kind: "stage", name: step.to }) !== null) step.came += 1;
    }
  }

  finish(): FunnelActuals {
    return {
      funnel: this.#funnel.name,
      stages: [...this.#stages].map(([stage, leads]) => ({ stage, leads })),
      steps: this.#steps.map(actualsOf),
    };
  }
}

function actualsOf({ from, to, agreed, came, of }: CountedStep): FunnelStepActuals {
  return { from, to, came, of, actual: of === 0 ? null : new Fraction(came, of), agreed };
}

/** The steps with the rates in force at the as-of instant. */
function stepsOf({ plan, at, periods: { known } }: GoalScope, funnel: Funnel): CountedStep[] {
  const on = plan.zone.localDate(Math.min(Math.max(at, known.from), known.to));
  const written = funnel.rates.map(({ from, to, rate }) => ({
    from,
    to,
    agreed: exactAmount(rate, on),
    came: 0,
    of: 0,
  }));
  if (funnel.mix.length === 0) return written;
  const agreed = funnel.mix.reduce(
    (sum, { share, rate }) => sum.add(exactAmount(share, on).mul(exactAmount(rate, on))),
    new Fraction(0),
  );
  const { stages } = plan.policy;
  const to = written[0]?.from ?? funnel.quota?.stage ?? furthest(stages)?.name;
  const from = stages[0]?.name;
  if (from === undefined || to === undefined || from === to) return written;
  return [{ from, to, agreed, came: 0, of: 0 }, ...written];
}

function furthest(stages: readonly Stage[]): Stage | undefined {
  return stages.toSorted((a, b) => b.rank - a.rank || b.order - a.order)[0];
}
