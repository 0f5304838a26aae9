import { countWords, type Exact, fixedDecimal, moneyWords } from "@entente/engine";
import type { Duration, Period } from "@entente/ir";
import { currencyDecimals } from "./money.ts";

/** Writes the figures of a plan. All of it works on exact numbers; only what is shown is rounded. */
export interface PlanFigures {
  /** Minor units as a reader expects money: `$128.21`. */
  readonly money: (minor: Exact) => string;
  /** Minor units as a decimal of the currency: `128.21`. */
  readonly amount: (minor: Exact) => string;
  /** Minor units as an exact ratio of the currency's own unit: `5000/39`. */
  readonly exactAmount: (minor: Exact) => string;
}

export function planFigures(currency: string): PlanFigures {
  const digits = currencyDecimals(currency);
  const major = (minor: Exact): Exact => minor.div(10n ** BigInt(digits));
  return {
    money: (minor) => moneyWords(minor, currency),
    amount: (minor) => fixedDecimal(major(minor), digits),
    exactAmount: (minor) => major(minor).toFraction(),
  };
}

/** A number of leads as a plan shows it: what is needed is rounded up. */
export function neededWords(count: Exact): string {
  return countWords(count.ceil());
}

/** `every month`, `every 2 weeks`. */
export function everyWords({ count, unit, business }: Period): string {
  const name = `${business ? "business " : ""}${unit}`;
  return count === 1 ? `every ${name}` : `every ${count} ${name}s`;
}

/** `1 month`, `30 business days`. */
export function lengthWords({ amount, unit, business }: Duration): string {
  return `${amount} ${business ? "business " : ""}${unit}${amount === 1 ? "" : "s"}`;
}

/** Days as a reader calls them: `2022-01` for a whole month, else both dates. */
export function daysWords({ from, to }: { readonly from: string; readonly to: string }): string {
  if (from === to) return from;
  const [year, month] = from.split("-").map(Number);
  const last = new Date(Date.UTC(year ?? 0, month ?? 1, 0)).getUTCDate();
  const whole = from.endsWith("-01") && to === `${from.slice(0, 8)}${String(last).padStart(2, "0")}`;
  return whole ? from.slice(0, 7) : `${from} to ${to}`;
}
