import fc from "fast-check";
import { lex } from "../../packages/dsl/src/1-syntax/lexer/lex.ts";
import { sourceOf } from "../../packages/dsl/src/1-syntax/source.ts";

/** Decides how each gap between two tokens is written anew: the same seed on the same text gives the same result. */
export type Seed = number;
export const seed: fc.Arbitrary<Seed> = fc.nat();

const SPACES = [" ", "  ", "     ", "\t", " \u3000 "];

/** The text with other spaces, where spaces stand within its lines or at their ends. */
export function respaced(text: string, start: Seed): string {
  const next = numbersFrom(start);
  return rewritten(text, (gap) => {
    if (!gap.includes("\n")) return gap === "" ? "" : pick(SPACES, next());
    const [before = "", ...lines] = gap.split("\n");
    const isIndented = (lines.at(-1) ?? "") !== "";
    const indent = isIndented ? pick(SPACES, next()) : "";
    const trailing = before === "" && next() < 0.5 ? "" : " ";
    return `${trailing}\n${lines
      .slice(1)
      .map(() => "\n")
      .join("")}${indent}`;
  });
}

/**
 * The text with comments, blank lines and ends of lines wherever the language allows them. Where a line must not end
 * nothing changes but the spaces.
 */
export function scrambled(text: string, start: Seed): string {
  const next = numbersFrom(start);
  let comments = 0;
  const lines = (): string => {
    let out = next() < 0.25 ? ` # comment ${comments++}` : "";
    out += "\n";
    for (let most = 3; most > 0 && next() < 0.3; most--)
      out += next() < 0.5 ? "\n" : `${pick(SPACES, next())}# comment ${comments++}  \n`;
    return out;
  };
  return rewritten(text, (gap, before, after) => {
    const isBetweenDeclarations = gap.includes("\n");
    if (isBetweenDeclarations || before === "") return next() < 0.4 ? lines() : gap;
    if (before === ";") return next() < 0.6 ? lines() + pick(SPACES, next()) : pick(SPACES, next());
    const mayEnd = MAY_END_BEHIND.has(before) || MAY_END_BEFORE.has(after);
    if (mayEnd && next() < 0.35) return lines() + pick(SPACES, next());
    return gap === "" ? "" : pick(SPACES, next());
  });
}

const MAY_END_BEHIND = new Set([
  "{",
  "(",
  ",",
  "and",
  "or",
  "not",
  "is",
  "->",
  "=",
  "+",
  "*",
  "/",
  "<",
  ">=",
]);
const MAY_END_BEFORE = new Set(["}", ")", "of", "within", "and", "or", "{"]);

/** Numbers from 0 to 1 that look random (mulberry32). */
function numbersFrom(start: Seed): () => number {
  let state = start;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
function pick<T>(items: readonly T[], choice: number): T {
  return items[Math.floor(choice * items.length)] as T;
}

/** The text with the gaps between its tokens replaced; ends of lines count as gaps. */
function rewritten(text: string, gapOf: (gap: string, before: string, after: string) => string): string {
  const { tokens, comments } = lex(sourceOf("f.sla", text));
  const pieces = [
    ...tokens.map(({ image, startOffset }) => ({ image, start: startOffset })),
    ...comments.map((comment) => ({ image: comment.text, start: comment.offset })),
  ]
    .filter(({ image }) => image.trim() !== "")
    .sort((a, b) => a.start - b.start);
  let out = "";
  let end = 0;
  let before = "";
  for (const { image, start } of pieces) {
    out += gapOf(text.slice(end, start), before, image) + image;
    end = start + image.length;
    before = image;
  }
  return out + text.slice(end);
}
