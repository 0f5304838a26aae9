import { existsSync } from "node:fs";
import { resolve } from "node:path";
import { isCalendarDate, type Policy } from "@entente/ir";
import { type ExitCode, exitCode } from "../exit-code.ts";
import { InputError } from "../input/input-error.ts";
import { makeSignature } from "../signing/make-signature.ts";
import {
  dropUnsignedTerms,
  saveFiles,
  signingFolder,
  statementFile,
  storedTerms,
  termsFile,
} from "../signing/signing-folder.ts";
import { type Statement, statementText } from "../signing/statement.ts";
import { sha256, termsDigest, termsText } from "../signing/terms.ts";
import type { CliIo } from "../terminal/cli-io.ts";
import { printable } from "../terminal/printable.ts";
import { write } from "../terminal/write.ts";
import { zoneOf } from "./as-of.ts";
import { InvocationError } from "./invocation-error.ts";
import { loadPolicy } from "./load-policy.ts";
import type { Session } from "./session.ts";
import { requireSigner } from "./signing-role.ts";

export interface SignOptions {
  readonly key: string;
  readonly role: string;
  readonly name?: string;
  readonly on?: string;
}

/** Signs the terms of a contract, and writes statement, signature and terms beside it. */
export async function signContract(session: Session, file: string, options: SignOptions): Promise<ExitCode> {
  const { io } = session;
  const key = keyFile(options.key, io);
  const policy = await loadPolicy(session, file);
  if (policy === null) return exitCode.contract;
  requireSigner(policy, options.role);
  const folder = signingFolder(file, io.cwd);
  const { digest, form } = termsDigest(policy);
  // Who signs the same terms later signs the same file.
  const terms = storedTerms(folder, digest) ?? termsText(policy);
  const { title, effective } = policy.agreement;
  const statement: Statement = {
    contract: title,
    effective,
    digest,
    form,
    terms: sha256(terms),
    role: options.role,
    name: options.name ?? declared(policy, options.role)?.who ?? null,
    on: dayOf(options.on, policy, io),
  };
  const text = statementText(statement);
  const signature = makeSignature(text, key, io);
  const name = statementFile(options.role);
  const files = new Map([
    [termsFile(digest), terms],
    [name, text],
    [`${name}.sig`, signature],
  ]);
  saveFiles(folder, files);
  const dropped = dropUnsignedTerms(folder);
  await write(
    io.stdout,
    signedLines(
      statement,
      [...files.keys()].map((each) => `${folder.shown}/${each}`),
    ),
  );
  await write(
    io.stderr,
    remarks(
      policy,
      statement,
      dropped.map((each) => `${folder.shown}/${each}`),
    ),
  );
  return exitCode.fine;
}

function signedLines({ contract, role, on, digest }: Statement, files: readonly string[]): string {
  return [
    printable(`signed ${JSON.stringify(contract)} as ${role} on ${on}`),
    `  terms sha256:${digest}`,
    ...files.map((file) => `  ${printable(file)}`),
    "",
  ].join("\n");
}

function remarks(policy: Policy, { role, name, on }: Statement, dropped: readonly string[]): string {
  const own = declared(policy, role);
  const unlike = own !== null && (own.on !== on || (name !== null && own.who !== name));
  return [
    ...(unlike
      ? [
          printable(
            `the contract says ${JSON.stringify(own.who)} as ${role} on ${own.on}: mend it, or sign with --name and --on`,
          ),
        ]
      : []),
    ...dropped.map((file) => printable(`removed ${file}: no signature speaks of these terms any more`)),
  ]
    .map((line) => `${line}\n`)
    .join("");
}

function declared(policy: Policy, role: string): Policy["signatures"][number] | null {
  return policy.signatures.find((signature) => signature.role === role) ?? null;
}

function dayOf(on: string | undefined, policy: Policy, io: CliIo): string {
  if (on === undefined) return zoneOf(policy).localDate(io.now());
  if (isCalendarDate(on)) return on;
  throw new InvocationError(`--on: ${JSON.stringify(on)} is not a day; write it as 2026-01-02`);
}

function keyFile(
  shown: string,
  { cwd, environment }: CliIo,
): { readonly path: string; readonly shown: string } {
  const home = (environment ?? process.env).HOME;
  const path = resolve(cwd, home === undefined ? shown : shown.replace(/^~(?=\/)/, home));
  if (!existsSync(path))
    throw new InputError(printable(shown), "there is no such key; ssh-keygen -t ed25519 makes one");
  return { path, shown };
}
