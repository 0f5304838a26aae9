import type { Change } from "@entente/diff";
import { type Policy, readPolicy } from "@entente/ir";
import type { CliIo } from "../terminal/cli-io.ts";
import { changesSince } from "./changes-since.ts";
import { checkKey, type KeyCheck } from "./check-key.ts";
import {
  type SigningFolder,
  type StoredSignature,
  statementFile,
  storedSignatures,
  storedTerms,
} from "./signing-folder.ts";
import type { Statement } from "./statement.ts";
import { sha256, type TermsDigest, termsDigest } from "./terms.ts";

/**
 * How the signature of one role stands.
 *
 * - `valid`: these terms, by a key that counts for the role
 * - `stale`: by such a key, but the terms have changed since
 * - `wrong key`, `unknown key`: the key counts for other roles, or for none
 * - `altered`: statement and signature do not belong together
 * - `missing`: nobody has signed as this role
 */
export type SignatureStatus = "valid" | "stale" | "wrong key" | "unknown key" | "altered" | "missing";

export interface SignatureVerdict {
  readonly role: string;
  readonly status: SignatureStatus;
  /** As the statement says; null where there is none, or it names nobody. */
  readonly name: string | null;
  readonly on: string | null;
  /** Fingerprint of the key. */
  readonly key: string | null;
  /** Why it is not valid, or what is to be noted although it is; null where there is nothing to say. */
  readonly reason: string | null;
  /** What changed since a signature that is stale; null where that cannot be told. */
  readonly changes: readonly Change[] | null;
}

export interface VerifyOptions {
  /** Absolute path of the allowed signers. */
  readonly allowed: string;
  /** The roles that must have signed; empty for those that the contract or the signatures name. */
  readonly roles: readonly string[];
  readonly io: CliIo;
}

/** How the signatures of a contract stand, by role: those that must be there, then others that are. */
export function verifySignatures(
  policy: Policy,
  folder: SigningFolder,
  options: VerifyOptions,
): readonly SignatureVerdict[] {
  const stored = storedSignatures(folder);
  const current = termsDigest(policy);
  const asked = options.roles.length > 0 ? options.roles : declaredRoles(policy, folder, stored, current);
  const others = stored.flatMap(({ statement }) => (statement === null ? [] : [statement.role]));
  const verdicts = [...new Set([...asked, ...others])].map((role) => {
    const own = stored.find(({ file }) => file === statementFile(role));
    return own === undefined ? missing(role) : verdictOn(role, own, { policy, folder, current, options });
  });
  const unreadable = stored.filter(({ statement }) => statement === null);
  return [
    ...verdicts,
    ...unreadable.filter(({ file }) => !asked.map(statementFile).includes(file)).map(strange),
  ];
}

/** Roles that the contract declares a `signature` for, or declared one for when these very terms were signed. */
function declaredRoles(
  policy: Policy,
  folder: SigningFolder,
  stored: readonly StoredSignature[],
  current: TermsDigest,
): readonly string[] {
  const same = stored.find(({ statement }) => statement?.digest === current.digest)?.statement;
  const signed = same === undefined || same === null ? null : signedPolicy(folder, same);
  return [...policy.signatures, ...(signed?.signatures ?? [])].map(({ role }) => role);
}

interface Question {
  readonly policy: Policy;
  readonly folder: SigningFolder;
  readonly current: TermsDigest;
  readonly options: VerifyOptions;
}

function verdictOn(role: string, stored: StoredSignature, question: Question): SignatureVerdict {
  const { statement, text, signature } = stored;
  if (statement === null) return { ...strange(stored), role };
  const { name, on } = statement;
  const about = { role, name, on, key: null, changes: null };
  if (statement.role !== role)
    return { ...about, status: "altered", reason: `the statement speaks of the role ${statement.role}` };
  if (signature === null)
    return { ...about, status: "missing", reason: `there is a statement, but no file ${stored.file}.sig` };
  const { io, allowed } = question.options;
  const check = checkKey(text, signature, { role, on, allowed }, io);
  switch (check.kind) {
    case "altered":
      return { ...about, status: "altered", reason: "the statement is not what was signed" };
    case "wrong key":
      return { ...about, key: check.key, status: "wrong key", reason: whyWrong(check.roles, role) };
    case "unknown key":
      return { ...about, key: check.key, status: "unknown key", reason: whyUnknown(check, on) };
    case "counts":
      return { ...about, key: check.key, ...againstTerms(statement, question) };
  }
}

/** Whether what was signed is what is in the contract now. */
function againstTerms(
  statement: Statement,
  { policy, folder, current }: Question,
): Pick<SignatureVerdict, "status" | "reason" | "changes"> {
  if (statement.form === current.form && statement.digest === current.digest)
    return { status: "valid", reason: unlikeDeclared(policy, statement), changes: null };
  const signed = signedPolicy(folder, statement);
  if (signed === null)
    return {
      status: "stale",
      reason: "the contract has changed since, and the terms that were signed are not in the folder",
      changes: null,
    };
  if (statement.form !== current.form && termsDigest(signed).digest === current.digest)
    return { status: "valid", reason: unlikeDeclared(policy, statement), changes: null };
  const changes = changesSince(signed, policy);
  const what = "the contract has changed since";
  const reason = changes.length > 0 ? what : `${what}, although no difference in meaning was found`;
  return { status: "stale", reason, changes };
}

/** The terms that a statement speaks of, where they are kept and are those that were signed. */
function signedPolicy(folder: SigningFolder, { digest, terms }: Statement): Policy | null {
  const text = storedTerms(folder, digest);
  if (text === null || sha256(text) !== terms) return null;
  try {
    return readPolicy(JSON.parse(text));
  } catch {
    return null; // An earlier program wrote it: what it says cannot be compared.
  }
}

/** Where the contract says otherwise who signed, or when. */
function unlikeDeclared(policy: Policy, { role, name, on }: Statement): string | null {
  const own = policy.signatures.filter((signature) => signature.role === role);
  const [first] = own;
  if (first === undefined) return null;
  if (own.some((declared) => declared.on === on && (name === null || declared.who === name))) return null;
  return `the contract says ${JSON.stringify(first.who)} on ${first.on}`;
}

function whyWrong(roles: readonly string[], role: string): string {
  if (roles.includes(role)) return "its key is not given for contracts (namespaces) in the allowed signers";
  return `its key counts for ${roles.join(", ")} only`;
}

function whyUnknown({ said }: Extract<KeyCheck, { kind: "unknown key" }>, on: string): string {
  const note = said === "" ? "" : ` (ssh-keygen on them: ${said})`;
  return `its key is not among the allowed signers on ${on}${note}`;
}

function missing(role: string): SignatureVerdict {
  return {
    role,
    status: "missing",
    name: null,
    on: null,
    key: null,
    reason: `nobody has signed as ${role}`,
    changes: null,
  };
}

function strange({ file }: StoredSignature): SignatureVerdict {
  return {
    role: file.replace(/\.statement$/, ""),
    status: "altered",
    name: null,
    on: null,
    key: null,
    reason: `${file} is no statement that this program can read`,
    changes: null,
  };
}
