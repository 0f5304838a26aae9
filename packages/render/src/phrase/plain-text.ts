// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what this looks for.
const breaks = /[\u0000-\u0020\u0085\u2028\u2029]+/gu;
const disguises = /[\u007f-\u009f\u200b\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]/gu;

/**
 * An author's own words as one line of the document. What is signed must be what is seen: marks that turn the direction
 * of writing or cannot be seen become `�`, as do halves of characters; line ends and other controls become a space.
 */
export function plainText(text: string): string {
  return text.toWellFormed().replace(breaks, " ").replace(disguises, "\ufffd");
}
