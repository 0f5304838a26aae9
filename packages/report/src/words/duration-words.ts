import type { Duration } from "@entente/ir";

/** `30 minutes`, `1 hour`, `2 business days`: a length of time as the contract writes it. */
export function durationWords({ amount, unit, business }: Duration): string {
  return `${amount} ${business ? "business " : ""}${unit}${amount === 1 ? "" : "s"}`;
}
