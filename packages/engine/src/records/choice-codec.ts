import { nearest } from "@entente/ir";
import { type Codec, Rejected } from "./codec.ts";
import { anyCasePattern, escapePattern } from "./escape-pattern.ts";

/** A case of a `one of`, with what exports write for it. */
export interface Choice {
  readonly name: string;
  readonly labels: readonly string[];
}

interface Spelling {
  readonly text: string;
  readonly name: string;
}

/**
 * The cases of a `one of`, by name or label: exactly, else in any case. Spellings that differ only in case
 * and mean different cases count exactly only. Composed and decomposed Unicode are taken alike.
 */
export function choiceCodec(choices: readonly Choice[], what = "one of "): Codec {
  const spellings = spellingsOf(choices);
  const exact = new Map(spellings.toReversed().map(({ text, name }) => [text, name]));
  const loose = spellings.map((spelling) => ({ spelling, pattern: spellingPattern(spelling, spellings) }));
  const syntaxes = loose.map(({ spelling, pattern }) => ({
    spelling,
    syntax: new RegExp(`^(?:${pattern})$`, "u"),
  }));
  const fromText = (text: string) =>
    exact.get(text) ??
    syntaxes.find(({ syntax }) => syntax.test(text))?.spelling.name ??
    new Rejected(suggestion(text, spellings));
  return {
    expected: what + inWords(choices),
    fromText,
    fromJson: (json) => (Number.isSafeInteger(json) ? fromText(String(json)) : new Rejected()),
    pattern(without) {
      const fitting = loose.filter(({ spelling }) => ![...without].some((c) => spelling.text.includes(c)));
      return fitting.map(({ pattern }) => pattern).join("|") || "(?!)";
    },
    jsonSchemas: numberSchemas(spellings),
    separators: ";,",
  };
}

/** The regular expression, without anchors, of the texts that mean one case among `choices`. */
export function casePattern(name: string, choices: readonly Choice[]): string {
  const all = spellingsOf(choices);
  const own = all.filter((spelling) => spelling.name === name);
  return own.map((spelling) => spellingPattern(spelling, all)).join("|");
}

function spellingsOf(choices: readonly Choice[]): Spelling[] {
  return choices.flatMap(({ name, labels }) =>
    [name, ...labels].flatMap((label) => {
      const text = label.trim().normalize("NFC");
      return text === "" ? [] : [{ text, name }];
    }),
  );
}

function spellingPattern({ text, name }: Spelling, all: readonly Spelling[]): string {
  const sameLetters = new RegExp(`^(?:${anyCasePattern(text)})$`, "u");
  const rivals = all.some((other) => other.name !== name && sameLetters.test(other.text));
  const write = rivals ? escapePattern : anyCasePattern;
  const decomposed = text.normalize("NFD");
  return decomposed === text ? write(text) : `${write(text)}|${write(decomposed)}`;
}

/** Labels that are whole numbers may stand in JSON as numbers. */
function numberSchemas(spellings: readonly Spelling[]): { enum: number[] }[] {
  const numbers = spellings
    .map(({ text }) => Number(text))
    .filter((n, i) => String(n) === spellings[i]?.text);
  const whole = [...new Set(numbers.filter((n) => Number.isSafeInteger(n)))];
  return whole.length === 0 ? [] : [{ enum: whole }];
}

const SHOWN = 8;

function inWords(choices: readonly Choice[]): string {
  const words = choices.slice(0, SHOWN).map(({ name, labels }) => {
    return labels.length === 0
      ? name
      : `${name} (${labels.map((label) => JSON.stringify(label)).join(", ")})`;
  });
  return words.join(", ") + (choices.length > SHOWN ? `, … (${choices.length} in all)` : "");
}

function suggestion(text: string, spellings: readonly Spelling[]): string | null {
  const close = nearest(
    text,
    spellings.map((spelling) => spelling.text),
  );
  return close === undefined ? null : `did you mean ${JSON.stringify(close)}?`;
}
