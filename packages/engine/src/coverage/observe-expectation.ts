import { assertNever, type Expectation } from "@entente/ir";
import type { LeadView } from "../clocks/lead-view.ts";
import {
  observeClass,
  observeScore,
  observeStage,
  observeStages,
  observeWorth,
} from "./observe-classification.ts";
import { observeCommitment } from "./observe-commitment.ts";
import { observeValue } from "./observe-condition.ts";
import { observeFunnel } from "./observe-funnel.ts";
import type { Recording } from "./recording.ts";

/** Records what the outcome of one `expect` line depends on. */
export function observeExpectation(recording: Recording, view: LeadView, expectation: Expectation): void {
  const { context, plan } = recording;
  switch (expectation.kind) {
    case "stage":
      return observeStages(recording, context);
    case "reached":
      return observeStage(recording, expectation.stage, context);
    case "class":
      return observeClass(recording, expectation.name, context);
    case "score":
      return observeScore(recording, expectation.name, context);
    case "worth":
      return observeLeadWorth(recording);
    case "define":
      return observeValue(
        recording,
        { kind: "define", name: expectation.name, span: plan.policy.agreement.span },
        context,
      );
    case "status":
    case "due":
    case "steps":
      return observeCommitment(recording, view, expectation.commitment, expectation.clause);
    case "funnelNeeds":
    case "funnelWorth":
    case "funnelRate":
      return observeFunnel(recording, expectation);
    default:
      return assertNever(expectation);
  }
}

/** The worth is read at the instant of the earliest stage: of an entry stage, since no other is reached before it. */
function observeLeadWorth(recording: Recording): void {
  const { plan, context } = recording;
  const instants = plan.policy.stages.flatMap(({ name }) => plan.judge.stage(name, context).at ?? []);
  for (const { name, after } of plan.policy.stages) {
    if (after.length === 0) observeStage(recording, name, context);
  }
  if (plan.policy.stages.length === 0) return observeWorth(recording, context);
  if (instants.length > 0) observeWorth(recording, { ...context, at: Math.min(...instants) });
}
