import type { WorthAmount } from "@entente/engine";
import type { WorthChange } from "./replay.ts";

/** Sums what leads are worth in two versions. Points are summed in millionths, so that no sum depends on binary fractions. */
export class WorthCount {
  #changed = 0;
  readonly #sums = new Map<string, { before: bigint; after: bigint }>();

  /** @returns whether the two differ */
  add(before: WorthAmount | null, after: WorthAmount | null): boolean {
    if (before !== null) this.#of(unitOf(before)).before += amountOf(before);
    if (after !== null) this.#of(unitOf(after)).after += amountOf(after);
    const differs = !sameWorth(before, after);
    if (differs) this.#changed += 1;
    return differs;
  }

  finish(): WorthChange {
    const sums = [...this.#sums].map(([unit, sum]) => ({ unit, ...sum }));
    return { changed: this.#changed, sums };
  }

  #of(unit: string): { before: bigint; after: bigint } {
    const known = this.#sums.get(unit);
    if (known !== undefined) return known;
    const sum = { before: 0n, after: 0n };
    this.#sums.set(unit, sum);
    return sum;
  }
}

/** What points are summed in: millionths of a point. */
export const POINT = 1_000_000n;

function unitOf(worth: WorthAmount): string {
  return worth.unit === "money" ? worth.currency : "points";
}

function amountOf(worth: WorthAmount): bigint {
  return worth.unit === "money"
    ? BigInt(Math.round(worth.minor))
    : BigInt(Math.round(worth.points * Number(POINT)));
}

function sameWorth(a: WorthAmount | null, b: WorthAmount | null): boolean {
  if (a === null || b === null) return a === b;
  return unitOf(a) === unitOf(b) && amountOf(a) === amountOf(b);
}
