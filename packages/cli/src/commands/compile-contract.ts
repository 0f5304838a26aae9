import { resolve } from "node:path";
import { compile } from "@entente/dsl";
import type { Policy } from "@entente/ir";
import { InputError } from "../input/input-error.ts";
import type { ContractFindings } from "../reporters/diagnostics.ts";
import { printable } from "../terminal/printable.ts";
import { readContractText } from "./contract-text.ts";

/** What became of a contract: its policy where it has no errors, and what was found. */
export interface CompiledContract {
  readonly policy: Policy | null;
  readonly findings: ContractFindings;
}

/**
 * Compiles a contract and what it imports.
 *
 * @param file as the user wrote it: findings name it so
 * @throws InputError where the contract itself cannot be read; an import that cannot be is a finding
 */
export function compileContract(file: string, cwd: string): CompiledContract {
  const entry = readContractText(resolve(cwd, file));
  if ("problem" in entry) throw new InputError(printable(file), entry.problem);
  const { policy, diagnostics, sources } = compile({
    entry: file,
    text: entry.text,
    read: (path) => {
      const imported = readContractText(resolve(cwd, path));
      return "text" in imported ? imported.text : imported;
    },
  });
  return { policy, findings: { file, diagnostics, sources } };
}
