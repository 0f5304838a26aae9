import { currencyOf } from "../records/currency.ts";

/** An amount of minor units for a reader: `$4,000.00`, `¥12,000`. */
export function amountWords(minor: number, currency: string): string {
  const amount = minor / 10 ** currencyOf(currency).decimals;
  return new Intl.NumberFormat("en", { style: "currency", currency }).format(amount);
}
