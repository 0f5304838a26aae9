import { realpathSync } from "node:fs";
import { dirname, resolve, sep } from "node:path";
import { compile, type LintSettings } from "@entente/dsl";
import type { Policy } from "@entente/ir";
import { InputError } from "../input/input-error.ts";
import type { ContractFindings } from "../reporters/diagnostics.ts";
import { printable } from "../terminal/printable.ts";
import { type ContractText, readContractText } from "./contract-text.ts";

/** What became of a contract: its policy where it has no errors, and what was found. */
export interface CompiledContract {
  readonly policy: Policy | null;
  readonly findings: ContractFindings;
}

export interface CompileChoices {
  /** Levels of lint rules; without them no rule runs. */
  readonly lint?: LintSettings;
  /** Texts that stand for those of files, by their paths. */
  readonly texts?: ReadonlyMap<string, string>;
}

/** Whether an import lies outside the contract's folder once links are followed. What does not exist leads nowhere. */
function leadsOut(contract: string, imported: string): boolean {
  try {
    return !realpathSync(imported).startsWith(realpathSync(dirname(contract)) + sep);
  } catch {
    return false;
  }
}

/**
 * Compiles a contract and what it imports.
 *
 * @param file as the user wrote it: findings name it so
 * @throws InputError where the contract itself cannot be read; an import that cannot be is a finding
 */
export function compileContract(file: string, cwd: string, choices: CompileChoices = {}): CompiledContract {
  const read = (path: string): ContractText => {
    const text = choices.texts?.get(path);
    return text === undefined ? readContractText(resolve(cwd, path)) : { text };
  };
  const entry = read(file);
  if ("problem" in entry) throw new InputError(printable(file), entry.problem);
  const { policy, diagnostics, sources } = compile({
    entry: file,
    text: entry.text,
    read: (path) => {
      if (leadsOut(resolve(cwd, file), resolve(cwd, path)))
        return { problem: "it is a link out of the contract's folder" };
      const imported = read(path);
      return "text" in imported ? imported.text : imported;
    },
    ...(choices.lint === undefined ? {} : { lint: choices.lint }),
  });
  return { policy, findings: { file, diagnostics, sources } };
}
