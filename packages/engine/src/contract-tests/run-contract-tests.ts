import type { ContractTest } from "@entente/ir";
import type { Engine } from "../engine.ts";
import { checkExpectation } from "./check-expectation.ts";
import { asOfTest, leadOfTest } from "./test-lead.ts";
import type { ExpectationResult, TestResult, TestStatus } from "./test-result.ts";

/** Runs the tests that stand in a contract, in their order. */
export function runContractTests(engine: Engine): readonly TestResult[] {
  return engine.policy.tests.map((test) => runTest(engine, test));
}

function runTest(engine: Engine, test: ContractTest): TestResult {
  const at = asOfTest(engine.policy, test);
  const facts = leadOfTest(engine.policy, test, at);
  const explain = () => engine.explain(facts, { at });
  const tested = { engine, facts, verdict: engine.evaluate(facts, { at }), explain };
  const expectations = test.expectations.map((expectation) => checkExpectation(tested, expectation));
  return { name: test.name, status: statusOf(expectations), at, expectations, span: test.span };
}

function statusOf(results: readonly ExpectationResult[]): TestStatus {
  return results.some(({ status }) => status === "failed") ? "failed" : "passed";
}
