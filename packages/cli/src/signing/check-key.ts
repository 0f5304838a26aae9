import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { CliIo } from "../terminal/cli-io.ts";
import { NAMESPACE, sshKeygen } from "./ssh-keygen.ts";
import { withLineFeeds } from "./terms.ts";

/** Whose signature stands under a statement. */
export type KeyCheck =
  /** The key counts for the role. */
  | { readonly kind: "counts"; readonly key: string }
  /** The key counts, but for other roles. */
  | { readonly kind: "wrong key"; readonly key: string; readonly roles: readonly string[] }
  /** Nobody said whose key this is. `said` is what `ssh-keygen` had to say of the list of keys. */
  | { readonly kind: "unknown key"; readonly key: string; readonly said: string }
  /** Statement and signature do not belong together. */
  | { readonly kind: "altered" };

/**
 * Checks a signature against the allowed signers, in the format of `ssh-keygen`: a line gives a key the roles that it signs
 * for. A key that is limited in time must count on the day of the signature.
 *
 * @param allowed absolute path of the file of allowed signers
 * @param on the day of the signature, `YYYY-MM-DD`
 */
export function checkKey(
  statement: string,
  signature: string,
  { role, on, allowed }: { readonly role: string; readonly on: string; readonly allowed: string },
  io: CliIo,
): KeyCheck {
  const folder = mkdtempSync(join(tmpdir(), "sla-verify-"));
  try {
    const file = join(folder, "signature");
    writeFileSync(file, withLineFeeds(signature));
    const signed = withLineFeeds(statement);
    const ask = (...argv: readonly string[]) => sshKeygen(["-Y", ...argv, "-s", file], io, signed);
    const intact = ask("check-novalidate", "-n", NAMESPACE);
    if (!intact.ok) return { kind: "altered" };
    const key = /SHA256:[\w+/=-]+/.exec(intact.stdout)?.[0] ?? "unknown";
    const noon = `-Overify-time=${on.replaceAll("-", "")}1200Z`;
    if (ask("verify", "-f", allowed, "-I", role, "-n", NAMESPACE, noon).ok) return { kind: "counts", key };
    const principals = sshKeygen(["-Y", "find-principals", "-f", allowed, noon, "-s", file], io, "");
    const roles = principals.stdout.split(/[\n,]/).filter((name) => name !== "");
    if (principals.ok && roles.length > 0) return { kind: "wrong key", key, roles };
    return { kind: "unknown key", key, said: complaint(principals.stderr, allowed) };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** What `ssh-keygen` says of lines that it cannot read. */
function complaint(stderr: string, allowed: string): string {
  return stderr
    .split(/\r?\n/)
    .filter((line) => line.startsWith(`${allowed}:`))
    .map((line) => `line ${line.slice(allowed.length + 1)}`)
    .join("; ");
}
