import { assertNever, type ClockStatus, type Measure } from "@entente/ir";
import type { ExpressionPlan } from "../plan/expression-plan.ts";
import { compileNarrowing } from "./narrowing.ts";
import type { Observation, Observe } from "./observation.ts";

/** `share of COMMITMENT met`: its clocks by the instant at which they are due; met over met, late and breached. */
export function observeShare(plan: ExpressionPlan, measure: Extract<Measure, { kind: "share" }>): Observe {
  const { where, per } = compileNarrowing(plan, measure);
  const { commitment, clause } = measure;
  return (look, emit) => {
    for (const verdict of look.promises()) {
      const { due, status } = verdict;
      if (verdict.commitment !== commitment || due === null) continue;
      if (clause !== null && verdict.clause !== clause && !verdict.clause.startsWith(`${clause}/`)) continue;
      const kind = sideOf(status);
      if (kind === null) continue;
      const read = Math.min(due, look.now);
      const counts = where(look, read);
      if (counts === false) continue;
      const common = { at: due, per: per(look, read) };
      emit(observed(common, counts === undefined ? "unknown" : kind));
    }
  };
}

type Side = "kept" | "missed" | "open" | "unknown";

function observed(common: Pick<Observation, "at" | "per">, side: Side): Observation {
  switch (side) {
    case "kept":
    case "missed":
      return { ...common, kind: "case", came: side === "kept", matures: common.at };
    case "open":
    case "unknown":
      return { ...common, kind: side };
    default:
      return assertNever(side);
  }
}

/** Null for clocks that are not about keeping the promise: not for this lead, excused, discharged. */
function sideOf(status: ClockStatus): Side | null {
  switch (status) {
    case "met":
      return "kept";
    case "late":
    case "breached":
      return "missed";
    case "running":
    case "at_risk":
    case "paused":
      return "open";
    case "unknown":
      return "unknown";
    case "waiting":
    case "inapplicable":
    case "excused":
    case "discharged":
      return null;
    default:
      return assertNever(status);
  }
}
