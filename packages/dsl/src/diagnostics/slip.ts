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
  const meant = [...new Set(candidates)].filter((candidate) => isSlip(word, candidate, shortest));
  return meant.length === 1 ? meant[0] : undefined;
}

function isSlip(word: string, meant: string, shortest: number): boolean {
  if (word === meant || Math.abs(word.length - meant.length) > 2) return false;
  const written = [...word.toLowerCase()];
  const wanted = [...meant.toLowerCase()];
  if (written.join("") === wanted.join("")) return true;
  if (written.length < shortest) return false;
  if (written.length === wanted.length) return isSwap(written, wanted);
  if (written.length === wanted.length + 1) return isOneMore(written, wanted);
  return written.length === wanted.length - 1 && isOneMore(wanted, written);
}

function isSwap(one: readonly string[], other: readonly string[]): boolean {
  const at = one.findIndex((letter, index) => letter !== other[index]);
  const rest = (letters: readonly string[]): string => letters.slice(at + 2).join("");
  return one[at] === other[at + 1] && one[at + 1] === other[at] && rest(one) === rest(other);
}

/** Whether `longer` is `shorter` with one letter more, which is no digit. */
function isOneMore(longer: readonly string[], shorter: readonly string[]): boolean {
  const at = longer.findIndex((letter, index) => letter !== shorter[index]);
  return !/\d/.test(longer[at] ?? "") && longer.slice(at + 1).join("") === shorter.slice(at).join("");
}
