import { assertNever } from "@entente/ir";
import type { CiReport } from "./ci-findings.ts";
import { githubReport } from "./github.ts";
import { junitReport } from "./junit.ts";
import { markdownReport } from "./markdown.ts";
import { sarifReport } from "./sarif.ts";

/** The formats that services read rather than people at a terminal. */
export type CiFormat = "markdown" | "sarif" | "junit" | "github";

/** @param version that of the program */
export function ciReport(report: CiReport, format: CiFormat, version: string): string {
  switch (format) {
    case "markdown":
      return markdownReport(report);
    case "sarif":
      return sarifReport(report, version);
    case "junit":
      return junitReport(report);
    case "github":
      return githubReport(report);
    default:
      return assertNever(format);
  }
}
