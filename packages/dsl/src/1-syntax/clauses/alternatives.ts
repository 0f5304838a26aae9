import type { TokenType } from "chevrotain";
import {
  Divide,
  Dot,
  Equal,
  Greater,
  LeftParenthesis,
  Minus,
  NumberToken,
  Plus,
  Times,
  word,
} from "../lexer/vocabulary.ts";

/** Ways to go on with a value that hardly anybody meant. */
const MINOR: ReadonlySet<TokenType> = new Set<TokenType>([Plus, Minus, Times, Divide, Dot, LeftParenthesis]);
const VALUE_STARTS: ReadonlySet<TokenType> = new Set<TokenType>([NumberToken, LeftParenthesis, Minus]);

/**
 * What `expected` amounts to, in words: a dozen ways to begin a value are told as "a value".
 *
 * @param mayEnd whether the clause may also end there
 */
export function alternativesOf(expected: readonly TokenType[], mayEnd = false): string[] {
  const has = (type: TokenType): boolean => expected.includes(type);
  const startsValue = [...VALUE_STARTS].every(has);
  const startsCondition = startsValue && has(word.not) && !has(word.present);
  const goesOnComparing = has(Equal) && has(Greater);
  const told: string[] = [];
  if (startsCondition) told.push("a condition");
  else if (startsValue) told.push("a value");
  if (goesOnComparing) told.push("a comparison such as `is` or `>=`");
  for (const type of expected) {
    if (startsValue && BEGINS_VALUE.has(type.name)) continue;
    if (goesOnComparing && COMPARES.has(type.name)) continue;
    if (MINOR.has(type) && !expected.every((other) => MINOR.has(other))) continue;
    if (MINOR.has(type) && mayEnd) continue;
    told.push(type.LABEL ?? type.name);
  }
  if (mayEnd) told.push("the end of the clause");
  return [...new Set(told)];
}

const words = (...texts: string[]): string[] => texts.map((text) => `word:${text}`);

const BEGINS_VALUE: ReadonlySet<string> = new Set([
  ...["Number", "Money", "Percent", "Text", "Date", "Name", "Minus", "LeftParenthesis"],
  ...words("true", "false", "yes", "no", "by", "first", "last", "count", "time", "stage", "not"),
  ...words("excused", "present", "missing", "within", "in", "between"),
]);
const COMPARES: ReadonlySet<string> = new Set([
  ...["Equal", "NotEqual", "Less", "LessEqual", "Greater", "GreaterEqual"],
  ...words("is", "not", "in", "between", "contains", "starts", "ends"),
]);
