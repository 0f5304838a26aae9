import type { Diagnostic, Span } from "@entente/ir";
import { nearest } from "@entente/ir";
import { EOF, type IRecognitionException, type IToken, type TokenType, tokenMatcher } from "chevrotain";
import { type Fixes, inserting, replacing } from "../../diagnostics/fixes.ts";
import { SHORTEST_KEYWORD, slipOf } from "../../diagnostics/slip.ts";
import { reportSyntax } from "../../diagnostics/syntax.ts";
import type { Grammar, RuleName } from "../grammar/grammar.ts";
import { endOf } from "../layout/balance.ts";
import {
  DAY_TEXTS,
  Day,
  isReserved,
  Name,
  NumberToken,
  retag,
  UNIT_TEXTS,
  Unit,
  word,
} from "../lexer/vocabulary.ts";
import { type Source, spanAt } from "../source.ts";
import { alternativesOf } from "./alternatives.ts";
import { insteadOfPhrase } from "./common-phrases.ts";
import { describe } from "./describe.ts";

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
  const { source, rule, tokens, exception } = failure;
  const expected = expectedIn(failure);
  const shown = alternativesOf(expected, exception.name === "NotAllInputParsedException");
  const at = tokens.indexOf(exception.token);
  const token = tokens[at];
  if (token === undefined) {
    const end = endOf(tokens.at(-1));
    return reportSyntax("syntax/unexpected-end", spanAt(source, end, end), { expected: shown });
  }
  const misspelled = misspelledDuty(tokens, at) ?? token;
  const candidates = misspelled === token ? wordsNear(token, tokens[at - 1], expected) : [...DUTY_VERBS];
  const suggestion = suggestionFor(misspelled, candidates);
  const span = spanAt(source, misspelled.startOffset, endOf(misspelled));
  const found = describe(misspelled);
  if (suggestion !== undefined) {
    const meant = slipOf(misspelled.image, candidates, SHORTEST_KEYWORD);
    const fixes = meant === suggestion ? [replacing(span, meant)] : [];
    return reportSyntax("syntax/unexpected", span, { found, expected: shown, suggestion }, { fixes });
  }
  if (isReserved(token.tokenType) && couldBeName(failure, at)) return reservedWord(span, token);
  if (rule === "obligation" && expected.includes(word.must)) {
    const party = tokens[at - 1]?.image ?? "…";
    return reportSyntax("syntax/missing-must", span, { party, found }, mustAt(span, token, tokens[at + 1]));
  }
  const instead = insteadOfPhrase(source.text, span.start, span.end);
  const phrase = instead === undefined ? {} : { instead };
  return reportSyntax("syntax/unexpected", span, { found, expected: shown, ...phrase });
}

function reservedWord(span: Span, token: IToken): Diagnostic {
  const fixes = [replacing(span, `\`${token.image}\``)];
  return reportSyntax("syntax/reserved-word", span, { word: token.image }, { fixes });
}

/** The token types that might have stood where the clause failed. */
function expectedIn({ source, grammar, rule, tokens, exception }: Failure): TokenType[] {
  return grammar.expectations.during(exception.token, () => {
    grammar.begin(source, tokens);
    grammar[rule]();
  });
}

/** Words that promise as `must` does; `may` and `can` promise nothing. */
const PROMISES: ReadonlySet<string> = new Set(["should", "shall", "will"]);

function mustAt(span: Span, token: IToken, next: IToken | undefined): Fixes {
  if (PROMISES.has(token.image)) return { fixes: [replacing(span, "must")] };
  return next?.tokenType === Name ? {} : { fixes: [inserting(span, "must ")] };
}

/** The keywords that may stand in the place of a token. */
function wordsNear(
  token: IToken,
  previous: IToken | undefined,
  expected: readonly TokenType[],
): readonly string[] {
  const isShortKeyword = token.tokenType !== Name && token.image.length <= 3;
  if (isShortKeyword) return [];
  const words = expected.flatMap((type) => {
    if (type === Unit) return UNIT_TEXTS;
    if (type === Day) return DAY_TEXTS;
    return type.name.startsWith("word:") ? [type.name.slice("word:".length)] : [];
  });
  const units = previous?.tokenType === NumberToken ? [...UNIT_TEXTS, "business"] : [];
  return [...words, ...units];
}

/** The keyword that a misspelled word probably is, among those that may stand there. */
function suggestionFor(token: IToken, words: readonly string[]): string | undefined {
  if (!/^[\p{L}_]/u.test(token.image)) return undefined;
  const suggestion = nearest(token.image, words);
  return suggestion === token.image ? undefined : suggestion;
}

const DUTY_VERBS = ["provide", "follow", "leave"] as const;

/** The word behind `must`, where it resembles one of the verbs with a grammar of their own. */
function misspelledDuty(tokens: readonly IToken[], at: number): IToken | undefined {
  const verb = tokens[at - 1];
  if (verb?.tokenType !== Name || tokens[at - 2]?.tokenType !== word.must) return undefined;
  return nearest(verb.image, DUTY_VERBS) === undefined ? undefined : verb;
}

/** How many reserved words of one clause are tried as names. */
const MOST_TRIES = 4;

/** Whether the clause could be read if its reserved words from `index` on were names: then names were meant. */
function couldBeName({ grammar, rule, tokens, source }: Failure, index: number): boolean {
  const attempt = tokens.map((token) => ({ ...token }));
  let at = index;
  for (let tries = 0; tries < MOST_TRIES; tries++) {
    const token = attempt[at];
    if (token === undefined || !isReserved(token.tokenType)) return false;
    retag(token, Name);
    grammar.begin(source, attempt);
    grammar[rule]();
    const [error] = grammar.errors;
    if (error === undefined) return true;
    if (tokenMatcher(error.token, EOF)) return false;
    at = attempt.indexOf(error.token);
  }
  return false;
}
