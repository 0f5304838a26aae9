import type { Diagnostic } from "@entente/ir";
import { createTokenInstance, type IToken } from "chevrotain";
import { type Fixes, inserting } from "../../diagnostics/fixes.ts";
import { reportSyntax } from "../../diagnostics/syntax.ts";
import { isMended } from "../lexer/mend.ts";
import {
  LeftBrace,
  LeftParenthesis,
  LineEnd,
  RightBrace,
  RightParenthesis,
  word,
} from "../lexer/vocabulary.ts";
import { type Source, spanAt } from "../source.ts";
import { BLOCK_DECLARATIONS, startsDeclaration } from "./declaration-start.ts";

export interface Balanced {
  /** The tokens with every brace closed: missing ones are put in with no length, stray ones left out. */
  readonly tokens: readonly IToken[];
  /** Each `(` that has its `)`, and that `)`. */
  readonly parentheses: ReadonlyMap<IToken, IToken>;
  /** Each `{` that was never closed in the text. */
  readonly unclosed: ReadonlySet<IToken>;
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Makes the braces of a file match. A declaration that begins in the first column inside an open brace closes it;
 * a `}` too many gets its `{` where a declaration lacks one. One mistake is told once, where the indentation shows it.
 */
export function balance(source: Source, tokens: readonly IToken[]): Balanced {
  const balancer = new Balancer(source, tokens);
  tokens.forEach((token, index) => {
    balancer.take(token, index);
  });
  return balancer.finish();
}

class Balancer {
  readonly #source: Source;
  readonly #tokens: readonly IToken[];
  readonly #out: IToken[] = [];
  readonly #open: IToken[] = [];
  readonly #parentheses = new Map<IToken, IToken>();
  readonly #unclosed = new Set<IToken>();
  readonly #diagnostics: Diagnostic[] = [];
  /** A `{` to put in before the token. */
  readonly #inserted = new Map<IToken, IToken>();
  /** The last declaration outside of braces that needs a block, while it has none: its line ends with `last` at `end`. */
  #headless: { readonly head: IToken; end: IToken | undefined; last: IToken | undefined } | undefined;
  #openBraces = 0;
  /** The first token of the line being read. */
  #lineFirst: IToken | undefined;
  /** For each open brace the column in which its line begins. */
  readonly #indents = new Map<IToken, number>();
  /** A brace whose `}` stands further to the left than the line that opened it: that `}` was meant for another. */
  #suspect: IToken | undefined;
  #inTest = false;

  constructor(source: Source, tokens: readonly IToken[]) {
    this.#source = source;
    this.#tokens = tokens;
  }

