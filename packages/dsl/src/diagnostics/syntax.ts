import type { Catalogue, DiagnosticText } from "./define.ts";
import { reporterOf } from "./define.ts";

/** At most this many alternatives are told: more help nobody. */
const TOLD_ALTERNATIVES = 6;

function error<P>(text: Omit<DiagnosticText<P>, "severity">): DiagnosticText<P> {
  return { severity: "error", ...text };
}

function alternatives(expected: readonly string[]): string {
  const told = expected.slice(0, TOLD_ALTERNATIVES);
  if (told.length < 2) return told.join("");
  const end = expected.length > told.length ? ", …" : ` or ${told.at(-1)}`;
  return `${(end === ", …" ? told : told.slice(0, -1)).join(", ")}${end}`;
}
function expectedHelp(expected: readonly string[]): string | undefined {
  return expected.length === 0 ? undefined : `here may stand ${alternatives(expected)}`;
}
function quoted(words: readonly string[]): string {
  return words.map((text) => `\`${text}\``).join(", ");
}

interface Found {
  /** What stands there, in words: "`webb`", "the end of the clause". */
  readonly found: string;
  /** What may stand there, in words. */
  readonly expected: readonly string[];
}

/** How mistakes of writing are told: what stands there, and what may. */
export const syntaxCatalogue = {
  "syntax/unknown-character": error<{ text: string }>({
    message: ({ text }) => `the language has no use for ${text}`,
    label: () => "not understood",
    help: () => 'other characters may stand in a text in "quotes" or behind a `#`',
  }),
  "syntax/direction-mark": error<{ code: string }>({
    message: ({ code }) =>
      `the invisible character U+${code} changes the direction of writing: what is shown here may not be what is read`,
    label: () => "take it out",
    help: () => "Arabic and Hebrew texts need no such marks: they run from right to left by themselves",
  }),
  "syntax/unclosed-text": error<Record<string, never>>({
    message: () => "this text has no closing quote",
    label: () => "begins here",
    help: () => 'a text ends on the line where it begins: write the closing `"`',
  }),
  "syntax/unknown-escape": error<{ written: string }>({
    message: ({ written }) => `\`${written}\` is not an escape`,
    help: () => 'a backslash stands only before `"`, before another backslash, and in `\\n` for a new line',
  }),
  "syntax/unclosed-name": error<Record<string, never>>({
    message: () => "this name has no closing backtick",
    label: () => "begins here",
    help: () => "a name in backticks ends on the line where it begins",
  }),
  "syntax/single-quotes": error<{ instead: string }>({
    message: () => "a text stands in double quotes",
    label: ({ instead }) => `write ${instead}`,
  }),
  "syntax/slash-comment": error<Record<string, never>>({
    message: () => "a comment begins with `#`",
    label: () => "write `#` instead of `//`",
  }),
  "syntax/foreign-operator": error<{ found: string; instead: string }>({
    message: ({ found, instead }) => `\`${found}\` is written \`${instead}\` here`,
    label: ({ instead }) => `write \`${instead}\``,
    help: ({ found, instead }) =>
      found === "=>" && instead === ">="
        ? "in a value table `->` stands between a case and its value"
        : undefined,
  }),
  "syntax/time-format": error<{ found: string; instead: string }>({
    message: ({ found }) => `\`${found}\` is not how a time of day is written`,
    label: ({ instead }) => `write \`${instead}\``,
    help: () => "times run from 00:00 to 24:00",
  }),
  "syntax/date-format": error<{ found: string; instead: readonly string[] }>({
    message: ({ found }) => `\`${found}\` is not how a date is written`,
    label: ({ instead }) =>
      instead.length === 0 ? undefined : `write ${instead.map((date) => `\`${date}\``).join(" or ")}`,
    help: () => "a date is year-month-day, such as 2020-12-31: every reader takes it for the same day",
  }),
  "syntax/percent-without-number": error<Record<string, never>>({
    message: () => "there is no number before this `%`",
    help: () => "write a percentage as a number and `%`, such as `25%`",
  }),
  "syntax/money-without-amount": error<{ sign: string }>({
    message: ({ sign }) => `there is no amount behind this \`${sign}\``,
    help: ({ sign }) => `write the sign and the amount together, such as \`${sign}10,000\``,
  }),
  "syntax/number-in-list": error<{ found: string; split: string; joined: string }>({
    message: ({ found }) => `\`${found}\` reads as one number, but it stands in a list`,
    label: ({ split, joined }) => `write \`${split}\` or \`${joined}\``,
    help: () =>
      "in a list a comma separates values: put a space behind it, or leave the thousands' comma out",
  }),
  "syntax/unclosed-brace": error<Record<string, never>>({
    message: () => "this `{` is never closed",
    label: () => "opened here",
    help: () => "write `}` behind the last clause that belongs to it",
  }),
  "syntax/stray-brace": error<Record<string, never>>({
    message: () => "this `}` closes nothing",
    help: () => "take it out, or write the `{` that it should close",
  }),
  "syntax/unclosed-parenthesis": error<Record<string, never>>({
    message: () => "this `(` is never closed",
    label: () => "opened here",
    help: () => "write `)` behind what belongs in it, on the same line or after a comma or an operator",
  }),
  "syntax/missing-block": error<{ declaration: string }>({
    message: ({ declaration }) => `\`${declaration}\` needs its clauses between \`{\` and \`}\``,
    label: () => "`{` is missing here",
  }),
  "syntax/unknown-declaration": error<{ found: string; suggestion?: string; known: readonly string[] }>({
    message: ({ found, suggestion }) =>
      suggestion === undefined
        ? `no declaration begins with ${found}`
        : `no declaration begins with ${found}: did you mean \`${suggestion}\`?`,
    label: ({ suggestion }) => (suggestion === undefined ? undefined : `write \`${suggestion}\``),
    help: ({ known, suggestion }) =>
      suggestion === undefined ? `a declaration begins with one of ${quoted(known)}` : undefined,
  }),
  "syntax/unknown-clause": error<{
    found: string;
    of: string;
    suggestion?: string;
    known: readonly string[];
  }>({
    message: ({ found, of, suggestion }) =>
      `${found} is not a clause of ${of}${suggestion === undefined ? "" : `: did you mean \`${suggestion}\`?`}`,
    label: ({ suggestion }) => (suggestion === undefined ? undefined : `write \`${suggestion}\``),
    help: ({ of, known }) => `the clauses of ${of} begin with ${known.join(", ")}`,
  }),
  "syntax/unexpected": error<Found & { suggestion?: string; instead?: string }>({
    message: ({ found, suggestion }) =>
      suggestion === undefined
        ? `${found} cannot stand here`
        : `${found} cannot stand here: did you mean \`${suggestion}\`?`,
    label: ({ suggestion, instead }) => {
      const write = suggestion ?? instead;
      return write === undefined ? undefined : `write \`${write}\``;
    },
    help: ({ expected, instead }) => (instead === undefined ? expectedHelp(expected) : undefined),
  }),
  "syntax/unexpected-end": error<{ expected: readonly string[] }>({
    message: () => "the clause ends too early",
    label: () => "something is missing here",
    help: ({ expected }) => expectedHelp(expected),
  }),
  "syntax/missing-must": error<{ party: string; found: string }>({
    message: ({ found }) => `a promise says who must do what: \`must\` is missing before ${found}`,
    label: ({ party }) => `write \`${party} must …\``,
  }),
  "syntax/reserved-word": error<{ word: string }>({
    message: ({ word }) => `\`${word}\` is a word of the language and cannot be a name as it stands`,
    label: () => "put it in backticks, or choose another name",
  }),
  "syntax/reserved-event-name": error<{ name: string }>({
    message: ({ name }) =>
      `an event cannot be called \`${name}\`: behind \`must\` the word has a meaning of its own`,
    help: () => "events may have any name but `provide`, `follow` and `leave`",
  }),
  "syntax/too-deep": error<{ limit: number }>({
    message: ({ limit }) => `this is nested more than ${limit} levels deep`,
    help: () => "give a part of it a name of its own with `define`",
  }),
} satisfies Catalogue;

/** Makes one diagnostic of this phase. */
export const reportSyntax = reporterOf(syntaxCatalogue);
