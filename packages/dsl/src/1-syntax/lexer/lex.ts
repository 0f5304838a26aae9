import type { Diagnostic } from "@entente/ir";
import { type IToken, Lexer } from "chevrotain";
import type { Source } from "../source.ts";
import { directionMarks } from "./direction-marks.ts";
import { mend } from "./mend.ts";
import {
  keywordOf,
  LEXEMES,
  LineEnd,
  Name,
  QuotedName,
  retag,
  Semicolon,
  SlashComment,
  Unknown,
} from "./vocabulary.ts";

/** A comment as it stands in the text, with its `#`. */
export interface Comment {
  readonly offset: number;
  readonly text: string;
}
export interface Lexed {
  /** All tokens, ends of lines among them; mistakes are mended so that parsing goes on. */
  readonly tokens: readonly IToken[];
  readonly comments: readonly Comment[];
  readonly diagnostics: readonly Diagnostic[];
}

let cached: Lexer | undefined;
function lexer(): Lexer {
  cached ??= new Lexer(LEXEMES, {
    positionTracking: "onlyOffset",
    ensureOptimizations: false,
    skipValidations: true,
  });
  return cached;
}

/** Cuts the text into tokens. Every character is read: what has no meaning becomes one `Unknown` per run. */
export function lex(source: Source): Lexed {
  const { tokens, groups } = lexer().tokenize(source.text);
  const diagnostics: Diagnostic[] = [];
  const comments = (groups.comments ?? []).map(commentOf);
  const kept: IToken[] = [];
  for (const token of joinUnknown(tokens)) {
    if (token.tokenType === Name) retag(token, keywordOf(token.image) ?? Name);
    else if (token.tokenType === QuotedName) retag(token, Name);
    else diagnostics.push(...mend(source, token));
    if (token.tokenType === SlashComment) comments.push(commentOf(token));
    else kept.push(token);
  }
  const hidden = directionMarks(source, kept, comments);
  return {
    tokens: kept,
    comments: comments.sort((a, b) => a.offset - b.offset),
    diagnostics: hidden.length === 0 ? diagnostics : [...diagnostics, ...hidden],
  };
}

function commentOf(token: IToken): Comment {
  return { offset: token.startOffset, text: token.image };
}

/** One token for each run of unknown characters. */
function* joinUnknown(tokens: readonly IToken[]): Generator<IToken> {
  let run: IToken[] = [];
  for (const token of tokens) {
    const last = run.at(-1);
    if (last && (token.tokenType !== Unknown || startsApart(last, token))) {
      yield joined(run);
      run = [];
    }
    if (token.tokenType === Unknown) run.push(token);
    else yield token;
  }
  if (run.length > 0) yield joined(run);
}

function startsApart(previous: IToken, token: IToken): boolean {
  return token.startOffset !== previous.startOffset + previous.image.length;
}

function joined(run: readonly IToken[]): IToken {
  const [first] = run;
  const image = run.map((token) => token.image).join("");
  const startOffset = first?.startOffset ?? 0;
  return { ...first, image, startOffset, endOffset: startOffset + image.length - 1 } as IToken;
}

/** Whether `token` ends a clause: the end of a line, or a semicolon. */
export function endsClause(token: IToken): boolean {
  return token.tokenType === LineEnd || token.tokenType === Semicolon;
}
