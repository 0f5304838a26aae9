import { type SpawnSyncReturns, spawnSync } from "node:child_process";
import { InputError } from "../input/input-error.ts";
import type { CliIo } from "../terminal/cli-io.ts";

/** Signatures are made for this purpose, and count for no other (`ssh-keygen -n`). */
export const NAMESPACE = "entente-contract";

export interface KeygenOutcome {
  readonly ok: boolean;
  readonly stdout: string;
  readonly stderr: string;
}

/**
 * Runs `ssh-keygen` without a shell.
 *
 * @param input what it reads; null where it may ask the person at the terminal, for a passphrase or the touch of a key
 * @throws InputError where there is no such program
 */
export function sshKeygen(argv: readonly string[], io: CliIo, input: string | null): KeygenOutcome {
  const asksPerson = input === null && io.stdin === process.stdin;
  const tellsPerson = input === null && io.stderr === process.stderr;
  const outcome = spawnSync("ssh-keygen", argv, {
    cwd: io.cwd,
    encoding: "utf8",
    env: io.environment ?? process.env,
    ...(input === null ? {} : { input }),
    stdio: [asksPerson ? "inherit" : "pipe", "pipe", tellsPerson ? "inherit" : "pipe"],
  });
  // A program that ends without reading its input is no failure to start it.
  if (outcome.error !== undefined && outcome.status === null) throw notStarted(outcome);
  return { ok: outcome.status === 0, stdout: outcome.stdout ?? "", stderr: outcome.stderr ?? "" };
}

function notStarted({ error }: SpawnSyncReturns<string>): InputError {
  const missing = error !== undefined && "code" in error && error.code === "ENOENT";
  return new InputError(
    "ssh-keygen",
    missing
      ? "there is no such program on this machine; it comes with OpenSSH, 8.9 or newer"
      : `it could not be started (${error?.message ?? "for no known reason"})`,
  );
}
