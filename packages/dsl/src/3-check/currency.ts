/** Signs and words for currencies, and what they may stand for. `$` and `¥` take the agreement's own kind. */
const SIGNS: Readonly<Record<string, readonly string[]>> = {
  $: ["USD", "CAD", "AUD", "NZD", "SGD", "HKD", "MXN", "BRL", "TWD"],
  "€": ["EUR"],
  "£": ["GBP", "EGP"],
  "¥": ["JPY", "CNY"],
  "￥": ["JPY", "CNY"],
  円: ["JPY"],
  元: ["CNY"],
  zł: ["PLN"],
  "₩": ["KRW"],
  "₹": ["INR"],
};

const CODES = new Set(Intl.supportedValuesOf("currency"));

export function isCurrency(code: string): boolean {
  return CODES.has(code);
}

/**
 * The currency that a sign or code stands for in an agreement that counts in `agreement`: a sign shared by
 * several means the agreement's own where it is among them.
 */
export function currencyOf(sign: string, agreement: string | null): string {
  const candidates = SIGNS[sign];
  if (candidates === undefined) return sign.toUpperCase();
  if (agreement !== null && candidates.includes(agreement)) return agreement;
  return candidates[0] ?? sign;
}

/** An amount as the contract would write it, `$10,000` or `10,000 PLN`. */
export function writeMoney(amount: string, currency: string): string {
  const [whole = "0", fraction] = amount.split(".");
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ",");
  const text = fraction === undefined ? grouped : `${grouped}.${fraction}`;
  const sign = Object.entries(SIGNS).find(([, codes]) => codes[0] === currency)?.[0];
  return sign === undefined || sign.length > 1 || sign === "円" ? `${text} ${currency}` : `${sign}${text}`;
}