  take(token: IToken, index: number): void {
    const previous = this.#tokens[index - 1];
    if (previous === undefined || previous.tokenType === LineEnd) {
      this.#lineFirst = token;
      if (this.#columnOf(token) === 1) this.#beginLine(token, index);
    }
    switch (token.tokenType) {
      case LeftBrace:
        this.#open.push(token);
        this.#indents.set(token, this.#columnOf(this.#lineFirst ?? token));
        if (this.#openBraces++ === 0) this.#suspect = undefined;
        this.#headless = undefined;
        break;
      case LeftParenthesis:
        this.#open.push(token);
        break;
      case RightParenthesis:
        this.#closeParenthesis(token);
        break;
      case RightBrace:
        if (!this.#closeBrace(token)) return;
        break;
      case LineEnd:
        if (this.#headless && this.#headless.end === undefined) {
          this.#headless.end = token;
          this.#headless.last = previous;
        }
        break;
    }
    this.#out.push(token);
  }

  #columnOf(token: IToken): number {
    return spanAt(this.#source, token.startOffset, token.startOffset).column;
  }

  #beginLine(token: IToken, index: number): void {
    if (this.#openBraces > 0) {
      const isClause = token.tokenType === word.lead && this.#inTest;
      if (isClause || !startsDeclaration(this.#tokens, index)) return;
      this.#closeAll();
    }
    if (BLOCK_DECLARATIONS.has(token.image))
      this.#headless = { head: token, end: undefined, last: undefined };
    else if (startsDeclaration(this.#tokens, index)) this.#headless = undefined;
    else return;
    this.#open.length = 0;
    this.#inTest = token.tokenType === word.test;
  }

  /** Closes every open brace behind the last token that is not the end of a line; tells the outermost. */
  #closeAll(): void {
    const braces = this.#open.filter((token) => token.tokenType === LeftBrace);
    let at = this.#out.length;
    while (at > 0 && this.#out[at - 1]?.tokenType === LineEnd) at--;
    const ends = this.#out.splice(at);
    const offset = endOf(this.#out.at(-1));
    for (const brace of braces) {
      this.#unclosed.add(brace);
      this.#out.push(virtual(RightBrace, offset));
    }
    for (const end of ends) this.#out.push(end);
    const [outermost] = braces;
    const isCertain = this.#suspect === undefined && braces.length === 1;
    if (outermost)
      this.#tell("syntax/unclosed-brace", this.#suspect ?? outermost, isCertain ? this.#closing(offset) : {});
    this.#open.length = 0;
    this.#openBraces = 0;
  }

  /** The fix that opens a block behind the last token of a line; none behind a text that should have ended before. */
  #opening(last: IToken | undefined): Fixes {
    if (last === undefined || isMended(last)) return {};
    return { fixes: [inserting(spanAt(this.#source, endOf(last), endOf(last)), " {")] };
  }

  /** The fix that closes a block on the line behind the one that ends after `offset`, which may be a comment's. */
  #closing(offset: number): Fixes {
    const { text } = this.#source;
    const rest = text.slice(offset).search(/[\r\n]/);
    const lineEnd = rest < 0 ? text.length : offset + rest;
    const newline = text.startsWith("\r\n", lineEnd) ? "\r\n" : "\n";
    return { fixes: [inserting(spanAt(this.#source, lineEnd, lineEnd), `${newline}}`)] };
  }

  #closeParenthesis(token: IToken): void {
    const top = this.#open.at(-1);
    if (top?.tokenType !== LeftParenthesis) return;
    this.#open.pop();
    this.#parentheses.set(top, token);
  }

  /** False where the `}` is stray and left out. */
  #closeBrace(token: IToken): boolean {
    if (this.#openBraces === 0) return this.#adopt(token);
    let brace = this.#open.pop();
    while (brace?.tokenType === LeftParenthesis) brace = this.#open.pop();
    this.#openBraces--;
    const indent = (brace && this.#indents.get(brace)) ?? 1;
    if (token === this.#lineFirst && this.#columnOf(token) < indent) this.#suspect ??= brace;
    return true;
  }

  #adopt(token: IToken): boolean {
    const headless = this.#headless;
    if (headless?.end === undefined) {
      this.#tell("syntax/stray-brace", token);
      return false;
    }
    const { head, end, last } = headless;
    const span = spanAt(this.#source, end.startOffset, end.startOffset);
    const fixes = this.#opening(last);
    this.#diagnostics.push(reportSyntax("syntax/missing-block", span, { declaration: head.image }, fixes));
    this.#inserted.set(end, virtual(LeftBrace, end.startOffset));
    this.#headless = undefined;
    return true;
  }

  #tell(id: "syntax/unclosed-brace" | "syntax/stray-brace", token: IToken, extras: Fixes = {}): void {
    const span = spanAt(this.#source, token.startOffset, endOf(token));
    this.#diagnostics.push(reportSyntax(id, span, {}, extras));
  }

  finish(): Balanced {
    if (this.#openBraces > 0) this.#closeAll();
    const tokens: IToken[] = [];
    for (const token of this.#out) {
      const brace = this.#inserted.get(token);
      if (brace) tokens.push(brace);
      tokens.push(token);
    }
    return {
      tokens,
      parentheses: this.#parentheses,
      unclosed: this.#unclosed,
      diagnostics: this.#diagnostics,
    };
  }
}

/** The offset behind `token`. */
export function endOf(token: IToken | undefined): number {
  return token === undefined ? 0 : (token.endOffset ?? token.startOffset + token.image.length - 1) + 1;
}

function virtual(type: typeof LeftBrace, offset: number): IToken {
  return createTokenInstance(type, "", offset, offset - 1, 0, 0, 0, 0);
}
