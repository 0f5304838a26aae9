import type { Expression } from "@entente/ir";
import type { JudgedLead, planClocks } from "../clocks/judge-lead.ts";
import type { Context } from "../plan/context.ts";
import type { ExpressionPlan } from "../plan/expression-plan.ts";
import { type ComparisonBoundary, comparisonBoundary } from "./comparison-boundary.ts";
import type { CoverageLedger } from "./ledger.ts";

/** Records what stands behind the names in a condition, which themselves are made of conditions. */
export interface NameObservers {
  score(recording: Recording, name: string, context: Context): void;
  class(recording: Recording, name: string, context: Context): void;
  stage(recording: Recording, name: string, context: Context): void;
  stages(recording: Recording, context: Context): void;
}

/** One test's lead, evaluated anew part by part to see what the test exercises. */
export interface Recording {
  readonly plan: ExpressionPlan;
  readonly ledger: CoverageLedger;
  readonly boundaries: Boundaries;
  readonly names: NameObservers;
  readonly clocks: ReturnType<typeof planClocks>;
  readonly judged: JudgedLead;
  /** The lead as of the test's instant, with the statuses of its clocks. */
  readonly context: Context;
  /** Commitments whose statuses were asked for on the way. */
  readonly asked: Set<string>;
  /** Says true the first time that a part is looked at in a context. */
  first(part: object, context: Context): boolean;
}

/** The boundaries of the conditions of a policy, each worked out once. */
export class Boundaries {
  readonly #plan: ExpressionPlan;
  readonly #known = new Map<Expression, ComparisonBoundary | null>();

  constructor(plan: ExpressionPlan) {
    this.#plan = plan;
  }

  of(node: Expression): ComparisonBoundary | null {
    const known = this.#known.get(node);
    if (known !== undefined) return known;
    const boundary = comparisonBoundary(this.#plan, node);
    this.#known.set(node, boundary);
    return boundary;
  }
}

/** Remembers what was looked at, for one test. */
export function firstLook(): Recording["first"] {
  const seen = new Map<object, Set<Context>>();
  return (part, context) => {
    const contexts = seen.get(part) ?? new Set<Context>();
    if (contexts.has(context)) return false;
    seen.set(part, contexts.add(context));
    return true;
  };
}
