/** A text that two parts of a policy share exactly if they are written alike, wherever they stand. */
export function keyOf(part: unknown): string {
  return JSON.stringify(part, (name, value: unknown) => (name === "span" ? undefined : value));
}
