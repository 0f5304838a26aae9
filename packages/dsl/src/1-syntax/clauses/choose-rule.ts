import type { Diagnostic } from "@entente/ir";
import { nearest } from "@entente/ir";
import { type IToken, tokenMatcher } from "chevrotain";
import { type Fixes, replacing } from "../../diagnostics/fixes.ts";
import { SHORTEST_KEYWORD, slipOf } from "../../diagnostics/slip.ts";
import { reportSyntax } from "../../diagnostics/syntax.ts";
import type { BlockKind } from "../grammar/block-kinds.ts";
import type { RuleName } from "../grammar/grammar.ts";
import { endOf } from "../layout/balance.ts";
import { isMended } from "../lexer/mend.ts";
import { keywordOf, Name, retag, Unknown, word } from "../lexer/vocabulary.ts";
import { DECLARATION_WORDS, type DeclarationWord } from "../lexer/words.ts";
import { type Source, spanAt } from "../source.ts";
import { describe } from "./describe.ts";
import { CLAUSES, DECLARATIONS } from "./rules.ts";

/** The rule for a clause; none where its first word means nothing and resembles nothing. */
export interface Choice {
  readonly rule?: RuleName;
  /** What the clause's own `{ … }` holds, where its first word tells that. */
  readonly block?: BlockKind;
  /** Told where the first word was wrong: the rule is then the one that was probably meant. */
  readonly diagnostic?: Diagnostic;
}

/** The rule for a declaration that begins with `tokens`. */
export function chooseDeclaration(source: Source, tokens: readonly IToken[]): Choice {
  const [first, , third] = tokens;
  if (first === undefined || isTold(first)) return {};
  const known = DECLARATIONS[first.image as DeclarationWord] as
    | (typeof DECLARATIONS)[DeclarationWord]
    | undefined;
  if (known !== undefined && isKeyword(first)) {
    return first.image === "calendar" && third && tokenMatcher(third, word.by)
      ? { rule: "calendarBy" }
      : known;
  }
  const suggestion = closestWord(first, DECLARATION_WORDS);
  const params = { found: describe(first), known: DECLARATION_WORDS, ...(suggestion && { suggestion }) };
  const span = spanAt(source, first.startOffset, endOf(first));
  const diagnostic = reportSyntax(
    "syntax/unknown-declaration",
    span,
    params,
    fixing(first, DECLARATION_WORDS, source),
  );
  if (suggestion === undefined) return { diagnostic };
  mean(first, suggestion);
  return { ...DECLARATIONS[suggestion], diagnostic };
}

/** The rule for a clause of a block of `kind`. */
export function chooseClause(source: Source, kind: BlockKind, tokens: readonly IToken[]): Choice {
  const { byWord, byShape, otherwise, of, known } = CLAUSES[kind];
  const [first, second, third] = tokens;
  if (first === undefined || isTold(first)) return {};
  const rule = byShape?.(first, second) ?? (isKeyword(first) ? byWord[first.image] : undefined);
  if (rule !== undefined) return { rule };
  const suggestion = closestWord(first, Object.keys(byWord));
  const fallback = suggestion === undefined ? otherwise?.(first, second, third) : undefined;
  if (fallback !== undefined) return { rule: fallback };
  const span = spanAt(source, first.startOffset, endOf(first));
  const params = { found: describe(first), of, known, ...(suggestion && { suggestion }) };
  const fixes = fixing(first, Object.keys(byWord), source);
  const diagnostic = reportSyntax("syntax/unknown-clause", span, params, fixes);
  if (suggestion === undefined) return { diagnostic };
  mean(first, suggestion);
  const meant = byWord[suggestion];
  return { diagnostic, ...(meant && { rule: meant }) };
}

/** Whether the token is a mistake that has been told already. */
function isTold(token: IToken): boolean {
  return token.tokenType === Unknown || isMended(token);
}

function isKeyword(token: IToken): boolean {
  return token.tokenType !== Name && keywordOf(token.image) === token.tokenType;
}

function closestWord<W extends string>(token: IToken, words: readonly W[]): W | undefined {
  if (!/^[\p{L}_]/u.test(token.image)) return undefined;
  return nearest(token.image, words) as W | undefined;
}

/** Reads `token` as the word that was meant. */
function mean(token: IToken, text: string): void {
  const type = keywordOf(text);
  if (type) retag(token, type);
}

/** The fix that writes the keyword, where no other can have been meant. */
function fixing(token: IToken, words: readonly string[], source: Source): Fixes {
  const meant = slipOf(token.image, words, SHORTEST_KEYWORD);
  if (meant === undefined) return {};
  return { fixes: [replacing(spanAt(source, token.startOffset, endOf(token)), meant)] };
}
