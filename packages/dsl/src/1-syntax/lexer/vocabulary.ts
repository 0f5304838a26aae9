import { createToken, type IToken, Lexer, type TokenType } from "chevrotain";
import { CONTEXTUAL_WORDS, DAY_WORDS, DECLARATION_WORDS, RESERVED_WORDS, UNIT_WORDS } from "./words.ts";

/** Matches `expression` exactly where the lexer stands; Chevrotain itself mishandles `\p{…}`. */
function sticky(expression: RegExp) {
  const pattern = new RegExp(expression.source, "uy");
  return {
    line_breaks: false,
    pattern: (text: string, offset: number): RegExpExecArray | null => {
      pattern.lastIndex = offset;
      return pattern.exec(text);
    },
  };
}

function abstractToken(name: string, label: string): TokenType {
  return createToken({ name, label, pattern: Lexer.NA });
}
function symbol(name: string, label: string, expression: RegExp): TokenType {
  return createToken({ name, label: `\`${label}\``, ...sticky(expression) });
}

/** A rule that matches `expression` and tells apart a common mistake. */
function mistake(name: string, expression: RegExp): TokenType {
  return createToken({ name, ...sticky(expression) });
}

const WORD_END = "(?![\\p{L}\\p{M}\\p{Nd}_])";
const NUMBER = "(?:\\d{1,3}(?:,\\d{3})+(?!\\d)|\\d+)(?:\\.\\d+)?";

