import type { Diagnostic, Span } from "@entente/ir";
import type { FileNode } from "./ast/file.ts";
import { readFile } from "./clauses/reader.ts";
import { balance } from "./layout/balance.ts";
import { layoutOf } from "./layout/clauses.ts";
import { joinLines } from "./layout/join-lines.ts";
import { type Comment, lex } from "./lexer/lex.ts";
import { sourceOf, spanAt } from "./source.ts";

export interface ParseResult {
  readonly ast: FileNode;
  /** In the order of the text. */
  readonly diagnostics: Diagnostic[];
  /** Every comment, in the order of the text; the tree holds none. */
  readonly comments: readonly Comment[];
  /** The stretches of the text that could not be read as clauses, and are therefore absent from the tree. */
  readonly unread: readonly Span[];
}

/**
 * Reads a contract. Never throws: whatever cannot be read is told and left out, and each mistake is told once.
 *
 * @param file the path as diagnostics name it
 * @param text the contract; offsets in the result count in its NFC form without a byte order mark
 */
export function parse(file: string, text: string): ParseResult {
  const source = sourceOf(file, text);
  const lexed = lex(source);
  const balanced = balance(source, lexed.tokens);
  const layout = layoutOf(joinLines(source, balanced), balanced.parentheses);
  const { declarations, diagnostics, unread } = readFile(source, layout, balanced.unclosed);
  const ast: FileNode = {
    kind: "File",
    file,
    text: source.text,
    declarations,
    span: spanAt(source, 0, source.text.length),
  };
  const all = [...lexed.diagnostics, ...balanced.diagnostics, ...diagnostics];
  return {
    ast,
    diagnostics: all.sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end),
    comments: lexed.comments,
    unread,
  };
}
