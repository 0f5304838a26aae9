import type { IToken, TokenType } from "chevrotain";
import { createTokenInstance } from "chevrotain";
import { endsClause } from "../lexer/lex.ts";
import {
  Arrow,
  Colon,
  Comma,
  Divide,
  Equal,
  Greater,
  GreaterEqual,
  LeftBrace,
  Less,
  LessEqual,
  LineEnd,
  Minus,
  NotEqual,
  Plus,
  RightBrace,
  Semicolon,
  Separator,
  Times,
  word,
} from "../lexer/vocabulary.ts";
import type { Source } from "../source.ts";
import { type Balanced, endOf } from "./balance.ts";
import { startsDeclaration } from "./declaration-start.ts";

/** Behind these a line goes on. */
const OPENS_NEXT: ReadonlySet<TokenType> = new Set<TokenType>([
  Comma,
  Colon,
  Arrow,
  Equal,
  NotEqual,
  Less,
  LessEqual,
  Greater,
  GreaterEqual,
  Plus,
  Minus,
  Times,
  Divide,
  word.and,
  word.or,
  word.not,
  word.is,
]);
/** A line that begins with one of these goes on from the line before. */
const GOES_ON: ReadonlySet<TokenType> = new Set<TokenType>([
  Comma,
  LeftBrace,
  word.of,
  word.within,
  word.and,
  word.or,
]);

/**
 * Leaves out the ends of lines over which a clause goes on (language, section 1), and makes one separator of each
 * other run of line ends and semicolons. A declaration in the first column always begins anew.
 */
export function joinLines(source: Source, balanced: Balanced): IToken[] {
  const { tokens, parentheses } = balanced;
  const closing = new Set(parentheses.values());
  const out: IToken[] = [];
  let depth = 0;
  for (let index = 0; index < tokens.length; index++) {
    const token = tokens[index];
    if (token === undefined) break;
    if (!endsClause(token)) {
      if (parentheses.has(token)) depth++;
      else if (closing.has(token)) depth--;
      out.push(token);
      continue;
    }
    const end = runEnd(tokens, index);
    if (separates(source, tokens, { previous: out.at(-1), from: index, end, depth }))
      out.push(separator(token));
    index = end - 1;
  }
  return out;
}

interface Gap {
  readonly previous: IToken | undefined;
  readonly from: number;
  readonly end: number;
  readonly depth: number;
}

function separates(source: Source, tokens: readonly IToken[], { previous, from, end, depth }: Gap): boolean {
  const next = tokens[end];
  if (previous === undefined || next === undefined) return false;
  const isHard = tokens.slice(from, end).some((token) => token.tokenType === Semicolon);
  if (previous.tokenType === LeftBrace || next.tokenType === RightBrace) return false;
  if (isHard) return true;
  if (depth > 0) return false;
  if (isFirstColumn(source, next) && startsDeclaration(tokens, end)) return true;
  return !OPENS_NEXT.has(previous.tokenType) && !GOES_ON.has(next.tokenType);
}

function isFirstColumn(source: Source, token: IToken): boolean {
  const before = source.text[token.startOffset - 1];
  return before === undefined || before === "\n" || before === "\r";
}

function runEnd(tokens: readonly IToken[], from: number): number {
  let end = from;
  while (end < tokens.length && endsClause(tokens[end] ?? ({ tokenType: Comma } as IToken))) end++;
  return end;
}

function separator(token: IToken): IToken {
  const image = token.tokenType === LineEnd ? "" : token.image;
  return createTokenInstance(Separator, image, token.startOffset, endOf(token) - 1, 0, 0, 0, 0);
}
