import { readdirSync, statSync } from "node:fs";
import { join, resolve } from "node:path";
import { InputError } from "../input/input-error.ts";
import { printable } from "../terminal/printable.ts";
import { whyUnreadable } from "./contract-text.ts";
import { InvocationError } from "./invocation-error.ts";

/**
 * The contracts that some arguments name, as they were written, each once: a folder stands for the `.sla`
 * files in it, by name; folders within it are left out, since what they hold is usually imported.
 *
 * @throws InputError where a file or folder does not exist, or where a folder holds no contract
 */
export function contractFiles(paths: readonly string[], cwd: string): readonly string[] {
  const files = new Map<string, string>();
  for (const path of paths) {
    for (const file of isFolder(path, cwd) ? contractsIn(path, cwd) : [path]) {
      const key = resolve(cwd, file);
      if (!files.has(key)) files.set(key, file);
    }
  }
  return [...files.values()];
}

/**
 * Whether a path names a folder.
 *
 * @throws InputError where there is nothing of that name
 */
export function isFolder(path: string, cwd: string): boolean {
  if (path === "-") throw new InvocationError("a contract is read from a file, not from stdin");
  try {
    return statSync(resolve(cwd, path)).isDirectory();
  } catch (error) {
    throw new InputError(printable(path), whyUnreadable(error));
  }
}

function contractsIn(folder: string, cwd: string): readonly string[] {
  const names = readdirSync(resolve(cwd, folder), { withFileTypes: true })
    .filter((entry) => !entry.isDirectory() && entry.name.endsWith(".sla"))
    .map((entry) => entry.name)
    .toSorted();
  if (names.length === 0) throw new InputError(printable(folder), "there is no .sla file in this folder");
  return names.map((name) => join(folder, name));
}
