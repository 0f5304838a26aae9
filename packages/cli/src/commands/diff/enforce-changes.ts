import { accessSync, constants } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { type ChangeRules, type Comparison, judgeChanges, type Obstacle } from "@entente/diff";
import type { Policy } from "@entente/ir";
import { InputError } from "../../input/input-error.ts";
import { signingFolder } from "../../signing/signing-folder.ts";
import { verifySignatures } from "../../signing/verify-signatures.ts";
import type { CliIo } from "../../terminal/cli-io.ts";
import { printable } from "../../terminal/printable.ts";
import { asOf, zoneOf } from "../as-of.ts";
import { changeRules } from "../change-rules.ts";
import { configName, configText, parseConfig } from "../check-config.ts";
import { InvocationError } from "../invocation-error.ts";
import { bytesAt } from "./git.ts";
import type { VersionFile } from "./version-source.ts";

/** A change of one contract, and where its two versions were read. */
export interface EnforcedChange {
  readonly base: { readonly file: VersionFile; readonly policy: Policy };
  readonly head: { readonly file: VersionFile; readonly policy: Policy };
  readonly comparison: Comparison;
}

export interface EnforceOptions {
  /** As given; by default `allowed_signers` beside the later version. */
  readonly allowedSigners?: string;
  /** The instant for which it is asked whether the contract is in force. */
  readonly at?: string;
}

/**
 * What stands in the way of a change, by the rules of the contract's folder.
 *
 * @throws InvocationError where the later version is not on disk, InputError where the rules cannot be read
 */
export function enforceChanges(change: EnforcedChange, options: EnforceOptions, io: CliIo): Obstacle[] {
  const { base, head, comparison } = change;
  if (head.file.revision !== null) {
    throw new InvocationError(
      "--enforce looks for signatures beside the later version, so that one has to be a file on disk",
    );
  }
  return judgeChanges({
    base: base.policy,
    head: head.policy,
    comparison,
    rules: rulesFor(change, io.cwd),
    signed: signedRoles(head.file.path, head.policy, options.allowedSigners, io),
    on: zoneOf(base.policy).localDate(asOf(options.at, io.now(), base.policy)),
  });
}

/** The rules are those beside the earlier version: a change cannot rewrite the rules by which it is judged. */
function rulesFor({ base, head }: EnforcedChange, cwd: string): ChangeRules {
  for (const { file } of [base, head]) {
    const shown = besideOf(file.shown);
    const text = settingsText(file, cwd);
    if (text !== null) return changeRules(parseConfig(text, shown).changes, base.policy, head.policy, shown);
  }
  return changeRules(undefined, base.policy, head.policy, configName);
}

function settingsText({ revision, path }: VersionFile, cwd: string): string | null {
  if (revision === null) return configText(besideOf(path), cwd);
  return bytesAt(revision, besideOf(path))?.toString("utf8") ?? null;
}

/** The settings file beside a contract; `./` and `REVISION:` stay as they are. */
function besideOf(contract: string): string {
  return contract.replace(/[^/:]*$/, configName);
}

/** The roles whose signature over these very terms is valid. Without allowed signers no key counts. */
function signedRoles(
  contract: string,
  policy: Policy,
  named: string | undefined,
  io: CliIo,
): readonly string[] {
  const shown = named ?? join(dirname(contract), "allowed_signers");
  const allowed = resolve(io.cwd, shown);
  if (!isReadable(allowed)) {
    if (named === undefined) return [];
    throw new InputError(printable(named), "the list of allowed signers cannot be read");
  }
  const verdicts = verifySignatures(policy, signingFolder(contract, io.cwd), { allowed, roles: [], io });
  return verdicts.filter(({ status }) => status === "valid").map(({ role }) => role);
}

function isReadable(path: string): boolean {
  try {
    accessSync(path, constants.R_OK);
    return true;
  } catch {
    return false;
  }
}
