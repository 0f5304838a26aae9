/** Shorter words have too many neighbours: `MQL` and `SQL` are a letter apart and mean different things. */
const SHORTEST = 4;
/** The keywords that may stand at a place are few, so a shorter word is certain there. */
export const SHORTEST_KEYWORD = 3;

/**
 * The one candidate of which `word` is a slip of the pen: a letter left out, a letter too many, two neighbours
 * swapped, or capitals. A letter in the place of another is no such slip, since `sal_date` and `sql_date` may both be
 * meant; nor is a digit more or less. Undefined where no candidate is certain.
 *
 * @param shortest letters that a word must have to be certain of more than its capitals
 */
export function slipOf(word: string, candidates: Iterable<string>, shortest = SHORTEST): string | undefined {
  const written = word.toLowerCase();
  const isLong = [...word].length >= shortest;
  let meant: string | undefined;
  for (const candidate of candidates) {
    if (Math.abs(candidate.length - word.length) > 1 || candidate === word || candidate === meant) continue;
    const wanted = candidate.toLowerCase();
    if (written !== wanted && !(isLong && isSlip(written, wanted))) continue;
    if (meant !== undefined) return undefined;
    meant = candidate;
  }
  return meant;
}

/** Whether two different words are one swap or one letter apart. */
function isSlip(written: string, wanted: string): boolean {
  let at = 0;
  while (written[at] === wanted[at]) at++;
  if (written.length > wanted.length) return isOneMore(written, wanted, at);
  if (written.length < wanted.length) return isOneMore(wanted, written, at);
  if (written[at] !== wanted[at + 1] || written[at + 1] !== wanted[at]) return false;
  return written.slice(at + 2) === wanted.slice(at + 2);
}

/** Whether `longer` is `shorter` with one letter more, at the first place where they differ, and that is no digit. */
function isOneMore(longer: string, shorter: string, at: number): boolean {
  return !/\d/.test(longer[at] ?? "") && longer.slice(at + 1) === shorter.slice(at);
}
