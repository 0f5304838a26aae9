import { minorDigits } from "@entente/ir";

/**
 * An exact decimal as a language writes it: every digit, grouped, with the language's decimal sign.
 *
 * @param decimal plain notation, such as `-3.25`
 */
export function formatDecimal(locale: string, decimal: string): string {
  const [whole = "0", fraction = ""] = decimal.split(".");
  const grouped = new Intl.NumberFormat(locale).format(whole as Intl.StringNumericLiteral);
  return fraction === "" ? grouped : `${grouped}${decimalSign(locale)}${fraction}`;
}

/** A count or an amount that the contract holds as a JavaScript number: its shortest exact notation. */
export function formatNumber(locale: string, value: number): string {
  return new Intl.NumberFormat(locale, { maximumFractionDigits: 20 }).format(value);
}

/** `34` as `34%`. */
export function formatPercent(locale: string, decimal: string): string {
  return `${formatDecimal(locale, decimal)}%`;
}

/**
 * Money with the sign or code of its currency; whole amounts without decimals.
 *
 * @param minor in minor units: cents of a dollar, whole yen
 */
export function formatMoney(locale: string, minor: number, currency: string): string {
  if (!/^[A-Z]{3}$/u.test(currency)) return `${formatNumber(locale, minor)} ${currency}`;
  const amount = inMajorUnits(minor, minorDigits(currency));
  return new Intl.NumberFormat(locale, {
    style: "currency",
    currency,
    trailingZeroDisplay: "stripIfInteger",
  }).format(amount as Intl.StringNumericLiteral);
}

function inMajorUnits(minor: number, digits: number): string {
  const text = BigInt(Math.abs(minor))
    .toString()
    .padStart(digits + 1, "0");
  const whole = text.slice(0, text.length - digits);
  return `${minor < 0 ? "-" : ""}${whole}${digits === 0 ? "" : `.${text.slice(-digits)}`}`;
}

function decimalSign(locale: string): string {
  const parts = new Intl.NumberFormat(locale).formatToParts(1.5);
  return parts.find(({ type }) => type === "decimal")?.value ?? ".";
}
