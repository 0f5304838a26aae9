import { certainFix } from "@entente/dsl";
import type { TestResult } from "@entente/engine";
import type { Diagnostic, Fix } from "@entente/ir";
import { errorsIn, type TestedContract } from "./contract-tests.ts";
import type { ContractFindings } from "./diagnostics.ts";
import { type ProjectRoot, type Region, regionOf } from "./region.ts";

export type CiLevel = "error" | "warning" | "note";

/** A finding as every CI service takes it, whatever command found it. */
export interface CiFinding {
  readonly level: CiLevel;
  /** `phase/kebab-name`, stable. */
  readonly id: string;
  /** What is the matter, in one sentence. */
  readonly message: string;
  /** What to do, or why it is so; lines. Null where there is nothing to add. */
  readonly help: string | null;
  readonly region: Region;
  /** The change that mends it, where that can be meant in one way only. */
  readonly fix: CiFix | null;
}

export interface CiFix {
  readonly title: string;
  readonly edits: readonly { readonly region: Region; readonly text: string }[];
}

/** The findings of one contract. */
export interface CiGroup {
  /** The contract as the user named it. */
  readonly file: string;
  readonly findings: readonly CiFinding[];
}

/** What a command found, in all the contracts that it was given. */
export interface CiReport {
  readonly command: "check" | "test" | "diff";
  /** The line that sums everything up. */
  readonly summary: string;
  readonly groups: readonly CiGroup[];
  /** What is to be said beside the findings, such as how much tests cover. */
  readonly notes: readonly string[];
}

/** What the compiler and the analysis say of a contract. */
export function diagnosticGroup(contract: ContractFindings, root: ProjectRoot): CiGroup {
  const { file, diagnostics, sources } = contract;
  return { file, findings: diagnostics.map((diagnostic) => diagnosticFinding(diagnostic, sources, root)) };
}

function diagnosticFinding(
  diagnostic: Diagnostic,
  sources: ReadonlyMap<string, string>,
  root: ProjectRoot,
): CiFinding {
  const { id, severity, message, span, label, help } = diagnostic;
  const lines = [label, help].filter((line) => line !== undefined && line !== "");
  const fix = certainFix(diagnostic);
  return {
    level: severity === "info" ? "note" : severity,
    id,
    message,
    help: lines.length === 0 ? null : lines.join("\n"),
    region: regionOf(span, sources, root),
    fix: fix === null ? null : ciFix(fix, sources, root),
  };
}

function ciFix({ title, edits }: Fix, sources: ReadonlyMap<string, string>, root: ProjectRoot): CiFix {
  return {
    title,
    edits: edits.map(({ span, text }) => ({ region: regionOf(span, sources, root), text })),
  };
}

/** What the tests of a contract say: the lines that failed, or the errors that kept the tests from being run. */
export function testGroup(contract: TestedContract, root: ProjectRoot): CiGroup {
  const { file, sources, results } = contract;
  return {
    file,
    findings: [
      ...diagnosticGroup({ file, sources, diagnostics: errorsIn(contract) }, root).findings,
      ...results.flatMap((test) => failures(test, sources, root)),
    ],
  };
}

function failures(
  { name, expectations }: TestResult,
  sources: ReadonlyMap<string, string>,
  root: ProjectRoot,
): readonly CiFinding[] {
  return expectations
    .filter(({ status }) => status === "failed")
    .map(({ expected, actual, why, span }) => ({
      level: "error",
      id: "test/failed",
      message: `test "${name}": expected ${expected}, came out ${actual}`,
      help: why.length === 0 ? null : why.join("\n"),
      region: regionOf(span, sources, root),
      fix: null,
    }));
}
