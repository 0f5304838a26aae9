import type { Diagnostic, Span } from "@entente/ir";
import type { IToken, TokenType } from "chevrotain";
import { replacing } from "../../diagnostics/fixes.ts";
import { reportSyntax } from "../../diagnostics/syntax.ts";
import { type Source, spanAt } from "../source.ts";
import { hasZone, isoDates, mended24Hours } from "./foreign-times.ts";
import {
  Arrow,
  BadDate,
  BadTime,
  BareCurrency,
  BarePercent,
  DateToken,
  Equal,
  ForeignOperator,
  GreaterEqual,
  LessEqual,
  Money,
  Name,
  NotEqual,
  OpenQuotedName,
  OpenText,
  Percent,
  retag,
  SingleQuoted,
  SlashComment,
  Text,
  Time,
  Unknown,
  word,
} from "./vocabulary.ts";

/** Marks a token that stands for a mistake already told: its clause tells no second one. */
const MENDED = Symbol("mended");

/** Whether a mistake in this very token has been told. */
export function isMended(token: IToken): boolean {
  return token.payload === MENDED;
}

/**
 * Tells the mistake that `token` is, if it is one, and turns it into the token that was meant, so that the rest of
 * the clause is still read.
 */
export function mend(source: Source, token: IToken): Diagnostic[] {
  const span = spanAt(source, token.startOffset, token.startOffset + token.image.length);
  const told = MENDERS.get(token.tokenType)?.(token, span, source) ?? [];
  if (told.length > 0) token.payload = MENDED;
  return told;
}

type Mender = (token: IToken, span: Span, source: Source) => Diagnostic[];
const MENDERS: ReadonlyMap<TokenType, Mender> = new Map<TokenType, Mender>([
  [Unknown, (token, span) => [reportSyntax("syntax/unknown-character", span, { text: shown(token.image) })]],
  [SlashComment, mendComment],
  [OpenQuotedName, as(Name, (span) => reportSyntax("syntax/unclosed-name", span, {}))],
  [OpenText, as(Text, (span) => reportSyntax("syntax/unclosed-text", span, {}))],
  [Text, mendText],
  [SingleQuoted, mendSingleQuotes],
  [BarePercent, as(Percent, (span) => reportSyntax("syntax/percent-without-number", span, {}))],
  [BareCurrency, as(Money, (span, sign) => reportSyntax("syntax/money-without-amount", span, { sign }))],
  [BadDate, mendDate],
  [BadTime, mendTime],
  [ForeignOperator, mendOperator],
]);

function as(type: TokenType, tell: (span: Span, image: string) => Diagnostic): Mender {
  return (token, span) => {
    retag(token, type);
    return [tell(span, token.image)];
  };
}

function mendComment(token: IToken, span: Span): Diagnostic[] {
  const fixes = [replacing(span, `#${token.image.slice(2)}`)];
  return [reportSyntax("syntax/slash-comment", span, {}, { fixes })];
}

/** Unknown characters as a reader can find them: the invisible ones by their number. */
function shown(image: string): string {
  const characters = [...image];
  const [first = ""] = characters;
  if (/^[\p{L}\p{M}\p{N}\p{P}\p{S}]+$/u.test(image)) {
    return `\`${characters.slice(0, 20).join("")}${characters.length > 20 ? "…" : ""}\``;
  }
  return `the character U+${(first.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0")}`;
}

function mendText(token: IToken, span: Span): Diagnostic[] {
  const wrong = token.image.match(/\\[\s\S]/gu)?.find((written) => !/^\\["\\n“”„＂]$/u.test(written));
  return wrong === undefined ? [] : [reportSyntax("syntax/unknown-escape", span, { written: wrong })];
}

function mendSingleQuotes(token: IToken, span: Span): Diagnostic[] {
  const text = token.image.slice(1, -1).replace(/["\\]/g, "\\$&");
  const instead = `"${text}"`;
  // What is read instead may be longer: the place stays that of what is written.
  token.endOffset = span.end - 1;
  token.image = instead;
  retag(token, Text);
  return [reportSyntax("syntax/single-quotes", span, { instead }, { fixes: [replacing(span, instead)] })];
}

function mendDate(token: IToken, span: Span): Diagnostic[] {
  const found = token.image;
  const instead = isoDates(found);
  retag(token, DateToken);
  const fixes = hasZone(found) ? [] : instead.map((date) => replacing(span, date));
  return [reportSyntax("syntax/date-format", span, { found, instead }, { fixes })];
}

function mendTime(token: IToken, span: Span): Diagnostic[] {
  const found = token.image;
  const instead = mended24Hours(found);
  retag(token, Time);
  return [
    reportSyntax("syntax/time-format", span, { found, instead }, { fixes: [replacing(span, instead)] }),
  ];
}

interface Instead {
  readonly type: TokenType;
  readonly text: string;
}
const ARROW: Instead = { type: Arrow, text: "->" };
const EQUAL: Instead = { type: Equal, text: "=" };
const NOT_EQUAL: Instead = { type: NotEqual, text: "!=" };
const LESS_EQUAL: Instead = { type: LessEqual, text: "<=" };
const GREATER_EQUAL: Instead = { type: GreaterEqual, text: ">=" };
const OPERATORS: ReadonlyMap<string, Instead> = new Map<string, Instead>([
  ["==", EQUAL],
  ["===", EQUAL],
  [":=", EQUAL],
  ["!==", NOT_EQUAL],
  ["<>", NOT_EQUAL],
  ["≠", NOT_EQUAL],
  ["=>", GREATER_EQUAL],
  ["≥", GREATER_EQUAL],
  ["≧", GREATER_EQUAL],
  ["=<", LESS_EQUAL],
  ["≤", LESS_EQUAL],
  ["≦", LESS_EQUAL],
  ["&", { type: word.and, text: "and" }],
  ["&&", { type: word.and, text: "and" }],
  ["|", { type: word.or, text: "or" }],
  ["||", { type: word.or, text: "or" }],
  ["!", { type: word.not, text: "not" }],
]);

function mendOperator(token: IToken, span: Span, { text: contract }: Source): Diagnostic[] {
  const found = token.image;
  const isArrow =
    found === "=>" && IN_VALUE_TABLE.test(contract.slice(Math.max(0, span.start - TABLE_REACH), span.start));
  const { type, text } = isArrow ? ARROW : (OPERATORS.get(found) ?? ARROW);
  retag(token, type);
  const fixes = [replacing(span, apart(text, contract, span))];
  return [reportSyntax("syntax/foreign-operator", span, { found, instead: text }, { fixes })];
}

/** How far back a table's beginning is looked for: no table is longer, and a file of nothing but arrows is read in no time. */
const TABLE_REACH = 1000;
/** The text of a contract up to a place between the braces of `by grade { … }`. */
const IN_VALUE_TABLE = /\bby\s+[^\s{}]+\s*\{[^{}]*$/u;

/** A word with the blanks that keep it apart from its neighbours; symbols need none. */
function apart(text: string, contract: string, { start, end }: Span): string {
  if (!/^\p{L}/u.test(text)) return text;
  const before = /\s/.test(contract[start - 1] ?? " ") ? "" : " ";
  const after = /\s/.test(contract[end] ?? " ") ? "" : " ";
  return `${before}${text}${after}`;
}
