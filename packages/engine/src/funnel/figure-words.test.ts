import Fraction from "fraction.js";
import { describe, expect, it } from "vitest";
import { countWords, fixedDecimal, moneyWords, percentWords } from "./figure-words.ts";

describe("figures in words", () => {
  it.each([
    ["25000/23", 2, "1086.96"],
    ["1/2", 0, "1"],
    ["-1/2", 0, "-1"],
    ["-1/1000", 2, "0.00"],
    ["1/200", 2, "0.01"],
    ["0", 2, "0.00"],
    ["12345678901234567890123/100", 1, "123456789012345678901.2"],
  ])("%s to %i digits is %s", (value, digits, text) => {
    expect(fixedDecimal(new Fraction(value), digits)).toBe(text);
  });

  it("sets thousands apart and leaves noughts out", () => {
    expect(countWords(new Fraction(3900))).toBe("3,900");
    expect(countWords(new Fraction("25000/23"))).toBe("1,086.96");
    expect(countWords(new Fraction(-1234567))).toBe("-1,234,567");
    expect(percentWords(new Fraction("13/400"))).toBe("3.25%");
  });

  it.each([
    ["USD", 50_000_000, "$500,000"],
    ["USD", 12_821, "$128.21"],
    ["JPY", 1_200, "¥1,200"],
    ["EUR", -50, "-€0.50"],
  ])("shows money of %s in its own digits", (currency, minor, text) => {
    expect(moneyWords(new Fraction(minor), currency)).toBe(text);
  });
});
