import { compile } from "@entente/dsl";
import { type Policy, readPolicy } from "@entente/ir";
import { InputError } from "../../input/input-error.ts";
import { prettyFindings } from "../../reporters/diagnostics.ts";
import { printable } from "../../terminal/printable.ts";
import { write } from "../../terminal/write.ts";
import { loadPolicy } from "../load-policy.ts";
import type { Session } from "../session.ts";
import { bytesAt, type Revision } from "./git.ts";
import type { VersionFile } from "./version-source.ts";

/**
 * The policy of a version. A contract of a revision imports files of that revision. Errors are reported on stderr.
 *
 * @returns null where the contract has errors
 * @throws InputError where the file cannot be read, PolicyError where a compiled policy cannot be used
 */
export async function loadVersion(session: Session, file: VersionFile): Promise<Policy | null> {
  const { revision, path, shown } = file;
  if (revision === null) return loadPolicy(session, path);
  const text = textAt(revision, path);
  if (typeof text !== "string") throw new InputError(printable(shown), text.problem);
  if (path.endsWith(".json")) return readPolicy(parsed(text, shown));
  const { policy, diagnostics, sources } = compile({
    entry: path,
    text,
    read: (imported) => textAt(revision, imported),
  });
  if (policy !== null) return policy;
  const findings = { file: shown, diagnostics, sources };
  await write(session.io.stderr, prettyFindings([findings], session.frameStyle("err")));
  return null;
}

function textAt(revision: Revision, path: string): string | { readonly problem: string } {
  const bytes = bytesAt(revision, path);
  if (bytes === null) return { problem: `there is no such file in ${printable(revision.name)}` };
  if (bytes.includes(0)) return { problem: "this is not a text file" };
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return { problem: "this is not UTF-8 text; save it as UTF-8" };
  }
}

function parsed(text: string, shown: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new InputError(printable(shown), `this is not JSON (${printable(why)})`);
  }
}
