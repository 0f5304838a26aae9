import type { Policy } from "@entente/ir";
import { COVERAGE_KINDS, type CoverageItem } from "./coverage.ts";

/** An item before any test has run. */
export type ListedItem = Omit<CoverageItem, "covered">;

interface Entry {
  readonly item: ListedItem;
  covered: boolean;
}

/**
 * What there is to exercise, and what was. An item is found by the part of the policy that it is about (the
 * object itself) and its side.
 */
export class CoverageLedger {
  readonly #entries = new Map<object, Map<string, Entry>>();

  /** Lists an item; a second one about the same part and side is left out. */
  list(part: object, item: ListedItem): void {
    const sides = this.#entries.get(part) ?? new Map<string, Entry>();
    if (!sides.has(item.side)) sides.set(item.side, { item, covered: false });
    this.#entries.set(part, sides);
  }

  /** Says that a test exercised a side of a part; nothing happens where that was not listed. */
  mark(part: object, side: string): void {
    const entry = this.#entries.get(part)?.get(side);
    if (entry !== undefined) entry.covered = true;
  }

  /** All items, in the order of the text. */
  items(policy: Policy): readonly CoverageItem[] {
    const files = new Map(policy.sources.map(({ file }, place) => [file, place]));
    const fileOf = ({ span }: CoverageItem): number => files.get(span.file) ?? files.size;
    return [...this.#entries.values()]
      .flatMap((sides) => [...sides.values()])
      .map(({ item, covered }): CoverageItem => ({ ...item, covered }))
      .sort(
        (a, b) =>
          fileOf(a) - fileOf(b) ||
          a.span.start - b.span.start ||
          COVERAGE_KINDS.indexOf(a.kind) - COVERAGE_KINDS.indexOf(b.kind),
      );
  }
}
