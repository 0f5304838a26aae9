import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { decimalRangePattern } from "./decimal-range-pattern.ts";
import { compareDecimals, decimalPattern, decimalsOf } from "./decimal-text.ts";

const decimal = fc
  .tuple(fc.boolean(), fc.bigInt({ min: 0n, max: 10n ** 12n }), fc.option(fc.stringMatching(/^\d{1,12}$/)))
  .map(
    ([negative, whole, fraction]) =>
      `${negative ? "-" : ""}${whole}${fraction === null ? "" : `.${fraction}`}`,
  );
const small = fc
  .tuple(fc.boolean(), fc.nat(120), fc.option(fc.constantFrom("0", "5", "05", "50", "9")))
  .map(
    ([negative, whole, fraction]) =>
      `${negative ? "-" : ""}${whole}${fraction === null ? "" : `.${fraction}`}`,
  );

function scaled(text: string): bigint {
  const [whole = "", fraction = ""] = text.replace("-", "").split(".");
  const size = BigInt(whole + fraction.padEnd(25, "0"));
  return text.startsWith("-") ? -size : size;
}

describe("decimals in text", () => {
  it("compare as their exact values do", () => {
    fc.assert(
      fc.property(fc.oneof(decimal, small), fc.oneof(decimal, small), (a, b) => {
        const [left, right] = [scaled(a), scaled(b)];
        expect(Math.sign(compareDecimals(a, b))).toBe(left < right ? -1 : left > right ? 1 : 0);
      }),
    );
  });

  it("compare exactly where binary numbers are alike", () => {
    expect(compareDecimals("99.50000000000000000001", "99.5")).toBeGreaterThan(0);
    expect(compareDecimals("-0.00000000000000", "0")).toBe(0);
  });

  it("lie in a range for the pattern exactly if they do by value", () => {
    fc.assert(
      fc.property(fc.oneof(decimal, small), fc.option(small), fc.option(small), (text, minimum, maximum) => {
        const pattern = new RegExp(`^${decimalRangePattern(minimum, maximum)}${decimalPattern}$`);
        const above = minimum === null || scaled(text) >= scaled(minimum);
        const below = maximum === null || scaled(text) <= scaled(maximum);
        expect(pattern.test(text)).toBe(above && below);
      }),
      { numRuns: 2000 },
    );
  });

  it.each([
    [19.99, 2],
    [1e-7, 7],
    [1.5e-7, 8],
    [1e21, 0],
    [-3, 0],
  ])("%f has %i decimals", (value, decimals) => {
    expect(decimalsOf(value)).toBe(decimals);
  });
});
