import type { Value } from "@entente/engine";
import type { TruthSet } from "../logic/truth-set.ts";

/** The attributes of one occurrence. */
export type Attributes = ReadonlyMap<string, Value>;

/**
 * What a cell makes of a lead. A value that is `undefined` is missing; a history is in order of time; `ranks` put
 * points of time in order, equal ranks at one instant; `timing` puts events that nothing orders in or against
 * the order of their declarations, those of one history `gap` apart, and the question `wait` later (milliseconds).
 */
export type Part =
  | { readonly kind: "field"; readonly name: string; readonly value: Value | undefined }
  | { readonly kind: "attribute"; readonly name: string; readonly value: Value | undefined }
  | { readonly kind: "history"; readonly event: string; readonly occurrences: readonly Attributes[] }
  | { readonly kind: "order"; readonly ranks: ReadonlyMap<string, number> }
  | { readonly kind: "timing"; readonly backwards: boolean; readonly gap: number; readonly wait: number };

/**
 * One stretch of a variable's domain in which nothing that was asked tells two values apart.
 *
 * `part` is one value of it; null where no value is known to lie in it, so that the cell only keeps a proof sound.
 * `truths` are the answers to the variable's atoms. `segments` is the stretch of thresholds of the low and the high
 * end of a score or an unread number.
 */
export interface Cell {
  readonly part: Part | null;
  readonly truths: readonly TruthSet[];
  readonly segments?: readonly [low: number, high: number];
}

/** Something that a lead can be or have, cut into finitely many cells that together are all of it. */
export interface Variable {
  readonly key: string;
  readonly cells: readonly Cell[];
  /** By atom, what some cell answers. */
  readonly any: readonly TruthSet[];
}

export function variableOf(key: string, cells: readonly Cell[]): Variable {
  const width = cells[0]?.truths.length ?? 0;
  const any = Array.from({ length: width }, (_, index) =>
    cells.reduce((set, cell) => set | (cell.truths[index] ?? 0), 0),
  );
  return { key, cells, any };
}

/** The cells without those that answer as an earlier one does. */
export function distinct(cells: readonly Cell[], extra: (cell: Cell) => string = () => ""): Cell[] {
  const seen = new Set<string>();
  return cells.filter((cell) => {
    const signature = `${cell.truths.join()}/${extra(cell)}`;
    if (seen.has(signature)) return false;
    seen.add(signature);
    return true;
  });
}
