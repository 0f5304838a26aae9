/**
 * A percentage of a whole number, rounded up; exact, whatever the digits of `percent` (a decimal such as
 * `33.3`, not negative).
 */
export function shareOf(whole: number, percent: string): number {
  const [integer = "0", fraction = ""] = percent.split(".");
  const scale = 10n ** BigInt(fraction.length) * 100n;
  const product = BigInt(whole) * BigInt(integer + fraction);
  return Number((product + scale - 1n) / scale);
}
