import type { Measure } from "@entente/ir";
import { isBy } from "../clocks/is-by.ts";
import type { ExpressionPlan } from "../plan/expression-plan.ts";
import { compileNarrowing } from "./narrowing.ts";
import type { Observe } from "./observation.ts";

type Rate = Extract<Measure, { kind: "rate" }>;

/**
 * `rate from A to B, maturing D`: the leads by the instant of their first A; they came through if B came at or after it, by
 * D later at the latest.
 *
 * @param matures the end of a lead's chance, epoch milliseconds, from its A; null where no calendar reaches that far
 */
export function observeCohort(
  plan: ExpressionPlan,
  measure: Rate,
  matures: (at: number) => number | null,
): Observe {
  const { where, per } = compileNarrowing(plan, measure);
  return (look, emit) => {
    const from = look.first(measure.from);
    if (from === null) return;
    const { at } = from;
    const counts = where(look, at);
    if (counts === false) return;
    const common = { at, per: per(look, at) };
    const end = counts === undefined ? null : matures(at);
    if (end === null) {
      emit({ ...common, kind: "unknown" });
      return;
    }
    const to = look.firstFrom(measure.to, from);
    emit({ ...common, kind: "case", came: to !== null && isBy(to.at, end), matures: end });
  };
}

/** `rate from A to B, snapshot`: first Bs over first As, each by its own instant. */
export function observeSnapshot(plan: ExpressionPlan, measure: Rate): Observe {
  const { where, per } = compileNarrowing(plan, measure);
  return (look, emit) => {
    for (const [kind, milepost] of [
      ["had", measure.from],
      ["came", measure.to],
    ] as const) {
      const passed = look.first(milepost);
      if (passed === null) continue;
      const counts = where(look, passed.at);
      if (counts === false) continue;
      emit({ at: passed.at, per: per(look, passed.at), kind: counts === undefined ? "unknown" : kind });
    }
  };
}
