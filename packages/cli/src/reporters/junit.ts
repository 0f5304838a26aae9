import { counted } from "../terminal/counted.ts";
import type { CiFinding, CiGroup, CiReport } from "./ci-findings.ts";
import { xmlAttribute, xmlText } from "./junit-xml.ts";

/**
 * The findings as JUnit XML, which build servers read: a suite for each contract, in which every error is a case that
 * failed. A contract without errors is a case that passed. Warnings and notes fail nothing, and stand in the suite's
 * output.
 */
export function junitReport({ command, groups }: CiReport): string {
  const errors = groups.map((group) => errorsOf(group).length);
  const cases = errors.reduce((sum, count) => sum + Math.max(1, count), 0);
  const failures = errors.reduce((sum, count) => sum + count, 0);
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites name="sla ${command}" tests="${cases}" failures="${failures}" errors="0">`,
    ...groups.flatMap(suite),
    "</testsuites>",
    "",
  ].join("\n");
}

function errorsOf({ findings }: CiGroup): readonly CiFinding[] {
  return findings.filter(({ level }) => level === "error");
}

function suite(group: CiGroup): readonly string[] {
  const errors = errorsOf(group);
  const others = group.findings.filter(({ level }) => level !== "error");
  const counts = `tests="${Math.max(1, errors.length)}" failures="${errors.length}" errors="0"`;
  return [
    `  <testsuite name="${xmlAttribute(group.file)}" ${counts}>`,
    ...(errors.length === 0 ? [passed(group, others)] : errors.flatMap((error) => failed(group, error))),
    ...(others.length === 0 ? [] : [`    <system-out>${xmlText(others.map(lines).join("\n"))}</system-out>`]),
    "  </testsuite>",
  ];
}

function passed({ file }: CiGroup, others: readonly CiFinding[]): string {
  const name = others.length === 0 ? "no findings" : `no errors, ${counted(others.length, "other finding")}`;
  return `    <testcase name="${name}" classname="${xmlAttribute(file)}" file="${xmlAttribute(file)}"/>`;
}

function failed({ file }: CiGroup, error: CiFinding): readonly string[] {
  const { id, message, region } = error;
  const name = `${id} at ${region.file}:${region.line}:${region.column}`;
  const place = `file="${xmlAttribute(region.file)}" line="${region.line}"`;
  const body = xmlText(lines(error));
  return [
    `    <testcase name="${xmlAttribute(name)}" classname="${xmlAttribute(file)}" ${place}>`,
    `      <failure type="${xmlAttribute(id)}" message="${xmlAttribute(message)}">${body}</failure>`,
    "    </testcase>",
  ];
}

function lines({ level, id, message, help, region }: CiFinding): string {
  const head = `${level}[${id}]: ${message}`;
  const place = `  ${region.file}:${region.line}:${region.column}`;
  return [head, place, ...(help === null ? [] : help.split("\n").map((line) => `  ${line}`))].join("\n");
}
