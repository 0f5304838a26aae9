/**
 * Decimals of a currency's minor unit, as the platform's ISO 4217 table knows them: 2 for USD, 0 for JPY.
 *
 * @param code three letters
 * @throws RangeError where `code` is not of that form
 */
export function minorDigits(code: string): number {
  const format = new Intl.NumberFormat("en", { style: "currency", currency: code });
  return format.resolvedOptions().maximumFractionDigits ?? 2;
}
