import { type ExitCode, exitCode, worse } from "../exit-code.ts";
import { InputError } from "../input/input-error.ts";
import { type ContractFindings, jsonFindings, prettyFindings, tallyOf } from "../reporters/diagnostics.ts";
import { write } from "../terminal/write.ts";
import { compileContract } from "./compile-contract.ts";
import { contractFiles } from "./contract-files.ts";
import type { Session } from "./session.ts";

/**
 * Checks each contract on its own and reports on all of them. A contract that cannot be read does not keep
 * the others from being checked.
 */
export async function checkContracts(
  session: Session,
  paths: readonly string[],
  format: "pretty" | "json",
): Promise<ExitCode> {
  const { io } = session;
  const findings: ContractFindings[] = [];
  let code: ExitCode = exitCode.fine;
  for (const file of contractFiles(paths, io.cwd)) {
    try {
      const contract = compileContract(file, io.cwd).findings;
      findings.push(contract);
      if (tallyOf(contract.diagnostics).errors > 0) code = worse(code, exitCode.contract);
    } catch (error) {
      if (!(error instanceof InputError)) throw error;
      await write(io.stderr, `error: ${error.message}\n`);
      code = exitCode.input;
    }
  }
  if (findings.length > 0) await write(io.stdout, report(session, findings, format));
  return code;
}

function report(session: Session, findings: readonly ContractFindings[], format: "pretty" | "json"): string {
  switch (format) {
    case "pretty":
      return prettyFindings(findings, session.frameStyle("out"));
    case "json":
      return jsonFindings(findings);
  }
}
