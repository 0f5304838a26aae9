import type { ExpectationResult, runContractTests, TestResult } from "@entente/engine";
import type { Diagnostic, Span } from "@entente/ir";
import type { Colours } from "../terminal/colours.ts";
import { counted, listed } from "../terminal/counted.ts";
import { printable } from "../terminal/printable.ts";
import type { FrameStyle } from "./code-frame.ts";
import { sourceLine } from "./source-line.ts";

/** What tests exercise of a contract. */
export type Coverage = ReturnType<typeof runContractTests>["coverage"];

/** A contract whose tests were run, or that has errors and could not be. */
export interface TestedContract {
  readonly file: string;
  /** The texts by file. */
  readonly sources: ReadonlyMap<string, string>;
  /** What the compiler says of the contract. */
  readonly diagnostics: readonly Diagnostic[];
  readonly results: readonly TestResult[];
  /** How many tests `--filter` left out. */
  readonly leftOut: number;
  /** Null where it was not asked for. */
  readonly coverage: Coverage | null;
}

/** The errors that keep the tests of a contract from being run. */
export function errorsIn({ diagnostics }: Pick<TestedContract, "diagnostics">): readonly Diagnostic[] {
  return diagnostics.filter(({ severity }) => severity === "error");
}

export function failedTests({ results }: TestedContract): number {
  return results.filter((test) => test.status === "failed").length;
}

/** Each test that did not pass, with what was expected, what came out and why, and a line that sums all up. */
export function prettyTests(contracts: readonly TestedContract[], style: FrameStyle): string {
  const blocks = contracts.flatMap((contract) => {
    const name = printable(contract.file);
    if (contract.results.length === 0 && contract.leftOut === 0) return [`${name} has no tests\n`];
    return contract.results.flatMap((test) => prettyTest(test, contract.sources, style));
  });
  const summary = testsSummary(contracts, style.colours);
  return [...blocks, ...(summary === null ? [] : [`${summary}\n`])].join("\n");
}

function prettyTest(
  test: TestResult,
  sources: ReadonlyMap<string, string>,
  style: FrameStyle,
): readonly string[] {
  if (test.status === "passed") return [];
  const title = style.colours.bold(style.colours.red(`failed: ${printable(test.name)}`));
  return [[title, ...failureLines(test, sources, style), ""].join("\n")];
}

/** The lines of a test that failed: of each, its place, what was expected, what came out, and why. */
export function failureLines(
  test: TestResult,
  sources: ReadonlyMap<string, string>,
  style: FrameStyle,
): readonly string[] {
  return test.expectations.flatMap((expectation) => prettyExpectation(expectation, sources, style));
}

function prettyExpectation(
  result: ExpectationResult,
  sources: ReadonlyMap<string, string>,
  style: FrameStyle,
): readonly string[] {
  if (result.status === "passed") return [];
  const { colours } = style;
  return [
    `  ${colours.dim(placeOf(result.span))}`,
    ...frame(result.span, sources, style),
    `    expected  ${printable(result.expected)}`,
    `    came out  ${colours.bold(printable(result.actual))}`,
    ...result.why.map(
      (reason, index) => `    ${index === 0 ? "why     " : "        "}  ${printable(reason)}`,
    ),
  ];
}

function frame(
  span: Span,
  sources: ReadonlyMap<string, string>,
  { colours, columns }: FrameStyle,
): readonly string[] {
  const source = sources.get(span.file);
  if (source === undefined) return [];
  const gutter = Math.max(5, String(span.line).length + 1);
  const line = sourceLine(source, span, Math.max(40, columns - gutter - 3));
  return [
    `${colours.dim(`${String(span.line).padStart(gutter)} |`)} ${line.text}`,
    `${colours.dim(`${" ".repeat(gutter)} |`)} ${" ".repeat(line.from)}${colours.red("^".repeat(line.width))}`,
  ];
}

/** `file:line:column`. */
export function placeOf({ file, line, column }: Span): string {
  return `${printable(file)}:${line}:${column}`;
}

/** `3 tests in company-a.sla: 1 failed, 2 passed`; null where no test was run. */
export function testsSummary(contracts: readonly TestedContract[], colours: Colours): string | null {
  const ran = contracts.filter((contract) => contract.results.length > 0);
  if (ran.length === 0) return null;
  const results = ran.flatMap((contract) => contract.results);
  const count = (status: TestResult["status"]) => results.filter((test) => test.status === status).length;
  const leftOut = contracts.reduce((sum, contract) => sum + contract.leftOut, 0);
  const parts = [
    ...(count("failed") > 0 ? [colours.red(`${count("failed")} failed`)] : []),
    ...(count("passed") > 0 ? [colours.green(`${count("passed")} passed`)] : []),
    ...(leftOut > 0 ? [`${leftOut} left out`] : []),
  ];
  const names = ran.map((contract) => printable(contract.file));
  const where = names.length <= 3 ? listed(names) : counted(names.length, "contract");
  return `${counted(results.length, "test")} in ${where}: ${parts.join(", ")}`;
}
