import type { Diagnostic } from "@entente/ir";
import { EOF, type IRecognitionException, type IToken, type TokenType, tokenMatcher } from "chevrotain";
import { nearest } from "../../diagnostics/nearest.ts";
import { reportSyntax } from "../../diagnostics/syntax.ts";
import type { Grammar, RuleName } from "../grammar/grammar.ts";
import { endOf } from "../layout/balance.ts";
import { DAY_TEXTS, Day, isReserved, keywordOf, Name, retag, Unit, UNIT_TEXTS, word } from "../lexer/vocabulary.ts";
import { type Source, spanAt } from "../source.ts";
import { alternativesOf } from "./alternatives.ts";
import { describe } from "./describe.ts";

/** Behind more tokens than these, what may stand at the mistake is not worked out: the search grows with them. */
const LONGEST_SEARCH = 60;

/** A clause that could not be read. */
export interface Failure {
  readonly source: Source;
  readonly grammar: Grammar;
  readonly rule: RuleName;
  readonly tokens: readonly IToken[];
  readonly exception: IRecognitionException;
}

/** Tells in plain words what is wrong with a clause: what stands there and what may. */
export function explain(failure: Failure): Diagnostic {
  const { source, grammar, rule, tokens, exception } = failure;
  const at = tokens.indexOf(exception.token);
  const index = at < 0 ? tokens.length : at;
  const expected = index > LONGEST_SEARCH ? [] : expectedAt(grammar, rule, tokens.slice(0, index));
  const token = tokens[index];
  const last = endOf(tokens.at(-1));
  const shown = alternativesOf(expected);
  if (token === undefined) return reportSyntax("syntax/unexpected-end", spanAt(source, last, last), { expected: shown });
  const span = spanAt(source, token.startOffset, endOf(token));
  const suggestion = suggestionFor(token, expected);
  if (suggestion === undefined && isReserved(token.tokenType) && couldBeName(failure, index)) {
    const fixes = [{ title: "Write it in backticks", edits: [{ span, text: `\`${token.image}\`` }] }];
    return reportSyntax("syntax/reserved-word", span, { word: token.image }, { fixes });
  }
  const found = describe(token);
  if (suggestion === undefined && rule === "obligation" && expected.includes(word.must)) {
    return reportSyntax("syntax/missing-must", span, { party: tokens[index - 1]?.image ?? "…", found });
  }
  const fixes = suggestion && [{ title: `Write ${suggestion}`, edits: [{ span, text: suggestion }] }];
  return reportSyntax(
    "syntax/unexpected",
    span,
    { found, expected: shown, ...(suggestion && { suggestion }) },
    fixes ? { fixes } : {},
  );
}

/** The token types that may follow `before`; the gates of the grammar are not asked, so it may be a few too many. */
function expectedAt(grammar: Grammar, rule: RuleName, before: readonly IToken[]): TokenType[] {
  const paths = grammar.computeContentAssist(rule, [...before]);
  return [...new Set(paths.map((path) => path.nextTokenType))];
}

/** The keyword that a misspelled word probably is, among those that may stand there. */
function suggestionFor(token: IToken, expected: readonly TokenType[]): string | undefined {
  if (!/^[\p{L}_]/u.test(token.image)) return undefined;
  const words = expected.flatMap((type) => {
    if (type === Unit) return UNIT_TEXTS;
    if (type === Day) return DAY_TEXTS;
    return type.name.startsWith("word:") ? [type.name.slice("word:".length)] : [];
  });
  const suggestion = nearest(token.image, words);
  return suggestion === token.image ? undefined : suggestion;
}

/** Whether the clause could be read if its reserved words from `index` on were names: then one was meant. */
function couldBeName({ grammar, rule, tokens, source, exception }: Failure, index: number): boolean {
  const attempt = tokens.map((token) => ({ ...token }));
  let at = index;
  for (let tries = 0; tries < 4; tries++) {
    const token = attempt[at];
    if (token === undefined || !isReserved(token.tokenType)) return false;
    retag(token, Name);
    grammar.begin(source, attempt);
    grammar[rule]();
    const [error] = grammar.errors;
    if (error === undefined) return true;
    if (tokenMatcher(error.token, EOF) || error.token === exception.token) return false;
    at = attempt.indexOf(error.token);
  }
  return false;
}

