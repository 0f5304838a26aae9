import { analyse, type Finding } from "@entente/analysis";
import type { Diagnostic } from "@entente/ir";
import type { ContractFindings } from "../reporters/diagnostics.ts";
import type { CompiledContract } from "./compile-contract.ts";

/** The findings of a contract with those of its analysis, in the order of the text; with errors there is nothing to analyse. */
export function analysed({ policy, findings }: CompiledContract): ContractFindings {
  if (policy === null) return findings;
  const analysis = analyse(policy);
  const files = [...findings.sources.keys()];
  const place = ({ span }: Diagnostic): number => files.indexOf(span.file);
  const diagnostics: readonly (Diagnostic | Finding)[] = [
    ...findings.diagnostics,
    ...analysis.findings,
  ].toSorted((a, b) => place(a) - place(b) || a.span.start - b.span.start);
  return { ...findings, diagnostics, notProved: analysis.notProved };
}
