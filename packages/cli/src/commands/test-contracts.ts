import { createEngine, runContractTests } from "@entente/engine";
import { type ExitCode, exitCode, worse } from "../exit-code.ts";
import { InputError } from "../input/input-error.ts";
import { failedTests, type TestedContract } from "../reporters/contract-tests.ts";
import { printable } from "../terminal/printable.ts";
import { write } from "../terminal/write.ts";
import { contractFiles } from "./contract-files.ts";
import { withoutLibraries } from "./contract-versions.ts";
import { InvocationError } from "./invocation-error.ts";
import type { Session } from "./session.ts";
import { type LoadedContract, loadForTests } from "./test-load.ts";
import { type TestFormat, testReport } from "./test-report.ts";

export interface TestCommandOptions {
  readonly format: TestFormat;
  /** Part of the names of the tests to run; null for all. */
  readonly filter: string | null;
  readonly coverage: boolean;
  /** Percent; null where any coverage will do. */
  readonly minCoverage: number | null;
}

/**
 * Runs the tests of each contract. A contract that cannot be read or has errors is reported and does not
 * keep the tests of the others from being run.
 *
 * @param loaded is told of every contract that was read, also of those with errors
 * @throws InvocationError where the filter leaves nothing of the tests there are
 */
export async function testContracts(
  session: Session,
  paths: readonly string[],
  options: TestCommandOptions,
  loaded: (contract: LoadedContract) => void = () => {},
): Promise<ExitCode> {
  const { io } = session;
  const contracts: TestedContract[] = [];
  let code: ExitCode = exitCode.fine;
  for (const file of withoutLibraries(contractFiles(paths, io.cwd), io.cwd)) {
    try {
      const contract = await loadForTests(session, file);
      loaded(contract);
      if (contract.policy === null) code = worse(code, exitCode.contract);
      contracts.push(tested(contract, options));
    } catch (error) {
      if (!(error instanceof InputError)) throw error;
      await write(io.stderr, `error: ${error.message}\n`);
      code = exitCode.input;
    }
  }
  requireSome(contracts, options);
  if (contracts.some((contract) => failedTests(contract) > 0)) code = worse(code, exitCode.no);
  await write(io.stdout, testReport(session, contracts, options.format));
  return (await isCovered(session, contracts, options)) ? code : worse(code, exitCode.no);
}

function tested(
  { file, policy, sources, diagnostics }: LoadedContract,
  options: TestCommandOptions,
): TestedContract {
  if (policy === null) return { file, sources, diagnostics, results: [], leftOut: 0, coverage: null };
  const engine = createEngine(policy);
  const filter = options.filter ?? "";
  const { results, coverage } = options.coverage
    ? runContractTests(engine, { filter, coverage: true })
    : { results: runContractTests(engine, { filter }), coverage: null };
  return { file, sources, diagnostics, results, leftOut: policy.tests.length - results.length, coverage };
}

/** A filter with a slip of the pen must not pass for tests that passed. */
function requireSome(contracts: readonly TestedContract[], { filter }: TestCommandOptions): void {
  const ran = contracts.some(({ results }) => results.length > 0);
  const leftOut = contracts.some((contract) => contract.leftOut > 0);
  if (filter !== null && !ran && leftOut)
    throw new InvocationError(`there is no test whose name contains "${printable(filter)}"`);
}

async function isCovered(
  { io }: Session,
  contracts: readonly TestedContract[],
  { minCoverage }: TestCommandOptions,
): Promise<boolean> {
  if (minCoverage === null) return true;
  let enough = true;
  for (const { file, coverage } of contracts) {
    if (coverage === null) continue;
    const { covered, total, percent } = coverage.all;
    if (percent === null || covered * 100 >= minCoverage * total) continue;
    enough = false;
    const place = printable(file);
    await write(io.stderr, `${place}: ${percent}% is covered, less than the ${minCoverage}% asked for\n`);
  }
  return enough;
}
