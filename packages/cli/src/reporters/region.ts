import { isAbsolute, relative, resolve, sep } from "node:path";
import type { Span } from "@entente/ir";
import type { CliIo } from "../terminal/cli-io.ts";

/**
 * A stretch of a file as CI services count it: lines and columns from 1, columns in UTF-16 units, `endColumn` that of
 * the first character behind the stretch.
 */
export interface Region {
  /** From the root of the project, with `/`. */
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
}

const lineBreak = /\r\n|\n|\r/;

/**
 * Where a span begins and ends.
 *
 * @param sources the texts by file, as the compiler saw them; a span of another file is taken to end on its first line
 */
export function regionOf(span: Span, sources: ReadonlyMap<string, string>, root: ProjectRoot): Region {
  const covered = sources.get(span.file)?.slice(span.start, span.end) ?? " ".repeat(span.end - span.start);
  const lines = covered.split(lineBreak);
  const last = lines.at(-1) ?? "";
  return {
    file: root.pathOf(span.file),
    line: span.line,
    column: span.column,
    endLine: span.line + lines.length - 1,
    endColumn: (lines.length === 1 ? span.column : 1) + last.length,
  };
}

/** The folder that a CI service counts paths from. */
export interface ProjectRoot {
  /** The path of a file as the user wrote it, from the root and with `/`. */
  readonly pathOf: (file: string) => string;
}

/** The workspace of a GitHub workflow where the command runs inside of one, else the current folder. */
export function projectRoot({ cwd, environment }: CliIo): ProjectRoot {
  const workspace = environment?.GITHUB_WORKSPACE ?? "";
  const root = workspace !== "" && isInside(cwd, workspace) ? workspace : cwd;
  return {
    pathOf: (file) => relative(root, resolve(cwd, file)).split(sep).join("/"),
  };
}

function isInside(folder: string, parent: string): boolean {
  const path = relative(parent, folder);
  return path !== ".." && !path.startsWith(`..${sep}`) && !isAbsolute(path);
}
