import type { Change } from "@entente/diff";
import { headingOf } from "../reporters/comparison-words.ts";
import type { Colours } from "../terminal/colours.ts";
import { displayWidth } from "../terminal/layout.ts";
import { printable } from "../terminal/printable.ts";
import type { TermsDigest } from "./terms.ts";
import type { SignatureVerdict } from "./verify-signatures.ts";

/** A contract with how its signatures stand. */
export interface VerifiedContract {
  readonly file: string;
  readonly title: string;
  readonly effective: { readonly from: string; readonly to: string | null } | null;
  readonly terms: TermsDigest;
  readonly signatures: readonly SignatureVerdict[];
  /** Whether every role that must sign has signed these terms; false where nobody has. */
  readonly ok: boolean;
  /** Whether these are the terms on the day that was asked for; null where a contract was verified alone. */
  readonly inForce: boolean | null;
}

/** A line for each signature, and below a stale one what changed since. */
export function prettySignatures(contracts: readonly VerifiedContract[], colours: Colours): string {
  return contracts.map((contract) => prettyContract(contract, colours)).join("\n");
}

function prettyContract(contract: VerifiedContract, colours: Colours): string {
  const { file, title, effective, terms, signatures, inForce } = contract;
  const term = effective === null ? "" : `, ${effective.from} to ${effective.to ?? "open end"}`;
  const force = inForce === null ? "" : inForce ? ", in force" : ", not in force";
  const width = Math.max(0, ...signatures.map(({ role }) => displayWidth(printable(role))));
  return [
    colours.bold(`${printable(file)}: ${printable(title)}${term}${force}`),
    `  terms sha256:${terms.digest}`,
    ...(signatures.length === 0 ? ["  nobody has signed"] : []),
    ...signatures.flatMap((signature) => prettySignature(signature, width, colours)),
    "",
  ].join("\n");
}

function prettySignature(signature: SignatureVerdict, width: number, colours: Colours): readonly string[] {
  const { role, status, reason, changes } = signature;
  const name = printable(role);
  const colour = status === "valid" ? colours.green : colours.red;
  const parts = [signedBy(signature), reason].filter((part) => part !== null);
  const head = `  ${name}${" ".repeat(width - displayWidth(name))}  ${colour(status.padEnd(11))}  ${printable(parts.join("; "))}`;
  return [head.trimEnd(), ...(changes ?? []).flatMap(changeLines)];
}

function signedBy({ name, on, key }: SignatureVerdict): string | null {
  if (on === null) return null;
  const who = name === null ? "" : `${JSON.stringify(name)} `;
  return `${who}on ${on}${key === null ? "" : `, key ${key}`}`;
}

/** `commitment first_contact, clause 1: changed (sales: less time)`, what it was and what it is. */
export function changeLines(change: Change): readonly string[] {
  const { before, after, reasons } = change;
  const why = reasons.length === 0 ? "" : ` (${reasons.join("; ")})`;
  const side = (word: string, text: string) =>
    printable(text)
      .split("\n")
      .map((line, index) => `      ${index === 0 ? word : "   "}  ${line.trim()}`);
  return [
    printable(`    ${headingOf(change)}${why}`),
    ...(before === null ? [] : side("was", before.text)),
    ...(after === null ? [] : side("is ", after.text)),
  ];
}

/** The same as JSON; `docs/signing.md` describes the shape. */
export function jsonSignatures(contracts: readonly VerifiedContract[]): string {
  const report = {
    version: 1,
    ok: contracts.every(({ ok }) => ok),
    contracts: contracts.map(({ file, title, effective, terms, signatures, ok, inForce }) => ({
      file,
      title,
      effective,
      digest: `sha256:${terms.digest}`,
      form: terms.form,
      ok,
      ...(inForce === null ? {} : { inForce }),
      signatures: signatures.map(({ role, status, name, on, key, reason, changes }) => ({
        role,
        status,
        name,
        on,
        key,
        reason,
        ...(changes === null ? {} : { changes: changes.map(jsonChange) }),
      })),
    })),
  };
  return `${JSON.stringify(report, null, 2)}\n`;
}

function jsonChange({ kind, path, change, before, after, reasons }: Change): object {
  return { kind, path, change, before: before?.text ?? null, after: after?.text ?? null, reasons };
}
