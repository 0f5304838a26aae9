import { createEngine, runContractTests } from "@entente/engine";
import { type ExitCode, exitCode, worse } from "../exit-code.ts";
import { InputError } from "../input/input-error.ts";
import { failedTests, jsonTests, prettyTests, type TestedContract } from "../reporters/contract-tests.ts";
import { write } from "../terminal/write.ts";
import { contractFiles } from "./contract-files.ts";
import { loadPolicy } from "./load-policy.ts";
import type { Session } from "./session.ts";

/**
 * Runs the tests of each contract. A contract that cannot be read or has errors is reported and does not
 * keep the tests of the others from being run.
 */
export async function testContracts(
  session: Session,
  paths: readonly string[],
  format: "pretty" | "json",
): Promise<ExitCode> {
  const { io } = session;
  const tested: TestedContract[] = [];
  let code: ExitCode = exitCode.fine;
  for (const file of contractFiles(paths, io.cwd)) {
    try {
      const policy = await loadPolicy(session, file);
      if (policy === null) code = worse(code, exitCode.contract);
      else tested.push({ file, results: runContractTests(createEngine(policy)) });
    } catch (error) {
      if (!(error instanceof InputError)) throw error;
      await write(io.stderr, `error: ${error.message}\n`);
      code = exitCode.input;
    }
  }
  if (tested.some((contract) => failedTests(contract) > 0)) code = worse(code, exitCode.no);
  const report = format === "json" ? jsonTests(tested) : prettyTests(tested, session.colours().out);
  if (tested.length > 0) await write(io.stdout, report);
  return code;
}
