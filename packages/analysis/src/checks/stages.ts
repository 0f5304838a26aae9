import type { Expression, Stage } from "@entente/ir";
import { decide } from "../decide/decide.ts";
import type { Analysis } from "../finding.ts";
import { FALSE, TRUE } from "../logic/truth-set.ts";
import type { Model } from "../model.ts";
import { found, nothingFound, openQuestion, together } from "./result.ts";
import { headOf } from "./words.ts";

/**
 * Stages that no lead can reach although their `when` can hold. A stage that is only cut off by one before it has
 * no finding of its own.
 */
export function checkStages(model: Model): Analysis {
  const dead = new Set<string>();
  return together(
    model.policy.stages.map((stage) => {
      const cutOff = stage.after.length > 0 && stage.after.every((name) => dead.has(name));
      const result = cutOff ? nothingFound : checkStage(model, stage);
      if (cutOff || result.findings.length > 0 || neverHolds(model, stage)) dead.add(stage.name);
      return result;
    }),
  );
}

function checkStage(model: Model, stage: Stage): Analysis {
  if (neverHolds(model, stage)) return nothingFound;
  const span = headOf(model, stage.span);
  const condition: Expression = { kind: "stageReached", stage: stage.name, span };
  const decision = decide(model, { wanted: [{ condition, truths: TRUE }], event: null });
  if (decision.kind !== "none")
    return openQuestion(decision, `that a lead can reach \`${stage.name}\``, span);
  const why = whyUnreachable(model, stage);
  return found({
    id: "analysis/unreachable",
    severity: "warning",
    span,
    message: `no lead can reach \`${stage.name}\`: ${why}`,
    label: "never reached",
    witness: null,
  });
}

/** Whether `when` alone never holds: a finding at the condition. */
function neverHolds(model: Model, { when }: Stage): boolean {
  if (when === null) return false;
  return decide(model, { wanted: [{ condition: when, truths: TRUE }], event: null }).kind === "none";
}

function whyUnreachable(model: Model, { when, unless, after }: Stage): string {
  const own = [
    ...(when === null ? [] : [{ condition: when, truths: TRUE }]),
    ...(unless === null ? [] : [{ condition: unless, truths: FALSE }]),
  ];
  if (decide(model, { wanted: own, event: null }).kind === "none")
    return "`unless` holds whenever `when` does";
  if (after.length === 0) return "nothing gives it an instant where its condition holds";
  return "its condition excludes that of every stage before it";
}
