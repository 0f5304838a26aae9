const candidates = [",", ";", "\t"] as const;

/**
 * The delimiter of a table, told from its header: of comma, semicolon and tab the one that stands there most
 * often outside of quotes, the comma where none does.
 */
export function csvDelimiter(head: string): string {
  const counts = new Map<string, number>(candidates.map((delimiter) => [delimiter, 0]));
  let quoted = false;
  for (const letter of head.trimStart()) {
    if (letter === '"') quoted = !quoted;
    if (quoted) continue;
    if (letter === "\n" || letter === "\r") break;
    const count = counts.get(letter);
    if (count !== undefined) counts.set(letter, count + 1);
  }
  const [best] = [...counts].toSorted(([, a], [, b]) => b - a);
  return best === undefined || best[1] === 0 ? "," : best[0];
}
