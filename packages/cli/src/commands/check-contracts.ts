import { certainFix } from "@entente/dsl";
import { type ExitCode, exitCode, worse } from "../exit-code.ts";
import { InputError } from "../input/input-error.ts";
import { diagnosticGroup } from "../reporters/ci-findings.ts";
import { type CiFormat, ciReport } from "../reporters/ci-report.ts";
import {
  type ContractFindings,
  jsonFindings,
  prettyFindings,
  summary,
  tallyOf,
} from "../reporters/diagnostics.ts";
import { projectRoot } from "../reporters/region.ts";
import { watched } from "../terminal/cli-io.ts";
import { counted } from "../terminal/counted.ts";
import { printable } from "../terminal/printable.ts";
import { write } from "../terminal/write.ts";
import { analysed } from "./analyse-contract.ts";
import { notProvedLines, withWitnesses } from "./analyse-report.ts";
import { lintConfigs } from "./check-config.ts";
import { lineDiff } from "./check-diff.ts";
import { fixedLines, type MendedContract, mendContract, writeTexts } from "./check-fix.ts";
import type { HistoryOptions } from "./check-history.ts";
import { type CompiledContract, compileContract } from "./compile-contract.ts";
import { contractFiles } from "./contract-files.ts";
import { withoutLibraries, withVersions } from "./contract-versions.ts";
import { programVersion } from "./program-version.ts";
import type { Session } from "./session.ts";

export type CheckFormat = "pretty" | "json" | CiFormat;

export interface CheckChoices {
  readonly format: CheckFormat;
  /** What becomes of fixes that are certain: nothing, a diff, or the new text of the file. */
  readonly change: "none" | "show" | "write";
  /** Whether everything that could not be proved is listed. */
  readonly verbose?: boolean;
  /** The leads that rates are held against. */
  readonly history?: HistoryOptions | null;
}

/**
 * Checks each contract on its own, and how versions of one agreement follow each other, and reports on all of them. A contract that cannot be read does not keep
 * the others from being checked.
 */
export async function checkContracts(
  session: Session,
  paths: readonly string[],
  { format, change, verbose = false, history = null }: CheckChoices,
): Promise<ExitCode> {
  const { io } = session;
  const lintFor = lintConfigs(io.cwd);
  const contracts: CompiledContract[] = [];
  const told = new Set<string>();
  let code: ExitCode = exitCode.fine;
  for (const file of withoutLibraries(contractFiles(paths, io.cwd), io.cwd)) {
    try {
      const lint = lintFor(file);
      const mended =
        change === "none" ? null : await changed(session, mendContract(file, io.cwd, lint), change);
      if (mended !== null && change === "show") {
        contracts.push({ policy: null, findings: mended });
        continue;
      }
      const contract = compileContract(file, io.cwd, { lint });
      contracts.push({ ...contract, findings: await checked(session, contract, history) });
    } catch (error) {
      if (!(error instanceof InputError)) throw error;
      // A configuration that cannot be read stands beside many contracts.
      if (!told.has(error.message)) await write(io.stderr, `error: ${error.message}\n`);
      told.add(error.message);
      code = exitCode.input;
    }
  }
  const findings = withVersions(contracts, paths);
  if (findings.some(({ diagnostics }) => tallyOf(diagnostics).errors > 0))
    code = worse(code, exitCode.contract);
  if (findings.length > 0 && change !== "show")
    await write(io.stdout, report(session, findings, format, verbose));
  if (format === "pretty" && watched(io)) await write(io.stderr, hints(findings, change));
  return code;
}

/** The findings of a contract, with those of its history where there is one. */
async function checked(
  session: Session,
  contract: CompiledContract,
  history: HistoryOptions | null,
): Promise<ContractFindings> {
  const found = analysed(contract);
  if (history === null || contract.policy === null) return found;
  const { historyFindings } = await import("./check-history.ts");
  const contradicted = await historyFindings(session, contract.policy, history);
  return { ...found, diagnostics: [...found.diagnostics, ...contradicted] };
}

/** Writes the new texts, or shows them; the findings are those of the files as they stand afterwards. */
async function changed(
  { io }: Session,
  mended: MendedContract,
  change: "show" | "write",
): Promise<ContractFindings> {
  if (change === "show") {
    for (const { file, before, after } of mended.changes) {
      await write(io.stdout, printable(lineDiff(file, before, after)));
    }
    const count = counted(mended.applied.length, "problem");
    await write(io.stderr, `${count} of ${printable(mended.before.file)} would be mended\n`);
    return mended.before;
  }
  writeTexts(mended.changes, io.cwd);
  await write(io.stderr, fixedLines(mended.applied));
  return mended.after;
}

function report(
  session: Session,
  findings: readonly ContractFindings[],
  format: CheckFormat,
  verbose: boolean,
): string {
  switch (format) {
    case "pretty":
      return (
        prettyFindings(findings.map(withWitnesses), session.frameStyle("out")) +
        notProvedLines(findings, verbose)
      );
    case "json":
      return jsonFindings(findings);
    default: {
      const root = projectRoot(session.io);
      const groups = findings.map((contract) => diagnosticGroup(withWitnesses(contract), root));
      return ciReport(
        { command: "check", summary: summary(findings), groups, notes: [] },
        format,
        programVersion(),
      );
    }
  }
}

/** What a person at a terminal can do next. */
function hints(contracts: readonly ContractFindings[], change: CheckChoices["change"]): string {
  const found = contracts.flatMap((contract) => contract.diagnostics);
  const [first] = found;
  if (first === undefined || change === "show") return "";
  const certain = found.filter((diagnostic) => certainFix(diagnostic) !== null).length;
  const mend = certain === 0 ? "" : `${counted(certain, "problem")} can be mended with --fix\n`;
  return `${mend}sla check --explain ${first.id} says more about it\n`;
}
