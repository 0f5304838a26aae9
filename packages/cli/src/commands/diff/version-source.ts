import { existsSync, statSync } from "node:fs";
import { basename, isAbsolute, join, relative, resolve } from "node:path";
import { InputError } from "../../input/input-error.ts";
import { printable } from "../../terminal/printable.ts";
import { contractFiles } from "../contract-files.ts";
import { filesAt, kindAt, openRevision, type Revision } from "./git.ts";

/** Where a version of a contract is read from. `revision` null is the disk. */
export interface VersionFile {
  /** As output names it: `main:sla/acme.sla`. */
  readonly shown: string;
  readonly path: string;
  readonly revision: Revision | null;
}

/** The files of a version: one, or those of a folder, which are then compared by their names. */
export interface Version {
  readonly files: readonly VersionFile[];
  readonly isFolder: boolean;
}

/**
 * What an argument names: a path that is there, else `REVISION:PATH`.
 *
 * @throws InputError where neither is there
 */
export function openVersion(argument: string, cwd: string): Version {
  const colon = argument.indexOf(":");
  if (existsSync(resolve(cwd, argument)) || colon <= 0) {
    const files = contractFiles([argument], cwd);
    const isFolder = existsSync(resolve(cwd, argument)) && statSync(resolve(cwd, argument)).isDirectory();
    return { files: files.map(onDisk), isFolder };
  }
  const revision = openRevision(argument.slice(0, colon), cwd);
  const path = argument.slice(colon + 1);
  const kind = kindAt(revision, path);
  if (kind === null) throw new InputError(printable(argument), "the revision has no such file");
  if (kind === "file") return { files: [inRevision(revision, path)], isFolder: false };
  const names = filesAt(revision, path)
    .filter((name) => name.endsWith(".sla"))
    .toSorted();
  return {
    files: names.map((name) => inRevision(revision, path === "" ? name : join(path, name))),
    isFolder: true,
  };
}

export function onDisk(path: string): VersionFile {
  return { shown: path, path, revision: null };
}

export function inRevision(revision: Revision, path: string): VersionFile {
  return { shown: `${revision.name}:${path}`, path, revision };
}

/** A file of the disk as it is in a revision; null where it is not there. */
export function sameFileIn(revision: Revision, path: string): VersionFile | null {
  const relativePath = isAbsolute(path) ? relative(revision.cwd, path) : path;
  const dotted = relativePath.startsWith(".") ? relativePath : `./${relativePath}`;
  const kind = kindAt(revision, dotted);
  return kind === "file" ? { ...inRevision(revision, dotted), shown: `${revision.name}:${path}` } : null;
}

/** A version of a contract beside the other; null where a side has none. */
export interface FilePair {
  readonly name: string;
  readonly base: VersionFile | null;
  readonly head: VersionFile | null;
}

/** The files that stand for one another: two files, or those of two folders by their names. */
export function pairFiles(base: Version, head: Version): readonly FilePair[] {
  const [one, other] = [base.files[0], head.files[0]];
  if (!base.isFolder && !head.isFolder) {
    return [{ name: other?.shown ?? one?.shown ?? "", base: one ?? null, head: other ?? null }];
  }
  const names = [...base.files, ...head.files].map(({ path }) => basename(path));
  return [...new Set(names)].toSorted().map((name) => {
    const find = ({ files }: Version): VersionFile | null =>
      files.find(({ path }) => basename(path) === name) ?? null;
    return { name, base: find(base), head: find(head) };
  });
}
