import type { Measure } from "@entente/ir";
import type { ExpressionPlan } from "../plan/expression-plan.ts";
import { compileNarrowing } from "./narrowing.ts";
import type { Observe } from "./observation.ts";

/** `sum of EVENT.FIELD`: every occurrence, by its instant. */
export function observeSum(plan: ExpressionPlan, measure: Extract<Measure, { kind: "sum" }>): Observe {
  const { where, per } = compileNarrowing(plan, measure);
  return (look, emit) => {
    for (const { at, attributes } of look.occurrences(measure.event)) {
      const counts = where(look, at);
      if (counts === false) continue;
      const amount = counts === undefined ? undefined : attributes.get(measure.attribute);
      const common = { at, per: per(look, at) };
      if (typeof amount === "number") emit({ ...common, kind: "amount", amount });
      else emit({ ...common, kind: "unknown" });
    }
  };
}
