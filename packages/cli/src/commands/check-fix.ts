import { writeFileSync } from "node:fs";
import { resolve } from "node:path";
import { applyFixes, certainFix, type LintSettings } from "@entente/dsl";
import type { Diagnostic } from "@entente/ir";
import { InputError } from "../input/input-error.ts";
import type { ContractFindings } from "../reporters/diagnostics.ts";
import { printable } from "../terminal/printable.ts";
import { compileContract } from "./compile-contract.ts";
import { whyUnwritable } from "./contract-text.ts";

export interface TextChange {
  readonly file: string;
  readonly before: string;
  readonly after: string;
}

/** A contract before and after every certain fix was applied to it and to what it imports. */
export interface MendedContract {
  readonly before: ContractFindings;
  readonly after: ContractFindings;
  /** What was mended, round by round. */
  readonly applied: readonly Diagnostic[];
  readonly changes: readonly TextChange[];
}

/** A mend may bring to light what could not be seen before it; nothing takes more rounds than this. */
const MOST_ROUNDS = 20;

/**
 * Applies fixes that can be meant in one way only until there are none left. Nothing is written.
 *
 * @throws InputError where the contract cannot be read
 */
export function mendContract(file: string, cwd: string, lint: LintSettings): MendedContract {
  const before = compileContract(file, cwd, { lint }).findings;
  const texts = new Map<string, string>();
  const applied: Diagnostic[] = [];
  let after = before;
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const mended = applyFixes(after.diagnostics, after.sources);
    if (mended.applied.length === 0) break;
    for (const fix of mended.applied) applied.push(fix);
    for (const [path, text] of mended.texts) texts.set(path, text);
    after = compileContract(file, cwd, { lint, texts }).findings;
  }
  const changes = [...texts].map(([path, text]) => ({
    file: path,
    before: before.sources.get(path) ?? "",
    after: text,
  }));
  return { before, after, applied, changes };
}

/**
 * Writes the new texts in place of the files.
 *
 * @throws InputError where a file cannot be written
 */
export function writeTexts(changes: readonly TextChange[], cwd: string): void {
  for (const { file, after } of changes) {
    try {
      writeFileSync(resolve(cwd, file), after);
    } catch (error) {
      throw new InputError(printable(file), whyUnwritable(error));
    }
  }
}

/** One line for each problem that was mended: `fixed draft.sla:5:47: write $10,000 (check/unit-mismatch)`. */
export function fixedLines(applied: readonly Diagnostic[]): string {
  return applied
    .map((diagnostic) => {
      const { file, line, column } = diagnostic.span;
      const title = certainFix(diagnostic)?.title ?? diagnostic.message;
      return printable(`fixed ${file}:${line}:${column}: ${title} (${diagnostic.id})`);
    })
    .map((line) => `${line}\n`)
    .join("");
}
