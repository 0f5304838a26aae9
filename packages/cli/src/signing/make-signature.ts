import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { InputError } from "../input/input-error.ts";
import type { CliIo } from "../terminal/cli-io.ts";
import { printable } from "../terminal/printable.ts";
import { NAMESPACE, sshKeygen } from "./ssh-keygen.ts";

/**
 * Signs a statement with an SSH key: the armored signature. `ssh-keygen` may ask for a passphrase, an agent may hold the
 * key, and the key may be a token.
 *
 * @param key path of the private key, or of the public one where an agent holds the other
 * @throws InputError where the key cannot sign
 */
export function makeSignature(
  statement: string,
  key: { readonly path: string; readonly shown: string },
  io: CliIo,
) {
  const folder = mkdtempSync(join(tmpdir(), "sla-sign-"));
  try {
    const file = join(folder, "statement");
    writeFileSync(file, statement);
    const outcome = sshKeygen(["-q", "-Y", "sign", "-f", key.path, "-n", NAMESPACE, file], io, null);
    if (!outcome.ok) throw new InputError(printable(key.shown), whyNotSigned(outcome.stderr));
    return readFileSync(`${file}.sig`, "utf8");
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const needsTerminal =
  "a key with a passphrase needs a terminal to type it at, or an agent that holds the key (ssh-add)";

/** @param said what `ssh-keygen` wrote where nobody could see it; empty where the person at the terminal has seen it */
function whyNotSigned(said: string): string {
  if (said.includes("passphrase")) return `nobody is there to type its passphrase; ${needsTerminal}`;
  if (said.includes("UNPROTECTED PRIVATE KEY"))
    return "others may read this key, so ssh-keygen does not use it; chmod 600 makes it private";
  const last = said.trim().split("\n").at(-1) ?? "";
  if (last === "") return `ssh-keygen did not sign with it, and says why above; ${needsTerminal}`;
  return `ssh-keygen cannot sign with this file (it says: ${printable(last)}); name a private SSH key`;
}
