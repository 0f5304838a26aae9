import { type IToken, tokenMatcher } from "chevrotain";
import { Colon, Comma, LeftBrace, LineEnd, Name, Semicolon, Text, word } from "../lexer/vocabulary.ts";
import type { DeclarationWord } from "../lexer/words.ts";

type Shape = (...behind: readonly (IToken | undefined)[]) => boolean;

const is = (token: IToken | undefined, ...types: Parameters<typeof tokenMatcher>[1][]): boolean =>
  token !== undefined && types.some((type) => tokenMatcher(token, type));
const ends = (token: IToken | undefined): boolean => token === undefined || is(token, LineEnd, Semicolon);
const named =
  (...third: Parameters<typeof tokenMatcher>[1][]): Shape =>
  (a, b) =>
    is(a, Name) && is(b, ...third);
const titled: Shape = (a) => is(a, Text);

/** Type words: `event text` inside `lead { … }` is a field, not a declaration. */
const TYPE_WORDS = [
  word.text,
  word.integer,
  word.number,
  word.money,
  word.percent,
  word.date,
  word.time,
  word.yes,
  word.one,
  word.list,
];
const namedAlone =
  (...third: Parameters<typeof tokenMatcher>[1][]): Shape =>
  (a, b) =>
    is(a, Name) && !is(a, ...TYPE_WORDS) && (ends(b) || is(b, ...third));

/** A record; `lead { id: "1" }` is one of a test, also where that is written without indentation. */
const record: Shape = (a, _name, c) => is(a, LeftBrace) && !is(c, Colon);

/**
 * How each declaration goes on behind its first word, strictly enough that no clause of an unindented block looks
 * the same.
 */
const SHAPES: Readonly<Record<DeclarationWord, Shape>> = {
  agreement: titled,
  import: titled,
  responsibility: titled,
  signature: titled,
  test: titled,
  party: namedAlone(Text),
  role: namedAlone(Text, word.of, word.optional),
  event: namedAlone(LeftBrace, word.from, word.of, Comma),
  calendar: named(LeftBrace, word.by),
  define: (a, b) => is(a, Name) && b?.image === "=",
  score: named(LeftBrace),
  classify: named(LeftBrace, Comma, word.first),
  stage: named(word.after, word.when, word.at, word.unless, Text),
  commitment: named(LeftBrace, word.for),
  ladder: named(LeftBrace),
  goal: named(word.by),
  funnel: named(LeftBrace, word.for, word.as),
  reward: named(LeftBrace),
  meeting: named(word.every),
  lead: record,
  people: record,
  dispute: (a) => is(a, LeftBrace),
  review: (a) => is(a, word.every),
  cancellation: (a) => is(a, word.when),
};

/**
 * Whether a declaration begins at `index`, where a line begins in the first column: inside an open brace that tells
 * that a `}` was forgotten.
 */
export function startsDeclaration(tokens: readonly IToken[], index: number): boolean {
  const first = tokens[index];
  if (first === undefined || first.tokenType === Name) return false;
  const shape = SHAPES[first.image as DeclarationWord] as Shape | undefined;
  return shape?.(tokens[index + 1], tokens[index + 2], tokens[index + 3]) ?? false;
}

/** Declarations whose clauses must stand in braces. */
export const BLOCK_DECLARATIONS: ReadonlySet<string> = new Set<DeclarationWord>([
  "agreement",
  "calendar",
  "lead",
  "people",
  "score",
  "classify",
  "commitment",
  "ladder",
  "goal",
  "funnel",
  "reward",
  "dispute",
  "responsibility",
  "test",
]);
