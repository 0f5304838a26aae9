import type { ContractTest } from "@entente/ir";
import { statusesOf } from "../clocks/combined-status.ts";
import { type ClockPlan, type JudgedLead, judgeLead, planClocks } from "../clocks/judge-lead.ts";
import type { Coverage } from "../coverage/coverage.ts";
import { measureCoverage } from "../coverage/measure-coverage.ts";
import type { Engine } from "../engine.ts";
import type { Context } from "../plan/context.ts";
import { checkExpectation } from "./check-expectation.ts";
import type { TestedLead } from "./finding.ts";
import { asOfTest, leadOfTest } from "./test-lead.ts";
import type { ExpectationResult, TestResult, TestStatus } from "./test-result.ts";

export interface TestOptions {
  /** Runs the tests whose name contains this text, in any case of its letters. */
  readonly filter?: string;
}

/** The results of some tests with what they exercise. */
export interface MeasuredTests {
  readonly results: readonly TestResult[];
  readonly coverage: Coverage;
}

/** Runs the tests that stand in a contract, in their order; with `coverage`, measures what they exercise as well. */
export function runContractTests(engine: Engine, options?: TestOptions): readonly TestResult[];
export function runContractTests(
  engine: Engine,
  options: TestOptions & { readonly coverage: true },
): MeasuredTests;
export function runContractTests(
  engine: Engine,
  options: TestOptions & { readonly coverage?: true } = {},
): readonly TestResult[] | MeasuredTests {
  const tests = engine.policy.tests.filter(({ name }) => isNamed(name, options.filter ?? ""));
  const clocks = once(() => planClocks(engine.plan, []));
  const results = tests.map((test) => runTest(engine, clocks, test));
  return options.coverage === true ? { results, coverage: measureCoverage(engine.plan, tests) } : results;
}

function isNamed(name: string, part: string): boolean {
  const plain = (text: string): string => text.normalize("NFC").toLowerCase();
  return plain(name).includes(plain(part));
}

function runTest(engine: Engine, clocks: () => ClockPlan, test: ContractTest): TestResult {
  const at = asOfTest(engine.policy, test);
  const facts = leadOfTest(engine.policy, test, at);
  const tested: TestedLead = {
    engine,
    verdict: engine.evaluate(facts, { at }),
    explain: once(() => engine.explain(facts, { at })),
    context: once(() => contextOf(judgeLead(clocks(), facts, at), at)),
  };
  const expectations = test.expectations.map((expectation) => checkExpectation(tested, expectation));
  return { name: test.name, status: statusOf(expectations), at, expectations, span: test.span };
}

function contextOf({ facts, clocks }: JudgedLead, at: number): Context {
  const statuses = statusesOf(clocks.map(({ verdict }) => verdict));
  return { facts, at, knownAt: at, occurrence: null, statuses, missing: null };
}

function once<T extends object>(compute: () => T): () => T {
  let result: T | null = null;
  return () => {
    result ??= compute();
    return result;
  };
}

function statusOf(results: readonly ExpectationResult[]): TestStatus {
  return results.some(({ status }) => status === "failed") ? "failed" : "passed";
}
