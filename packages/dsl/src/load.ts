import type { Diagnostic, Span } from "@entente/ir";
import type { FileNode } from "./1-syntax/ast/file.ts";
import type { ImportNode } from "./1-syntax/ast/governance.ts";
import { parse } from "./1-syntax/parse.ts";
import { reportResolve } from "./diagnostics/resolve.ts";

/** Why a file could not be read, in a few words that follow a colon: `there is no such file`. */
export interface SourceProblem {
  readonly problem: string;
}

/** Reads a file of a contract. Paths use `/` and are those of the imports, joined to the entry's folder. */
export type ReadSource = (path: string) => string | SourceProblem;

/**
 * Parses a contract's file and all it imports, each once, imported files first (language section 15).
 *
 * @param entry path of the contract; imports are relative to the file that writes them and stay inside the
 *   folder of the entry
 */
export function load(
  entry: string,
  text: string,
  read: ReadSource,
): { files: FileNode[]; diagnostics: Diagnostic[]; unread: Span[] } {
  const loading: Loading = {
    root: folderOf(entry),
    read,
    files: [],
    diagnostics: [],
    unread: [],
    seen: new Set(),
  };
  loadFrom(entry, text, loading);
  return { files: loading.files, diagnostics: loading.diagnostics, unread: loading.unread };
}

interface Loading {
  readonly root: string;
  readonly read: ReadSource;
  readonly files: FileNode[];
  readonly diagnostics: Diagnostic[];
  /** Text that could not be read as clauses. */
  readonly unread: Span[];
  readonly seen: Set<string>;
}

/** A file that was read, with the imports of it that still have to be loaded. */
interface OpenFile {
  readonly ast: FileNode;
  readonly imports: ImportNode[];
}

/** Depth first without recursion: a chain of ten thousand files must not exhaust the stack. */
function loadFrom(entry: string, text: string, loading: Loading): void {
  const open = [openFile(entry, text, loading)];
  for (let top = open.at(-1); top !== undefined; top = open.at(-1)) {
    const next = top.imports.shift();
    if (next === undefined) {
      loading.files.push(top.ast);
      open.pop();
    } else {
      const found = imported(next, open, top.ast.file, loading);
      if (found !== null) open.push(openFile(found.path, found.text, loading));
    }
  }
}

function openFile(path: string, text: string, loading: Loading): OpenFile {
  loading.seen.add(path);
  const { ast, diagnostics, unread } = parse(path, text);
  for (const diagnostic of diagnostics) loading.diagnostics.push(diagnostic);
  for (const span of unread) loading.unread.push(span);
  return { ast, imports: ast.declarations.filter((declaration) => declaration.kind === "Import") };
}

/** The file that an import brings in; null where it was loaded already or cannot be, which is told. */
function imported(
  node: ImportNode,
  open: readonly OpenFile[],
  from: string,
  loading: Loading,
): { readonly path: string; readonly text: string } | null {
  const written = node.path.value;
  const path = joinPath(folderOf(from), written);
  if (path === null || !isInside(path, loading.root)) {
    loading.diagnostics.push(reportResolve("resolve/import-outside", node.path.span, { path: written }));
    return null;
  }
  const above = open.findIndex(({ ast }) => ast.file === path);
  if (above >= 0) {
    const circle = [...open.slice(above).map(({ ast }) => ast.file), path];
    loading.diagnostics.push(reportResolve("resolve/import-cycle", node.path.span, { path: circle }));
    return null;
  }
  if (loading.seen.has(path)) return null;
  const text = loading.read(path);
  if (typeof text === "string") return { path, text };
  reportMissing(node.path.span, written, text, loading);
  return null;
}

function reportMissing(span: Span, path: string, source: SourceProblem, loading: Loading): void {
  loading.diagnostics.push(reportResolve("resolve/import-not-found", span, { path, reason: source.problem }));
}

function folderOf(path: string): string {
  const slash = path.lastIndexOf("/");
  return slash < 0 ? "" : path.slice(0, slash);
}

/** Joins and normalises; null where the path is absolute or climbs above where it began. */
function joinPath(folder: string, relative: string): string | null {
  if (relative.startsWith("/") || /^[A-Za-z]:|\\/.test(relative)) return null;
  const parts = folder === "" ? [] : folder.split("/");
  for (const part of relative.split("/")) {
    if (part === "" || part === ".") continue;
    if (part !== "..") parts.push(part);
    else if (parts.pop() === undefined) return null;
  }
  return parts.join("/");
}

function isInside(path: string, root: string): boolean {
  return root === "" || path.startsWith(`${root}/`);
}
