import { type Codec, Rejected } from "./codec.ts";
import { decimalRangePattern } from "./decimal-range-pattern.ts";
import {
  compareDecimals,
  decimalPattern,
  integerPattern,
  MAGNITUDE_LIMIT,
  plainDecimal,
} from "./decimal-text.ts";

/** Bounds of a numeric field: decimals in plain notation, inclusive; null for none. */
export interface Bounds {
  readonly minimum: string | null;
  readonly maximum: string | null;
}

const integerText = new RegExp(`^${integerPattern}$`);
const decimalText = new RegExp(`^${decimalPattern}$`);

/**
 * Whole numbers or numbers, with exact bounds. Text may have commas between thousands and a point for
 * decimals; a whole number may have decimals that are all zero.
 */
export function numberCodec(kind: "integer" | "number", bounds: Bounds): Codec {
  const syntax = kind === "integer" ? integerText : decimalText;
  return {
    expected: `${kind === "integer" ? "a whole number" : "a number"}${rangeInWords(bounds)}`,
    fromText(text) {
      if (!syntax.test(text)) return new Rejected(spellingHint(kind, text));
      const plain = plainDecimal(text);
      return isWithin(plain, bounds) ? Number(plain) + 0 : new Rejected();
    },
    fromJson(json) {
      if (typeof json !== "number" || !(Math.abs(json) < MAGNITUDE_LIMIT)) return new Rejected();
      if (kind === "integer" && !Number.isInteger(json)) return new Rejected();
      const { minimum, maximum } = bounds;
      if (minimum !== null && json < Number(minimum)) return new Rejected();
      return maximum !== null && json > Number(maximum) ? new Rejected() : json + 0;
    },
    pattern: () => range(bounds) + (kind === "integer" ? integerPattern : decimalPattern),
    jsonSchemas: [{ type: kind, ...magnitude, ...jsonBounds(bounds) }],
    separators: ";",
  };
}

const magnitude = { exclusiveMinimum: -MAGNITUDE_LIMIT, exclusiveMaximum: MAGNITUDE_LIMIT };
const range = ({ minimum, maximum }: Bounds) => decimalRangePattern(minimum, maximum);

function isWithin(plain: string, { minimum, maximum }: Bounds): boolean {
  if (minimum !== null && compareDecimals(plain, minimum) < 0) return false;
  return maximum === null || compareDecimals(plain, maximum) <= 0;
}

function jsonBounds({ minimum, maximum }: Bounds): Record<string, number> {
  return {
    ...(minimum === null ? {} : { minimum: Number(minimum) }),
    ...(maximum === null ? {} : { maximum: Number(maximum) }),
  };
}

function rangeInWords({ minimum, maximum }: Bounds): string {
  if (minimum !== null && maximum !== null) return ` from ${minimum} to ${maximum}`;
  if (minimum !== null) return ` of at least ${minimum}`;
  return maximum === null ? "" : ` of at most ${maximum}`;
}

function spellingHint(kind: "integer" | "number", text: string): string | null {
  if (/^-?\d{16,}/.test(text))
    return "it has more than 15 digits: declare the field as text if it is an identifier";
  if (/\d,/.test(text)) return "use a point for decimals and commas only between thousands";
  if (kind === "integer" && decimalText.test(text))
    return "remove the decimals, or declare the field as number";
  return null;
}
