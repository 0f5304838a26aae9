let cached: ReadonlySet<string> | undefined;

/** Whether `text` is the ISO 4217 code of a currency: `500 EUR` is money, `20 MQL` is not. */
export function isCurrencyCode(text: string): boolean {
  if (!/^[A-Z]{3}$/.test(text)) return false;
  cached ??= new Set(Intl.supportedValuesOf("currency"));
  return cached.has(text);
}
