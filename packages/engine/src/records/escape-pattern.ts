/** The regular expression (with the `u` flag) of exactly this text. */
export function escapePattern(text: string): string {
  return text.replace(/[\^$\\.*+?()[\]{}|/]/g, "\\$&");
}

/** The same in any case, letter by letter: each may be written as it stands, in upper or in lower case. */
export function anyCasePattern(text: string): string {
  return Array.from(text, (letter) => {
    const variants = new Set([letter, letter.toLowerCase(), letter.toUpperCase()].filter(isOneLetter));
    return variants.size === 1 ? escapePattern(letter) : `[${[...variants].join("")}]`;
  }).join("");
}

/** Some letters grow when their case changes (`ß` to `SS`); those have no variant. */
function isOneLetter(text: string): boolean {
  return [...text].length === 1;
}
