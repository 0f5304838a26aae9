import { describe, expect, it } from "vitest";
import { formatDecimal, formatMoney, formatNumber, formatPercent } from "./format-number.ts";

const nbsp = "\u00a0";

describe("numbers", () => {
  it.each([
    ["en", "12345678901234567890.10000000000000000001", "12,345,678,901,234,567,890.10000000000000000001"],
    ["pl", "1234567.50", `1${nbsp}234${nbsp}567,50`],
    ["pl", "1000", "1000"],
    ["ja", "0.1", "0.1"],
    ["zh-CN", "-2.5", "-2.5"],
    ["en", "-0.25", "-0.25"],
  ])("in %s %s is %s, digit for digit", (locale, decimal, written) => {
    expect(formatDecimal(locale, decimal)).toBe(written);
  });

  it("lengths of time keep their shortest exact notation", () => {
    expect(formatNumber("en", 0.1)).toBe("0.1");
    expect(formatNumber("pl", 1.5)).toBe("1,5");
  });

  it("percentages are not divided", () => {
    expect(formatPercent("en", "33.333333333333333333")).toBe("33.333333333333333333%");
    expect(formatPercent("pl", "12.5")).toBe("12,5%");
  });
});

describe("money", () => {
  it.each([
    ["en", 55_000_000, "USD", "$550,000"],
    ["en", 500_050, "USD", "$5,000.50"],
    ["en", 5, "USD", "$0.05"],
    ["en", -120_050, "USD", "-$1,200.50"],
    ["en", 9_007_199_254_740_991, "USD", "$90,071,992,547,409.91"],
    ["ja", 5_500, "JPY", "￥5,500"],
    ["zh-CN", 55_000_000, "USD", "US$550,000"],
    ["pl", 50_000_000, "USD", `500${nbsp}000${nbsp}USD`],
    ["en", 1_234, "KWD", `KWD${nbsp}1.234`],
    ["en", 1_234, "doubloons", "1,234 doubloons"],
  ])("in %s %d of %s are %s", (locale, minor, currency, written) => {
    expect(formatMoney(locale, minor, currency)).toBe(written);
  });
});
