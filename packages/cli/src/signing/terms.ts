import { createHash } from "node:crypto";
import { CANONICAL_VERSION, canonicalText } from "@entente/diff";
import type { Policy } from "@entente/ir";

/** What is signed of a contract, as a fingerprint. */
export interface TermsDigest {
  /** SHA-256 of the canonical text of the contract without its `signature` declarations; lower-case hex. */
  readonly digest: string;
  /** The version of the canonical form; digests of different forms cannot be compared. */
  readonly form: number;
}

/**
 * The digest of what was agreed. Layout, comments and order leave it as it is; so do `signature` declarations, since they
 * are written while the parties sign one after the other.
 */
export function termsDigest(policy: Policy): TermsDigest {
  const text = canonicalText({ ...policy, signatures: [] });
  return { digest: sha256(text), form: CANONICAL_VERSION };
}

/** The policy as it is kept beside the signatures, so that a later change can be named. */
export function termsText(policy: Policy): string {
  return `${JSON.stringify(policy, null, 1)}\n`;
}

/** SHA-256 of a text as UTF-8, in lower-case hex. A checkout may have changed the ends of lines: they count as line feeds. */
export function sha256(text: string): string {
  return createHash("sha256").update(withLineFeeds(text), "utf8").digest("hex");
}

export function withLineFeeds(text: string): string {
  return text.replaceAll("\r\n", "\n");
}
