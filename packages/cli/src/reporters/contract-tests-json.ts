import type { TestResult } from "@entente/engine";
import type { Coverage, TestedContract } from "./contract-tests.ts";

/** The results as JSON; `docs/cli.md` describes the shape. */
export function jsonTests(contracts: readonly TestedContract[]): string {
  const results = contracts.flatMap((contract) => contract.results);
  const count = (status: TestResult["status"]) => results.filter((test) => test.status === status).length;
  const report = {
    version: 1,
    passed: count("passed"),
    failed: count("failed"),
    contracts: contracts.map(({ file, results: tests, coverage }) => ({
      file,
      tests: tests.map(jsonTest),
      ...(coverage === null ? {} : { coverage: jsonCoverage(coverage) }),
    })),
  };
  return `${JSON.stringify(report, null, 2)}\n`;
}

function jsonTest({ name, status, at, expectations, span }: TestResult): object {
  return {
    name,
    status,
    at: new Date(at).toISOString(),
    span,
    expectations: expectations.map((one) => ({
      status: one.status,
      expected: one.expected,
      actual: one.actual,
      why: one.why,
      span: one.span,
    })),
  };
}

function jsonCoverage({ all, kinds, items, beyond }: Coverage): object {
  return {
    ...all,
    kinds,
    gaps: items
      .filter(({ covered }) => !covered)
      .map(({ kind, of, text, side, gap, span }) => ({ kind, of, text, side, gap, span })),
    beyond,
  };
}
