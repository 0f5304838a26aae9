import type { Diagnostic, Policy, Span } from "@entente/ir";
import type { FileNode } from "./1-syntax/ast/file.ts";
import { resolve } from "./2-resolve/resolve.ts";
import { check } from "./3-check/check.ts";
import { lower } from "./4-lower/lower.ts";
import { type LintSettings, lint } from "./lint/lint.ts";
import { load, type ReadSource } from "./load.ts";

export interface CompileOptions {
  /** Path of the contract, as diagnostics are to name it. */
  readonly entry: string;
  /** Text of the contract; read through `read` where it is absent. */
  readonly text?: string;
  /** Reads the entry and imported files; without it a contract cannot import. */
  readonly read?: ReadSource;
  /** Which lint rules are to run on a contract without errors, beside those that are on by default. No rule runs without it. */
  readonly lint?: LintSettings;
}

export interface Compilation {
  /** Null where there are errors; a finding of a lint rule keeps nobody from using the policy. */
  readonly policy: Policy | null;
  /** In the order of the text. */
  readonly diagnostics: readonly Diagnostic[];
  /** Normalised text of every file, by path: the spans of the diagnostics count in it. */
  readonly sources: ReadonlyMap<string, string>;
}

const CANNOT_READ: ReadSource = () => ({ problem: "imports are not available here" });

/**
 * Compiles a contract: text to policy. All phases report what they find, and one run reports everything that
 * can be known: a broken clause hides neither the errors of other clauses nor what later phases can still see.
 *
 * @throws Error where `entry` has no `text` and cannot be read
 */
export function compile(options: CompileOptions): Compilation {
  const read = options.read ?? CANNOT_READ;
  const text = options.text ?? read(options.entry);
  if (typeof text !== "string") throw new Error(`${options.entry}: ${text.problem}`);

  const { files, diagnostics: written, unread } = load(options.entry, text, read);
  const sources = textsOf(files);
  const declarations = files.flatMap((file) => file.declarations);
  const resolved = resolve(declarations, startOf(files, options.entry));
  const textAt = (span: Span): string => sources.get(span.file)?.slice(span.start, span.end) ?? "";
  const checked = check(declarations, resolved.resolution, textAt);
  const meant = withoutEchoes([...resolved.diagnostics, ...checked.diagnostics], unread, textAt);
  let diagnostics = [...written, ...meant];

  let policy: Policy | null = null;
  if (!diagnostics.some(isError)) {
    const lowered = lower(files, resolved.resolution, checked.checked);
    diagnostics = [...diagnostics, ...lowered.diagnostics];
    if (!diagnostics.some(isError)) policy = lowered.policy;
  }
  if (policy !== null && options.lint !== undefined) {
    const contract = { entry: options.entry, declarations, resolution: resolved.resolution, policy };
    diagnostics = [...diagnostics, ...lint(contract, options.lint)];
  }
  return { policy, diagnostics: inTextOrder(diagnostics, files), sources };
}

function isError(diagnostic: Diagnostic): boolean {
  return diagnostic.severity === "error";
}

/** Findings about the whole that a clause which could not be read may have caused. */
const MAY_FOLLOW_FROM_A_GAP = new Set([
  "resolve/missing-declaration",
  "check/missing-clause",
  "check/no-key",
  "check/no-obligation",
  "check/calendar-choice",
  "check/calendar-needs-people",
  "check/stage-needs-at",
  "check/nothing-expected",
  "check/test-needs-lead",
  "check/test-needs-instant",
]);

/** Findings about a name, which may be declared in a clause that could not be read. */
const ABOUT_A_NAME = new Set([
  "resolve/unknown-name",
  "resolve/unknown-case",
  "resolve/unknown-field",
  "resolve/unknown-attribute",
  "resolve/unknown-declaration",
  "resolve/unknown-actor",
  "check/unknown-clause-label",
]);

const WORD = /[\p{L}_][\p{L}\p{M}\p{Nd}_]*/gu;

/** Leaves out what only follows from clauses that could not be read, so that one mistake is one error. */
function withoutEchoes(
  diagnostics: readonly Diagnostic[],
  unread: readonly Span[],
  textAt: (span: Span) => string,
): Diagnostic[] {
  if (unread.length === 0) return [...diagnostics];
  const unreadWords = new Set(unread.flatMap((span) => textAt(span).match(WORD) ?? []));
  return diagnostics.filter((diagnostic) => {
    if (MAY_FOLLOW_FROM_A_GAP.has(diagnostic.id)) return false;
    return !ABOUT_A_NAME.has(diagnostic.id) || !unreadWords.has(textAt(diagnostic.span).replaceAll("`", ""));
  });
}

function startOf(files: readonly FileNode[], entry: string): Span {
  const file = files.find((candidate) => candidate.file === entry);
  return { file: file?.file ?? entry, start: 0, end: 0, line: 1, column: 1 };
}

function inTextOrder(diagnostics: readonly Diagnostic[], files: readonly FileNode[]): Diagnostic[] {
  const rank = new Map(files.map((file, index) => [file.file, index]));
  const fileOf = (diagnostic: Diagnostic): number => rank.get(diagnostic.span.file) ?? 0;
  return diagnostics.toSorted(
    (a, b) => fileOf(a) - fileOf(b) || a.span.start - b.span.start || a.span.end - b.span.end,
  );
}

function textsOf(files: readonly FileNode[]): Map<string, string> {
  return new Map(files.map((file) => [file.file, file.text]));
}
