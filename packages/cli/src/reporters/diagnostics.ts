import type { NotProved } from "@entente/analysis";
import type { Diagnostic } from "@entente/ir";
import { counted, listed } from "../terminal/counted.ts";
import { printable } from "../terminal/printable.ts";
import { codeFrame, type FrameStyle } from "./code-frame.ts";

/** What the compiler found in one contract, in the order of the text. */
export interface ContractFindings {
  readonly file: string;
  readonly diagnostics: readonly Diagnostic[];
  readonly sources: ReadonlyMap<string, string>;
  /** Questions that the analysis could not decide; absent where it did not run. */
  readonly notProved?: readonly NotProved[];
}

/** The number of findings of each severity. */
export interface Tally {
  readonly errors: number;
  readonly warnings: number;
  readonly notes: number;
}

export function tallyOf(diagnostics: readonly Diagnostic[]): Tally {
  const count = (severity: string) => diagnostics.filter((each) => each.severity === severity).length;
  return { errors: count("error"), warnings: count("warning"), notes: count("info") };
}

/** The findings of some contracts as code frames and one line that sums them up. */
export function prettyFindings(contracts: readonly ContractFindings[], style: FrameStyle): string {
  const frames = contracts.flatMap((contract) =>
    contract.diagnostics.map((diagnostic) => codeFrame(diagnostic, contract.sources, style)),
  );
  return [...frames, `${summary(contracts)}\n`].join("\n");
}

/** `3 errors, 1 warning in company-a.sla`. */
export function summary(contracts: readonly ContractFindings[]): string {
  const { errors, warnings, notes } = tallyOf(contracts.flatMap((contract) => contract.diagnostics));
  const parts = [
    ...(errors > 0 ? [counted(errors, "error")] : []),
    ...(warnings > 0 ? [counted(warnings, "warning")] : []),
    ...(notes > 0 ? [counted(notes, "note")] : []),
  ];
  return `${parts.length === 0 ? "No problems" : parts.join(", ")} in ${where(contracts)}`;
}

/** The findings of some contracts as JSON; `docs/cli.md` describes the shape. */
export function jsonFindings(contracts: readonly ContractFindings[]): string {
  const { errors, warnings, notes } = tallyOf(contracts.flatMap((contract) => contract.diagnostics));
  const report = {
    version: 1,
    errors,
    warnings,
    notes,
    contracts: contracts.map((contract) => ({
      file: contract.file,
      ok: tallyOf(contract.diagnostics).errors === 0,
      diagnostics: contract.diagnostics,
      ...(contract.notProved === undefined ? {} : { notProved: contract.notProved }),
    })),
  };
  return `${JSON.stringify(report, null, 2)}\n`;
}

function where(contracts: readonly ContractFindings[]): string {
  const names = contracts.map((contract) => printable(contract.file));
  return names.length <= 3 ? listed(names) : counted(names.length, "contract");
}
