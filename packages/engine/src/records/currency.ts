import { minorDigits } from "@entente/ir";

/** How amounts of a currency are written. */
export interface Currency {
  /** ISO 4217 code. */
  readonly code: string;
  /** Digits after the point: 2 for USD, 0 for JPY, 3 for KWD. */
  readonly decimals: number;
  /** What may stand beside the number, apart from the code: signs and words. */
  readonly signs: readonly string[];
}

/** Signs that the platform does not list but exports use. */
const furtherSigns: ReadonlyMap<string, readonly string[]> = new Map([
  ["JPY", ["円", "￥"]],
  ["CNY", ["元", "￥"]],
  ["KRW", ["원"]],
  ["PLN", ["zł", "zl"]],
]);

/**
 * Digits and signs of a currency, as the platform's ISO 4217 table knows them.
 *
 * @param code three letters
 * @throws RangeError where `code` is not of that form
 */
export function currencyOf(code: string): Currency {
  const signs = (["narrowSymbol", "symbol"] as const).flatMap((display) => {
    const format = new Intl.NumberFormat("en", {
      style: "currency",
      currency: code,
      currencyDisplay: display,
    });
    return format.formatToParts(0).flatMap((part) => (part.type === "currency" ? [part.value] : []));
  });
  const all = new Set([...signs, ...(furtherSigns.get(code) ?? [])]);
  all.delete(code);
  return { code, decimals: minorDigits(code), signs: [...all] };
}
