import type { Expression, Measure } from "@entente/ir";
import type { Truth } from "../plan/context.ts";
import type { ExpressionPlan } from "../plan/expression-plan.ts";
import { ownerAt } from "../plan/owner-at.ts";
import type { Value } from "../records/facts.ts";
import type { LeadLook } from "./lead-look.ts";

/** `where` and `per` of a measure, read at the instant that counts. */
export interface Narrowing {
  where(look: LeadLook, at: number): Truth;
  per(look: LeadLook, at: number): Value | null;
}

export function compileNarrowing(plan: ExpressionPlan, { where, per }: Measure): Narrowing {
  const condition = where === null ? null : plan.condition(where);
  return {
    where: (look, at) => (condition === null ? true : condition(look.context(at))),
    per: compilePer(plan, per),
  };
}

/** `per owner` is whoever held the lead at the instant. A missing value is null. */
function compilePer(plan: ExpressionPlan, per: Expression | null): Narrowing["per"] {
  if (per === null) return () => null;
  if (per.kind === "field" && per.name === "owner") {
    return ({ facts, now }, at) => ownerAt(facts, at, plan.policy, now);
  }
  const value = plan.value(per);
  return (look, at) => {
    const result = value(look.context(at));
    return result.kind === "value" ? result.value : null;
  };
}
