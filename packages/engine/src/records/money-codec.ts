import { type Codec, Rejected } from "./codec.ts";
import type { Currency } from "./currency.ts";
import { decimalsOf } from "./decimal-text.ts";
import { anyCasePattern, escapePattern } from "./escape-pattern.ts";

const LIMIT = 1e12;

/**
 * Amounts of the agreement's currency, read to minor units: `$1,200.50`, `1200.5`, `USD 1,200`, `1,200 円`.
 * The sign or code may stand before or after the number. Another currency, more decimals than the currency
 * has, or a trillion and more is refused; nothing is rounded.
 */
export function moneyCodec(currency: Currency): Codec {
  const pattern = amountPattern(currency);
  const syntax = new RegExp(`^(?:${pattern})$`, "u");
  return {
    expected: `an amount of money in ${currency.code}, such as ${example(currency)}`,
    fromText: (text) =>
      syntax.test(text) ? minorUnits(text, currency) : new Rejected(spellingHint(text, currency)),
    fromJson(json) {
      if (typeof json !== "number" || !(Math.abs(json) < LIMIT)) return new Rejected();
      if (decimalsOf(json) > currency.decimals) return new Rejected(decimalsHint(currency));
      return minorUnits(json.toFixed(currency.decimals), currency);
    },
    pattern: () => pattern,
    jsonSchemas: [amountSchema(currency)],
    separators: ";",
  };
}

function amountPattern({ code, decimals, signs }: Currency): string {
  const sign = `(?:${[anyCasePattern(code), ...signs.map(escapePattern)].join("|")})`;
  const whole = `(?:[1-9]\\d{0,2}(?:,\\d{3}){1,${decimals > 3 ? 2 : 3}}|\\d{1,${decimals > 3 ? 9 : 12}})`;
  const fraction = decimals === 0 ? "(?:\\.0{1,20})?" : `(?:\\.\\d{1,${decimals}}0{0,20})?`;
  return `(?:-\\s*)?(?:${sign}\\s*)?${whole}${fraction}(?:\\s*${sign})?|${sign}\\s*-${whole}${fraction}(?:\\s*${sign})?`;
}

function amountSchema({ decimals }: Currency): Record<string, unknown> {
  const limits = { exclusiveMinimum: -LIMIT, exclusiveMaximum: LIMIT };
  if (decimals === 0) return { type: "integer", ...limits };
  return { type: "number", ...limits, multipleOf: Number(`1e-${decimals}`) };
}

function minorUnits(text: string, { decimals }: Currency): number {
  const [, whole = "", fraction = ""] = /(\d[\d,]*)(?:\.(\d+))?/.exec(text) ?? [];
  const minor = Number(whole.replaceAll(",", "") + fraction.slice(0, decimals).padEnd(decimals, "0"));
  return minor !== 0 && text.includes("-") ? -minor : minor;
}

function example({ decimals }: Currency): string {
  return decimals === 0 ? "1,200" : `1,200.${"50".padEnd(decimals, "0").slice(0, decimals)}`;
}

function decimalsHint({ code, decimals }: Currency): string {
  return decimals === 0 ? `${code} has no decimals` : `${code} has ${decimals} decimals`;
}

function spellingHint(text: string, currency: Currency): string | null {
  const other = /^\s*([A-Z]{3})\s*-?\d|\d\s*([A-Z]{3})\s*$/.exec(text);
  const code = other?.[1] ?? other?.[2];
  if (code !== undefined && code !== currency.code)
    return `the agreement is in ${currency.code}; convert it first`;
  if (/\d,\d{1,2}$|\d\.\d{3},/.test(text))
    return "use a point for decimals and commas only between thousands";
  return /\d\.\d+/.test(text) ? decimalsHint(currency) : null;
}
