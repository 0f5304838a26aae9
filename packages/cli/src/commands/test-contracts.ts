import { createEngine, runContractTests } from "@entente/engine";
import { type ExitCode, exitCode, worse } from "../exit-code.ts";
import { InputError } from "../input/input-error.ts";
import { failedTests, prettyTests, type TestedContract } from "../reporters/contract-tests.ts";
import { prettyCoverage } from "../reporters/contract-tests-coverage.ts";
import { jsonTests } from "../reporters/contract-tests-json.ts";
import { junitTests } from "../reporters/contract-tests-junit.ts";
import { printable } from "../terminal/printable.ts";
import { write } from "../terminal/write.ts";
import { contractFiles } from "./contract-files.ts";
import { InvocationError } from "./invocation-error.ts";
import type { Session } from "./session.ts";
import { type LoadedContract, loadForTests } from "./test-load.ts";

export type TestFormat = "pretty" | "json" | "junit";

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
  for (const file of contractFiles(paths, io.cwd)) {
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
  await write(io.stdout, report(session, contracts, options));
  return (await isCovered(session, contracts, options)) ? code : worse(code, exitCode.no);
}

function tested(
  { file, policy, sources, errors }: LoadedContract,
  options: TestCommandOptions,
): TestedContract {
  if (policy === null) return { file, sources, errors, results: [], leftOut: 0, coverage: null };
  const engine = createEngine(policy);
  const filter = options.filter ?? "";
  const { results, coverage } = options.coverage
    ? runContractTests(engine, { filter, coverage: true })
    : { results: runContractTests(engine, { filter }), coverage: null };
  return { file, sources, errors, results, leftOut: policy.tests.length - results.length, coverage };
}

/** A filter with a slip of the pen must not pass for tests that passed. */
function requireSome(contracts: readonly TestedContract[], { filter }: TestCommandOptions): void {
  const ran = contracts.some(({ results }) => results.length > 0);
  const leftOut = contracts.some((contract) => contract.leftOut > 0);
  if (filter !== null && !ran && leftOut)
    throw new InvocationError(`there is no test whose name contains "${printable(filter)}"`);
}

function report(session: Session, contracts: readonly TestedContract[], options: TestCommandOptions): string {
  switch (options.format) {
    case "pretty": {
      const sound = contracts.filter(({ errors }) => errors.length === 0);
      const style = session.frameStyle("out");
      return sound.length === 0 ? "" : prettyTests(sound, style) + prettyCoverage(sound, style.colours);
    }
    case "json":
      return jsonTests(contracts.filter(({ errors }) => errors.length === 0));
    case "junit":
      return junitTests(contracts);
  }
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
