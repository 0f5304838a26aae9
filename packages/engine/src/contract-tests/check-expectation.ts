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
import type { Finding, TestedLead } from "./finding.ts";
import type { ExpectationResult } from "./test-result.ts";

/**
 * Checks one expectation against the verdict on the test's lead.
 *
 * An expectation about a commitment is about the clock of each clause that started last, and among these
 * about the gravest: `expect follow_up is met` wants every clause met, `is breached` one of them breached.
 */
export function checkExpectation(tested: TestedLead, expectation: Expectation): ExpectationResult {
  const finding = find(tested, expectation);
  const { span } = expectation;
  if (finding === null) {
    const why = ["the arithmetic of funnels is not part of judging a lead"];
    return { expectation, status: "unsupported", expected: "", actual: "", why, span };
  }
  const { holds, expected, actual, why } = finding;
  return {
    expectation,
    status: holds ? "passed" : "failed",
    expected,
    actual,
    why: holds ? [] : why,
    span,
  };
}

function find(tested: TestedLead, expectation: Expectation): Finding | null {
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
      return null;
    default:
      return assertNever(expectation);
  }
}
