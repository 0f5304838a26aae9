import { assertNever, type Measure } from "@entente/ir";
import type { ExpressionPlan } from "../plan/expression-plan.ts";
import { compileWorth, type WorthOf } from "./lead-worth.ts";
import { compileNarrowing } from "./narrowing.ts";
import type { Observe } from "./observation.ts";

/** `count|worth|points of leads reaching STAGE`: by the instant of the reach, at which the worth is read. */
export function observeReach(plan: ExpressionPlan, measure: Extract<Measure, { kind: "reach" }>): Observe {
  const { where, per } = compileNarrowing(plan, measure);
  const brings = amountOf(plan, measure);
  return (look, emit) => {
    const reached = look.first({ kind: "stage", name: measure.stage });
    if (reached === null) return;
    const { at } = reached;
    const counts = where(look, at);
    if (counts === false) return;
    const amount = counts === undefined ? null : brings(look.context(at));
    const common = { at, per: per(look, at) };
    emit(amount === null ? { ...common, kind: "unknown" } : { ...common, kind: "amount", amount });
  };
}

function amountOf(plan: ExpressionPlan, { what, stage }: Extract<Measure, { kind: "reach" }>): WorthOf {
  switch (what) {
    case "count":
      return () => 1;
    case "worth":
      return compileWorth(plan, "money", stage);
    case "points":
      return compileWorth(plan, "points", stage);
    default:
      return assertNever(what);
  }
}
