import { minorDigits } from "@entente/ir";
import type { Exact } from "./exact-amount.ts";

/** A decimal with that many digits after the point, a half away from zero. Exact up to there. */
export function fixedDecimal(value: Exact, digits: number): string {
  const scaled = value.n * 10n ** BigInt(digits);
  const rounded = (2n * scaled + value.d) / (2n * value.d);
  const text = rounded.toString().padStart(digits + 1, "0");
  const sign = value.s < 0n && rounded !== 0n ? "-" : "";
  return digits === 0 ? `${sign}${text}` : `${sign}${text.slice(0, -digits)}.${text.slice(-digits)}`;
}

/** A number with its thousands apart and at most so many digits after the point: `1,086.96`. */
export function countWords(count: Exact, digits = 2): string {
  const [whole = "", fraction = ""] = fixedDecimal(count, digits).split(".");
  const kept = fraction.replace(/0+$/, "");
  const spaced = whole.replace(/\B(?=(\d{3})+$)/g, ",");
  return kept === "" ? spaced : `${spaced}.${kept}`;
}

/** A ratio as a percentage, to at most so many digits: `6.41%`. */
export function percentWords(ratio: Exact, digits = 2): string {
  return `${countWords(ratio.mul(100), digits)}%`;
}

/** Minor units as a reader expects money: `$128.21`, and `$2,000` where nothing is behind the point. */
export function moneyWords(minor: Exact, currency: string): string {
  const digits = minorDigits(currency);
  const major = minor.div(10n ** BigInt(digits));
  const shown = major.d === 1n ? 0 : digits;
  const format = new Intl.NumberFormat("en", {
    style: "currency",
    currency,
    minimumFractionDigits: shown,
    maximumFractionDigits: shown,
  });
  // A format takes a decimal text exactly; its type asks for the pattern of one.
  return format.format(fixedDecimal(major, shown) as `${number}`);
}
