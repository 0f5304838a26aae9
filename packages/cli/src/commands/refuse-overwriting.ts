import { realpathSync } from "node:fs";
import { InvocationError } from "./invocation-error.ts";
import { located } from "./lead-file.ts";

type NamedFiles = Readonly<Record<string, string | undefined>>;

/**
 * Refuses to write a file that is read, or to write one file twice. Links are followed.
 *
 * @param inputs files by the option or argument that names them
 * @throws InvocationError that names the two
 */
export function refuseOverwriting(cwd: string, inputs: NamedFiles, outputs: NamedFiles): void {
  const taken = new Map<string, string>();
  for (const [name, path] of named(inputs)) taken.set(realPath(path, cwd), name);
  for (const [name, path] of named(outputs)) {
    const real = realPath(path, cwd);
    const other = taken.get(real);
    if (other !== undefined) {
      throw new InvocationError(`${name} would overwrite ${other}: ${path}; give another file`);
    }
    taken.set(real, name);
  }
}

function named(files: NamedFiles): [string, string][] {
  return Object.entries(files).flatMap(([name, path]) =>
    path === undefined || path === "-" ? [] : [[name, path]],
  );
}

function realPath(path: string, cwd: string): string {
  const absolute = located(path, cwd);
  try {
    return realpathSync(absolute);
  } catch {
    return absolute; // it does not exist yet
  }
}
