import { assertNever, type Expectation } from "@entente/ir";
import {
  checkClass,
  checkDefine,
  checkReached,
  checkScore,
  checkStage,
  checkWorth,
} from "./check-classification.ts";
import { checkDue, checkStatus, checkSteps } from "./check-clock.ts";
import { checkFunnel } from "./check-funnel.ts";
import type { Finding, TestedLead } from "./finding.ts";
import type { ExpectationResult } from "./test-result.ts";

/**
 * Checks one expectation against the verdict on the test's lead.
 *
 * An expectation about a commitment is about the clock of each clause that started last, and among these
 * about the gravest: `expect follow_up is met` wants every clause met, `is breached` one of them breached.
 */
export function checkExpectation(tested: TestedLead, expectation: Expectation): ExpectationResult {
  const { span } = expectation;
  const { holds, expected, actual, why } = find(tested, expectation);
  return {
    expectation,
    status: holds ? "passed" : "failed",
    expected,
    actual,
    why: holds ? [] : why(),
    span,
  };
}

function find(tested: TestedLead, expectation: Expectation): Finding {
  switch (expectation.kind) {
    case "stage":
      return checkStage(tested, expectation);
    case "reached":
      return checkReached(tested, expectation);
    case "class":
      return checkClass(tested, expectation);
    case "score":
      return checkScore(tested, expectation);
    case "worth":
      return checkWorth(tested, expectation);
    case "define":
      return checkDefine(tested, expectation);
    case "status":
      return checkStatus(tested, expectation);
    case "due":
      return checkDue(tested, expectation);
    case "steps":
      return checkSteps(tested, expectation);
    case "funnelNeeds":
    case "funnelWorth":
    case "funnelRate":
      return checkFunnel(tested.engine.policy, expectation);
    default:
      return assertNever(expectation);
  }
}
