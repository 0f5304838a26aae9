import { Fraction } from "fraction.js";

/**
 * An exact rational number. A JavaScript number stands for its shortest decimal (0.1 is one tenth), so whole
 * numbers and money need no object; an infinity stands for an open end of a range.
 */
export type Exact = number | Fraction;

/** The rational that a number stands for. */
export function fractionOf(value: Exact): Fraction {
  return typeof value === "number" ? new Fraction(decimalText(value)) : value;
}

/** The nearest JavaScript number. */
export function numberOf(value: Exact): number {
  return typeof value === "number" ? value : value.valueOf();
}

/** Plain decimal notation of a finite number: never an exponent. */
function decimalText(value: number): string {
  const text = String(value);
  const parts = /^(-?)(\d)(?:\.(\d+))?e([+-]\d+)$/.exec(text);
  if (parts === null) return text;
  const [, sign = "", head = "", tail = "", power = "0"] = parts;
  const exponent = Number(power);
  const digits = head + tail;
  return exponent < 0
    ? `${sign}0.${"0".repeat(-exponent - 1)}${digits}`
    : sign + digits.padEnd(exponent + 1, "0");
}

/** A whole number in the safe range loses its object. */
function reduce(value: Fraction): Exact {
  if (value.d !== 1n || value.n > BigInt(Number.MAX_SAFE_INTEGER)) return value;
  return Number(value.s * value.n);
}

const isFast = (a: Exact, b: Exact, result: number): boolean =>
  Number.isSafeInteger(a) && Number.isSafeInteger(b) && Number.isSafeInteger(result);

const isOpen = (a: Exact): a is number => typeof a === "number" && !Number.isFinite(a);

export function add(a: Exact, b: Exact): Exact {
  if (typeof a === "number" && typeof b === "number" && isFast(a, b, a + b)) return a + b;
  if (isOpen(a) || isOpen(b)) return numberOf(a) + numberOf(b);
  return reduce(fractionOf(a).add(fractionOf(b)));
}

export function negative(a: Exact): Exact {
  return typeof a === "number" ? 0 - a : a.neg();
}

export function subtract(a: Exact, b: Exact): Exact {
  return add(a, negative(b));
}

/** The product; nothing times an open end is nothing. */
export function multiply(a: Exact, b: Exact): Exact {
  if (typeof a === "number" && typeof b === "number" && isFast(a, b, a * b)) return a * b + 0;
  if (isOpen(a) || isOpen(b)) return numberOf(a) === 0 || numberOf(b) === 0 ? 0 : numberOf(a) * numberOf(b);
  return reduce(fractionOf(a).mul(fractionOf(b)));
}

/** The quotient; undefined for a division by zero or by an open end. */
export function divide(a: Exact, b: Exact): Exact | undefined {
  if (numberOf(b) === 0 || isOpen(b)) return undefined;
  if (isOpen(a)) return a * Math.sign(numberOf(b));
  return reduce(fractionOf(a).div(fractionOf(b)));
}

/** Negative, zero or positive as `a` is below, at or above `b`. */
export function compareExact(a: Exact, b: Exact): number {
  if (typeof a === "number" && typeof b === "number") return a < b ? -1 : a > b ? 1 : 0;
  if (isOpen(a)) return a;
  if (isOpen(b)) return 0 - b;
  return fractionOf(a).compare(fractionOf(b));
}

export const least = (a: Exact, b: Exact): Exact => (compareExact(a, b) <= 0 ? a : b);
export const greatest = (a: Exact, b: Exact): Exact => (compareExact(a, b) >= 0 ? a : b);
