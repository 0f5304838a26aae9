import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { add, compareExact, divide, fractionOf, multiply, negative, numberOf, subtract } from "./exact.ts";

describe("exact arithmetic", () => {
  it.each([
    ["0.1 + 0.2", add(0.1, 0.2), 0.3],
    ["1.1 * 1.1", multiply(1.1, 1.1), 1.21],
    ["0.3 - 0.1", subtract(0.3, 0.1), 0.2],
    ["6 / 4", divide(6, 4), 1.5],
    ["7% of 100", divide(multiply(7, 100), 100), 7],
    ["beyond the safe integers", add(Number.MAX_SAFE_INTEGER, Number.MAX_SAFE_INTEGER), 18014398509481982],
  ])("%s", (_, exact, expected) => {
    expect(exact).toBeDefined();
    expect(compareExact(exact ?? Number.NaN, expected)).toBe(0);
  });

  it("knows that a third times three is one", () => {
    expect(multiply(divide(1, 3) ?? 0, 3)).toBe(1);
  });

  it("has no quotient by zero", () => {
    expect(divide(1, 0)).toBeUndefined();
    expect(divide(1, subtract(0.3, 0.3))).toBeUndefined();
  });

  it.each([1e-7, -2.5e-10, 1e21, 123456.789, -0.000001])("reads %d as its shortest decimal", (value) => {
    expect(numberOf(fractionOf(value))).toBe(value);
  });

  it("reads the decimal itself, not the binary number beside it", () => {
    expect(fractionOf(1.5e-7).equals("3/20000000")).toBe(true);
    expect(fractionOf(0.1).toFraction()).toBe("1/10");
  });

  it("orders open ends", () => {
    expect(compareExact(Number.POSITIVE_INFINITY, fractionOf(0.5))).toBeGreaterThan(0);
    expect(compareExact(fractionOf(0.5), Number.POSITIVE_INFINITY)).toBeLessThan(0);
    expect(multiply(Number.POSITIVE_INFINITY, 0)).toBe(0);
  });

  it("takes back what it added", () => {
    const number = fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e12, max: 1e12 });
    fc.assert(
      fc.property(number, number, (a, b) => {
        expect(compareExact(subtract(add(a, b), b), a)).toBe(0);
        expect(compareExact(add(a, negative(a)), 0)).toBe(0);
      }),
      { numRuns: 200 },
    );
  });
});