export const WhiteSpace = createToken({ name: "WhiteSpace", group: Lexer.SKIPPED, ...sticky(/[^\S\r\n]+/) });
export const LineEnd = createToken({
  name: "LineEnd",
  label: "the end of the line",
  ...sticky(/\r\n|\r|\n/),
  line_breaks: true,
});
export const Comment = createToken({ name: "Comment", group: "comments", ...sticky(/#[^\r\n]*/) });
export const SlashComment = mistake("SlashComment", /\/\/[^\r\n]*/);

export const Name = createToken({
  name: "Name",
  label: "a name",
  ...sticky(/[\p{L}_][\p{L}\p{M}\p{Nd}_]*/u),
});
export const QuotedName = createToken({ name: "QuotedName", ...sticky(/`[^`\r\n]+`/) });
export const OpenQuotedName = mistake("OpenQuotedName", /`[^`\r\n]*/);

export const Text = createToken({
  name: "Text",
  label: 'a text in "quotes"',
  ...sticky(/"(?:[^"\\\r\n]|\\[^\r\n])*"|[“”„＂](?:[^“”＂\\\r\n]|\\[^\r\n])*[“”＂]/),
});
export const OpenText = mistake("OpenText", /["“”„＂][^\r\n]*/);
export const SingleQuoted = mistake("SingleQuoted", /'[^'\r\n]*'|[‘’][^‘’\r\n]*[‘’]/);

export const BadDate = mistake(
  "BadDate",
  /\d{1,2}[/.]\d{1,2}[/.](?:\d{4}|\d{2})(?!\d)|\d{4}[/.]\d{1,2}[/.]\d{1,2}(?!\d)|\d{4}-(?:\d-\d{1,2}|\d{2}-\d)(?!\d)|\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:?\d{2})?/,
);
export const DateToken = createToken({
  name: "Date",
  label: "a date such as 2020-12-31",
  ...sticky(/\d{4}-\d{2}-\d{2}(?!\d)/),
});
export const BadTime = mistake(
  "BadTime",
  new RegExp(`\\d{1,2}(?:(?:[:：]\\d{2})? ?[ap]\\.m\\.|(?:[:：]\\d{2} ?)?[ap]m${WORD_END})`, "u"),
);
export const Time = createToken({
  name: "Time",
  label: "a time such as 17:00",
  ...sticky(/\d{1,2}[:：]\d{2}(?:[:：]\d{2})?(?!\d)/),
});
export const Percent = createToken({
  name: "Percent",
  label: "a percentage such as 25%",
  ...sticky(new RegExp(`${NUMBER}[ \\u00A0\\u202F]?[%％]`)),
});
export const BarePercent = mistake("BarePercent", /[%％]/);
export const Money = createToken({
  name: "Money",
  label: "an amount such as $10,000",
  ...sticky(new RegExp(`\\p{Sc}${NUMBER}|${NUMBER}[ \\u00A0\\u202F]?(?:\\p{Sc}|円)`, "u")),
});
export const BareCurrency = mistake("BareCurrency", /\p{Sc}/u);
export const NumberToken = createToken({
  name: "Number",
  label: "a number",
  ...sticky(new RegExp(NUMBER)),
});

export const Arrow = symbol("Arrow", "->", /->|→/);
export const NotEqual = symbol("NotEqual", "!=", /!=(?!=)/);
export const LessEqual = symbol("LessEqual", "<=", /<=/);
export const GreaterEqual = symbol("GreaterEqual", ">=", />=/);
export const ForeignOperator = mistake("ForeignOperator", /===?|!==|=>|=<|<>|:=|≠|≤|≥|≦|≧|&&?|\|\|?|!/);
export const Equal = symbol("Equal", "=", /[=＝]/);
export const Less = symbol("Less", "<", /[<＜]/);
export const Greater = symbol("Greater", ">", /[>＞]/);
export const Plus = symbol("Plus", "+", /[+＋]/);
export const Minus = symbol("Minus", "-", /[-–−]/);
export const Times = symbol("Times", "*", /[*×]/);
export const Divide = symbol("Divide", "/", /[/÷]/);
export const Dot = symbol("Dot", ".", /\./);
export const Comma = symbol("Comma", ",", /[,、，]/);
export const Colon = symbol("Colon", ":", /[:：]/);
export const Semicolon = symbol("Semicolon", ";", /[;；]/);
export const LeftBrace = symbol("LeftBrace", "{", /[{｛]/);
export const RightBrace = symbol("RightBrace", "}", /[}｝]/);
export const LeftParenthesis = symbol("LeftParenthesis", "(", /[(（]/);
export const RightParenthesis = symbol("RightParenthesis", ")", /[)）]/);
export const Unknown = mistake("Unknown", /[\s\S]/u);

/** What separates two clauses or two entries of a value table: the end of a line, or `;`. */
export const Separator = abstractToken("Separator", "the end of the line");
/** A whole `{ … }` whose clauses are read one by one. */
export const Block = abstractToken("Block", "`{`");
export const Day = abstractToken("Day", "a day of the week");
export const Unit = abstractToken("Unit", "a unit of time such as `hours`");

type Reserved = (typeof RESERVED_WORDS)[number];
type Contextual = (typeof CONTEXTUAL_WORDS)[number] | (typeof DECLARATION_WORDS)[number];
type UnitWord = (typeof UNIT_WORDS)[number];
export type Word = Reserved | Contextual | UnitWord;

function wordToken(text: string, categories: TokenType[]): TokenType {
  return createToken({ name: `word:${text}`, label: `\`${text}\``, pattern: Lexer.NA, categories });
}
function wordTokens<W extends string>(words: readonly W[], categories: TokenType[]): Record<W, TokenType> {
  const entries = words.map((text) => [text, wordToken(text, categories)] as const);
  return Object.fromEntries(entries) as Record<W, TokenType>;
}

/** The token type of each keyword. Contextual keywords are names as well. */
export const word: Readonly<Record<Word, TokenType>> = {
  ...wordTokens(RESERVED_WORDS, []),
  ...wordTokens(CONTEXTUAL_WORDS, [Name]),
  ...wordTokens(DECLARATION_WORDS, [Name]),
  ...wordTokens(UNIT_WORDS, [Name, Unit]),
};
const dayWords = wordTokens(DAY_WORDS.flat(), [Day]);
const PLURAL_UNITS = UNIT_WORDS.map((unit) => `${unit}s` as const);

const byText: ReadonlyMap<string, TokenType> = new Map(
  Object.entries({ ...word, ...dayWords, ...wordTokens(PLURAL_UNITS, [Name, Unit]) }),
);
const reserved: ReadonlySet<TokenType> = new Set([
  ...RESERVED_WORDS.map((text) => word[text]),
  ...Object.values(dayWords),
]);

/** The keyword that `text` is, if it is one. */
export function keywordOf(text: string): TokenType | undefined {
  return byText.get(text);
}
export function isReserved(type: TokenType): boolean {
  return reserved.has(type);
}
/** The units and days, for suggestions where the grammar only says "a unit". */
export const UNIT_TEXTS: readonly string[] = [...UNIT_WORDS, ...PLURAL_UNITS];
export const DAY_TEXTS: readonly string[] = Object.keys(dayWords);

/** Makes `token` one of `type`: keywords and mended mistakes are found after lexing. */
export function retag(token: IToken, type: TokenType): void {
  token.tokenType = type;
  token.tokenTypeIdx = type.tokenTypeIdx ?? 0;
}

/** Everything that the lexer matches, in the order in which it tries. */
export const LEXEMES: TokenType[] = [
  WhiteSpace,
  Name,
  LineEnd,
  Comment,
  SlashComment,
  QuotedName,
  OpenQuotedName,
  Text,
  OpenText,
  SingleQuoted,
  BadDate,
  DateToken,
  BadTime,
  Time,
  Percent,
  BarePercent,
  Money,
  BareCurrency,
  NumberToken,
  Arrow,
  NotEqual,
  LessEqual,
  GreaterEqual,
  ForeignOperator,
  Equal,
  Less,
  Greater,
  Plus,
  Minus,
  Times,
  Divide,
  Dot,
  Comma,
  Colon,
  Semicolon,
  LeftBrace,
  RightBrace,
  LeftParenthesis,
  RightParenthesis,
  Unknown,
];

/** Everything that the grammar may speak of. */
export const VOCABULARY: TokenType[] = [...LEXEMES, Separator, Block, Day, Unit, ...byText.values()];
