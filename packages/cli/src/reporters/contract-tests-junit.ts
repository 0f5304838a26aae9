import type { TestResult } from "@entente/engine";
import { plain } from "../terminal/colours.ts";
import { counted } from "../terminal/counted.ts";
import { errorsIn, failedTests, failureLines, type TestedContract } from "./contract-tests.ts";
import { xmlAttribute, xmlText } from "./junit-xml.ts";

/**
 * The results as JUnit XML, which build servers read: a suite for each contract, a case for each test. A contract with
 * errors is a suite whose only case is an error. A case has no time, since tests are judged by the contract's clock.
 */
export function junitTests(contracts: readonly TestedContract[]): string {
  const sum = (count: (contract: TestedContract) => number): number =>
    contracts.reduce((total, contract) => total + count(contract), 0);
  const counts = `tests="${sum(casesIn)}" failures="${sum(failedTests)}" errors="${sum(brokenIn)}"`;
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites name="sla test" ${counts}>`,
    ...contracts.flatMap(suite),
    "</testsuites>",
    "",
  ].join("\n");
}

const brokenIn = (contract: TestedContract): number => (errorsIn(contract).length > 0 ? 1 : 0);
const casesIn = (contract: TestedContract): number => contract.results.length + brokenIn(contract);

function suite(contract: TestedContract): readonly string[] {
  const { file, results, leftOut, coverage } = contract;
  const counts = `tests="${casesIn(contract)}" failures="${failedTests(contract)}" errors="${brokenIn(contract)}"`;
  const properties = [
    ...(coverage?.all.percent == null ? [] : [property("coverage", String(coverage.all.percent))]),
    ...(leftOut === 0 ? [] : [property("left out", String(leftOut))]),
  ];
  return [
    `  <testsuite name="${xmlAttribute(file)}" ${counts}>`,
    ...(properties.length === 0 ? [] : ["    <properties>", ...properties, "    </properties>"]),
    ...results.flatMap((test) => testcase(contract, test)),
    ...broken(contract),
    "  </testsuite>",
  ];
}

function property(name: string, value: string): string {
  return `      <property name="${name}" value="${value}"/>`;
}

function testcase({ file, sources }: TestedContract, test: TestResult): readonly string[] {
  const { span } = test;
  const place = `file="${xmlAttribute(span.file)}" line="${span.line}"`;
  const open = `    <testcase name="${xmlAttribute(test.name)}" classname="${xmlAttribute(file)}" ${place}`;
  const failed = test.expectations.filter(({ status }) => status === "failed");
  const [first, ...more] = failed;
  if (first === undefined) return [`${open}/>`];
  const others = more.length === 0 ? "" : `, and ${counted(more.length, "line")} more`;
  const message = `expected ${first.expected}, came out ${first.actual}${others}`;
  const lines = failureLines(test, sources, { colours: plain, columns: 120 });
  return [
    `${open}>`,
    `      <failure type="expectation" message="${xmlAttribute(message)}">${xmlText(lines.join("\n"))}</failure>`,
    "    </testcase>",
  ];
}

function broken(contract: TestedContract): readonly string[] {
  const { file } = contract;
  const errors = errorsIn(contract).map(({ message }) => message);
  if (errors.length === 0) return [];
  const message = xmlAttribute(`the contract has ${counted(errors.length, "error")}`);
  return [
    `    <testcase name="the contract has no errors" classname="${xmlAttribute(file)}" file="${xmlAttribute(file)}">`,
    `      <error type="contract" message="${message}">${xmlText(errors.join("\n"))}</error>`,
    "    </testcase>",
  ];
}
