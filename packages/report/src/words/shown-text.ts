// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what this looks for.
const unprintable = /[\u0000-\u001f\u007f-\u009f]+/g;
const invisible = /[\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g;

/** The most characters of a name that a table shows. */
export const mostShown = 80;

/**
 * Text of a contract or of data as a page may show it, on one line: control characters become spaces, and marks
 * that turn the direction of writing or cannot be seen become `�`. What is longer than `most` characters ends in `…`.
 */
export function shownText(text: string, most: number = mostShown): string {
  const clean = text.toWellFormed().replace(unprintable, " ").replace(invisible, "\ufffd").trim();
  if (clean.length <= most) return clean;
  const characters = [...clean.slice(0, most * 2)];
  return characters.length <= most && clean.length <= most * 2
    ? clean
    : `${characters
        .slice(0, most - 1)
        .join("")
        .trimEnd()}…`;
}

/** A declared name for people: `lead_value` is "lead value". */
export function shownName(name: string, most: number = mostShown): string {
  return shownText(name.replaceAll("_", " "), most);
}
