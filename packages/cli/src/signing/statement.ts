import { isCalendarDate } from "@entente/ir";
import { withLineFeeds } from "./terms.ts";

/** What a signature says: who agrees to which terms, as what, on which day. */
export interface Statement {
  /** The title of the agreement. */
  readonly contract: string;
  /** Both days belong to the term; null where the agreement does not say. */
  readonly effective: { readonly from: string; readonly to: string | null } | null;
  /** SHA-256 of the canonical form of the terms, hex. */
  readonly digest: string;
  /** The version of that form. */
  readonly form: number;
  /** SHA-256 of the file that keeps the terms, hex. */
  readonly terms: string;
  readonly role: string;
  readonly name: string | null;
  /** The day of the signature, as the signer says. */
  readonly on: string;
}

const HEAD = "Entente signature 1";

/** The statement as text, the same bytes for the same statement: this is what is signed. */
export function statementText(statement: Statement): string {
  const { contract, effective, digest, form, terms, role, name, on } = statement;
  const term = effective === null ? "" : `effective: ${effective.from} to ${effective.to ?? "open"}\n`;
  return `${HEAD}
contract: ${quoted(contract)}
${term}digest: sha256:${digest}
form: ${form}
terms: sha256:${terms}
role: ${quoted(role)}
${name === null ? "" : `name: ${quoted(name)}\n`}on: ${on}
`;
}

/** A text as JSON, in which nothing is invisible or turns the direction of writing: people read statements. */
function quoted(text: string): string {
  return JSON.stringify(text).replace(
    /[\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/g,
    (hidden) => `\\u${hidden.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
}

const text = '"(?:[^"\\\\\\n]|\\\\.)*"';
const day = "\\d{4}-\\d{2}-\\d{2}";
const hash = "sha256:([0-9a-f]{64})";
const pattern = new RegExp(
  `^${HEAD}\\ncontract: (${text})\\n(?:effective: (${day}) to (${day}|open)\\n)?digest: ${hash}\\nform: (\\d{1,6})\\n` +
    `terms: ${hash}\\nrole: (${text})\\n(?:name: (${text})\\n)?on: (${day})\\n$`,
);

/** Reads a statement back; null where the text is none, or was written by a program that knows more. */
export function readStatement(raw: string): Statement | null {
  const match = pattern.exec(withLineFeeds(raw));
  if (match === null) return null;
  const [, title = "", from, to, digest = "", form = "", terms = "", role = "", name, on = ""] = match;
  const contract = textIn(title);
  const who = textIn(role);
  const called = name === undefined ? null : textIn(name);
  if (contract === null || who === null || (name !== undefined && called === null)) return null;
  if (![from, to, on].every((date) => date === undefined || date === "open" || isCalendarDate(date)))
    return null;
  const effective = from === undefined || to === undefined ? null : { from, to: to === "open" ? null : to };
  return { contract, effective, digest, form: Number(form), terms, role: who, name: called, on };
}

function textIn(json: string): string | null {
  try {
    return String(JSON.parse(json));
  } catch {
    return null;
  }
}
