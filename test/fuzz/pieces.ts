import {
  CONTEXTUAL_WORDS,
  DAY_WORDS,
  DECLARATION_WORDS,
  RESERVED_WORDS,
  UNIT_WORDS,
} from "../../packages/dsl/src/1-syntax/lexer/words.ts";

/** Some texts, at least one. */
export type Pieces = readonly [string, ...string[]];

/** Every word of the language. */
export const WORDS: Pieces = [
  ...RESERVED_WORDS,
  ...DAY_WORDS.flat(),
  ...UNIT_WORDS,
  ...DECLARATION_WORDS,
  ...CONTEXTUAL_WORDS,
];

/** What stands between words, literals of every form, right and wrong ones, and a few names. */
export const SIGNS = split(
  `{ } { } ( ) ( ) , ; : . -> = != < <= > >= + - * / == => && || ! ≠ ≤ → // # 5 10,000 1,000,000.50 0.1 34% % $5,000 $ €1
  5円 2020-01-01 2020-13-99 01/02/2020 2020-1-1 2020-03-06T12:00Z 9:00 17:00-18:00 9am 24:00 25:61 "text" " ' 'x' \` \`name\`
  "\\q" "a\\"b" “x” „ é 会社 to会社 x1 _ source marketing sales handoff contact MQL employees 99999999999999999999 1e5 @`,
  ["\n", "\n", "\n", "\r\n", "\r"],
);

/** Code points that programs stumble over: invisible, combining, astral, half of a pair, of the other direction. */
export const ODDITIES = split(
  "😀 👩‍👩‍👧 e\u0301 \u0301\u0301\u0301 ﬁ İ ß ǆ 한 ก ا א 𝒳 １２ （ ｛ ％ ： ； ＝ 、 。 − – × ÷ \ud800 \udc00 \ud83d \uffff \u{10ffff} \u{e0001}",
  ["\u0000", "\u0007", "\u000b", "\u000c", "\u001b[31m", "\u0085", "\u00a0", "\u00ad", "\u200b", "\u200d"],
  ["\u200e", "\u202a", "\u202e", "\u2066", "\u2069", "\u2028", "\u2029", "\u3000", "\ufeff"],
);

function split(words: string, ...more: readonly (readonly string[])[]): Pieces {
  const [first = "", ...rest] = words.split(/[ \n]+/);
  return [first, ...rest, ...more.flat()];
}
