import type { ContractTest, Policy } from "@entente/ir";
import { halvesOf } from "../attestations/halves.ts";
import { statusesOf } from "../clocks/combined-status.ts";
import { type ClockPlan, type JudgedLead, judgeLead, planClocks } from "../clocks/judge-lead.ts";
import { type Coverage, coverageOf } from "../coverage/coverage.ts";
import { measureCoverage } from "../coverage/measure-coverage.ts";
import { createEngine, type Engine } from "../engine.ts";
import type { Context } from "../plan/context.ts";
import { checkExpectation } from "./check-expectation.ts";
import type { TestedLead } from "./finding.ts";
import { halvesOfTest } from "./test-halves.ts";
import { asOfTest, leadOfTest, peopleOfTest } from "./test-lead.ts";
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
  const run = testRunner(engine);
  const results = tests.map(run);
  return options.coverage === true ? { results, coverage: coverageIn(engine, tests) } : results;
}

function isNamed(name: string, part: string): boolean {
  const plain = (text: string): string => text.normalize("NFC").toLowerCase();
  return plain(name).includes(plain(part));
}

/** Runs a test: what it expects of its lead with one engine, what of the agreement itself with another. */
function testRunner(engine: Engine): (test: ContractTest) => TestResult {
  const { policy } = engine;
  const halves = halvesOf(policy);
  const clocks = once(() => planClocks(engine.plan, []));
  const ofAgreement = once(() => bench(halves.agreement ?? policy));
  return (test) => {
    const { leads, agreement } = halvesOfTest(halves, engine.plan, test);
    const found = new Map<ContractTest["expectations"][number], ExpectationResult>();
    const take = (results: readonly ExpectationResult[]): void => {
      for (const one of results) found.set(one.expectation, one);
    };
    if (leads !== null) take(runTest(benchFor(leads, { engine, clocks }), leads));
    if (agreement !== null) take(runTest(ofAgreement(), agreement));
    const expectations = test.expectations.flatMap((one) => found.get(one) ?? []);
    const at = asOfTest(policy, test);
    return { name: test.name, status: statusOf(expectations), at, expectations, span: test.span };
  };
}

/** What a test is run with. */
interface Bench {
  readonly engine: Engine;
  readonly clocks: () => ClockPlan;
}

function bench(policy: Policy, test: ContractTest | null = null): Bench {
  const people = test === null ? [] : peopleOfTest(policy, test);
  const engine = createEngine(policy, { people });
  return { engine, clocks: once(() => planClocks(engine.plan, people)) };
}

/** A test that states the people table is run with that table. */
function benchFor(test: ContractTest, usual: Bench): Bench {
  return test.people === undefined ? usual : bench(usual.engine.policy, test);
}

function runTest({ engine, clocks }: Bench, test: ContractTest): readonly ExpectationResult[] {
  const at = asOfTest(engine.policy, test);
  const facts = leadOfTest(engine.policy, test, at);
  const tested: TestedLead = {
    engine,
    verdict: engine.evaluate(facts, { at }),
    explain: once(() => engine.explain(facts, { at })),
    context: once(() => contextOf(judgeLead(clocks(), facts, at), at)),
  };
  return test.expectations.map((expectation) => checkExpectation(tested, expectation));
}

function contextOf({ facts, clocks }: JudgedLead, at: number): Context {
  const statuses = statusesOf(clocks.map(({ verdict }) => verdict));
  return { facts, at, knownAt: at, occurrence: null, statuses, missing: null };
}

/** Both halves of the contract, each measured by its half of the tests. */
function coverageIn({ policy, plan }: Engine, tests: readonly ContractTest[]): Coverage {
  const halves = halvesOf(policy);
  if (halves.agreement === null) return measureCoverage(plan, tests);
  const cut = tests.map((test) => halvesOfTest(halves, plan, test));
  const ofLeads = measureCoverage(
    plan,
    cut.flatMap(({ leads }) => leads ?? []),
  );
  const ofAgreement = measureCoverage(
    createEngine(onlyPromises(halves.agreement)).plan,
    cut.flatMap(({ agreement }) => agreement ?? []),
  );
  return coverageOf([...ofLeads.items, ...ofAgreement.items], [...ofLeads.beyond, ...ofAgreement.beyond]);
}

/** The half about the agreement without what the other half measures as well. */
function onlyPromises(policy: Policy): Policy {
  const ladders = new Set(policy.commitments.map(({ ladder }) => ladder));
  return {
    ...policy,
    goals: [],
    funnels: [],
    calendars: policy.calendars.filter(({ kind }) => kind === "office"),
    ladders: policy.ladders.filter(({ name }) => ladders.has(name)),
  };
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
