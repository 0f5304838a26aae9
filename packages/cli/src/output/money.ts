/** Writes an amount of minor units in a currency's own digits: 400000 USD is `4000.00`, 1200 JPY is `1200`. Exact. */
export type DecimalAmount = (minor: number, currency: string) => string;

/** A {@link DecimalAmount} that looks each currency's digits up once. */
export function createDecimalAmount(): DecimalAmount {
  const decimals = new Map<string, number>();
  return (minor, currency) => {
    let digits = decimals.get(currency);
    if (digits === undefined) {
      digits = currencyDecimals(currency);
      decimals.set(currency, digits);
    }
    return withPoint(minor, digits);
  };
}

/** Digits after the point of a currency (ISO 4217, as the platform knows it). */
export function currencyDecimals(currency: string): number {
  const format = new Intl.NumberFormat("en", { style: "currency", currency });
  return format.resolvedOptions().maximumFractionDigits ?? 2;
}

function withPoint(minor: number, digits: number): string {
  if (digits === 0) return String(minor);
  const text = String(Math.abs(minor)).padStart(digits + 1, "0");
  return `${minor < 0 ? "-" : ""}${text.slice(0, -digits)}.${text.slice(-digits)}`;
}
