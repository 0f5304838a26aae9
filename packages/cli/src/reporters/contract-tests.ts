import type { ExpectationResult, TestResult } from "@entente/engine";
import type { Span } from "@entente/ir";
import type { Colours } from "../terminal/colours.ts";
import { counted, listed } from "../terminal/counted.ts";
import { printable } from "../terminal/printable.ts";

/** A contract whose tests were run. */
export interface TestedContract {
  readonly file: string;
  readonly results: readonly TestResult[];
}

export function failedTests({ results }: TestedContract): number {
  return results.filter((test) => test.status === "failed").length;
}

/** Each test that did not pass, with what was expected, what came out and why, and a line that sums all up. */
export function prettyTests(contracts: readonly TestedContract[], colours: Colours): string {
  const blocks = contracts.flatMap((contract) => {
    const name = printable(contract.file);
    if (contract.results.length === 0) return [`${name} has no tests\n`];
    return contract.results.flatMap((test) => prettyTest(test, colours));
  });
  const ran = contracts.filter((contract) => contract.results.length > 0);
  return [...blocks, ...(ran.length === 0 ? [] : [`${summary(ran, colours)}\n`])].join("\n");
}

function prettyTest(test: TestResult, colours: Colours): readonly string[] {
  if (test.status === "passed") return [];
  const title = colours.bold(colours.red(`failed: ${printable(test.name)}`));
  const lines = test.expectations.flatMap((expectation) => prettyExpectation(expectation, colours));
  return [[title, ...lines, ""].join("\n")];
}

function prettyExpectation(result: ExpectationResult, colours: Colours): readonly string[] {
  if (result.status === "passed") return [];
  return [
    `  ${colours.dim(placeOf(result.span))}`,
    `    expected  ${printable(result.expected)}`,
    `    came out  ${colours.bold(printable(result.actual))}`,
    ...result.why.map(
      (reason, index) => `    ${index === 0 ? "why     " : "        "}  ${printable(reason)}`,
    ),
  ];
}

function placeOf({ file, line, column }: Span): string {
  return `${printable(file)}:${line}:${column}`;
}

function summary(contracts: readonly TestedContract[], colours: Colours): string {
  const results = contracts.flatMap((contract) => contract.results);
  const count = (status: TestResult["status"]) => results.filter((test) => test.status === status).length;
  const parts = [
    ...(count("failed") > 0 ? [colours.red(`${count("failed")} failed`)] : []),
    ...(count("passed") > 0 ? [colours.green(`${count("passed")} passed`)] : []),
  ];
  const names = contracts.map((contract) => printable(contract.file));
  const where = names.length <= 3 ? listed(names) : counted(names.length, "contract");
  return `${counted(results.length, "test")} in ${where}: ${parts.join(", ")}`;
}

/** The results as JSON; `docs/cli.md` describes the shape. */
export function jsonTests(contracts: readonly TestedContract[]): string {
  const results = contracts.flatMap((contract) => contract.results);
  const count = (status: TestResult["status"]) => results.filter((test) => test.status === status).length;
  const report = {
    version: 1,
    passed: count("passed"),
    failed: count("failed"),
    contracts: contracts.map(({ file, results: tests }) => ({ file, tests: tests.map(jsonTest) })),
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
