import Fraction from "fraction.js";
import { describe, expect, it } from "vitest";
import {
  type AmountStyle,
  amountWords,
  axisWords,
  countedWords,
  gapWords,
  ratioWords,
  shareWords,
} from "./amount.ts";

const style = (unit: AmountStyle["unit"], currency = "USD"): AmountStyle => ({
  unit,
  currency,
  counting: null,
});

describe("an amount in words", () => {
  const cases: readonly (readonly [AmountStyle, Fraction, string])[] = [
    [style("money"), new Fraction(55_000_000), "$550,000"],
    [style("money"), new Fraction(100_050), "$1,001"],
    [style("money"), new Fraction(99_950), "$999.50"],
    [style("money"), new Fraction(500_00), "$500"],
    [style("money"), new Fraction(-4_550), "-$45.50"],
    [style("money"), new Fraction(1, 3), "$0.00"],
    [style("money", "JPY"), new Fraction(1200), "¥1,200"],
    [style("percent"), new Fraction(34), "34%"],
    [style("percent"), new Fraction(200, 3), "66.7%"],
    [style("percent"), new Fraction(9996, 100), "99.9%"],
    [style("percent"), new Fraction(1, 100), "< 0.1%"],
    [style("percent"), new Fraction(0), "0%"],
    [style("leads"), new Fraction(1204), "1,204"],
    [style("leads"), new Fraction(25, 2), "12.5"],
    [style("points"), new Fraction(100_001, 10), "10,000"],
    [style("milliseconds"), new Fraction(38 * 86_400_000 + 8_640_000), "38.1 days"],
    [style("milliseconds"), new Fraction(3 * 3_600_000 + 12 * 60_000), "3 h 12 min"],
    [{ ...style("milliseconds"), counting: "open" }, new Fraction(50 * 3_600_000), "50 h of business time"],
    [{ ...style("number"), counting: "workingDays" }, new Fraction(7, 2), "3.5 working days"],
  ];
  it.each(cases)("%o %s", (how, value, words) => {
    expect(amountWords(value, how)).toBe(words);
  });

  it("is exact where binary floating point is not", () => {
    // 0.615 is stored as a little less, and would be rounded to 0.61.
    expect(amountWords(new Fraction("61.5"), style("money"))).toBe("$0.62");
    expect(amountWords(new Fraction("900719925474099301"), style("money"))).toBe("$9,007,199,254,740,993");
  });
});

it.each([
  [new Fraction(1_200_000), style("money"), "+$12,000"],
  [new Fraction(-31, 10), style("percent"), "−3.1 points"],
  [new Fraction(0), style("leads"), "0"],
])("a gap has its sign: %s", (gap, how, words) => {
  expect(gapWords(gap, how)).toBe(words);
});

it("a share is never more or less whole than it is", () => {
  expect(shareWords(1999, 2000)).toBe("99.9%");
  expect(shareWords(199_999, 200_000)).toBe("99.9%");
  expect(shareWords(1, 100_000)).toBe("< 0.1%");
  expect(shareWords(7, 7)).toBe("100%");
  expect(shareWords(0, 0)).toBe("–");
  expect(ratioWords(new Fraction(113, 100))).toBe("113%");
});

it("axes are short", () => {
  expect(axisWords(40_000_000, style("money"))).toBe("$400K");
  expect(axisWords(1_200_000, style("leads"))).toBe("1.2M");
  expect(axisWords(50, style("percent"))).toBe("50%");
});

it("nouns agree with their number", () => {
  expect([0, 1, 1204].map((count) => countedWords(count, "lead"))).toEqual([
    "0 leads",
    "1 lead",
    "1,204 leads",
  ]);
});
