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
  loadFile(entry, text, [], loading);
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

function loadFile(path: string, text: string, above: readonly string[], loading: Loading): void {
  loading.seen.add(path);
  const { ast, diagnostics, unread } = parse(path, text);
  loading.diagnostics.push(...diagnostics);
  loading.unread.push(...unread);
  for (const declaration of ast.declarations) {
    if (declaration.kind === "Import") loadImport(declaration, path, [...above, path], loading);
  }
  loading.files.push(ast);
}

function loadImport(node: ImportNode, from: string, above: readonly string[], loading: Loading): void {
  const written = node.path.value;
  const path = joinPath(folderOf(from), written);
  if (path === null || !isInside(path, loading.root)) {
    loading.diagnostics.push(reportResolve("resolve/import-outside", node.path.span, { path: written }));
    return;
  }
  if (above.includes(path)) {
    const circle = [...above.slice(above.indexOf(path)), path];
    loading.diagnostics.push(reportResolve("resolve/import-cycle", node.path.span, { path: circle }));
    return;
  }
  if (loading.seen.has(path)) return;
  const text = loading.read(path);
  if (typeof text === "string") loadFile(path, text, above, loading);
  else reportMissing(node.path.span, written, text, loading);
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
