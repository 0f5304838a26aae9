import { accessSync, constants } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { isCalendarDate } from "@entente/ir";
import { type ExitCode, exitCode } from "../exit-code.ts";
import { InputError } from "../input/input-error.ts";
import { type Version, versionInForce } from "../signing/in-force.ts";
import { jsonSignatures, prettySignatures, type VerifiedContract } from "../signing/signature-report.ts";
import { signingFolder } from "../signing/signing-folder.ts";
import { termsDigest } from "../signing/terms.ts";
import { verifySignatures } from "../signing/verify-signatures.ts";
import type { CliIo } from "../terminal/cli-io.ts";
import { printable } from "../terminal/printable.ts";
import { write } from "../terminal/write.ts";
import { asOf, zoneOf } from "./as-of.ts";
import { contractFiles } from "./contract-files.ts";
import { whyUnreadable } from "./contract-text.ts";
import { InvocationError } from "./invocation-error.ts";
import { loadPolicy } from "./load-policy.ts";
import { loadVersions } from "./load-versions.ts";
import type { Session } from "./session.ts";
import { requireSigner } from "./signing-role.ts";

export interface VerifyFlags {
  readonly allowedSigners?: string;
  readonly role?: readonly string[];
  readonly at?: string;
  readonly format: "pretty" | "json";
}

/** Verifies the signatures of a contract, or of every version in a folder. */
export async function verifyContract(session: Session, path: string, flags: VerifyFlags): Promise<ExitCode> {
  const { io } = session;
  const isFolder = !contractFiles([path], io.cwd).includes(path);
  if (flags.at !== undefined && !isFolder)
    throw new InvocationError("--at asks which version of a folder is in force: name the folder");
  const allowed = allowedSigners(isFolder ? path : dirname(path), flags.allowedSigners, io);
  const versions = await versionsOf(session, path, isFolder);
  if (versions === null) return exitCode.contract;
  const day = isFolder ? dayAsked(flags.at, versions, io) : null;
  const inForce = day === null ? null : versionInForce(versions, day);
  const roles = flags.role ?? [];
  const verified = versions.map((version): VerifiedContract => {
    const { file, policy } = version;
    for (const role of roles) requireSigner(policy, role);
    const signatures = verifySignatures(policy, signingFolder(file, io.cwd), { allowed, roles, io });
    return {
      file,
      title: policy.agreement.title,
      effective: policy.agreement.effective,
      terms: termsDigest(policy),
      signatures,
      ok: signatures.length > 0 && signatures.every(({ status }) => status === "valid"),
      inForce: day === null ? null : version === inForce,
    };
  });
  await write(
    io.stdout,
    flags.format === "json" ? jsonSignatures(verified) : prettySignatures(verified, session.colours().out),
  );
  if (day !== null) await write(io.stderr, forceLine(day, inForce));
  return verified.every(({ ok }) => ok) ? exitCode.fine : exitCode.no;
}

async function versionsOf(
  session: Session,
  path: string,
  isFolder: boolean,
): Promise<readonly Version[] | null> {
  if (!isFolder) {
    const policy = await loadPolicy(session, path);
    return policy === null ? null : [{ file: path, policy, holds: policy.agreement.effective }];
  }
  const versions = [];
  // The versions of a history end where the next begins. What was signed is the file as it is written.
  for (const { agreement } of (await loadVersions(session, path)) ?? []) {
    const { file } = agreement.span;
    const policy = await loadPolicy(session, file);
    if (policy !== null) versions.push({ file, policy, holds: agreement.effective });
  }
  return versions.length === 0 ? null : versions;
}

function allowedSigners(folder: string, named: string | undefined, { cwd }: CliIo): string {
  const shown = named ?? join(folder, "allowed_signers");
  const path = resolve(cwd, shown);
  try {
    accessSync(path, constants.R_OK);
  } catch (error) {
    const wanted = "it says whose keys count, one on each line such as `cmo ssh-ed25519 AAAA…`";
    const other = named === undefined ? "; --allowed-signers names another file" : "";
    throw new InputError(printable(shown), `${whyUnreadable(error)}; ${wanted}${other}`);
  }
  return path;
}

/** The local date for which a version is in force: the day that `--at` names, or in which its instant lies. */
function dayAsked(at: string | undefined, versions: readonly Version[], io: CliIo): string {
  if (at !== undefined && isCalendarDate(at)) return at;
  const [first] = versions;
  if (first === undefined) throw new InvocationError("there is no contract to verify");
  return zoneOf(first.policy).localDate(asOf(at, io.now(), first.policy));
}

function forceLine(day: string, version: Version | null): string {
  const what = version === null ? "no version is in force" : `${version.file} is in force`;
  return printable(`on ${day} ${what}\n`);
}
