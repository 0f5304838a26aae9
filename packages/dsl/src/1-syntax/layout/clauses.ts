import { type IToken, tokenMatcher } from "chevrotain";
import {
  Comma,
  LeftBrace,
  LeftParenthesis,
  RightBrace,
  RightParenthesis,
  Separator,
} from "../lexer/vocabulary.ts";

/** The tokens of a file with, for each bracket, where its partner stands. */
export interface Layout {
  readonly tokens: readonly IToken[];
  /** Index of an opening bracket to that of the closing one; brackets without a partner are absent. */
  readonly closers: ReadonlyMap<number, number>;
}
/** The tokens from index `from` to index `to` (exclusive). */
export interface Stretch {
  readonly from: number;
  readonly to: number;
}

export function layoutOf(tokens: readonly IToken[], parentheses: ReadonlyMap<IToken, IToken>): Layout {
  const closers = new Map<number, number>();
  const braces: number[] = [];
  const opened = new Map<IToken, number>();
  tokens.forEach((token, index) => {
    const partner = parentheses.get(token);
    if (token.tokenType === LeftBrace) braces.push(index);
    else if (token.tokenType === RightBrace) closers.set(braces.pop() ?? index, index);
    else if (partner) opened.set(partner, index);
    else if (token.tokenType === RightParenthesis) {
      const opener = opened.get(token);
      if (opener !== undefined) closers.set(opener, index);
    }
  });
  return { tokens, closers };
}

/** Cuts a stretch into its clauses, at the separators (and, in a list of settings, the commas) at its own depth. */
export function clausesOf(layout: Layout, { from, to }: Stretch, atCommas = false): Stretch[] {
  const clauses: Stretch[] = [];
  let start = from;
  for (let index = from; index < to; index++) {
    const token = layout.tokens[index];
    if (token === undefined) break;
    if (tokenMatcher(token, Separator) || (atCommas && tokenMatcher(token, Comma))) {
      if (index > start) clauses.push({ from: start, to: index });
      start = index + 1;
    } else {
      index = layout.closers.get(index) ?? index;
    }
  }
  if (to > start) clauses.push({ from: start, to });
  return clauses;
}

/** The first token of `type` in a stretch, outside of nested braces, that has no partner. */
export function unclosedParenthesis(layout: Layout, { from, to }: Stretch): IToken | undefined {
  for (let index = from; index < to; index++) {
    const token = layout.tokens[index];
    const closer = layout.closers.get(index);
    if (token?.tokenType === LeftParenthesis && closer === undefined) return token;
    if (token?.tokenType === LeftBrace) index = closer ?? index;
  }
  return undefined;
}
