/** A set of truth values: which of true, false and unknown a condition can still have. A sum of the bits below. */
export type TruthSet = number;

export const TRUE: TruthSet = 1;
export const FALSE: TruthSet = 2;
export const UNKNOWN: TruthSet = 4;
export const ANY: TruthSet = TRUE | FALSE | UNKNOWN;

/** The set of one value; `undefined` is unknown. */
export function setOf(truth: boolean | undefined): TruthSet {
  if (truth === undefined) return UNKNOWN;
  return truth ? TRUE : FALSE;
}

/** Whether only one value is left. */
export function isDecided(set: TruthSet): boolean {
  return set === TRUE || set === FALSE || set === UNKNOWN;
}

/** What `not` can be. */
export function negated(set: TruthSet): TruthSet {
  return (set & UNKNOWN) | ((set & TRUE) !== 0 ? FALSE : 0) | ((set & FALSE) !== 0 ? TRUE : 0);
}

/** What Kleene's `and` of two conditions can be, if each can have its values whatever the other has. */
export function both(a: TruthSet, b: TruthSet): TruthSet {
  const notFalse = TRUE | UNKNOWN;
  const unknown =
    ((a & UNKNOWN) !== 0 && (b & notFalse) !== 0) || ((b & UNKNOWN) !== 0 && (a & notFalse) !== 0);
  return (a & b & TRUE) | ((a | b) & FALSE) | (unknown ? UNKNOWN : 0);
}

/** What Kleene's `or` of two conditions can be. */
export function either(a: TruthSet, b: TruthSet): TruthSet {
  return negated(both(negated(a), negated(b)));
}
