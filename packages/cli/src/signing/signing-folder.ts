import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { whyUnreadable, whyUnwritable } from "../commands/contract-text.ts";
import { InputError } from "../input/input-error.ts";
import { printable } from "../terminal/printable.ts";
import { readStatement, type Statement } from "./statement.ts";

/**
 * Where the signatures of a contract stand: the folder `CONTRACT.signed` beside it, with
 *
 * - `ROLE.statement`: what was signed, to be read;
 * - `ROLE.statement.sig`: its signature, as `ssh-keygen -Y sign` writes it;
 * - `terms-DIGEST.json`: the terms that were signed, once for all who signed the same.
 */
export interface SigningFolder {
  /** As it is shown, beside the contract as the user named it. */
  readonly shown: string;
  readonly path: string;
}

export function signingFolder(contract: string, cwd: string): SigningFolder {
  const shown = `${contract.replace(/\/+$/, "")}.signed`;
  return { shown, path: resolve(cwd, shown) };
}

/** A statement with its signature, as they stand in the folder. */
export interface StoredSignature {
  /** The name of the statement's file. */
  readonly file: string;
  readonly text: string;
  /** Null where the text is not a statement that this program knows. */
  readonly statement: Statement | null;
  /** Null where there is no file with a signature. */
  readonly signature: string | null;
}

const ENDING = ".statement";

/** What a role's statement is called: its name, with what a file's name cannot hold encoded. */
export function statementFile(role: string): string {
  const plain = /^[\p{L}_][\p{L}\p{M}\p{Nd}_]*$/u.test(role);
  return `${plain ? role : encodeURIComponent(role).replaceAll(".", "%2E")}${ENDING}`;
}

export function termsFile(digest: string): string {
  return `terms-${digest.slice(0, 16)}.json`;
}

/** Everything that was signed, by the name of the file; nothing where there is no folder. */
export function storedSignatures(folder: SigningFolder): readonly StoredSignature[] {
  return filesIn(folder)
    .filter((name) => name.endsWith(ENDING))
    .map((file) => {
      const text = textOf(folder, file) ?? "";
      return { file, text, statement: readStatement(text), signature: textOf(folder, `${file}.sig`) };
    });
}

export function storedTerms(folder: SigningFolder, digest: string): string | null {
  return textOf(folder, termsFile(digest));
}

/** Names of files, sorted; none where there is no folder. */
export function filesIn({ path, shown }: SigningFolder): readonly string[] {
  try {
    return readdirSync(path).toSorted();
  } catch (error) {
    if (isAbsent(error)) return [];
    throw new InputError(printable(shown), notFolder(error) ?? whyUnreadable(error));
  }
}

function textOf({ path, shown }: SigningFolder, file: string): string | null {
  try {
    return readFileSync(join(path, file), "utf8");
  } catch (error) {
    if (isAbsent(error)) return null;
    const instead = notFolder(error);
    if (instead !== null) throw new InputError(printable(shown), instead);
    throw new InputError(printable(`${shown}/${file}`), whyUnreadable(error));
  }
}

/**
 * Writes files of the folder, each as a whole or not at all.
 *
 * @throws InputError where one cannot be written
 */
export function saveFiles({ path, shown }: SigningFolder, files: ReadonlyMap<string, string>): void {
  for (const [file, text] of files) {
    const target = join(path, file);
    try {
      mkdirSync(path, { recursive: true });
      writeFileSync(`${target}.new`, text);
      renameSync(`${target}.new`, target);
    } catch (error) {
      throw new InputError(printable(`${shown}/${file}`), whyUnwritable(error));
    }
  }
}

/** Takes away terms that no statement speaks of any more; their names. */
export function dropUnsignedTerms(folder: SigningFolder): readonly string[] {
  const kept = new Set(
    storedSignatures(folder).flatMap(({ statement }) =>
      statement === null ? [] : [termsFile(statement.digest)],
    ),
  );
  const dropped = filesIn(folder).filter(
    (name) => /^terms-[0-9a-f]{16}\.json$/.test(name) && !kept.has(name),
  );
  for (const name of dropped) rmSync(join(folder.path, name));
  return dropped;
}

function isAbsent(error: unknown): boolean {
  return error instanceof Error && "code" in error && error.code === "ENOENT";
}

function notFolder(error: unknown): string | null {
  const isFile = error instanceof Error && "code" in error && error.code === "ENOTDIR";
  return isFile ? "this is a file, where a folder with signatures should be; give it another name" : null;
}
