/**
 * Spelling of decimals in data: digits with an optional minus, a point for decimals, and commas only where
 * they cut the whole part into thousands. `0,5` and `1.200,50` are therefore refused, not misread.
 */
const wholePart = "(?:[1-9]\\d{0,2}(?:,\\d{3}){1,4}|\\d{1,15})";

/** Regular expression of a decimal with up to 15 digits before the point and 20 after it. */
export const decimalPattern = `-?${wholePart}(?:\\.\\d{1,20})?`;
/** Regular expression of a whole number with up to 15 digits; exports often write it as `12.0`. */
export const integerPattern = `-?${wholePart}(?:\\.0{1,20})?`;

/** Numbers at or beyond this magnitude are refused: their digits would not be kept exactly. */
export const MAGNITUDE_LIMIT = 1e15;

/** The decimal in plain notation, without commas. */
export function plainDecimal(text: string): string {
  return text.replaceAll(",", "");
}

/**
 * Compares two decimals in plain notation exactly.
 *
 * @returns a negative number, zero or a positive number, as `Array.sort` wants it
 */
export function compareDecimals(a: string, b: string): number {
  if (a.length <= 15 && b.length <= 15) return Number(a) - Number(b);
  const left = signedParts(a);
  const right = signedParts(b);
  if (left.negative !== right.negative) return left.negative ? -1 : 1;
  const magnitude = compareMagnitudes(left, right);
  return left.negative ? -magnitude : magnitude;
}

interface Parts {
  readonly negative: boolean;
  readonly whole: string;
  readonly fraction: string;
}

function signedParts(text: string): Parts {
  const signed = text.startsWith("-");
  const [whole = "", fraction = ""] = (signed ? text.slice(1) : text).split(".");
  const parts = { whole: whole.replace(/^0+/, ""), fraction: fraction.replace(/0+$/, "") };
  return { negative: signed && (parts.whole !== "" || parts.fraction !== ""), ...parts };
}

function compareMagnitudes(a: Parts, b: Parts): number {
  if (a.whole.length !== b.whole.length) return a.whole.length - b.whole.length;
  if (a.whole !== b.whole) return a.whole < b.whole ? -1 : 1;
  if (a.fraction === b.fraction) return 0;
  return a.fraction < b.fraction ? -1 : 1;
}

/** How many decimals the shortest notation of a number has: 2 for 19.99, 7 for 1e-7. */
export function decimalsOf(value: number): number {
  const [, fraction = "", exponent = "0"] = /(?:\.(\d+))?(?:e([+-]\d+))?$/.exec(String(value)) ?? [];
  return Math.max(0, fraction.length - Number(exponent));
}
