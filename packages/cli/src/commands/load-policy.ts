import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { type Policy, readPolicy } from "@entente/ir";
import { InputError } from "../input/input-error.ts";
import { prettyFindings } from "../reporters/diagnostics.ts";
import { printable } from "../terminal/printable.ts";
import { write } from "../terminal/write.ts";
import { isFolder } from "./contract-files.ts";
import { whyUnreadable } from "./contract-text.ts";
import { InvocationError } from "./invocation-error.ts";
import type { Session } from "./session.ts";

/**
 * The policy of a contract, given as `.sla` text or as the JSON of `sla build`. The compiler is loaded
 * only for the former. A contract with errors is reported on stderr, as `sla check` would.
 *
 * @returns null where the contract has errors
 * @throws InputError where the file cannot be read, PolicyError where a compiled policy cannot be used
 */
export async function loadPolicy(session: Session, file: string): Promise<Policy | null> {
  if (file === "-") throw new InvocationError("a contract is read from a file, not from stdin");
  if (file.endsWith(".json")) return compiledPolicy(file, session.io.cwd);
  const { compileContract } = await import("./compile-contract.ts");
  const { policy, findings } = compileContract(file, session.io.cwd);
  if (policy === null) {
    await write(session.io.stderr, prettyFindings([findings], session.frameStyle("err")));
    return null;
  }
  return policy;
}

/**
 * The versions of an agreement: those in a folder, or the one that a file holds, as {@link loadPolicy} reads it.
 *
 * @returns null where there are errors, which have been reported
 */
export async function loadHistory(session: Session, path: string): Promise<readonly Policy[] | null> {
  if (isFolder(path, session.io.cwd)) {
    const { loadVersions } = await import("./load-versions.ts");
    return loadVersions(session, path);
  }
  const policy = await loadPolicy(session, path);
  return policy === null ? null : [policy];
}

function compiledPolicy(file: string, cwd: string): Policy {
  let text: string;
  try {
    text = readFileSync(resolve(cwd, file), "utf8");
  } catch (error) {
    throw new InputError(printable(file), whyUnreadable(error));
  }
  return readPolicy(parsed(text, file));
}

function parsed(text: string, file: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new InputError(printable(file), `this is not JSON (${printable(why)})`);
  }
}
