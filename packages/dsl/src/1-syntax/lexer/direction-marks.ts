import type { Diagnostic } from "@entente/ir";
import type { IToken } from "chevrotain";
import { reportSyntax } from "../../diagnostics/syntax.ts";
import { type Source, spanAt } from "../source.ts";
import type { Comment } from "./lex.ts";
import { Unknown } from "./vocabulary.ts";

/** Unicode's embeddings, overrides and isolates: what is shown between them may stand in another order than it is read. */
const MARK = /[\u202a-\u202e\u2066-\u2069]/u;

/** Tells each text, name and comment in which such a mark hides; elsewhere the mark is an unknown character. */
export function directionMarks(
  source: Source,
  tokens: readonly IToken[],
  comments: readonly Comment[],
): Diagnostic[] {
  if (!MARK.test(source.text)) return [];
  const known = tokens.filter(({ tokenType }) => tokenType !== Unknown);
  const pieces = [
    ...known.map(({ image, startOffset, endOffset }) => {
      const end =
        endOffset === undefined || Number.isNaN(endOffset) ? startOffset + image.length : endOffset + 1;
      return [startOffset, end] as const;
    }),
    ...comments.map(({ offset, text }) => [offset, offset + text.length] as const),
  ];
  return pieces.flatMap(([start, end]) => {
    const at = source.text.slice(start, end).search(MARK);
    if (at < 0) return [];
    const code = source.text
      .charCodeAt(start + at)
      .toString(16)
      .toUpperCase();
    return [reportSyntax("syntax/direction-mark", spanAt(source, start + at, start + at + 1), { code })];
  });
}
