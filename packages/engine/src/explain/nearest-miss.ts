import type { Expression, Stage } from "@entente/ir";
import type { Context } from "../plan/context.ts";
import { collectMissing } from "../plan/missing-fields.ts";
import type { Scope } from "../plan/scope.ts";
import { explainCondition } from "./explain-condition.ts";
import { humanInstant } from "./human-value.ts";
import { leafValues } from "./leaf-values.ts";
import { isMissing, shortfall } from "./shortfall.ts";

/** What stands between a lead and a stage. */
export interface NearestMiss {
  readonly stage: string;
  /** One sentence: `MQL but for: employees is missing`. */
  readonly text: string;
  /** Each thing that is in the way, in the contract's words with the values found. */
  readonly lacking: readonly string[];
  /** Missing fields that would decide. */
  readonly missing: readonly string[];
}

/** The nearest misses: those of the stages right after the current one, or of the entry stages where there is none. */
export function nearestMisses(plan: Scope, context: Context): NearestMiss[] {
  const current = plan.judge.currentStage(context);
  return plan.policy.stages
    .filter(({ after }) => (current === null ? after.length === 0 : after.includes(current)))
    .map((stage) => nearestMiss(plan, stage, context))
    .filter((miss) => miss !== null);
}

/** What keeps the lead from being at a stage at the context's instant; null where it is. */
export function nearestMiss(plan: Scope, stage: Stage, context: Context): NearestMiss | null {
  const { held } = plan.judge.stage(stage.name, context);
  if (held === true) return null;
  const conditions = shortOfConditions(plan, stage, context);
  const lacking = [...new Set([...conditions, ...shortOfInstant(plan, stage, context)])];
  const all = lacking.length > 0 ? lacking : shortOfPredecessors(plan, stage, context);
  return {
    stage: stage.name,
    text: `${stage.name} but for: ${all.join("; ")}`,
    lacking: all,
    missing: missingFields(plan, stage, context),
  };
}

function shortOfConditions(plan: Scope, stage: Stage, context: Context): string[] {
  const when = stage.when === null ? [] : shortfall(explainCondition(plan, stage.when, context));
  if (stage.unless === null) return when;
  const unless = explainCondition(plan, stage.unless, context);
  if (unless.truth === "false") return when;
  if (unless.truth === "unknown" && unless.missing.length > 0) return [...when, isMissing(unless.missing)];
  const values = leafValues(plan, stage.unless, context);
  return [...when, `unless ${unless.text}${values.length === 0 ? "" : ` (${values.join(", ")})`}`];
}

/** Where `at` gives no instant, or one that is yet to come. */
function shortOfInstant(plan: Scope, stage: Stage, context: Context): string[] {
  if (stage.at === null) return [];
  const cell = plan.term(stage.at)(context);
  if (typeof cell !== "number") return leafValues(plan, stage.at, context);
  return cell > context.at ? [`it is reached only on ${humanInstant(plan.zone, cell)}`] : [];
}

function shortOfPredecessors(plan: Scope, { after }: Stage, context: Context): string[] {
  const open = after.filter((name) => plan.judge.stage(name, context).held !== true);
  return [`it comes after ${(open.length > 0 ? open : after).join(" or ")}`];
}

function missingFields(plan: Scope, stage: Stage, context: Context): string[] {
  const found = new Set<string>();
  const nodes: (Expression | null)[] = [stage.when, stage.unless, stage.at];
  for (const node of nodes) if (node !== null) collectMissing(plan, node, context, found);
  return [...found];
}
