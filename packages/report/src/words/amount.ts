import type { GoalUnit, TimeCounting } from "@entente/engine";
import { assertNever, minorDigits } from "@entente/ir";
import Fraction from "fraction.js";
import { lengthWords, openWords } from "./length-words.ts";

/** What the figures of a goal are written with. */
export interface AmountStyle {
  readonly unit: GoalUnit;
  /** The agreement's currency, three letters. */
  readonly currency: string;
  /** What a time is counted in. */
  readonly counting: TimeCounting | null;
}

/**
 * A figure of a goal for people: `$550,000`, `34.2%`, `38.5 days`, `1,204`. Money and counts are rounded to whole
 * units from a thousand on, percentages to a tenth.
 */
export function amountWords(value: Fraction, { unit, currency, counting }: AmountStyle): string {
  if (counting === "workingDays") return `${grouped(value, 1)} working days`;
  switch (unit) {
    case "money":
      return moneyWords(value, currency);
    case "percent":
      return percentWords(value);
    case "milliseconds":
      return counting === "open"
        ? openWords(value.round(0).valueOf())
        : lengthWords(value.round(0).valueOf());
    case "leads":
    case "points":
    case "number":
      return grouped(value, value.abs().compare(1000) >= 0 ? 0 : 1);
    default:
      return assertNever(unit);
  }
}

/** A difference with its sign: `+$12,000`, `−3.1 points`. A difference of percentages is in percentage points. */
export function gapWords(value: Fraction, style: AmountStyle): string {
  const size =
    style.unit === "percent" ? `${grouped(value.abs(), 1)} points` : amountWords(value.abs(), style);
  return value.compare(0) === 0 ? size : `${value.compare(0) < 0 ? "−" : "+"}${size}`;
}

/** A ratio as a percentage: 3/4 is `75%`. */
export function ratioWords(value: Fraction): string {
  return percentWords(value.mul(100));
}

/** Nothing but a whole is shown as `100%`, and nothing but nothing as `0%`. */
function percentWords(percent: Fraction): string {
  const rounded = percent.round(1);
  if (rounded.equals(100) && percent.lt(100)) return "99.9%";
  if (rounded.equals(0) && percent.gt(0)) return "< 0.1%";
  return `${grouped(rounded, 1)}%`;
}

/** `part` of `all` as a percentage; a dash where there is nothing to take a share of. */
export function shareWords(part: number, all: number): string {
  return all === 0 ? "–" : ratioWords(new Fraction(part, all));
}

/** A short form for the axis of a chart: `$400k`, `1.2M`, `35%`, `40 d`. */
export function axisWords(value: number, { unit, currency }: AmountStyle): string {
  switch (unit) {
    case "money":
      return new Intl.NumberFormat("en-US", {
        style: "currency",
        currency,
        notation: "compact",
        maximumFractionDigits: 1,
      }).format(value / 10 ** minorDigits(currency));
    case "percent":
      return `${value}%`;
    case "milliseconds":
      return lengthWords(value);
    case "leads":
    case "points":
    case "number":
      return new Intl.NumberFormat("en-US", { notation: "compact", maximumFractionDigits: 1 }).format(value);
    default:
      return assertNever(unit);
  }
}

/** `1 lead`, `1,204 leads`: a number with its noun. */
export function countedWords(count: number, singular: string, plural = `${singular}s`): string {
  return `${countWords(count)} ${count === 1 ? singular : plural}`;
}

/** A whole number with its thousands set off. */
export function countWords(count: number): string {
  return count.toLocaleString("en-US");
}

function moneyWords(minor: Fraction, currency: string): string {
  const digits = minorDigits(currency);
  const units = minor.div(10 ** digits);
  const whole = units.abs().compare(1000) >= 0 || units.d === 1n;
  return new Intl.NumberFormat("en-US", {
    style: "currency",
    currency,
    minimumFractionDigits: whole ? 0 : digits,
    maximumFractionDigits: whole ? 0 : digits,
  }).format(decimalOf(units, whole ? 0 : digits));
}

function grouped(value: Fraction, digits: number): string {
  return new Intl.NumberFormat("en-US", { maximumFractionDigits: digits }).format(decimalOf(value, digits));
}

/** The exact decimal of a rounded value, which a number format takes without a detour through binary. */
function decimalOf(value: Fraction, digits: number): `${number}` {
  return value.round(digits).toString() as `${number}`;
}
