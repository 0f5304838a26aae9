/** Whether two texts are the same characters, however they are composed. */
export function sameText(a: string, b: string): boolean {
  return a === b || composed(a) === composed(b);
}

/** The text in Unicode normal form C. */
export function composed(text: string): string {
  return text.normalize("NFC");
}

/**
 * The text without the difference of upper and lower case: NFC, then Unicode's language-free lower case, so
 * that the result is the same on every machine.
 */
export function folded(text: string): string {
  return composed(text).toLowerCase();
}
