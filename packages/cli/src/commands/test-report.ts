import { type CiReport, testGroup } from "../reporters/ci-findings.ts";
import { type CiFormat, ciReport } from "../reporters/ci-report.ts";
import { errorsIn, prettyTests, type TestedContract, testsSummary } from "../reporters/contract-tests.ts";
import { prettyCoverage } from "../reporters/contract-tests-coverage.ts";
import { jsonTests } from "../reporters/contract-tests-json.ts";
import { junitTests } from "../reporters/contract-tests-junit.ts";
import { projectRoot } from "../reporters/region.ts";
import { plain } from "../terminal/colours.ts";
import { counted, listed } from "../terminal/counted.ts";
import { programVersion } from "./program-version.ts";
import type { Session } from "./session.ts";

export type TestFormat = "pretty" | "json" | CiFormat;

/** The results in one of the formats. Errors of contracts were told on stderr, and stand only in what services read. */
export function testReport(
  session: Session,
  contracts: readonly TestedContract[],
  format: TestFormat,
): string {
  const sound = contracts.filter((contract) => errorsIn(contract).length === 0);
  switch (format) {
    case "pretty": {
      const style = session.frameStyle("out");
      return sound.length === 0 ? "" : prettyTests(sound, style) + prettyCoverage(sound, style.colours);
    }
    case "json":
      return jsonTests(sound);
    case "junit":
      return junitTests(contracts);
    default:
      return ciReport(forServices(session, contracts), format, programVersion());
  }
}

function forServices({ io }: Session, contracts: readonly TestedContract[]): CiReport {
  const root = projectRoot(io);
  return {
    command: "test",
    summary: [...broken(contracts), ...untested(contracts), ...ran(contracts)].join("; "),
    groups: contracts.map((contract) => testGroup(contract, root)),
    notes: contracts.flatMap(({ file, coverage }) =>
      coverage === null || coverage.all.percent === null
        ? []
        : [`coverage of ${file}: ${coverage.all.covered} of ${coverage.all.total}, ${coverage.all.percent}%`],
    ),
  };
}

function ran(contracts: readonly TestedContract[]): readonly string[] {
  const summary = testsSummary(contracts, plain);
  return summary === null ? [] : [summary];
}

function untested(contracts: readonly TestedContract[]): readonly string[] {
  const none = contracts.filter(
    (contract) => errorsIn(contract).length === 0 && contract.results.length === 0 && contract.leftOut === 0,
  );
  if (none.length === 0) return [];
  return [`${named(none)} ${none.length === 1 ? "has" : "have"} no tests`];
}

function broken(contracts: readonly TestedContract[]): readonly string[] {
  const some = contracts.filter((contract) => errorsIn(contract).length > 0);
  if (some.length === 0) return [];
  const rest = some.length === 1 ? "has errors, and its tests" : "have errors, and their tests";
  return [`${named(some)} ${rest} were not run`];
}

function named(contracts: readonly TestedContract[]): string {
  const names = contracts.map(({ file }) => file);
  return names.length <= 3 ? listed(names) : counted(names.length, "contract");
}
